import type { Instant } from '@kith/core';

/** Which things have to be looked at again when. */
export interface DueTimes {
  set(id: string, at: Instant | undefined): void;
  delete(id: string): void;
  /** Those whose time has come, once. */
  take(now: Instant): readonly string[];
}

/** Nothing is due. A heap by time: what is set anew leaves its old place behind, which is passed over when it comes up. */
export function newDueTimes(): DueTimes {
  const heap: { readonly id: string; readonly at: Instant }[] = [];
  const times = new Map<string, Instant>();

  const swap = (left: number, right: number): void => {
    const [a, b] = [heap[left], heap[right]];
    if (a && b) [heap[left], heap[right]] = [b, a];
  };
  const isEarlier = (left: number, right: number): boolean => (heap[left]?.at ?? '') < (heap[right]?.at ?? '');
  const push = (id: string, at: Instant): void => {
    heap.push({ id, at });
    for (let index = heap.length - 1; index > 0; ) {
      const parent = (index - 1) >>> 1;
      if (!isEarlier(index, parent)) return;
      swap(index, parent);
      index = parent;
    }
  };
  const pop = (): void => {
    swap(0, heap.length - 1);
    heap.pop();
    for (let index = 0; ; ) {
      let least = index;
      for (const child of [2 * index + 1, 2 * index + 2])
        if (child < heap.length && isEarlier(child, least)) least = child;
      if (least === index) return;
      swap(index, least);
      index = least;
    }
  };

  return {
    set(id, at) {
      if (at === undefined) times.delete(id);
      else if (times.get(id) !== at) {
        times.set(id, at);
        push(id, at);
      }
    },
    delete: (id) => void times.delete(id),
    take(now) {
      const due: string[] = [];
      for (let first = heap[0]; first && first.at <= now; first = heap[0]) {
        pop();
        if (times.get(first.id) !== first.at) continue;
        times.delete(first.id);
        due.push(first.id);
      }
      return due;
    },
  };
}
