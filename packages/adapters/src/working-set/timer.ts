/** One thing to be done later, unless it is put off or called off. */
export interface Timer {
  /** Does it when so much time has passed, counted anew with every start. */
  start(work: () => void): void;
  stop(): void;
}

/** A timer of some milliseconds. In Node it does not keep the process alive. */
export function createTimer(milliseconds: number): Timer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    start(work) {
      clearTimeout(timer);
      timer = setTimeout(work, milliseconds);
      (timer as { unref?(): void }).unref?.();
    },
    stop() {
      clearTimeout(timer);
    },
  };
}
