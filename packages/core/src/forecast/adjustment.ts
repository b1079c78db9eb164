import type { Day } from '../kernel/day.js';
import type { Id } from '../kernel/id.js';
import type { Instant } from '../kernel/instant.js';
import type { Money } from '../kernel/money.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import type { Period } from './calendar.js';
import type { CumulativeRollUp } from './categories.js';
import type { Columns } from './columns.js';

/** A column of the cumulative roll-up that a manager may correct: what is closed is a fact. */
export type AdjustableColumn = Exclude<keyof CumulativeRollUp, 'closed'>;

/** What a manager says a column will come to, against what the deals add up to. Beside the deals, never in them. */
export interface Adjustment {
  readonly id: string;
  /** Whose forecast is corrected. */
  readonly holder: Id<'user'> | Id<'team'>;
  readonly first: Day;
  readonly last: Day;
  readonly column: AdjustableColumn;
  readonly amount: Money;
  /** Why. */
  readonly note: string;
  readonly by?: Id<'user'> | undefined;
  readonly at: Instant;
}

/** Checks an adjustment. Refuses with `forecast/note-missing` when it does not say why. */
export const checkAdjustment = <Said extends Pick<Adjustment, 'note'>>(adjustment: Said): Result<Said> =>
  adjustment.note.trim() === ''
    ? refuse({
        code: 'forecast/note-missing',
        message: 'Say in a note why the forecast is corrected.',
        path: 'note',
        fix: { kind: 'fields', fields: ['note'] },
      })
    : ok(adjustment);

/** A column as the deals add it up and as it was corrected. */
export interface AdjustedColumn {
  readonly column: AdjustableColumn;
  readonly summed: number;
  readonly adjusted: number;
  readonly by: Adjustment;
}

/**
 * The corrections that hold for a holder, a period and its columns: for each column the latest in the columns' currency
 * for just these days. The sum of the deals stays beside each.
 */
export function adjustedColumns(
  columns: Columns,
  adjustments: readonly Adjustment[],
  holder: Adjustment['holder'],
  { first, last }: Pick<Period, 'first' | 'last'>,
): readonly AdjustedColumn[] {
  const latest = new Map<AdjustableColumn, Adjustment>();
  for (const each of adjustments) {
    const isMeant =
      each.holder === holder && each.first === first && each.last === last && each.amount.currency === columns.currency;
    const before = latest.get(each.column);
    if (isMeant && (!before || before.at <= each.at)) latest.set(each.column, each);
  }
  return [...latest].map(([column, by]) => ({
    column,
    summed: columns.rollUp[column],
    adjusted: by.amount.minor,
    by,
  }));
}

/**
 * The adjustments that still hold, of all that were ever made: for each holder, days and column the latest, unless it
 * has no amount, which takes back what was said before.
 */
export function standingAdjustments(
  all: readonly (Omit<Adjustment, 'amount'> & { readonly amount?: Money | undefined })[],
): readonly Adjustment[] {
  const latest = new Map<string, (typeof all)[number]>();
  for (const each of all) {
    const key = [each.holder, each.first, each.last, each.column].join(' ');
    const before = latest.get(key);
    if (!before || before.at <= each.at) latest.set(key, each);
  }
  return [...latest.values()].flatMap(({ amount, ...rest }) => (amount ? [{ ...rest, amount }] : []));
}
