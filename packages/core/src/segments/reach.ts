import { durationMillis } from './duration.js';
import { dayNumber, dayText, type ZoneDays } from './zone-days.js';

/** How far back a condition looks. */
export interface Reach {
  /** What happened at this moment, or before, is too long ago. */
  edge(now: number): number;
  /** The moment from which on something that happened at `at` is too long ago. */
  leaves(at: number): number;
}

/** Months of a length of time such as `P3M` or `P1Y`; undefined for anything else. */
export function durationMonths(text: string): number | undefined {
  const [, years, months] = /^P(?:(\d{1,3})Y|(\d{1,4})M)$/.exec(text) ?? [];
  if (years !== undefined) return Number(years) * 12;
  return months === undefined ? undefined : Number(months);
}

/**
 * The reach of a length of time. Weeks, days, hours and minutes are counted to the millisecond; months and years are those
 * of the calendar: back to the beginning of the same day so many months ago, or of the last one where that month is
 * shorter. Undefined for what is no length of time.
 */
export function reachOf(within: string, zone: ZoneDays): Reach | undefined {
  const millis = durationMillis(within);
  if (millis !== undefined) return { edge: (now) => now - millis, leaves: (at) => at + millis };
  const months = durationMonths(within);
  if (months === undefined) return undefined;
  return {
    edge: (now) => zone.startOf(monthsFrom(zone.dayAt(now), -months)) - 1,
    leaves(at) {
      const day = zone.dayAt(at);
      let leaving = monthsFrom(day, months);
      // Days that a shorter month does not have all lead back to its last one.
      while (Number.isFinite(zone.startOf(leaving)) && monthsFrom(leaving, -months) <= day) leaving++;
      return zone.startOf(leaving);
    },
  };
}

/** The same day so many months away, or the last one of that month; at the ends of the years 0001 to 9999 it stops. */
function monthsFrom(day: number, months: number): number {
  const [year = 0, month = 0, date = 0] = dayText(day).split('-').map(Number);
  const count = year * 12 + month - 1 + months;
  const [toYear, toMonth] = [Math.floor(count / 12), count % 12];
  if (toYear < 1) return dayNumber('0001-01-01');
  if (toYear > 9999) return dayNumber('9999-12-31');
  const first = dayNumber(`${String(toYear).padStart(4, '0')}-${String(toMonth + 1).padStart(2, '0')}-01`);
  const length = new Date(Date.UTC(2000 + (toYear % 400), toMonth + 1, 0)).getUTCDate();
  return first + Math.min(date, length) - 1;
}
