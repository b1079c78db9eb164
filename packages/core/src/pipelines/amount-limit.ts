import { valueAt } from '../kernel/value-at.js';
import type { StageRules } from './stage-rules.js';

/** How much money the rows of a stage should come to at most. */
export type AmountLimit = NonNullable<StageRules['amountLimit']>;

/** The path of the money that a limit adds up. */
export const limitedField = ({ field = 'amount' }: Pick<AmountLimit, 'field'>): string => field;

/** What a row adds to the sum that a limit is held against, in minor units: nothing where its money is in another currency. */
export function countedAmount(limit: Pick<AmountLimit, 'field' | 'most'>, row: unknown): number {
  const path = limitedField(limit);
  const minor = valueAt(row, `${path}.minor`);
  return typeof minor === 'number' && valueAt(row, `${path}.currency`) === limit.most.currency ? minor : 0;
}
