import { addDays, type Day, type Id, type Instant, instantOf } from '@kith/core';
import {
  type Alert,
  AlertRule,
  acknowledged,
  anomalyOf,
  checkAlertRule,
  judgeMetric,
  type MetricCondition,
  type MetricWatch,
  notQuietFrom,
  snoozed,
  stepAlert,
} from '@kith/core/alerts';
import { newMetricBook } from '@kith/core/goals';
import { describe, expect, it } from 'vitest';
import { problemOf } from '../../support/result.js';

const NOW = '2026-11-22T09:30:00.000Z' as Instant;
const TODAY = '2026-11-22' as Day;
const later = (hours: number) => instantOf(Date.parse(NOW) + hours * 3_600_000);
const metric = { collection: 'leads', day: 'at' };
const watch = (condition: MetricCondition, changes: Partial<MetricWatch> = {}): MetricWatch => ({
  metric,
  days: 1,
  condition,
  ...changes,
});
/** Leads by day, the last number for yesterday. */
function bookOf(counts: readonly number[]) {
  const book = newMetricBook(metric, 'UTC');
  counts.forEach((count, index) => {
    const at = addDays(TODAY, index - counts.length);
    for (let number = 0; number < count; number++) book.apply(`lead_${index}_${number}`, { at });
  });
  return book;
}
const rule = (changes: Partial<AlertRule> = {}): AlertRule => ({
  id: 'alertRule_1' as Id<'alertRule'>,
  name: 'Leads',
  watch: watch({ is: 'value', side: 'above', raise: 10, clear: 5 }),
  createdAt: NOW,
  modifiedAt: NOW,
  ...changes,
});
const NIGHT = { timeZone: 'Europe/Vienna', from: '22:00', to: '07:00' };

describe('anomalyOf', () => {
  it('AL1 is the modified z-score of Iglewicz and Hoaglin', () => {
    // Their own example's form: median 2.11, MAD 0.06, so 3.1 is 0.6745 · 0.99 ÷ 0.06 deviations away.
    const history = [2.11, 2.05, 2.17, 2.1, 2.2, 2.0, 2.12];
    const found = anomalyOf(3.1, history);
    expect(found?.median).toBe(2.11);
    expect(found?.score).toBeCloseTo((0.6745 * 0.99) / 0.06, 9);
  });

  it('AL1 says of ten values what one reckons by hand', () => {
    // Median (3.2 + 3.4) ÷ 2 = 3.3; deviations sorted .1 .1 .1 .2 .2 .3 .3 .5 .9 4.2, so their median is .25.
    const values = [2.4, 2.8, 3.0, 3.1, 3.2, 3.4, 3.5, 3.6, 3.4, 7.5];
    expect(anomalyOf(7.5, values)?.median).toBeCloseTo(3.3, 12);
    expect(anomalyOf(7.5, values)?.score).toBeCloseTo((0.6745 * 4.2) / 0.25, 9);
    expect(anomalyOf(2.4, values)?.score).toBeCloseTo((-0.6745 * 0.9) / 0.25, 9);
  });

  it('AL1 is not moved by wild values of the past, as a mean and a standard deviation are', () => {
    const history = [10, 11, 9, 10, 12, 10, 1_000];
    expect(anomalyOf(30, history)?.score).toBeGreaterThan(3.5);
    const mean = history.reduce((sum, each) => sum + each, 0) / history.length;
    expect(30).toBeLessThan(mean);
  });

  it('AL2 falls back on the mean deviation where most values are the same, and says nothing of too few', () => {
    expect(anomalyOf(3, [0, 0, 0, 0, 2])?.score).toBeCloseTo(3 / (1.253314 * 0.4), 9);
    expect(anomalyOf(1, [0, 0, 0, 0, 0])?.score).toBe(Number.POSITIVE_INFINITY);
    expect(anomalyOf(0, [0, 0, 0, 0, 0])?.score).toBe(0);
    expect(anomalyOf(9, [1, 2, 3, 4])).toBeUndefined();
  });
});

