/** Runs jobs one after the other, in the order they came. */
export interface Queue {
  run<Result>(job: () => Promise<Result>): Promise<Result>;
  /** Resolves when all jobs so far are done. */
  idle(): Promise<void>;
}

/** An empty queue. */
export function createQueue(): Queue {
  let last: Promise<unknown> = Promise.resolve();
  return {
    run(job) {
      const result = last.then(job);
      // A job that failed tells its own caller; the next one must run all the same.
      last = result.catch(() => undefined);
      return result;
    },
    async idle() {
      await last;
    },
  };
}
