import type { Instant } from '../kernel/instant.js';
import { ok, type Result, refuse } from '../kernel/result.js';

/** A closed case to learn from: the row as it was, and how it ended. */
export interface Example {
  readonly row: unknown;
  /** Whether it was won (converted, renewed, … whatever the model is to foresee). */
  readonly won: boolean;
  /** When it was won or lost. Splits by time and the look for late fields need it. */
  readonly closedAt?: Instant | undefined;
  /** When a field was last written, by path; it shows fields that are filled in after the fact. */
  readonly writtenAt?: Readonly<Record<string, Instant>> | undefined;
}

/** How many outcomes of each kind a model needs at least, where nothing else is said. */
export const LEAST_OUTCOMES = 50;

/** Counts the outcomes, and refuses too few of either kind with `scoring/too-few-outcomes`, which says how many are missing. */
export function checkOutcomes(
  examples: readonly Example[],
  least: number = LEAST_OUTCOMES,
): Result<{ readonly won: number; readonly lost: number }> {
  const won = examples.reduce((count, example) => count + (example.won ? 1 : 0), 0);
  const lost = examples.length - won;
  if (won >= least && lost >= least) return ok({ won, lost });
  const missingWon = Math.max(0, least - won);
  const missingLost = Math.max(0, least - lost);
  return refuse({
    code: 'scoring/too-few-outcomes',
    message: `A model needs ${least} won and ${least} lost to learn from; there are ${won} and ${lost}. Wait for ${missingWon} more won and ${missingLost} more lost.`,
    params: { least, won, lost, missingWon, missingLost },
  });
}
