/** Scrolls a cell sideways into sight, past the columns that are pinned. */
export function revealAside(cell: HTMLElement): void {
  const scroller = cell.closest<HTMLElement>('.viewport');
  if (!scroller || cell.classList.contains('pinned')) return;
  const [view, at] = [scroller.getBoundingClientRect(), cell.getBoundingClientRect()];
  const pinned = [...(cell.parentElement?.querySelectorAll<HTMLElement>('.pinned') ?? [])];
  const taken = pinned.reduce((sum, { offsetWidth }) => sum + offsetWidth, 0);
  const isRightToLeft = getComputedStyle(cell).direction === 'rtl';
  const [left, right] = isRightToLeft ? [view.left, view.right - taken] : [view.left + taken, view.right];
  if (at.left < left) scroller.scrollLeft -= left - at.left;
  else if (at.right > right) scroller.scrollLeft += Math.min(at.right - right, at.left - left);
}
