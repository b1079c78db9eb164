import { type Instant, instantOf, isInstant } from './instant.js';

/**
 * A calendar day, `2026-12-18`, in the years 0001 to 9999: a promise such as a close date or a birthday. It has no time
 * and no zone, so it never shifts when somebody else looks at it. Sorts as text.
 */
export type Day = string & { readonly __day: true };

const MILLIS_PER_DAY = 86_400_000;

/** Whether a string is a day that exists: `2026-02-29` is not one. */
export const isDay = (value: string): value is Day => isInstant(`${value}T00:00:00.000Z`);

/**
 * The day it is in a time zone (IANA name) at a moment. Throws a RangeError for a zone that is not known.
 *
 * ```ts
 * import { dayIn, type Instant } from '@kith/core';
 * const at = '2026-11-22T23:30:00.000Z' as Instant;
 * expect(dayIn('America/New_York', at)).toBe('2026-11-22');
 * expect(dayIn('Europe/Vienna', at)).toBe('2026-11-23');
 * ```
 */
export const dayIn = (timeZone: string, at: Instant): Day =>
  new Date(wallClock(timeZone, Date.parse(at))).toISOString().slice(0, 10) as Day;

/** The day so many days later; earlier when negative. Throws a RangeError beyond the years 0001 to 9999. */
export const addDays = (day: Day, days: number): Day =>
  instantOf(midnightUtc(day) + days * MILLIS_PER_DAY).slice(0, 10) as Day;

/** Whole days from the first day to the second; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number => (midnightUtc(to) - midnightUtc(from)) / MILLIS_PER_DAY;

/**
 * The first moment of a day in a time zone. Where a clock change skips midnight (Cairo in April), that is the first
 * moment after the gap; where it repeats midnight, the earlier of the two; where a zone skipped the whole day (Apia,
 * 30 December 2011), the first moment of the next one.
 */
export const startOfDay = (day: Day, timeZone: string): Instant => instantOf(momentAt(timeZone, midnightUtc(day)));

/**
 * The moment at which the clocks of a zone show what `wallClock` answers; the earlier one where a clock change repeats it.
 * What a change skips is the first moment after the gap, or whatever `skipped` makes of it.
 */
export function momentAt(timeZone: string, shown: number, skipped: typeof afterGap = afterGap): number {
  // A zone changes its clock at most once in that time, so one of the offsets a good day before and after holds.
  const candidates = [shown - 1.1 * MILLIS_PER_DAY, shown + 1.1 * MILLIS_PER_DAY].map(
    (near) => shown + near - wallClock(timeZone, near),
  );
  return candidates.find((millis) => wallClock(timeZone, millis) === shown) ?? skipped(candidates, shown, timeZone);
}

/**
 * Looks for the clock change that skipped a time: the first moment whose wall clock has passed it. By the offset before the
 * gap the time comes out behind it, by the one behind it before.
 */
function afterGap([after = 0, before = 0]: readonly number[], shown: number, timeZone: string): number {
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (wallClock(timeZone, middle) < shown) before = middle;
    else after = middle;
  }
  return after;
}

/** For {@link momentAt}: what a clock change skips is as much later as the clock is put forward. */
export const asMuchLater: typeof afterGap = ([later = 0]) => later;

const midnightUtc = (day: string): number => Date.parse(`${day}T00:00:00.000Z`);

/** What the clocks of a zone show at a moment, as if they showed UTC: the moment plus the zone's offset. */
export function wallClock(timeZone: string, millis: number): number {
  // Asking takes microseconds, and rules ask again and again. Since 1973 clocks change on whole minutes only.
  const step = millis > 1e11 ? 60_000 : 1_000;
  const start = Math.floor(millis / step) * step;
  const key = timeZone + start;
  if (last !== key) {
    // Parsing the text is half the cost of formatToParts; en-US with these options writes 11/22/2026, 09:30:00.
    const [month, day, year, hour, minute, second] = formatterOf(timeZone).format(start).match(/\d+/g) ?? [];
    offset = Date.parse(`${year?.padStart(4, '0')}-${month}-${day}T${hour}:${minute}:${second}.000Z`) - start;
    last = key;
  }
  return millis + offset;
}

/** Which zone was asked last, and when, and what its offset was then. */
let last = '';
let offset = 0;

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', {
      timeZone,
      // 'iso8601' turns Julian before 1582; 'gregory' is the proleptic calendar of ISO 8601.
      calendar: 'gregory',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
