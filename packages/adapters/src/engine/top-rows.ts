import type { Row } from '../adapter.js';
import type { Order, Place } from './order.js';

interface Candidate {
  readonly row: Row;
  readonly place: Place;
}

/**
 * Keeps the first `most` rows of an order while any number of them passes by: a heap with the last kept row on top, so
 * that a page of 50 out of 100,000 rows never sorts the rest.
 */
export interface TopRows {
  offer(row: Row, place: Place): void;
  /** The kept rows, in order. */
  sorted(): readonly Row[];
}

/** Begins with no row. */
export function createTopRows(order: Order, most: number): TopRows {
  const heap: Candidate[] = [];
  const isLater = (a: number, b: number) =>
    order.compare((heap[a] as Candidate).place, (heap[b] as Candidate).place) > 0;

  function swap(a: number, b: number): void {
    const candidate = heap[a] as Candidate;
    heap[a] = heap[b] as Candidate;
    heap[b] = candidate;
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
    offer(row, place) {
      if (heap.length < most) {
        heap.push({ row, place });
        siftUp(heap.length - 1);
      } else if (order.compare(place, (heap[0] as Candidate).place) < 0) {
        heap[0] = { row, place };
        siftDown();
      }
    },
    sorted: () => [...heap].sort((a, b) => order.compare(a.place, b.place)).map(({ row }) => row),
  };
}
