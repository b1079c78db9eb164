/** Where the rows of a long list lie, from the top of the list, in pixels. */
export interface Stack {
  readonly count: number;
  /** The height of everything, gaps included. */
  readonly size: number;
  /** Where a row begins. For the row behind the last one: where it would begin. */
  topOf(index: number): number;
  /** The row at a distance from the top; the last one for any distance below it. -1 when there are no rows. */
  rowAt(distance: number): number;
  /** Before which row something lands that is let go with its middle at a distance from the top: 0 … count. */
  gapAt(distance: number): number;
}

/**
 * Stacks rows of measured or estimated heights with a gap between them; `heightOf` is asked once for each, from the top. A
 * `hole` of some height before one row makes room for what is about to land there.
 */
export function stackOf(
  count: number,
  heightOf: (index: number) => number,
  gap: number,
  hole?: { readonly before: number; readonly height: number },
): Stack {
  const tops = new Float64Array(count + 1);
  let top = 0;
  for (let index = 0; index <= count; index++) {
    if (hole?.before === index) top += hole.height + gap;
    tops[index] = top;
    if (index < count) top += heightOf(index) + gap;
  }
  const topOf = (index: number): number => tops[Math.max(0, Math.min(index, count))] ?? 0;
  const rowAt = (distance: number): number => {
    let low = 0;
    let high = count - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (topOf(middle) <= distance) low = middle;
      else high = middle - 1;
    }
    return high < 0 ? -1 : low;
  };
  return {
    count,
    size: Math.max(0, top - gap),
    topOf,
    rowAt,
    gapAt(distance) {
      const row = rowAt(distance);
      if (row < 0) return 0;
      const next = topOf(row + 1) - (hole?.before === row + 1 ? hole.height + gap : 0);
      return distance > (topOf(row) + next - gap) / 2 ? row + 1 : row;
    },
  };
}

/** The rows to draw: those in sight with some around them, and those that must not go (the focused one, the dragged one). */
export function rowsInSight(
  stack: Stack,
  from: number,
  to: number,
  around: number,
  pinned: readonly number[] = [],
): readonly number[] {
  if (stack.count === 0) return [];
  const first = Math.max(0, stack.rowAt(from) - around);
  const last = Math.min(stack.count - 1, stack.rowAt(to) + around);
  const rows = new Set<number>();
  for (let index = first; index <= last; index++) rows.add(index);
  for (const index of pinned) if (index >= 0 && index < stack.count) rows.add(index);
  return [...rows].sort((left, right) => left - right);
}
