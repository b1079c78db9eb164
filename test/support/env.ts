import { type Env, type Id, type Instant, instantOf, makeId } from '@kith/core';

/** Sunday, 22 November 2026, 09:30 in Vienna. */
export const NOW = '2026-11-22T08:30:00.000Z' as Instant;
export const HANNA = 'user_hanna' as Id<'user'>;

/** An env for rules: a fixed moment, Hanna in Vienna, ids that are the same in every run. */
export function envAt(now: Instant = NOW, changes: Partial<Env> = {}): Env {
  let made = 0;
  return {
    now,
    actor: HANNA,
    timeZone: 'Europe/Vienna',
    newId: (kind) => makeId(kind, now, () => (made++ % 997) / 997),
    ...changes,
  };
}

/** The moment so many hours after another. */
export const hoursAfter = (at: Instant, hours: number): Instant => instantOf(Date.parse(at) + hours * 3_600_000);

/** Freezes a value through and through, so that a rule that changes its argument throws. */
export function frozen<T>(value: T): T {
  if (typeof value === 'object' && value !== null) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
