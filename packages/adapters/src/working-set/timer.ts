/** One thing to be done later, unless it is put off or called off. */
export interface Timer {
  /** Does it when so much time has passed, counted anew with every start. */
  start(work: () => void): void;
  stop(): void;
}

/** A timer of some milliseconds. In Node it does not keep the process alive. */
export function createTimer(milliseconds: number): Timer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let due = 0;
  let work: () => void;

  const wait = (millis: number): void => {
    timer = setTimeout(() => {
      const left = due - performance.now();
      // It was put off meanwhile: whoever puts it off with every write has no timer to make each time.
      if (left > 0) wait(left);
      else {
        timer = undefined;
        work();
      }
    }, millis);
    (timer as { unref?(): void }).unref?.();
  };
  return {
    start(next) {
      work = next;
      due = performance.now() + milliseconds;
      if (timer === undefined) wait(milliseconds);
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
  };
}
