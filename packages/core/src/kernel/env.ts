import { type Day, dayIn } from './day.js';
import type { Id } from './id.js';
import type { Instant } from './instant.js';

/** The moment that counts as now, and the zone that decides which day it is. */
export interface Clock {
  readonly now: Instant;
  /** IANA name, such as `Europe/Vienna`. */
  readonly timeZone: string;
}

/** All that a rule may not reach for by itself: the clock, who acts, the zone, and fresh ids. */
export interface Env extends Clock {
  /** Who acts, or undefined for the system itself (an import, a migration). */
  readonly actor?: Id<'user'> | undefined;
  newId<Kind extends string>(kind: Kind): Id<Kind>;
}

/** The day it is for the person who acts. */
export const today = (clock: Clock): Day => dayIn(clock.timeZone, clock.now);
