import { addDays, type Day, daysBetween } from '../kernel/day.js';
import type { EngagementRule } from './scheme.js';

/** What the days of one rule come to on a day. */
export interface RuleSum {
  /** How many events count. */
  readonly times: number;
  /** Without decay and caps. */
  readonly full: number;
  /** What daily caps took away. */
  readonly dailyCap: number;
  /** What time took away: half-life and window. */
  readonly decay: number;
  /** What the rule's own cap took away. */
  readonly cap: number;
  /** What is left. */
  readonly points: number;
  /** The most that the points can move from this day to the next by decay alone. */
  readonly pace: number;
}

/**
 * Points of a rule on a day: Σ over days min(daily cap, points · count) · 2^(−age ÷ half-life), within the cap. An event
 * of a later day does not count yet.
 */
export function ruleSum(rule: EngagementRule, days: readonly (readonly [Day, number])[], today: Day): RuleSum {
  const {
    points,
    cap = Number.POSITIVE_INFINITY,
    dailyCap = Number.POSITIVE_INFINITY,
    halfLifeDays,
    windowDays,
  } = rule;
  let [times, full, ofDays, decayed] = [0, 0, 0, 0];
  for (const [day, count] of days) {
    if (day > today) continue;
    const age = daysBetween(day, today);
    times += count;
    full += points * count;
    const ofDay = within(points * count, dailyCap);
    ofDays += ofDay;
    if (windowDays !== undefined && age >= windowDays) continue;
    decayed += halfLifeDays === undefined ? ofDay : ofDay * 2 ** (-age / halfLifeDays);
  }
  const left = within(decayed, cap);
  const share = halfLifeDays === undefined ? 0 : 1 - 2 ** (-1 / halfLifeDays);
  return {
    times,
    full,
    dailyCap: ofDays - full,
    decay: decayed - ofDays,
    cap: left - decayed,
    points: left,
    pace: Math.abs(decayed) * share,
  };
}

const within = (points: number, cap: number): number => Math.max(-cap, Math.min(cap, points));

/** The next day on which one more event counts, or one falls out of the window; undefined when there is none. */
export function nextTurn(
  { windowDays }: EngagementRule,
  days: readonly (readonly [Day, number])[],
  today: Day,
): Day | undefined {
  let next: Day | undefined;
  for (const [day] of days) {
    const turn = day > today ? day : windowDays === undefined ? undefined : addDays(day, windowDays);
    if (turn !== undefined && turn > today && (next === undefined || turn < next)) next = turn;
  }
  return next;
}
