import type { Day } from '../kernel/day.js';
import { type Instant, instantOf } from '../kernel/instant.js';

const DAY = 86_400_000;
const HOUR = 3_600_000;

const days = new Map<number, string>();
const PADDED = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

/** A moment as text. A book writes millions of them on a few thousand days: each day is worked out once. */
export function momentAt(millis: number): Instant {
  const time = Math.floor(millis) - Math.floor(millis / DAY) * DAY;
  const hours = PADDED[Math.floor(time / HOUR)];
  const minutes = PADDED[Math.floor(time / 60_000) % 60];
  const seconds = PADDED[Math.floor(time / 1_000) % 60];
  return `${dateAt(millis)}T${hours}:${minutes}:${seconds}.${String(time % 1_000).padStart(3, '0')}Z` as Instant;
}

/** The day of a moment, in a zone so many hours from UTC. */
export const dayAt = (millis: number, utcOffset: number): Day => dateAt(millis + utcOffset * HOUR) as Day;

/** 0 for Sunday to 6 for Saturday, in UTC. */
export const weekdayAt = (millis: number): number => (((Math.floor(millis / DAY) + 4) % 7) + 7) % 7;

function dateAt(millis: number): string {
  const number = Math.floor(millis / DAY);
  const known = days.get(number);
  if (known !== undefined) return known;
  const date = instantOf(number * DAY).slice(0, 10);
  if (days.size < 10_000) days.set(number, date);
  return date;
}
