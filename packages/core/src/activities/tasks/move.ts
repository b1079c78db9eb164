import { asMuchLater, type Day, dayIn, momentAt, startOfDay, wallClock } from '../../kernel/day.js';
import { type Instant, instantOf } from '../../kernel/instant.js';
import type { Activity } from '../schema.js';
import { TIMED_KINDS } from './task.js';

/**
 * A planned activity on another day: what is promised for a day for that day, what takes place at a moment at the same
 * time of the clock. Without a day it is promised for none; what has a time keeps it, for it cannot be without one.
 */
export function onDay<Planned extends Pick<Activity, 'kind' | 'dueDay' | 'at'>>(
  activity: Planned,
  day: Day | undefined,
  timeZone: string,
): Planned {
  const { dueDay, ...rest } = activity;
  const isTimed = dueDay === undefined && TIMED_KINDS.includes(activity.kind);
  if (day === undefined) return isTimed ? activity : (rest as Planned);
  if (isTimed) return { ...activity, at: sameClock(activity.at, day, timeZone) };
  return { ...activity, dueDay: day, at: startOfDay(day, timeZone) };
}

/** When the clock shows on a day what it showed at another moment; what falls into an hour that spring skips is an hour later. */
function sameClock(at: Instant, day: Day, timeZone: string): Instant {
  const midnightOf = (each: Day): number => Date.parse(`${each}T00:00:00.000Z`);
  const wanted = midnightOf(day) + wallClock(timeZone, Date.parse(at)) - midnightOf(dayIn(timeZone, at));
  return instantOf(momentAt(timeZone, wanted, asMuchLater));
}
