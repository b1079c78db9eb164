/**
 * Keeps the first `most` items of an order while any number of them passes by: a heap with the last kept item on top, so
 * that a page of 50 out of 100,000 rows never sorts the rest.
 */
export interface TopItems<Item> {
  offer(item: Item): void;
  /** The kept items, in order. */
  sorted(): readonly Item[];
}

/** Begins with no item. */
export function createTopItems<Item>(compare: (a: Item, b: Item) => number, most: number): TopItems<Item> {
  const heap: Item[] = [];
  const isLater = (a: number, b: number) => compare(heap[a] as Item, heap[b] as Item) > 0;

  function swap(a: number, b: number): void {
    const item = heap[a] as Item;
    heap[a] = heap[b] as Item;
    heap[b] = item;
  }

  function siftUp(start: number): void {
    for (let at = start; at > 0; ) {
      const parent = (at - 1) >>> 1;
      if (!isLater(at, parent)) return;
      swap(at, parent);
      at = parent;
    }
  }

  function siftDown(): void {
    for (let at = 0; ; ) {
      const left = at * 2 + 1;
      if (left >= heap.length) return;
      const later = left + 1 < heap.length && isLater(left + 1, left) ? left + 1 : left;
      if (!isLater(later, at)) return;
      swap(at, later);
      at = later;
    }
  }

  return {
    offer(item) {
      if (heap.length < most) {
        heap.push(item);
        siftUp(heap.length - 1);
      } else if (compare(item, heap[0] as Item) < 0) {
        heap[0] = item;
        siftDown();
      }
    },
    sorted: () => [...heap].sort(compare),
  };
}
