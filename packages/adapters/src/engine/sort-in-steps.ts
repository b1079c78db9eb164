const RUN = 2048;

/**
 * Sorts in steps of a millisecond or two, so that somebody else can have a turn in between: runs by the engine's own
 * sort, merged in pairs. The sorted list is what it returns in the end.
 */
export function* sortInSteps<Item>(
  items: readonly Item[],
  compare: (a: Item, b: Item) => number,
): Generator<void, readonly Item[], undefined> {
  let runs: Item[][] = [];
  for (let at = 0; at < items.length; at += RUN) {
    runs.push(items.slice(at, at + RUN).sort(compare));
    yield;
  }
  while (runs.length > 1) {
    const merged: Item[][] = [];
    for (let at = 0; at < runs.length; at += 2) merged.push(yield* merge(runs[at] ?? [], runs[at + 1] ?? [], compare));
    runs = merged;
  }
  return runs[0] ?? [];
}

function* merge<Item>(
  left: Item[],
  right: Item[],
  compare: (a: Item, b: Item) => number,
): Generator<void, Item[], undefined> {
  if (right.length === 0) return left;
  const merged: Item[] = [];
  let l = 0;
  let r = 0;
  while (l < left.length && r < right.length) {
    merged.push((compare(left[l] as Item, right[r] as Item) <= 0 ? left[l++] : right[r++]) as Item);
    if (merged.length % RUN === 0) yield;
  }
  while (l < left.length) merged.push(left[l++] as Item);
  while (r < right.length) merged.push(right[r++] as Item);
  return merged;
}
