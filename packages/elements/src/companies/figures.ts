import { type Money, money } from '@kith/core';
import type { TallyGroup } from '@kith/store';

/** What the deals of a company come to. Amounts stand for each currency by itself: two currencies are never added. */
export interface Figures {
  readonly openCount: number;
  readonly wonCount: number;
  readonly lostCount: number;
  /** What the open deals are expected to bring, the largest first. */
  readonly open: readonly Money[];
  /** What the won deals brought, the largest first. */
  readonly won: readonly Money[];
  /** Won deals among closed ones, 0–1; absent before any is closed. */
  readonly winRate: number | undefined;
}

/**
 * Reads the figures off two tallies: expected amounts and actual values, both by status and currency. A group without a
 * currency holds deals without an amount: they count, but bring nothing.
 */
export function figuresOf(expected: readonly TallyGroup[], actual: readonly TallyGroup[]): Figures {
  const count = (status: string): number =>
    expected.reduce((sum, group) => (group.key[0] === status ? sum + group.count : sum), 0);
  const wonCount = count('won');
  const lostCount = count('lost');
  return {
    openCount: count('open'),
    wonCount,
    lostCount,
    open: amounts(expected, 'open'),
    won: amounts(actual, 'won'),
    winRate: wonCount + lostCount > 0 ? wonCount / (wonCount + lostCount) : undefined,
  };
}

function amounts(groups: readonly TallyGroup[], status: string): readonly Money[] {
  return groups
    .flatMap(({ key, sums }) => (key[0] === status && typeof key[1] === 'string' ? [money(sums[0] ?? 0, key[1])] : []))
    .sort((left, right) => right.minor - left.minor);
}
