import { addDays, type Day, daysBetween } from '../kernel/day.js';
import { converterTo, type Rate } from '../kernel/rates.js';
import type { MetricBook, MetricCell } from '../metrics/metric-book.js';
import { isWorkingDay, type WorkingTime } from '../working-time/working-time.js';
import type { Goal } from './schema.js';

/** How far a goal has come. Amounts are those of the goal: minor units of its currency, or plain numbers. */
export interface Progress {
  readonly actual: number;
  readonly target: number;
  /** Actual ÷ target. */
  readonly attained: number;
  /** What is missing, 0 when reached. */
  readonly gap: number;
  /** What is due by the days that have passed, the day itself not yet. */
  readonly expected: number;
  /** Actual ÷ expected: 1 is on course. Absent before anything is due. */
  readonly pace?: number;
  /** What it comes to at the end if it goes on as so far. Absent before the first day has passed. */
  readonly projected?: number;
  /** `reached`, `missed` (it is over), `ahead` (at or above what is due), `behind`, or `ahead` before it begins. */
  readonly state: 'reached' | 'missed' | 'ahead' | 'behind';
  /** The day the target was reached. */
  readonly reachedOn?: Day;
  readonly isStretchReached: boolean;
  /** What there is in each currency, before it is converted. */
  readonly byCurrency: Readonly<Record<string, number>>;
  /** Currencies without a rate: what is in them is not in `actual`, and never taken as one to one. */
  readonly withoutRate: readonly string[];
}

/** What progress is worked out with, besides the metric. */
export interface ProgressTerms {
  readonly asOf: Day;
  /** Which days are worked; Monday to Friday when left out. */
  readonly workingTime?: WorkingTime;
  /** Dated rates: an amount is converted at that of its day. */
  readonly rates?: readonly Rate[];
  /** Whether what somebody has counts for the holder on a day, such as for a team they were in then; only their own when left out. */
  readonly countsFor?: (owner: string, holder: string, day: Day) => boolean;
}

/**
 * The progress of a goal, read off its metric. It costs the days of the goal, not the rows.
 *
 * ```ts
 * import type { Day, Id, Instant } from '@kith/core';
 * import { type Goal, newMetricBook, progressOf } from '@kith/core/goals';
 *
 * const at = '2026-11-01T00:00:00.000Z' as Instant;
 * const goal: Goal = {
 *   id: 'goal_q4' as Id<'goal'>, name: 'New customers', target: 10, first: '2026-10-01' as Day, last: '2026-12-31' as Day,
 *   metric: { collection: 'companies', day: 'createdAt' }, createdAt: at, modifiedAt: at,
 * };
 * const book = newMetricBook(goal.metric, 'Europe/Vienna');
 * for (const number of [1, 2, 3, 4, 5, 6]) book.apply(`company_${number}`, { createdAt: `2026-10-0${number}T09:00:00.000Z` });
 * expect(progressOf(goal, book, { asOf: '2026-11-16' as Day })).toMatchObject({ actual: 6, gap: 4, expected: 5, state: 'ahead' });
 * ```
 */
export function progressOf(goal: Goal, book: MetricBook, terms: ProgressTerms): Progress {
  const { target, stretch, first, last, currency } = goal;
  const { asOf, rates = [], countsFor = (owner: string, holder: string) => owner === holder } = terms;
  const convert = currency === undefined ? undefined : converterTo(currency, rates);
  const byCurrency: Record<string, number> = {};
  const withoutRate = new Set<string>();
  let actual = 0;
  let reachedOn: Day | undefined;
  const isOver = asOf > last;
  const end = isOver ? last : asOf;
  const take = (cell: MetricCell): void => {
    if (goal.holder !== undefined && !(cell.owner !== undefined && countsFor(cell.owner, goal.holder, cell.day)))
      return;
    if (goal.metric.sum === undefined) actual += cell.count;
    else if (cell.currency === undefined) actual += cell.sum;
    else {
      byCurrency[cell.currency] = (byCurrency[cell.currency] ?? 0) + cell.sum;
      const converted = convert?.(cell.sum, cell.currency, cell.day);
      if (converted === undefined) withoutRate.add(cell.currency);
      else actual += converted;
    }
    if (actual >= target) reachedOn ??= cell.day;
    else reachedOn = undefined;
  };
  // Their own rows are looked up; whose count for a team has to be asked.
  book.visit(first, end, take, terms.countsFor ? undefined : goal.holder);
  const passed = asOf > last ? 1 : elapsedShare(goal, terms);
  const expected = target * passed;
  return {
    actual,
    target,
    attained: actual / target,
    gap: Math.max(0, target - actual),
    expected,
    ...(expected > 0 && { pace: actual / expected }),
    ...(passed > 0 && { projected: actual / passed }),
    state: actual >= target ? 'reached' : asOf > last ? 'missed' : actual >= expected ? 'ahead' : 'behind',
    ...(reachedOn !== undefined && { reachedOn }),
    isStretchReached: stretch !== undefined && actual >= stretch,
    byCurrency,
    withoutRate: [...withoutRate].sort(),
  };
}

/** Which part of the days has passed. Where no day is worked at all, those of the calendar count. */
function elapsedShare({ first, last, pace }: Goal, { asOf, workingTime }: ProgressTerms): number {
  if (asOf <= first) return 0;
  if (pace === 'workingDays') {
    let worked = 0;
    let all = 0;
    for (let day = first; day <= last; day = addDays(day, 1)) {
      if (!(workingTime ? isWorkingDay(workingTime, day) : isWeekday(day))) continue;
      all++;
      if (day < asOf) worked++;
    }
    if (all > 0) return worked / all;
  }
  return daysBetween(first, asOf) / (daysBetween(first, last) + 1);
}

const MONDAY = '1970-01-05' as Day;
const isWeekday = (day: Day): boolean => ((daysBetween(MONDAY, day) % 7) + 7) % 7 < 5;
