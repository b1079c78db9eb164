import { type Duration, endShares, kaplanMeier, survivalQuantile } from '@kith/core/pipelines';
import { describe, expect, it } from 'vitest';

/**
 * Times to relapse of 23 people with acute myelogenous leukaemia (Miller, Survival Analysis, 1981): data set `aml` of R's
 * package survival; a minus stands for censored. The figures are those that `summary(survfit(Surv(time, status) ~ x))`
 * prints.
 */
const MAINTAINED = [9, 13, -13, 18, 23, -28, 31, 34, -45, 48, -161];
const NOT_MAINTAINED = [5, 5, 8, 8, 12, -16, 23, 27, 30, 33, 43, 45];

const durations = (times: readonly number[], end = 'relapse'): readonly Duration[] =>
  times.map((time) => (time < 0 ? { time: -time } : { time, end }));

const shown = (times: readonly number[]) =>
  kaplanMeier(durations(times)).map(({ time, atRisk, ended, survival, standardError }) =>
    [time, atRisk, ended, survival.toFixed(3), standardError.toFixed(3)].join(' '),
  );

describe('survival', () => {
  it('PL50 is what R survival says of the aml data', () => {
    expect(shown(MAINTAINED)).toEqual([
      '9 11 1 0.909 0.087',
      '13 10 1 0.818 0.116',
      '18 8 1 0.716 0.140',
      '23 7 1 0.614 0.153',
      '31 5 1 0.491 0.164',
      '34 4 1 0.368 0.163',
      '48 2 1 0.184 0.153',
    ]);
    expect(shown(NOT_MAINTAINED)).toEqual([
      '5 12 2 0.833 0.108',
      '8 10 2 0.667 0.136',
      '12 8 1 0.583 0.142',
      '23 6 1 0.486 0.148',
      '27 5 1 0.389 0.147',
      '30 4 1 0.292 0.139',
      '33 3 1 0.194 0.122',
      '43 2 1 0.097 0.092',
      '45 1 1 0.000 NaN',
    ]);
    const medians = [MAINTAINED, NOT_MAINTAINED].map((times) => survivalQuantile(kaplanMeier(durations(times)), 0.5));
    expect(medians).toEqual([31, 23]);
  });

  it('PL50 has no steps where nothing ended, and no quantile that was not seen', () => {
    expect(kaplanMeier([])).toEqual([]);
    expect(kaplanMeier(durations([-3, -5]))).toEqual([]);
    expect(survivalQuantile(kaplanMeier(durations([1, -2, -3, -4])), 0.5)).toBeUndefined();
    expect(survivalQuantile(kaplanMeier(durations([1, 2, 3, 4])), 0.5)).toBe(2);
    expect(kaplanMeier([{ time: Number.NaN, end: 'x' }]).length).toBeLessThan(2);
  });

  it('PL51 gives each way to end its share', () => {
    const whole = [...durations([1, 2, 3], 'advanced'), ...durations([2, 4], 'lost')];
    const plain = endShares(whole);
    expect(plain.get('advanced')).toBeCloseTo(3 / 5, 12);
    expect(plain.get('lost')).toBeCloseTo(2 / 5, 12);
    const one = endShares(durations(MAINTAINED)).get('relapse');
    expect(one).toBeCloseTo(1 - (kaplanMeier(durations(MAINTAINED)).at(-1)?.survival ?? 0), 12);
    // By hand: at 1 a sixth advances; of 5 left, seen beyond 1, one is lost at 2; of 3 left one advances at 3.
    const censored = [...durations([1, 3], 'advanced'), ...durations([2], 'lost'), ...durations([-2, -4, -5])];
    const shares = endShares(censored);
    expect(shares.get('advanced')).toBeCloseTo(1 / 6 + (5 / 6) * (4 / 5) * (1 / 3), 12);
    expect(shares.get('lost')).toBeCloseTo((5 / 6) * (1 / 5), 12);
  });
});
