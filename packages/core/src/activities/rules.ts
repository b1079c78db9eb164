import { type Env, today } from '../kernel/env.js';
import type { Instant } from '../kernel/instant.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { withoutEmpty } from '../kernel/without-empty.js';
import type { Activity } from './schema.js';

type Stamps = 'id' | 'createdAt' | 'createdBy' | 'modifiedAt' | 'modifiedBy';

/** What is given for an activity that took place: what kind it was and what about; now, unless `at` says when. */
export type LoggedActivity = Pick<Activity, 'kind' | 'subject'> &
  Partial<Omit<Activity, Stamps | 'kind' | 'subject' | 'status' | 'completedAt'>>;

/**
 * Records something that was done: a call, a meeting, a note.
 * Problems: `activities/subject-required`, `activities/in-the-future` (it did not take place yet; plan it instead).
 */
export function logActivity(draft: LoggedActivity, env: Env): Result<Activity> {
  const subject = draft.subject.trim();
  if (subject === '')
    return refuse({
      code: 'activities/subject-required',
      message: 'Say in a few words what it was about.',
      path: 'subject',
      fix: { kind: 'fields', fields: ['subject'] },
    });
  const at = draft.at ?? env.now;
  if (at > env.now) return inTheFuture('at', at);
  return ok(
    withoutEmpty({
      ownerId: env.actor,
      ...withoutEmpty(draft),
      id: env.newId('activity'),
      subject,
      at,
      status: 'done',
      completedAt: at,
      createdAt: env.now,
      createdBy: env.actor,
      modifiedAt: env.now,
      modifiedBy: env.actor,
    }),
  );
}

/**
 * Marks a planned activity as done, now unless `completedAt` says when, with what came of it.
 * Problems: `activities/already-done`, `activities/cancelled`, `activities/in-the-future`.
 */
export function completeActivity(
  activity: Activity,
  { outcome, completedAt }: { readonly outcome?: string | undefined; readonly completedAt?: Instant | undefined },
  env: Env,
): Result<Activity> {
  if (activity.status === 'done')
    return refuse({
      code: 'activities/already-done',
      message: `"${activity.subject}" is done already.`,
      path: 'status',
    });
  if (activity.status === 'cancelled')
    return refuse({
      code: 'activities/cancelled',
      message: `"${activity.subject}" was cancelled. Plan it anew to do it.`,
      path: 'status',
    });
  const at = completedAt ?? env.now;
  if (at > env.now) return inTheFuture('completedAt', at);
  return ok(
    withoutEmpty({
      ...activity,
      status: 'done',
      completedAt: at,
      outcome: outcome?.trim() || activity.outcome,
      modifiedAt: env.now,
      modifiedBy: env.actor,
    }),
  );
}

/** Whether a planned activity should have been done by now: its due day is over, or without one its moment has passed. */
export function isOverdue(
  activity: Pick<Activity, 'status' | 'dueDay' | 'at'>,
  env: Pick<Env, 'now' | 'timeZone'>,
): boolean {
  if (activity.status !== 'planned') return false;
  return activity.dueDay === undefined ? activity.at < env.now : activity.dueDay < today(env);
}

/** When something was last done: the latest of the done activities, never one that is only planned or lies ahead. */
export function lastDoneAt(
  activities: Iterable<Pick<Activity, 'status' | 'at' | 'completedAt'>>,
  now: Instant,
): Instant | undefined {
  let last: Instant | undefined;
  for (const activity of activities) {
    const doneAt = activity.completedAt ?? activity.at;
    if (activity.status === 'done' && doneAt <= now && (last === undefined || doneAt > last)) last = doneAt;
  }
  return last;
}

const inTheFuture = (path: string, at: Instant): Result<never> =>
  refuse({
    code: 'activities/in-the-future',
    message: `What is done was done by now, not at ${at}. Plan it instead.`,
    path,
    params: { at },
    fix: { kind: 'fields', fields: [path] },
  });
