import { type Day, dayIn } from './day.js';
import type { Id } from './id.js';
import type { Instant } from './instant.js';

/** All that a rule may not reach for by itself: the clock, who acts, the zone, and fresh ids. */
export interface Env {
  readonly now: Instant;
  /** Who acts, or undefined for the system itself (an import, a migration). */
  readonly actor?: Id<'user'> | undefined;
  /** IANA name; decides which day `now` is. */
  readonly timeZone: string;
  newId<Kind extends string>(kind: Kind): Id<Kind>;
}

/** The day it is for the person who acts. */
export const today = (env: Pick<Env, 'now' | 'timeZone'>): Day => dayIn(env.timeZone, env.now);
