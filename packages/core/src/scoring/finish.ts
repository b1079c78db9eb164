/** Carries a piece of work that comes in slices out in one go. */
export function finish<Output>(steps: Generator<void, Output>): Output {
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}
