const GAP = 4;

/**
 * Puts a popover beside its anchor: below, or above where there is more room, its inline start or end in line with the
 * anchor's, and always inside the window.
 */
export function place(popover: HTMLElement, anchor: Element, align: 'start' | 'end'): void {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = popover;
  const isRightToLeft = getComputedStyle(anchor).direction === 'rtl';
  const below = at.bottom + GAP;
  const fitsBelow = below + height <= innerHeight - GAP;
  const top = fitsBelow || at.top < innerHeight - at.bottom ? below : at.top - GAP - height;
  const left = (align === 'start') === isRightToLeft ? at.right - width : at.left;
  popover.style.top = `${Math.round(clamp(top, innerHeight - height))}px`;
  popover.style.left = `${Math.round(clamp(left, innerWidth - width))}px`;
}

const clamp = (value: number, most: number): number => Math.max(GAP, Math.min(value, most - GAP));
