import type { FilterMoment } from '../filters/filter.js';
import { type Day, dayIn } from '../kernel/day.js';
import { type Instant, instantOf } from '../kernel/instant.js';
import { type ZoneDays, zoneDays } from './zone-days.js';

/** The time at which live segments stand. It moves when it is told to, and never by itself. */
export interface Clock extends FilterMoment {
  readonly millis: number;
  readonly day: Day;
  readonly zone: ZoneDays;
  set(now: Instant): void;
}

/** Throws a RangeError for a zone that is not known. */
export function newClock(now: Instant, timeZone: string): Clock {
  const zone = zoneDays(timeZone);
  const clock = {
    now,
    timeZone,
    zone,
    millis: Date.parse(now),
    day: dayIn(timeZone, now),
    set(to: Instant) {
      // Written the one way there is, so that equal moments are equal texts.
      clock.millis = Date.parse(to);
      clock.now = instantOf(clock.millis);
      clock.day = dayIn(timeZone, clock.now);
    },
  };
  return clock;
}
