import type { Problem, Result } from '@kith/core';

/** The value of a result that must be there. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.value;
}

/** The refusal that must be there. */
export function problemOf(result: Result<unknown>): Problem {
  if (result.ok) throw new Error(`Expected a refusal, got ${JSON.stringify(result.value)}.`);
  return result.problem;
}
