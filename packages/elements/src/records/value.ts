import { type Day, type Deal, type Money, sumByCurrency } from '@kith/core';

/** What somebody's deals come to. Amounts stand for each currency by itself. */
export interface DealsValue {
  readonly won: readonly Money[];
  readonly wonCount: number;
  /** What the open deals are expected to bring. */
  readonly open: readonly Money[];
  readonly openCount: number;
  /** What was won last, by the day it was closed. */
  readonly lastWon: { readonly deal: Deal; readonly day: Day | undefined } | undefined;
}

/** Adds up deals: what the won ones brought (their expected amount, where nobody said), and what the open ones may bring. */
export function dealsValue(deals: readonly Deal[]): DealsValue {
  const won = deals.filter(({ status }) => status === 'won');
  const open = deals.filter(({ status }) => status === 'open');
  const [last] = won.toSorted((left, right) => compareDays(right.actualCloseDay, left.actualCloseDay));
  return {
    won: largestFirst(won.flatMap(({ actualValue, amount }) => actualValue ?? amount ?? [])),
    wonCount: won.length,
    open: largestFirst(open.flatMap(({ amount }) => amount ?? [])),
    openCount: open.length,
    lastWon: last && { deal: last, day: last.actualCloseDay },
  };
}

/** One amount for each currency, the largest number first. */
export const largestFirst = (amounts: readonly Money[]): readonly Money[] =>
  sumByCurrency(amounts).toSorted((left, right) => right.minor - left.minor);

const compareDays = (left: Day | undefined, right: Day | undefined): number =>
  (left ?? '').localeCompare(right ?? '', 'en');
