import type { EngagementRule } from './scheme.js';

/** How often a rule was met on a day, by its number since 1970. */
export type DayCount = readonly [day: number, count: number];

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
export function ruleSum(rule: EngagementRule, days: readonly DayCount[], today: number): RuleSum {
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
    const age = today - day;
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

/** The next day on which one more event counts, or one falls out of the window; infinity when there is none. */
export function nextTurn({ windowDays }: EngagementRule, days: readonly DayCount[], today: number): number {
  let next = Number.POSITIVE_INFINITY;
  for (const [day] of days) {
    const turn = day > today ? day : day + (windowDays ?? Number.POSITIVE_INFINITY);
    if (turn > today && turn < next) next = turn;
  }
  return Math.ceil(next);
}
