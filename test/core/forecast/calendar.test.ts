import { addDays, type Day, daysBetween, type Instant } from '@kith/core';
import { checkCalendar, type FiscalCalendar, periodOf, periodsBetween, reportDay } from '@kith/core/forecast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';
import { problemOf } from '../../support/result.js';

const day = (text: string): Day => text as Day;
const APRIL: FiscalCalendar = { startMonth: 4, timeZone: 'Europe/London', namedBy: 'last' };
/** The calendar of the American National Retail Federation. */
const RETAIL: FiscalCalendar = { startMonth: 2, timeZone: 'America/New_York', weekStart: 7, pattern: '4-5-4' };

const calendars = fc.record(
  {
    startMonth: fc.integer({ min: 1, max: 12 }),
    timeZone: fc.constant('UTC'),
    namedBy: fc.constantFrom('first' as const, 'last' as const),
    weekStart: fc.integer({ min: 1, max: 7 }),
    pattern: fc.constantFrom('4-4-5' as const, '4-5-4' as const, '5-4-4' as const),
  },
  { requiredKeys: ['startMonth', 'timeZone'] },
);
const units = fc.constantFrom('week' as const, 'month' as const, 'quarter' as const, 'year' as const);
const days = fc.integer({ min: 0, max: 40_000 }).map((count) => addDays(day('1960-01-01'), count));

describe('The fiscal calendar', () => {
  it('FC1 begins the year in any month and calls it after its first or last calendar year', () => {
    expect(periodOf(APRIL, 'year', day('2026-03-31'))).toMatchObject({
      key: '2026',
      first: '2025-04-01',
      last: '2026-03-31',
    });
    expect(periodOf(APRIL, 'year', day('2026-04-01')).key).toBe('2027');
    expect(periodOf({ ...APRIL, namedBy: 'first' }, 'year', day('2026-04-01')).key).toBe('2026');
    expect(periodOf(APRIL, 'quarter', day('2027-01-31'))).toMatchObject({
      key: '2027-Q4',
      number: 4,
      first: '2027-01-01',
    });
    expect(periodOf(APRIL, 'month', day('2028-02-29'))).toMatchObject({ key: '2028-M11', last: '2028-02-29' });
  });

  it('FC2 puts every day into exactly one period of a unit, one after the other without a gap', () => {
    fc.assert(
      fc.property(calendars, units, days, fc.integer({ min: 0, max: 1200 }), (calendar, unit, from, length) => {
        const to = addDays(from, length);
        const periods = periodsBetween(calendar, unit, from, to);
        expect(periods[0]).toEqual(periodOf(calendar, unit, from));
        expect(periods.at(-1)).toEqual(periodOf(calendar, unit, to));
        periods.forEach((period, index) => {
          expect(period.first <= period.last).toBe(true);
          const next = periods[index + 1];
          if (next) expect(next.first).toBe(addDays(period.last, 1));
        });
        expect(new Set(periods.map(({ key }) => key)).size).toBe(periods.length);
      }),
      fuzz(300),
    );
    expect(periodsBetween(APRIL, 'month', day('2026-02-01'), day('2026-01-31'))).toEqual([]);
  });

  it('FC3 makes months of whole weeks, the year beginning nearest to the first; week 53 goes to the last month', () => {
    // The retail year 2023 had 53 weeks: 29 January 2023 to 3 February 2024 (nrf.com, 4-5-4 calendar).
    expect(periodOf(RETAIL, 'year', day('2023-07-01'))).toMatchObject({
      key: '2023',
      first: '2023-01-29',
      last: '2024-02-03',
    });
    expect(periodOf(RETAIL, 'month', day('2024-02-03'))).toMatchObject({
      number: 12,
      first: '2023-12-31',
      last: '2024-02-03',
    });
    expect(periodOf(RETAIL, 'month', day('2023-03-01'))).toMatchObject({ first: '2023-02-26', last: '2023-04-01' });
    expect(periodOf(RETAIL, 'year', day('2024-02-04'))).toMatchObject({ key: '2024', last: '2025-02-01' });
    fc.assert(
      fc.property(calendars, days, (calendar, at) => {
        const weekly = { ...calendar, pattern: '4-4-5' as const };
        const { first, last, number } = periodOf(weekly, 'quarter', at);
        const weeks = (daysBetween(first, last) + 1) / 7;
        expect(number === 4 ? [13, 14] : [13]).toContain(weeks);
      }),
      fuzz(200),
    );
  });

  it('FC4 counts the weeks of ISO 8601 when the year begins in January and the week on Monday', () => {
    const iso = { startMonth: 1, timeZone: 'UTC' };
    expect(periodOf(iso, 'week', day('2021-01-03')).key).toBe('2020-W53');
    expect(periodOf(iso, 'week', day('2024-12-30')).key).toBe('2025-W01');
    expect(periodOf(iso, 'week', day('2026-11-22'))).toMatchObject({ key: '2026-W47', first: '2026-11-16' });
  });

  it('FC5 takes the day a moment belongs to from the zone of the report', () => {
    const now = '2026-04-01T02:00:00.000Z' as Instant;
    expect(reportDay({ startMonth: 1, timeZone: 'America/New_York' }, now)).toBe('2026-03-31');
    expect(reportDay({ startMonth: 1, timeZone: 'Asia/Shanghai' }, now)).toBe('2026-04-01');
  });

  it('FC6 refuses a month, a week day, a zone, weeks or a name that do not exist', () => {
    expect(checkCalendar(RETAIL)).toEqual({ ok: true, value: RETAIL });
    expect(problemOf(checkCalendar({ ...APRIL, startMonth: 13 }))).toMatchObject({
      code: 'forecast/not-a-calendar',
      path: 'startMonth',
    });
    expect(problemOf(checkCalendar({ ...APRIL, weekStart: 0 })).path).toBe('weekStart');
    expect(problemOf(checkCalendar({ ...APRIL, timeZone: 'Mars/Olympus' })).path).toBe('timeZone');
    expect(problemOf(checkCalendar({ ...APRIL, pattern: '3-3-3' as never })).path).toBe('pattern');
    expect(problemOf(checkCalendar({ ...APRIL, namedBy: 'middle' as never })).path).toBe('namedBy');
  });
});
