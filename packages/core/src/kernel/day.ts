import type { Instant } from './instant.js';
import { instantOf } from './instant.js';

/**
 * A calendar day, `2026-12-18`: a promise such as a close date or a birthday. It has no time and no zone, so it never
 * shifts when somebody else looks at it. Sorts as text.
 */
export type Day = string & { readonly __day: true };

const SHAPE = /^(\d{4})-(\d{2})-(\d{2})$/;
const MILLIS_PER_DAY = 86_400_000;

/** Whether a string is a day that exists: `2026-02-29` is not one. */
export function isDay(value: string): value is Day {
  if (!SHAPE.test(value)) return false;
  const millis = Date.parse(`${value}T00:00:00.000Z`);
  return !Number.isNaN(millis) && new Date(millis).toISOString().slice(0, 10) === value;
}

/** The day it is in a time zone (IANA name, `Europe/Vienna`) at a moment. */
export function dayIn(timeZone: string, at: Instant): Day {
  const parts = formatterOf(timeZone).formatToParts(Date.parse(at));
  const part = (type: string): string => parts.find((each) => each.type === type)?.value ?? '';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}` as Day;
}

/** The day so many days later; earlier when negative. */
export const addDays = (day: Day, days: number): Day =>
  instantOf(Date.parse(`${day}T00:00:00.000Z`) + days * MILLIS_PER_DAY).slice(0, 10) as Day;

/** Whole days from the first day to the second; negative when the second is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00.000Z`) - Date.parse(`${from}T00:00:00.000Z`)) / MILLIS_PER_DAY);

/** The moment at which a day begins in a time zone; where midnight is skipped by a clock change, the first moment there is. */
export function startOfDay(day: Day, timeZone: string): Instant {
  const guess = Date.parse(`${day}T00:00:00.000Z`);
  // Offsets lie between -12 h and +14 h, so the start is within this window; the day changes once in it.
  let before = guess - 15 * 3_600_000;
  let after = guess + 13 * 3_600_000;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dayIn(timeZone, instantOf(middle)) < day) before = middle;
    else after = middle;
  }
  return instantOf(after);
}

const formatters = new Map<string, Intl.DateTimeFormat>();
function formatterOf(timeZone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(timeZone);
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-US', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit', calendar: 'iso8601' });
    formatters.set(timeZone, formatter);
  }
  return formatter;
}
