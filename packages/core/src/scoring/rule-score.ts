import { dependenciesOf } from '../filters/dependencies.js';
import { compileFilter, type Matcher } from '../filters/matches.js';
import { addDays, type Day, daysBetween } from '../kernel/day.js';
import { today as dayOf, type Env } from '../kernel/env.js';
import { kept } from '../kernel/kept.js';
import { type DayCount, nextTurn, type RuleSum, ruleSum } from './engagement.js';
import { gradeOf, type Points } from './grade.js';
import type { EngagementRule, Limits, RuleGroup, ScoringScheme } from './scheme.js';
import type { Tally } from './tally.js';

/** What one rule gives. */
export interface RulePoints {
  readonly axis: 'fit' | 'engagement';
  readonly rule: string;
  readonly group?: string;
  /** After decay and the rule's own caps. */
  readonly points: number;
  /** For engagement: how many events count, and what was taken away and why. Each of the three is 0 or against the points. */
  readonly events?: Pick<RuleSum, 'times' | 'full' | 'dailyCap' | 'decay' | 'cap'>;
}

/** What the limits of a group, an axis or the total take away or add. */
export interface LimitPoints {
  readonly of: 'fit' | 'engagement' | 'total';
  /** Absent for the limits of the axis or the total itself. */
  readonly group?: string;
  readonly points: number;
}

/** Why a row has its points: all rules and limits sum to the total before it is rounded. */
export interface RuleExplanation {
  readonly points: Points;
  readonly rules: readonly RulePoints[];
  readonly limits: readonly LimitPoints[];
}

/** The score of a row by rules. */
export interface RuleScore {
  readonly points: Points;
  readonly grade: string | undefined;
  /** The first day on which it may be another without anything happening; undefined when it stays. */
  readonly dueDay: Day | undefined;
}

/** Scores rows by a scheme on one day. */
export interface RuleScorer {
  /** `current` is the grade it had before, for hysteresis. */
  score(row: unknown, tally: Tally, current?: string): RuleScore;
  explain(row: unknown, tally: Tally): RuleExplanation;
}

/** Makes what scores rows at a moment: the day is that of the scheme's zone. The scheme must have been checked. */
export function makeRuleScorer(scheme: ScoringScheme, now: Env['now']): RuleScorer {
  const moment = { now, timeZone: scheme.timeZone };
  const today = dayOf(moment);
  const numbers = new Map<Day, number>();
  const numberOf = (day: Day): number => kept(numbers, day, () => daysBetween(EPOCH, day));
  const todayNumber = numberOf(today);
  const fitRules = scheme.fit.rules.map((rule) => ({ rule, matches: compileFilter(rule.where, moment) }));
  const readsClock = scheme.fit.rules.some(({ where }) => dependenciesOf(where).readsClock);

  const counted = (tally: Tally): readonly CountedRule[] =>
    scheme.engagement.rules.flatMap((rule) => {
      const days = tally.find((each) => each.rule === rule.id)?.days;
      return days ? [{ rule, days: days.map(([day, count]) => [numberOf(day), count] as const) }] : [];
    });
  const sumsOn = (day: number, fit: readonly RulePoints[], rules: readonly CountedRule[]): Summed => {
    const given = [...fit];
    let pace = 0;
    for (const { rule, days } of rules) {
      const { points, pace: ofRule, ...events } = ruleSum(rule, days, day);
      pace += ofRule;
      if (events.times > 0)
        given.push({
          axis: 'engagement',
          rule: rule.id,
          ...(rule.group !== undefined && { group: rule.group }),
          points,
          events,
        });
    }
    return { ...summed(scheme, given), pace };
  };

  /**
   * The day on which the rounded points may first differ. Limits never make a sum move faster, so as long as the pace of
   * all rules cannot carry it over the edge of rounding, days can be skipped.
   */
  const nextChange = (start: Summed, fit: readonly RulePoints[], rules: readonly CountedRule[]): Day | undefined => {
    let day = todayNumber;
    let here = start;
    for (let steps = 0; steps < MOST_STEPS; steps++) {
      const turn = Math.min(...rules.map((each) => nextTurn(each.rule, each.days, day)));
      const room = Math.min(toEdge(here.exact.engagement), toEdge(here.exact.total));
      const ahead = here.pace > 0 ? day + Math.max(1, Math.floor(room / here.pace)) : Number.POSITIVE_INFINITY;
      day = Math.min(turn, ahead);
      if (!(day - todayNumber <= FARTHEST)) return undefined;
      here = sumsOn(day, fit, rules);
      if (here.points.engagement !== start.points.engagement || here.points.total !== start.points.total) break;
    }
    return addDays(today, day - todayNumber);
  };

  return {
    explain(row, tally) {
      const { points, rules, limits } = sumsOn(todayNumber, fitPoints(fitRules, row), counted(tally));
      return { points, rules, limits };
    },
    score(row, tally, current) {
      const fit = fitPoints(fitRules, row);
      const rules = counted(tally);
      const sums = sumsOn(todayNumber, fit, rules);
      return {
        points: sums.points,
        grade: scheme.grades && gradeOf(scheme.grades, sums.points, current),
        dueDay: readsClock ? addDays(today, 1) : nextChange(sums, fit, rules),
      };
    },
  };
}

