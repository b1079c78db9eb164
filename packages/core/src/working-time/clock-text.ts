import { asMuchLater, momentAt, wallClock } from '../kernel/day.js';
import { type Instant, isInstant } from '../kernel/instant.js';

/**
 * What the clocks of a zone show at a moment, to the minute, as a `datetime-local` input holds it: `2026-11-23T00:30`.
 *
 * ```ts
 * import type { Instant } from '@kith/core';
 * import { clockText, readClockText } from '@kith/core/working-time';
 *
 * const at = '2026-11-22T23:30:00.000Z' as Instant;
 * expect(clockText(at, 'Europe/Vienna')).toBe('2026-11-23T00:30');
 * expect(readClockText('2026-11-23T00:30', 'Europe/Vienna')).toBe(at);
 * ```
 */
export const clockText = (at: Instant, timeZone: string): string =>
  new Date(wallClock(timeZone, Date.parse(at))).toISOString().slice(0, 16);

/**
 * The moment at which the clocks of a zone show what such a text says: the earlier one where a clock change repeats it; what
 * a change skips is as much later (half past two is half past three). Undefined for what is no such text.
 */
export function readClockText(text: string, timeZone: string): Instant | undefined {
  // Seconds may be left out, and parts of them.
  const shown = `${text}${':00.000'.slice(Math.max(0, text.length - 16))}Z`;
  if (!isInstant(shown)) return undefined;
  const at = new Date(momentAt(timeZone, Date.parse(shown), asMuchLater)).toISOString();
  return isInstant(at) ? at : undefined;
}
