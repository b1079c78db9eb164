import type { Day, Id, Instant } from '@kith/core';
import {
  type Adjustment,
  adjustedColumns,
  attainment,
  type Columns,
  checkAdjustment,
  makeForecast,
  periodsBetween,
  placeQuotas,
  type Quota,
  standingAdjustments,
} from '@kith/core/forecast';
import { describe, expect, it } from 'vitest';
import { problemOf, valueOf } from '../../support/result.js';
import { ASOF, deal, dollars, euros, MONTHS } from './deals.js';

const day = (text: string): Day => text as Day;
const HANNA = 'user_hanna' as Id<'user'>;
const JUNE = MONTHS[2] ?? expect.fail('no June');
const quota = (changes: Partial<Quota> = {}): Quota => ({
  id: 'quota_1',
  holder: HANNA,
  first: JUNE.first,
  last: JUNE.last,
  target: euros(400_000),
  ...changes,
});
const columns: Columns =
  makeForecast({ periods: MONTHS, asOf: ASOF }, [
    deal({ status: 'won', probability: 100, category: 'closed' }),
    deal({ category: 'commit' }),
    deal({ category: 'bestCase', amount: euros(500_000) }),
  ]).line().perCurrency[0] ?? expect.fail('no columns');

describe('Quotas', () => {
  it('FC16 lose none when the calendar or the hierarchy changes: those for other days are kept beside (defect 15)', () => {
    const quotas = [
      quota(),
      quota({ id: 'quota_2', first: day('2026-04-01') }),
      quota({ id: 'quota_3', holder: 'team_gone' as Id<'team'> }),
    ];
    const before = placeQuotas(quotas, MONTHS);
    expect(before.byPeriod.get('2026-M06')?.map(({ id }) => id)).toEqual(['quota_1', 'quota_3']);
    expect(before.elsewhere.map(({ id }) => id)).toEqual(['quota_2']);
    const weeks = periodsBetween(
      { startMonth: 2, timeZone: 'UTC', pattern: '4-4-5' },
      'month',
      day('2026-01-01'),
      day('2026-12-31'),
    );
    const after = placeQuotas(quotas, weeks);
    expect([...after.elsewhere, ...[...after.byPeriod.values()].flat()]).toHaveLength(3);
    expect(placeQuotas(after.elsewhere, MONTHS).byPeriod.get('2026-M06')).toHaveLength(2);
  });

  it('FC26 tell attainment, gap, coverage (open pipeline ÷ gap) and pace (closed ÷ what is due by now)', () => {
    const result = valueOf(attainment(quota(), columns, day('2026-06-16')));
    expect(result).toEqual({
      target: 400_000_00,
      closed: 100_000_00,
      attained: 0.25,
      gap: 300_000_00,
      coverage: 2,
      pace: 0.5,
    });
    expect(valueOf(attainment(quota({ target: euros(100_000) }), columns, JUNE.first))).toEqual({
      target: 100_000_00,
      closed: 100_000_00,
      attained: 1,
      gap: 0,
    });
    expect(valueOf(attainment(quota({ target: euros(0) }), columns, JUNE.last))).toEqual({
      target: 0,
      closed: 100_000_00,
      gap: 0,
    });
  });

  it('FC27 in a currency without a rate are refused with a problem that names it', () => {
    const foreign = quota({ target: dollars(1000) });
    expect(problemOf(attainment(foreign, columns, ASOF))).toMatchObject({
      code: 'forecast/quota-without-rate',
      params: { quota: 'quota_1', from: 'USD', to: 'EUR' },
    });
    const rates = [{ from: 'USD', to: 'EUR', day: day('2026-06-01'), rate: 0.8 }];
    expect(valueOf(attainment(foreign, columns, ASOF, rates)).target).toBe(800_00);
  });
});

describe('Adjustments', () => {
  const adjustment: Adjustment = {
    id: 'adjustment_1',
    holder: HANNA,
    first: JUNE.first,
    last: JUNE.last,
    column: 'commit',
    amount: euros(150_000),
    note: 'The ministry signs in July.',
    by: 'user_boss' as Id<'user'>,
    at: '2026-05-10T08:00:00.000Z' as Instant,
  };

  it('FC28 stand beside the sum of the deals, the latest for its column and days', () => {
    const later = {
      ...adjustment,
      id: 'adjustment_2',
      amount: euros(180_000),
      at: '2026-05-11T08:00:00.000Z' as Instant,
    };
    const others = [
      { ...adjustment, amount: dollars(1) },
      { ...adjustment, holder: 'team_x' as Id<'team'> },
      { ...later, first: day('2026-05-01') },
    ];
    expect(adjustedColumns(columns, [later, adjustment, ...others], HANNA, JUNE)).toEqual([
      { column: 'commit', summed: 200_000_00, adjusted: 180_000_00, by: later },
    ]);
  });

  it('FC34 hold as the latest said, unless it was taken back', () => {
    const place = { holder: 'team_north', first: '2026-06-01', last: '2026-06-30', note: 'Why' };
    const said = (id: string, column: string, at: string, amount?: number) =>
      ({ ...place, id, column, at, ...(amount !== undefined && { amount: euros(amount) }) }) as never;
    const standing = standingAdjustments([
      said('3', 'commit', '2026-05-03T00:00:00.000Z', 7),
      said('1', 'commit', '2026-05-01T00:00:00.000Z', 5),
      said('2', 'bestCase', '2026-05-01T00:00:00.000Z', 9),
      said('4', 'bestCase', '2026-05-02T00:00:00.000Z'),
    ]);
    expect(standing.map(({ id }) => id)).toEqual(['3']);
  });

  it('FC29 say why', () => {
    expect(checkAdjustment(adjustment).ok).toBe(true);
    expect(problemOf(checkAdjustment({ ...adjustment, note: '  ' }))).toMatchObject({
      code: 'forecast/note-missing',
      path: 'note',
    });
  });
});
