import { addDecimals, decimalOf, numberOf, ZERO } from '../fields/formula/decimals.js';
import type { Day } from '../kernel/day.js';
import { converterTo } from '../kernel/rates.js';
import type { MetricBook } from '../metrics/metric-book.js';
import { type Progress, type ProgressTerms, progressOf } from './progress.js';
import type { Goal } from './schema.js';

/** A goal with its metric. */
export interface MeasuredGoal {
  readonly goal: Goal;
  readonly book: MetricBook;
}

/** One part of a goal. */
export interface GoalPart {
  readonly goal: Goal;
  /** In the currency of the goal that it is a part of. */
  readonly progress: Progress;
}

/** What a goal is made of. Amounts are those of the goal: minor units of its currency, or plain numbers. */
export interface GoalParts {
  /** Its own target, which stays what somebody set, whatever its parts add up to. */
  readonly target: number;
  /** What the targets of its parts add up to. */
  readonly inParts: number;
  /** Target − inParts: what no part has taken on; below 0 where the parts are to bring more than the whole. */
  readonly gap: number;
  /** What its parts have come to together. A row that two of them count is in it twice; what there is says `progressOf` the goal itself. */
  readonly actual: number;
  /** Actual ÷ inParts. Absent where there is no part. */
  readonly attained?: number;
  readonly parts: readonly GoalPart[];
  /**
   * Parts that are in no sum: they measure something else (other rows, another field, numbers beside money), there is no
   * rate for their target, or it comes to less than a minor unit.
   */
  readonly apart: readonly Goal[];
  /** What the targets of the parts that measure the same come to in each currency, before they are converted. */
  readonly byCurrency: Readonly<Record<string, number>>;
  /** Currencies without a rate: targets and amounts in them are in no sum, and never taken as one to one. */
  readonly withoutRate: readonly string[];
}

/**
 * What a goal is made of: those of some goals that name it as their parent. Their own parts are not looked at, so nothing
 * counts twice and no circle matters. A target in another currency is converted at the rate of its first day, so that it
 * stays the same over its days; amounts at that of theirs.
 *
 * ```ts
 * import type { Day, Id, Instant } from '@kith/core';
 * import { type Goal, goalParts, newMetricBook } from '@kith/core/goals';
 *
 * const at = '2026-10-01T00:00:00.000Z' as Instant;
 * const house: Goal = {
 *   id: 'goal_house' as Id<'goal'>, name: 'New customers', target: 10, first: '2026-10-01' as Day, last: '2026-12-31' as Day,
 *   metric: { collection: 'companies', day: 'createdAt' }, createdAt: at, modifiedAt: at,
 * };
 * const hanna: Goal = { ...house, id: 'goal_hanna' as Id<'goal'>, parentId: house.id, holder: 'user_hanna', target: 4 };
 * const ida: Goal = { ...hanna, id: 'goal_ida' as Id<'goal'>, holder: 'user_ida', target: 5 };
 * const book = newMetricBook(house.metric, 'Europe/Vienna');
 * for (const number of [1, 2, 3]) book.apply(`company_${number}`, { createdAt: at, ownerId: 'user_ida' });
 * const made = goalParts(house, [hanna, ida].map((goal) => ({ goal, book })), { asOf: '2026-11-16' as Day });
 * expect(made).toMatchObject({ target: 10, inParts: 9, gap: 1, actual: 3, attained: 3 / 9 });
 * ```
 */
export function goalParts(goal: Goal, among: readonly MeasuredGoal[], terms: ProgressTerms): GoalParts {
  const { currency = '', target } = goal;
  const convert = converterTo(currency, terms.rates ?? []);
  /** A target as one of ours. Half a cent is none that could be converted. */
  const ours = (amount: number, own: string, first: Day): number | undefined =>
    own === currency ? amount : convert(Math.round(amount), own, first);
  const parts: GoalPart[] = [];
  const apart: Goal[] = [];
  const withoutRate = new Set<string>();
  const targets = new Map<string, number[]>();
  for (const { goal: part, book } of among) {
    if (part.parentId !== goal.id || part.id === goal.id) continue;
    if (!measuresSame(goal, part)) {
      apart.push(part);
      continue;
    }
    const { currency: own = '', first } = part;
    targets.set(own, [...(targets.get(own) ?? []), part.target]);
    const converted = ours(part.target, own, first);
    if (converted === undefined) withoutRate.add(own);
    if (!converted) {
      apart.push(part);
      continue;
    }
    const stretch = part.stretch === undefined ? undefined : ours(part.stretch, own, first);
    const progress = progressOf({ ...part, currency: goal.currency, target: converted, stretch }, book, terms);
    for (const each of progress.withoutRate) withoutRate.add(each);
    parts.push({ goal: part, progress });
  }
  const inParts = sumOf(parts.map(({ progress }) => progress.target));
  const actual = sumOf(parts.map(({ progress }) => progress.actual));
  return {
    target,
    inParts,
    gap: sumOf([target, -inParts]),
    actual,
    ...(inParts > 0 && { attained: actual / inParts }),
    parts,
    apart,
    byCurrency: Object.fromEntries([...targets].flatMap(([own, each]) => (own === '' ? [] : [[own, sumOf(each)]]))),
    withoutRate: [...withoutRate].sort(),
  };
}

/** Whether targets of two goals can be added at all. */
const measuresSame = (one: Goal, other: Goal): boolean =>
  one.metric.collection === other.metric.collection &&
  one.metric.sum === other.metric.sum &&
  (one.currency === undefined) === (other.currency === undefined);

/** What numbers add up to as they are written: .1 and .2 are .3. */
const sumOf = (numbers: readonly number[]): number => numberOf(numbers.map(decimalOf).reduce(addDecimals, ZERO));