const EPOCH = '1970-01-01' as Day;
/** What would only change so many days from now is not due. */
const FARTHEST = 3_650;
const MOST_STEPS = 100;

interface CountedRule {
  readonly rule: EngagementRule;
  readonly days: readonly DayCount[];
}

interface Summed extends RuleExplanation {
  readonly exact: Points;
  readonly pace: number;
}

function fitPoints(
  rules: readonly { readonly rule: ScoringScheme['fit']['rules'][number]; readonly matches: Matcher }[],
  row: unknown,
): RulePoints[] {
  return rules
    .filter(({ matches }) => matches(row))
    .map(({ rule: { id, group, points } }) => ({
      axis: 'fit',
      rule: id,
      ...(group !== undefined && { group }),
      points,
    }));
}

function summed(scheme: ScoringScheme, rules: readonly RulePoints[]): Omit<Summed, 'pace'> {
  const limits: LimitPoints[] = [];
  const axisSum = (axis: 'fit' | 'engagement'): number => {
    const { groups = [], limits: ofAxis } = scheme[axis];
    const own = rules.filter((each) => each.axis === axis);
    let sum = own.filter(({ group }) => group === undefined).reduce((all, { points }) => all + points, 0);
    for (const group of groups) sum += groupSum(axis, group, own);
    return limited(ofAxis, sum, { of: axis });
  };
  const groupSum = (axis: 'fit' | 'engagement', group: RuleGroup, own: readonly RulePoints[]): number => {
    const sum = own.filter((each) => each.group === group.id).reduce((all, { points }) => all + points, 0);
    return limited(group, sum, { of: axis, group: group.id });
  };
  const limited = (within: Limits | undefined, sum: number, what: Omit<LimitPoints, 'points'>): number => {
    const kept = clamp(within, sum);
    if (kept !== sum) limits.push({ ...what, points: kept - sum });
    return kept;
  };
  const [fit, engagement] = [axisSum('fit'), axisSum('engagement')];
  const all = totalOf(scheme.limits, fit, engagement);
  if (all.exact.total !== fit + engagement) limits.push({ of: 'total', points: all.exact.total - (fit + engagement) });
  return { ...all, rules, limits };
}

function totalOf(
  limits: Limits | undefined,
  fit: number,
  engagement: number,
): { readonly exact: Points; readonly points: Points } {
  const total = clamp(limits, fit + engagement);
  return {
    exact: { fit, engagement, total },
    points: { fit: rounded(fit), engagement: rounded(engagement), total: rounded(total) },
  };
}

const clamp = (
  { least = Number.NEGATIVE_INFINITY, most = Number.POSITIVE_INFINITY }: Limits = {},
  sum: number,
): number => Math.min(most, Math.max(least, sum));

/** To whole points; never −0. */
const rounded = (points: number): number => Math.round(points) + 0;

/** How far a number is from where it would be rounded to another. */
const toEdge = (points: number): number => 0.5 - Math.abs(points - Math.round(points));
