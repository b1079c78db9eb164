/** How long one slice of a long job may hold the thread, in milliseconds. */
const SLICE = 12;

/** Runs a job over many items in slices, so that the page stays alive. The clock is asked after every so many items. */
export async function eachInSlices<Item>(
  items: Iterable<Item>,
  work: (item: Item) => void,
  { every = 32 } = {},
): Promise<void> {
  const pause = slices();
  let sinceLook = 0;
  for (const item of items) {
    work(item);
    if (++sinceLook < every) continue;
    sinceLook = 0;
    await pause();
  }
}

/**
 * For a long job that is no plain loop: what it answers is called and awaited between two pieces of work, and gives way
 * when the slice is over.
 */
export function slices(): () => Promise<void> | undefined {
  let end = performance.now() + SLICE;
  return () => {
    if (performance.now() < end) return undefined;
    return giveWay().then(() => {
      end = performance.now() + SLICE;
    });
  };
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
