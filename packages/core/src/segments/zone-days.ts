import { type Day, startOfDay } from '../kernel/day.js';
import { instantOf } from '../kernel/instant.js';

const MILLIS_PER_DAY = 86_400_000;
/** The outermost days may begin in a year that cannot be written. */
const FIRST = Date.parse('0001-01-01T00:00:00.000Z') / MILLIS_PER_DAY;
const LAST = Date.parse('9999-12-31T00:00:00.000Z') / MILLIS_PER_DAY;

/** The days of a time zone, as numbers of days since 1970. What was worked out once is remembered: zones are slow to ask. */
export interface ZoneDays {
  /** The moment a day begins, in milliseconds; minus or plus infinity at the ends of the years 0001 to 9999. */
  startOf(day: number): number;
  /** The day it is at a moment. */
  dayAt(millis: number): number;
}

/** Throws a RangeError for a zone that is not known. */
export function zoneDays(timeZone: string): ZoneDays {
  const starts = new Map<number, number>();
  const startOf = (day: number): number => {
    const known = starts.get(day);
    if (known !== undefined) return known;
    const start =
      day <= FIRST
        ? Number.NEGATIVE_INFINITY
        : day >= LAST
          ? Number.POSITIVE_INFINITY
          : Date.parse(startOfDay(dayText(day), timeZone));
    starts.set(day, start);
    return start;
  };
  // A mistaken name of a zone is told here, and not in the middle of a change.
  startOf(0);
  return {
    startOf,
    dayAt(millis) {
      // No zone is a whole day away from UTC but for a few hours, so one of three days it is.
      const about = Math.floor(millis / MILLIS_PER_DAY);
      if (startOf(about + 1) <= millis) return about + 1;
      return startOf(about) <= millis ? about : about - 1;
    },
  };
}

/** The day of a number: `2026-11-22` for 20779. */
export const dayText = (day: number): Day => instantOf(day * MILLIS_PER_DAY).slice(0, 10) as Day;

/** The number of a day that exists. */
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00.000Z`) / MILLIS_PER_DAY;
