/** How long one slice of a long job may hold the thread, in milliseconds. */
const SLICE = 12;

/** Lets a long job give way to the page now and then. */
export interface Slices {
  /** Whether this slice is used up: then `await rest()`. */
  isSpent(): boolean;
  rest(): Promise<void>;
}

/** Begins a slice. */
export function startSlices(): Slices {
  let end = performance.now() + SLICE;
  return {
    isSpent: () => performance.now() >= end,
    async rest() {
      await giveWay();
      end = performance.now() + SLICE;
    },
  };
}

/** Runs a job over many items in slices. */
export async function eachInSlices<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
  slices: Slices = startSlices(),
): Promise<void> {
  let sinceLook = 0;
  for (const item of items) {
    work(item);
    // Asking the clock costs as much as some items do.
    if (++sinceLook < 32) continue;
    sinceLook = 0;
    if (slices.isSpent()) await slices.rest();
  }
}

interface HostScheduler {
  readonly scheduler?: { yield?(): Promise<void> };
  setImmediate?(callback: () => void): void;
}

function giveWay(): Promise<void> {
  const host = globalThis as HostScheduler;
  if (host.scheduler?.yield !== undefined) return host.scheduler.yield();
  if (host.setImmediate !== undefined) return new Promise((resolve) => host.setImmediate?.(resolve));
  return new Promise((resolve) => {
    // A message is a task of its own and, unlike a timer, is not slowed down in nested calls.
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
}
