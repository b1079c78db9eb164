import type { Chance } from './chance.js';
import { weekdayAt } from './moments.js';

const DAY = 86_400_000;
const YEAR = 365;
/** How lively each month is: slow summers and year's ends, busy springs and autumns. */
const MONTHS = [0.9, 1.05, 1.2, 1.05, 1.05, 1.1, 0.75, 0.6, 1.15, 1.25, 1.15, 0.65];

/** The year that a book is about. */
export interface Season {
  readonly start: number;
  readonly end: number;
  /** A day in the year on which work begins, at midnight UTC: by the month, on weekdays, more of them towards the end; not before `from`. */
  opening(chance: Chance, from: number): number;
}

/** The 365 days before a moment (milliseconds). */
export function seasonUntil(end: number): Season {
  const firstDay = Math.floor(end / DAY) * DAY - YEAR * DAY;
  const sums: number[] = [];
  let sum = 0;
  for (let day = 0; day < YEAR; day++) {
    const date = new Date(firstDay + day * DAY);
    const isWeekday = date.getUTCDay() % 6 !== 0;
    const growth = 0.9 + (0.2 * day) / YEAR;
    sum += isWeekday ? (MONTHS[date.getUTCMonth()] ?? 1) * growth : 0;
    sums.push(sum);
  }
  return {
    start: firstDay,
    end,
    opening(chance, from) {
      const first = Math.min(YEAR - 1, Math.max(0, Math.ceil((from - firstDay) / DAY)));
      const before = sums[first - 1] ?? 0;
      const sought = before + chance.next() * (sum - before);
      let [low, high] = [first, YEAR - 1];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if ((sums[middle] ?? 0) > sought) high = middle;
        else low = middle + 1;
      }
      return firstDay + low * DAY;
    },
  };
}

/** The same time on the next day that is no Saturday or Sunday, where it is one. */
export function onWeekday(millis: number): number {
  const weekday = weekdayAt(millis);
  return weekday === 6 ? millis + 2 * DAY : weekday === 0 ? millis + DAY : millis;
}

/** A moment in the office hours of a day, in a zone so many hours from UTC. */
export const inOfficeHours = (day: number, chance: Chance, utcOffset: number): number =>
  Math.floor(day / DAY) * DAY + (chance.between(8 * 12, 17 * 12) * 5 - utcOffset * 60) * 60_000;
