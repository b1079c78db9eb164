import { SEED } from './seed.js';

/**
 * Settings of a generated test: so many runs, with a seed that is printed and stands in the message of a failure;
 * `KITH_SEED=… npx vitest run …` repeats it.
 */
export function fuzz(runs: number): { readonly numRuns: number; readonly seed: number } {
  console.info(`KITH_SEED=${SEED}`);
  return { numRuns: runs, seed: SEED };
}