describe('judgeMetric', () => {
  it('AL3 holds a value against two bounds, from either side', () => {
    const says = (condition: MetricCondition, yesterday: number) =>
      judgeMetric(watch(condition), bookOf([3, yesterday]), TODAY).says;
    const above: MetricCondition = { is: 'value', side: 'above', raise: 10, clear: 5 };
    expect([4, 7, 10].map((value) => says(above, value))).toEqual(['clear', 'between', 'raise']);
    const below: MetricCondition = { is: 'value', side: 'below', raise: 2, clear: 5 };
    expect([6, 3, 2].map((value) => says(below, value))).toEqual(['clear', 'between', 'raise']);
  });

  it('AL3 adds up whole days up to yesterday, or with today', () => {
    const book = bookOf([4, 5, 6]);
    book.apply('today', { at: TODAY });
    const value = (changes: Partial<MetricWatch>) =>
      judgeMetric(watch({ is: 'value', side: 'above', raise: 100, clear: 90 }, changes), book, TODAY).value;
    expect(value({ days: 2 })).toBe(11);
    expect(value({ days: 2, upTo: 'today' })).toBe(7);
  });

  it('AL4 compares with what was before, and says nothing where that was nothing', () => {
    const fall: MetricCondition = { is: 'change', side: 'below', raise: 0.3, clear: 0.1, stretches: 3 };
    expect(judgeMetric(watch(fall), bookOf([10, 10, 10, 7]), TODAY)).toEqual({ says: 'raise', value: 7, expected: 10 });
    expect(judgeMetric(watch(fall), bookOf([10, 10, 10, 8]), TODAY).says).toBe('between');
    expect(judgeMetric(watch(fall), bookOf([10, 10, 10, 9]), TODAY).says).toBe('clear');
    expect(judgeMetric(watch(fall), bookOf([0, 0, 0, 9]), TODAY).says).toBe('between');
    const rise: MetricCondition = { is: 'change', side: 'above', raise: 1, clear: 0.5 };
    expect(judgeMetric(watch(rise, { days: 2 }), bookOf([1, 2, 3, 3]), TODAY)).toMatchObject({
      says: 'raise',
      expected: 3,
    });
  });

  it('AL14 compares with the same days a week, a month or a year earlier', () => {
    const book = newMetricBook(metric, 'UTC');
    const put = (on: string, count: number): void => {
      for (let number = 0; number < count; number++) book.apply(`${on}_${number}`, { at: on });
    };
    const fall = (apart: 'week' | 'month' | 'year', stretches = 1): MetricCondition => ({
      is: 'change',
      side: 'below',
      raise: 0.5,
      clear: 0.1,
      stretches,
      apart,
    });
    for (const [on, count] of [
      ['2026-11-21', 4],
      ['2026-11-14', 10],
      ['2026-11-07', 6],
      ['2026-10-21', 5],
      ['2025-11-21', 4],
      ['2024-11-21', 8],
    ] as const)
      put(on, count);
    const expected = (condition: MetricCondition, changes: Partial<MetricWatch> = {}, today = TODAY) =>
      judgeMetric(watch(condition, changes), book, today).expected;
    expect(expected(fall('week'))).toBe(10);
    expect(expected(fall('week', 2))).toBe(8);
    expect(expected(fall('month'))).toBe(5);
    expect(expected(fall('year', 2))).toBe(6);
    expect(judgeMetric(watch(fall('week')), book, TODAY)).toEqual({ says: 'raise', value: 4, expected: 10 });
    expect(judgeMetric(watch(fall('year')), book, TODAY).says).toBe('clear');
    // Two days up to 21 November beside two days up to the 14th.
    put('2026-11-13', 2);
    expect(expected(fall('week'), { days: 2 })).toBe(12);
    put('2026-02-28', 7);
    put('2024-02-29', 9);
    expect(expected(fall('month'), { upTo: 'today' }, '2026-03-31' as Day)).toBe(7);
    expect(expected(fall('year'), { upTo: 'today' }, '2025-02-28' as Day)).toBe(0);
    expect(expected(fall('month', 3), { upTo: 'today' }, '2024-05-31' as Day)).toBe(3);
  });

  it('AL5 compares Sundays with Sundays: a weekend is no anomaly, half of a Monday is', () => {
    // Ten weeks, Sunday last but one: 22 November 2026 is a Sunday, so yesterday is a Saturday.
    const week = [2, 20, 21, 19, 20, 22, 3];
    const counts = Array.from({ length: 70 }, (_, index) => (week[(index + 0) % 7] ?? 0) + (index % 3 === 0 ? 1 : 0));
    const unusual: MetricCondition = { is: 'anomaly', side: 'both', raise: 3.5, clear: 2 };
    expect(judgeMetric(watch(unusual), bookOf(counts), TODAY).says).not.toBe('raise');
    const withoutSeason: MetricCondition = { ...unusual, season: 1, seasons: 13 };
    expect(judgeMetric(watch(withoutSeason), bookOf(counts), TODAY).says).toBe('raise');
    const quiet = counts.with(-2, 8);
    expect(judgeMetric(watch(unusual), bookOf(quiet), addDays(TODAY, -1)).says).toBe('raise');
  });

  it('AL5 says nothing while the past is too short', () => {
    const unusual: MetricCondition = { is: 'anomaly', side: 'above', raise: 3.5, clear: 2 };
    expect(judgeMetric(watch(unusual), bookOf(Array.from({ length: 34 }, () => 1)), TODAY).says).toBe('between');
  });
});

