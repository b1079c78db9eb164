/** What is to be looked at when its time has come. Putting something in hardly depends on how much is in it. */
export interface TimeWheel<Item> {
  put(at: number, item: Item): void;
  /** Takes out one thing that is due at a moment, the soonest first; undefined when nothing is. */
  take(now: number): Item | undefined;
  clear(): void;
}

/** A spoke holds about an hour: a row that expires at midnight shares one with all others that do. */
const SPOKE_MILLIS = 2 ** 22;

interface Waiting<Item> {
  readonly at: number;
  readonly item: Item;
}

interface Spoke<Item> {
  /** The soonest last, once its hour has come. */
  readonly waiting: Waiting<Item>[];
  isSorted: boolean;
}

/** A wheel that holds nothing. */
export function newTimeWheel<Item>(): TimeWheel<Item> {
  const spokes = new Map<number, Spoke<Item>>();
  /** Numbers of spokes, as a heap: the least first. */
  const heap: number[] = [];
  return {
    put(at, item) {
      if (at === Number.POSITIVE_INFINITY) return;
      const number = Math.floor(at / SPOKE_MILLIS);
      const spoke = spokes.get(number);
      if (!spoke) {
        spokes.set(number, { waiting: [{ at, item }], isSorted: false });
        push(heap, number);
      } else if (spoke.isSorted) spoke.waiting.splice(placeOf(spoke.waiting, at), 0, { at, item });
      else spoke.waiting.push({ at, item });
    },
    take(now) {
      for (let number = heap[0]; number !== undefined && number * SPOKE_MILLIS <= now; number = heap[0]) {
        const spoke = spokes.get(number);
        if (spoke && !spoke.isSorted) {
          spoke.waiting.sort((left, right) => right.at - left.at);
          spoke.isSorted = true;
        }
        const soonest = spoke?.waiting.at(-1);
        if (soonest && soonest.at > now) return undefined;
        if (soonest) {
          spoke?.waiting.pop();
          return soonest.item;
        }
        spokes.delete(number);
        pop(heap);
      }
      return undefined;
    },
    clear() {
      spokes.clear();
      heap.length = 0;
    },
  };
}

/** Where something belongs among what is sorted, the soonest last. */
function placeOf(waiting: readonly Waiting<unknown>[], at: number): number {
  let low = 0;
  let high = waiting.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((waiting[middle] as Waiting<unknown>).at <= at) high = middle;
    else low = middle + 1;
  }
  return low;
}

function push(heap: number[], value: number): void {
  let at = heap.length;
  while (at > 0) {
    const parent = (at - 1) >>> 1;
    const above = heap[parent] as number;
    if (above <= value) break;
    heap[at] = above;
    at = parent;
  }
  heap[at] = value;
}

function pop(heap: number[]): void {
  const value = heap.pop();
  if (value === undefined || heap.length === 0) return;
  let at = 0;
  for (let child = 1; child < heap.length; child = at * 2 + 1) {
    if (child + 1 < heap.length && (heap[child + 1] as number) < (heap[child] as number)) child++;
    if ((heap[child] as number) >= value) break;
    heap[at] = heap[child] as number;
    at = child;
  }
  heap[at] = value;
}
