import { addDays, type Day } from '../kernel/day.js';
import { dayAfter, type MetricBook, metricSeries } from '../metrics/metric-book.js';
import { anomalyOf } from './anomaly.js';
import type { AlertRule, MetricCondition } from './schema.js';

/** A rule over a metric. */
export type MetricWatch = Extract<AlertRule['watch'], { readonly metric: unknown }>;

/** What a metric says to its condition: `between` the two bounds nothing changes. */
export interface Judgement {
  readonly says: 'raise' | 'clear' | 'between';
  readonly value: number;
  /** What was expected: the baseline of a change, the median of an anomaly. */
  readonly expected?: number;
}

const SEASON_DAYS = 7;
const SEASONS = 8;

/**
 * Holds a metric against its condition on a day. It costs the days that are looked at. Where the past has too little to
 * compare with (nothing in the baseline, or no first row early enough), nothing changes.
 */
export function judgeMetric(watch: MetricWatch, book: MetricBook, today: Day): Judgement {
  const { condition, days } = watch;
  const last = watch.upTo === 'today' ? today : addDays(today, -1);
  const stretch = (daysBack: number): number => stretchTo(addDays(last, -daysBack));
  const stretchTo = (end: Day): number =>
    metricSeries(book, addDays(end, 1 - days), end, watch.currency).reduce((sum, each) => sum + each, 0);
  const value = stretch(0);
  switch (condition.is) {
    case 'value':
      return { says: heldAgainst(condition, condition.side === 'below' ? -value : value), value };
    case 'change': {
      const count = condition.stretches ?? 1;
      const before = Array.from({ length: count }, (_, index) =>
        stretchTo(earlier(last, index + 1, condition.apart, days)),
      );
      const expected = before.reduce((sum, each) => sum + each, 0) / count;
      if (expected === 0) return { says: 'between', value, expected };
      const change = value / expected - 1;
      return { says: heldAgainst(condition, condition.side === 'below' ? -change : change), value, expected };
    }
    case 'anomaly': {
      const { season = SEASON_DAYS, seasons = SEASONS } = condition;
      const first = firstDay(book, addDays(last, -(season * seasons + days)), last);
      const history: number[] = [];
      for (let back = season; back <= season * seasons; back += season)
        if (first !== undefined && addDays(last, 1 - days - back) >= first) history.push(stretch(back));
      const found = anomalyOf(value, history);
      if (!found) return { says: 'between', value };
      const score =
        condition.side === 'both' ? Math.abs(found.score) : condition.side === 'below' ? -found.score : found.score;
      return { says: heldAgainst(condition, score), value, expected: found.median };
    }
  }
}

/** The first and the last day that a judgement on a day looks at: what happens on others makes no difference to it. */
export function daysLookedAt(watch: MetricWatch, today: Day): { readonly first: Day; readonly last: Day } {
  const { condition, days } = watch;
  const last = watch.upTo === 'today' ? today : addDays(today, -1);
  switch (condition.is) {
    case 'value':
      return { first: addDays(last, 1 - days), last };
    case 'change': {
      const end = earlier(last, condition.stretches ?? 1, condition.apart, days);
      return { first: addDays(end, 1 - days), last };
    }
    case 'anomaly': {
      const { season = SEASON_DAYS, seasons = SEASONS } = condition;
      return { first: addDays(last, -(season * seasons + days)), last };
    }
  }
}

/** The larger the figure, the more reason to raise. A value that must not fall is compared with its bounds turned round. */
function heldAgainst({ is, side, raise, clear }: MetricCondition, figure: number): Judgement['says'] {
  const sign = is === 'value' && side === 'below' ? -1 : 1;
  if (figure >= sign * raise) return 'raise';
  return figure <= sign * clear || clear === raise ? 'clear' : 'between';
}

/** The last day of an earlier stretch: just before, or the same day a week, a month or a year earlier each time. */
function earlier(last: Day, times: number, apart: 'week' | 'month' | 'year' | undefined, days: number): Day {
  if (apart === undefined || apart === 'week') return addDays(last, -times * (apart ? SEASON_DAYS : days));
  const [year = 0, month = 0, day = 0] = last.split('-').map(Number);
  const months = 12 * year + month - 1 - times * (apart === 'year' ? 12 : 1);
  const first = (shift: number): Day => {
    const [whole, rest] = [Math.floor((months + shift) / 12), ((months + shift) % 12) + 1];
    return `${String(whole).padStart(4, '0')}-${String(rest).padStart(2, '0')}-01` as Day;
  };
  const end = addDays(first(1), -1);
  return Number(end.slice(8)) < day ? end : addDays(first(0), day - 1);
}

/** The first day that has something, from which on nothing means none. */
function firstDay(book: MetricBook, from: Day, to: Day): Day | undefined {
  for (let day = from; day <= to; day = dayAfter(day)) if (book.has(day)) return day;
  return undefined;
}
