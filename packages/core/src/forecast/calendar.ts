import { addDays, type Day, dayIn, daysBetween } from '../kernel/day.js';
import type { Instant } from '../kernel/instant.js';
import { ok, type Result, refuse } from '../kernel/result.js';

/** How long a period of a report is. */
export type PeriodUnit = 'week' | 'month' | 'quarter' | 'year';

/** How the thirteen weeks of a quarter fall to its three months. */
export type WeekPattern = '4-4-5' | '4-5-4' | '5-4-4';

/** How a house counts its years: part of every report, because "this quarter" means nothing without it. */
export interface FiscalCalendar {
  /** The month in which the year begins, 1–12. */
  readonly startMonth: number;
  /** IANA name of the zone the report is made in; decides which day a moment belongs to. */
  readonly timeZone: string;
  /** Whether a year is called after the calendar year it begins in (the default) or the one it ends in. */
  readonly namedBy?: 'first' | 'last';
  /** The day a week begins with, 1 (Monday, the default) to 7 (Sunday). */
  readonly weekStart?: number;
  /** Months made of whole weeks; absent where months are those of the calendar. A 53rd week goes to the last month. */
  readonly pattern?: WeekPattern;
}

/** A stretch of days of a fiscal calendar. What it is called is the interface's to say. */
export interface Period {
  readonly unit: PeriodUnit;
  /** The fiscal year it belongs to. */
  readonly year: number;
  /** Its place among those of its unit in the year, from 1. */
  readonly number: number;
  readonly first: Day;
  /** Belongs to the period. */
  readonly last: Day;
  /** `2026`, `2026-Q2`, `2026-M05` or `2026-W14`: the same for the same days of one calendar. */
  readonly key: string;
}

const LETTERS = { week: 'W', month: 'M', quarter: 'Q' } as const;
const PATTERNS: readonly WeekPattern[] = ['4-4-5', '4-5-4', '5-4-4'];
const MONDAY = '1970-01-05' as Day;

/**
 * Checks a calendar that somebody entered. Refuses with `forecast/not-a-calendar` for a month, a week day, a zone, a pattern
 * of weeks or a way of naming years that does not exist.
 */
export function checkCalendar(calendar: FiscalCalendar): Result<FiscalCalendar> {
  const { startMonth, weekStart = 1, timeZone, pattern = '4-4-5', namedBy = 'first' } = calendar;
  const fits: Readonly<Record<keyof FiscalCalendar, boolean>> = {
    startMonth: isBetween(startMonth, 12),
    weekStart: isBetween(weekStart, 7),
    timeZone: isZone(timeZone),
    pattern: PATTERNS.includes(pattern),
    namedBy: namedBy === 'first' || namedBy === 'last',
  };
  const wrong = Object.entries(fits).find(([, isFit]) => !isFit)?.[0];
  return wrong === undefined
    ? ok(calendar)
    : refuse({
        code: 'forecast/not-a-calendar',
        message:
          'This is no fiscal calendar. Give a month from 1 to 12, a first week day from 1 to 7, an IANA time zone such as Europe/Vienna, weeks as 4-4-5, 4-5-4 or 5-4-4, and say whether a year is named by the first or the last it has days in.',
        path: wrong,
        params: { field: wrong },
        fix: { kind: 'fields', fields: [wrong] },
      });
}

/** The day it is for the report, in the calendar's zone. */
export const reportDay = (calendar: FiscalCalendar, now: Instant): Day => dayIn(calendar.timeZone, now);

/**
 * The period a day lies in.
 *
 * ```ts
 * import type { Day } from '@kith/core';
 * import { periodOf } from '@kith/core/forecast';
 * const april = { startMonth: 4, timeZone: 'Europe/London', namedBy: 'last' } as const;
 * expect(periodOf(april, 'quarter', '2026-11-22' as Day)).toMatchObject({ key: '2027-Q3', first: '2026-10-01', last: '2026-12-31' });
 * ```
 */
