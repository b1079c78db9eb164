import type { ActivityKind } from '@kith/core';
import { addDays, type Day } from '@kith/core';

/** What is proposed to follow something that was done. */
export interface FollowUp {
  readonly kind: Exclude<ActivityKind, 'note'>;
  readonly dueDay: Day;
}

/** What usually follows, and after how many days: a written word is asked after, a meeting is summed up. */
const USUAL: Readonly<Record<ActivityKind, readonly [kind: FollowUp['kind'], days: number]>> = {
  call: ['call', 7],
  email: ['call', 3],
  meeting: ['email', 1],
  note: ['task', 7],
  task: ['task', 7],
};

/** Proposes what follows something that was done today: never for a Saturday or Sunday, but for the Monday after. */
export function followUpOf(kind: ActivityKind, today: Day): FollowUp {
  const [next, days] = USUAL[kind];
  const day = addDays(today, days);
  const weekday = new Date(`${day}T00:00:00.000Z`).getUTCDay();
  return { kind: next, dueDay: addDays(day, weekday === 6 ? 2 : weekday === 0 ? 1 : 0) };
}
