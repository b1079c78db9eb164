import type { Money, Stage } from '@kith/core';
import type { TallyGroup } from '@kith/store';

/** What stands in the head of a column: counted by the store over all deals, not over those that are drawn. */
export interface ColumnTotals {
  readonly count: number;
  /** Whether there is money to add up. */
  readonly isMoney: boolean;
  /** One sum for each currency, the largest first. */
  readonly sums: readonly Money[];
  /** The sums times the stage's probability; the same as the sums where deals are closed or on hold. */
  readonly weighted: readonly Money[];
}

/**
 * A column's totals from the tally of expected amounts by stage and currency. A won stage shows what its deals brought
 * (`won`), which may be another value than was expected.
 */
export function columnTotals(
  stage: Stage,
  expected: readonly TallyGroup[],
  won: readonly TallyGroup[] = expected,
  isMoney = true,
): ColumnTotals {
  const inStage = (groups: readonly TallyGroup[]): readonly TallyGroup[] =>
    groups.filter((group) => group.key[0] === stage.id);
  const sums = inStage(stage.type === 'won' ? won : expected)
    .flatMap((group) => {
      const currency = group.key[1];
      return typeof currency === 'string' ? [{ minor: group.sums[0] ?? 0, currency }] : [];
    })
    .sort((left, right) => right.minor - left.minor || left.currency.localeCompare(right.currency));
  const share = stage.type === 'open' ? stage.probability / 100 : 1;
  return {
    count: inStage(expected).reduce((count, group) => count + group.count, 0),
    isMoney,
    sums,
    weighted: sums.map(({ minor, currency }) => ({ minor: Math.round(minor * share), currency })),
  };
}
