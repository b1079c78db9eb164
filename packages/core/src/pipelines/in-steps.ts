/** Work that gives way now and then: whoever carries it out may do something else at each step. */
export type InSteps<Output> = Generator<undefined, Output, undefined>;

/** Does all of it at once. */
export function allSteps<Output>(steps: InSteps<Output>): Output {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
}
