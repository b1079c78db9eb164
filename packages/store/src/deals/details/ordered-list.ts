/** Things in an order, of which the first few are asked for often and any one comes and goes. */
export interface OrderedList<Item> {
  readonly size: number;
  add(item: Item): void;
  /** Takes away the thing that stands where this one would: the same one, by an order without ties. */
  delete(item: Item): void;
  first(count: number): readonly Item[];
}

/** So many stand in one stretch at most: what a change moves, however long the list is. */
const LONGEST_STRETCH = 512;

/** An empty list. It is kept in short stretches, so that it can be filled in slices and a change in the middle is cheap. */
export function orderedList<Item>(isBefore: (left: Item, right: Item) => boolean): OrderedList<Item> {
  const stretches: Item[][] = [[]];
  let size = 0;

  /** The first index at which a test fails; it holds up to there. */
  const firstNot = <Each>(items: readonly Each[], test: (item: Each) => boolean): number => {
    let low = 0;
    let high = items.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (test(items[middle] as Each)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  /** The stretch a thing belongs in: the last one that does not begin behind it. */
  const stretchFor = (item: Item): number =>
    Math.max(0, firstNot(stretches, ([head]) => head !== undefined && !isBefore(item, head)) - 1);

  return {
    get size() {
      return size;
    },
    add(item) {
      const at = stretchFor(item);
      const stretch = stretches[at] ?? [];
      stretch.splice(
        firstNot(stretch, (each) => isBefore(each, item)),
        0,
        item,
      );
      size++;
      if (stretch.length > LONGEST_STRETCH) stretches.splice(at + 1, 0, stretch.splice(LONGEST_STRETCH / 2));
    },
    delete(item) {
      const at = stretchFor(item);
      const stretch = stretches[at] ?? [];
      const index = firstNot(stretch, (each) => isBefore(each, item));
      if (index === stretch.length) return;
      stretch.splice(index, 1);
      size--;
      if (stretch.length === 0 && stretches.length > 1) stretches.splice(at, 1);
    },
    first(count) {
      const found: Item[] = [];
      for (const stretch of stretches) {
        if (found.length >= count) break;
        found.push(...stretch.slice(0, count - found.length));
      }
      return found;
    },
  };
}
