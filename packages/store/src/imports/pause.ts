/** Longer than this the main thread is not held: well below the 50 ms after which a page feels stuck. */
const BUDGET = 10;

/** Lets the page breathe when enough time has passed since it last did; awaited in loops. */
export type Pause = () => Promise<void> | undefined;

/** A pause that gives way by `giveWay` whenever the work since the last one took more than 10 milliseconds. */
export function pauseBy(giveWay: () => Promise<void> = giveWayToPage): Pause {
  let since = performance.now();
  return () => {
    if (performance.now() - since < BUDGET) return undefined;
    return giveWay().then(() => {
      since = performance.now();
    });
  };
}

/** A new task of the event loop: input and painting come first. */
export function giveWayToPage(): Promise<void> {
  return new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(undefined);
  });
}