export function periodOf(calendar: FiscalCalendar, unit: PeriodUnit, day: Day): Period {
  const year = yearOf(calendar, unit, day);
  const period = periodsOfYear(calendar, unit, year).find(({ last }) => day <= last);
  if (!period) throw new RangeError(`periodOf: "${day}" is not a day. Pass a Day such as 2026-11-22.`);
  return period;
}

/** All periods of a unit that have a day between two days (both included), in order; none when the second is earlier. */
export function periodsBetween(calendar: FiscalCalendar, unit: PeriodUnit, from: Day, to: Day): readonly Period[] {
  if (to < from) return [];
  const periods: Period[] = [];
  const lastYear = yearOf(calendar, unit, to);
  for (let year = yearOf(calendar, unit, from); year <= lastYear; year++)
    periods.push(...periodsOfYear(calendar, unit, year).filter(({ first, last }) => last >= from && first <= to));
  return periods;
}

/** The calendar year in which the fiscal year of a day begins. */
function yearOf(calendar: FiscalCalendar, unit: PeriodUnit, day: Day): number {
  const year = Number(day.slice(0, 4));
  // A year of weeks may begin some days before the first of its month, so the next one is a candidate too.
  if (yearStart(calendar, unit, year + 1) <= day) return year + 1;
  return yearStart(calendar, unit, year) <= day ? year : year - 1;
}

/** Where a year begins; years of weeks on the week day nearest to the first of the month (as ISO 8601 and the NRF do). */
function yearStart(calendar: FiscalCalendar, unit: PeriodUnit, year: number): Day {
  const first = monthStart(year, calendar.startMonth - 1);
  if (calendar.pattern === undefined && unit !== 'week') return first;
  const past = (((daysBetween(MONDAY, first) - ((calendar.weekStart ?? 1) - 1)) % 7) + 7) % 7;
  return addDays(first, past <= 3 ? -past : 7 - past);
}

function periodsOfYear(calendar: FiscalCalendar, unit: PeriodUnit, year: number): readonly Period[] {
  const name = year + (calendar.namedBy === 'last' && calendar.startMonth > 1 ? 1 : 0);
  const starts = startsOfYear(calendar, unit, year);
  const end = yearStart(calendar, unit, year + 1);
  return starts.map((first, index) => ({
    unit,
    year: name,
    number: index + 1,
    first,
    last: addDays(starts[index + 1] ?? end, -1),
    key: keyOf(unit, name, index + 1),
  }));
}

function keyOf(unit: PeriodUnit, year: number, number: number): string {
  if (unit === 'year') return String(year);
  return `${year}-${LETTERS[unit]}${unit === 'quarter' ? number : String(number).padStart(2, '0')}`;
}

function startsOfYear(calendar: FiscalCalendar, unit: PeriodUnit, year: number): readonly Day[] {
  const start = yearStart(calendar, unit, year);
  switch (unit) {
    case 'year':
      return [start];
    case 'quarter':
      return monthsOfYear(calendar, year, start).filter((_, index) => index % 3 === 0);
    case 'month':
      return monthsOfYear(calendar, year, start);
    case 'week': {
      const weeks = daysBetween(start, yearStart(calendar, unit, year + 1)) / 7;
      return Array.from({ length: weeks }, (_, index) => addDays(start, 7 * index));
    }
  }
}

function monthsOfYear(calendar: FiscalCalendar, year: number, start: Day): readonly Day[] {
  if (calendar.pattern === undefined)
    return Array.from({ length: 12 }, (_, index) => monthStart(year, calendar.startMonth - 1 + index));
  const weeks = calendar.pattern.split('-').map(Number);
  const starts: Day[] = [];
  let day = start;
  for (let index = 0; index < 12; index++) {
    starts.push(day);
    day = addDays(day, 7 * (weeks[index % 3] ?? 0));
  }
  return starts;
}

const monthStart = (year: number, month: number): Day => {
  const at = year + Math.floor(month / 12);
  return `${String(at).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}-01` as Day;
};

const isBetween = (value: number, most: number): boolean => Number.isInteger(value) && value >= 1 && value <= most;

function isZone(timeZone: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone });
    return true;
  } catch {
    // Intl has no other way to ask whether it knows a zone.
    return false;
  }
}