describe('stepAlert', () => {
  it('AL6 raises once, keeps quiet between the bounds, and raises again only after it was clear', () => {
    let last: Alert | undefined;
    let raised = 0;
    const seen = (['raise', 'between', 'raise', 'clear', 'between', 'raise'] as const).map((says, hour) => {
      const step = stepAlert(rule(), last, { says, value: 1 }, later(hour));
      if (step?.kind === 'raise') last = { ...(step.alert as Alert), id: `alert_${++raised}` as Id<'alert'> };
      else if (step) last = step.alert;
      return step?.kind ?? 'nothing';
    });
    expect(seen).toEqual(['raise', 'nothing', 'nothing', 'change', 'nothing', 'raise']);
  });

  it('AL7 defers what happens in quiet hours to their end, in their zone, also over a change of clocks', () => {
    const at = '2026-10-24T21:30:00.000Z' as Instant;
    expect(notQuietFrom(NIGHT, at)).toBe('2026-10-25T06:00:00.000Z');
    expect(notQuietFrom(NIGHT, '2026-10-24T19:59:59.999Z' as Instant)).toBe('2026-10-24T19:59:59.999Z');
    expect(notQuietFrom({ ...NIGHT, from: '12:00', to: '13:00' }, '2026-11-22T11:15:00.000Z' as Instant)).toBe(
      '2026-11-22T12:00:00.000Z',
    );
    const quiet = rule({ quiet: NIGHT });
    const raised = stepAlert(quiet, undefined, { says: 'raise' }, at);
    if (raised?.kind !== 'raise') throw new Error('not raised');
    expect(raised.alert).not.toHaveProperty('notifiedAt');
    const alert = raised.alert as Alert;
    // It is over before anybody could be told: they still are, once.
    const cleared = stepAlert(quiet, alert, { says: 'clear' }, '2026-10-25T02:00:00.000Z' as Instant);
    if (cleared?.kind !== 'change') throw new Error('not cleared');
    expect(cleared.alert).not.toHaveProperty('notifiedAt');
    const told = stepAlert(quiet, cleared.alert, { says: 'clear' }, '2026-10-25T06:00:00.000Z' as Instant);
    if (told?.kind !== 'change') throw new Error('not told');
    expect(told.alert.notifiedAt).toBe('2026-10-25T06:00:00.000Z');
    expect(stepAlert(quiet, told.alert, { says: 'clear' }, '2026-10-25T07:00:00.000Z' as Instant)).toBeUndefined();
  });

  it('AL8 tells nobody of what was acknowledged, and tells again after a snooze', () => {
    const raised = stepAlert(rule(), undefined, { says: 'raise' }, NOW);
    if (raised?.kind !== 'raise') throw new Error('not raised');
    const alert = raised.alert as Alert;
    const asleep = snoozed(alert, later(4), rule());
    expect(stepAlert(rule(), asleep, { says: 'raise' }, later(3))).toBeUndefined();
    expect(stepAlert(rule(), asleep, { says: 'raise' }, later(4))).toMatchObject({ alert: { notifiedAt: later(4) } });
    const seen = acknowledged(asleep, later(1), undefined);
    expect(stepAlert(rule(), seen, { says: 'raise' }, later(5))).toBeUndefined();
    expect(acknowledged(seen, later(2), undefined)).toBe(seen);
    expect(snoozed(alert, '2026-11-22T23:00:00.000Z' as Instant, rule({ quiet: NIGHT })).notifyAt).toBe(
      '2026-11-23T06:00:00.000Z',
    );
  });
});

