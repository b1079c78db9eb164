import { addDays, type Day, dayIn, startOfDay } from '@kith/core';
import type { Entry } from './entry.js';

/** What decides where an entry stands: the reader's day, zone, and the weekday on which a week begins (1 Monday … 7 Sunday). */
export interface Calendar {
  readonly today: Day;
  readonly timeZone: string;
  readonly firstWeekday: number;
}

/** Entries under one heading. */
export interface Section {
  /** `week` for the week that today is in, otherwise the month as `YYYY-MM`. */
  readonly key: string;
  /** Whether some of the month stands under `week` already, so that the heading says "earlier in". */
  readonly isRest: boolean;
  readonly entries: readonly Entry[];
}

/** Groups entries that are sorted newest first: this week, then month by month. */
export function sectionsOf(entries: readonly Entry[], calendar: Calendar): readonly Section[] {
  const { timeZone } = calendar;
  const weekStart = startOfWeek(calendar.today, calendar.firstWeekday);
  const currentMonth = calendar.today.slice(0, 7);
  const sections: { key: string; isRest: boolean; entries: Entry[] }[] = [];
  // Where the current section begins: what is later is in it, without asking for the day of each of many entries.
  let start = '';
  for (const entry of entries) {
    const current = sections.at(-1);
    if (current && entry.at >= start) {
      current.entries.push(entry);
      continue;
    }
    const day = dayIn(timeZone, entry.at);
    const key = day >= weekStart ? 'week' : day.slice(0, 7);
    start = startOfDay(key === 'week' ? weekStart : (`${key}-01` as Day), timeZone);
    sections.push({ key, isRest: key === currentMonth, entries: [entry] });
  }
  return sections;
}

/** The first day of the week that a day is in; `firstWeekday` is 1 for Monday … 7 for Sunday. */
export function startOfWeek(day: Day, firstWeekday: number): Day {
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return addDays(day, -((weekday - (firstWeekday % 7) + 7) % 7));
}

/** On which weekday a week begins where a language is spoken: 1 Monday … 7 Sunday. Monday where the browser does not say. */
export function firstWeekdayOf(lang: string): number {
  const locale: Intl.Locale & { getWeekInfo?: () => WeekInfo; readonly weekInfo?: WeekInfo } = new Intl.Locale(lang);
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}

interface WeekInfo {
  readonly firstDay: number;
}
