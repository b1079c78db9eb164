/** Work in small steps: each `next` does a little, the last one has the answer. Whoever runs it may pause in between. */
export type Steps<Answer> = Generator<void, Answer, void>;

/** So many rows are gone through in one step: a millisecond or so. */
const ROWS_PER_STEP = 2_048;

/** Runs steps to their end in one go. */
export function finish<Answer>(steps: Steps<Answer>): Answer {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/** Whether a loop over many rows is to yield after its row with this number. */
export const isStepEnd = (index: number): boolean => index % ROWS_PER_STEP === ROWS_PER_STEP - 1;