describe('checkAlertRule', () => {
  it.each([
    [{ quiet: { ...NIGHT, timeZone: 'Europe/Atlantis' } }, 'alerts/wrong-quiet-hours'],
    [{ quiet: { ...NIGHT, from: '25:00' } }, 'alerts/wrong-quiet-hours'],
    [{ quiet: { ...NIGHT, to: '22:00' } }, 'alerts/wrong-quiet-hours'],
    [
      { watch: { metric, days: 1, condition: { is: 'value', side: 'above', raise: 5, clear: 6 } } },
      'alerts/no-hysteresis',
    ],
    [
      { watch: { metric, days: 1, condition: { is: 'value', side: 'below', raise: 5, clear: 4 } } },
      'alerts/no-hysteresis',
    ],
  ] as const)('AL9 refuses a rule that cannot be meant: %j', (changes, code) => {
    expect(problemOf(checkAlertRule(rule(changes as Partial<AlertRule>))).code).toBe(code);
  });

  it.each([0, -0, -3.5])('AL15 refuses an anomaly that is raised at %d deviations', (raise) => {
    const anomaly = (at: number, clear = -4) => ({
      metric: { collection: 'companies', day: 'createdAt' },
      days: 1,
      condition: { is: 'anomaly' as const, side: 'both' as const, raise: at, clear },
    });
    const refused = problemOf(checkAlertRule(rule({ watch: anomaly(raise) })));
    expect(refused).toMatchObject({ code: 'alerts/always-unusual', path: 'watch.condition.raise' });
    expect(checkAlertRule(rule({ watch: anomaly(0.5, 0) })).ok).toBe(true);
  });

  it.each([-0.5, -4])('AL16 refuses an anomaly both ways that is cleared at %d deviations', (clear) => {
    const anomaly = (side: 'above' | 'below' | 'both', at: number) => ({
      metric: { collection: 'companies', day: 'createdAt' },
      days: 1,
      condition: { is: 'anomaly' as const, side, raise: 3.5, clear: at },
    });
    const refused = problemOf(checkAlertRule(rule({ watch: anomaly('both', clear) })));
    expect(refused).toMatchObject({ code: 'alerts/never-over', path: 'watch.condition.clear' });
    expect(checkAlertRule(rule({ watch: anomaly('both', 0) })).ok).toBe(true);
    expect(checkAlertRule(rule({ watch: anomaly('above', clear) })).ok).toBe(true);
  });

  it('AL9 takes one that can', () => {
    expect(checkAlertRule(rule({ quiet: NIGHT })).ok).toBe(true);
    expect(AlertRule.safeParse(rule({ quiet: NIGHT })).error).toBeUndefined();
  });
});
