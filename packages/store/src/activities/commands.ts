import {
  type Activity,
  completeActivity,
  type Day,
  type Id,
  type Instant,
  logActivity,
  ok,
  startOfDay,
} from '@kith/core';
import { type Command, command } from '../command.js';
import { type Changes, create, edit as editEntity } from '../entity.js';
import { activities } from './collection.js';

interface Regarding {
  readonly contactId?: Id<'contact'> | undefined;
  readonly companyId?: Id<'company'> | undefined;
  readonly dealId?: Id<'deal'> | undefined;
  readonly leadId?: Id<'lead'> | undefined;
}

/** Something that was done. */
export interface LogInput extends Regarding {
  readonly kind: Activity['kind'];
  readonly subject: string;
  readonly body?: string | undefined;
  readonly direction?: Activity['direction'];
  /** When it took place; now when left out. */
  readonly at?: Instant | undefined;
  readonly durationMinutes?: number | undefined;
  readonly outcome?: string | undefined;
}

/** Writes down what was done. Problems: those of `logActivity`. */
export const log = (input: LogInput): Command<Activity> =>
  command('activities/log', input, async (work) => {
    const logged = logActivity({ ...input, at: input.at ?? work.env.now }, work.env);
    return logged.ok ? work.put(activities, logged.value) : logged;
  });

/** Something that is to be done: on a day, or at a moment. */
export interface ScheduleInput extends Regarding {
  readonly kind: Activity['kind'];
  readonly subject: string;
  readonly body?: string | undefined;
  readonly dueDay?: Day | undefined;
  readonly at?: Instant | undefined;
  readonly ownerId?: Id<'user'> | undefined;
}

/** Plans what is to be done; it belongs to the person who acts when no owner is named. */
export const schedule = (input: ScheduleInput): Command<Activity> =>
  command('activities/schedule', input, async (work) =>
    create(work, activities, {
      ...input,
      at: input.at ?? (input.dueDay ? startOfDay(input.dueDay, work.env.timeZone) : work.env.now),
      status: 'planned',
      ownerId: input.ownerId ?? work.env.actor,
    }),
  );

/** Marks a planned activity as done. One that is done already stays as it is. Problems: those of `completeActivity`. */
export const complete = (input: {
  readonly id: Id<'activity'>;
  readonly outcome?: string | undefined;
}): Command<Activity> =>
  command('activities/complete', input, async (work) => {
    const found = await work.require(activities, input.id);
    if (!found.ok || found.value.status === 'done') return found;
    const done = completeActivity(found.value, { outcome: input.outcome ?? found.value.outcome }, work.env);
    return done.ok ? work.put(activities, done.value) : done;
  });

/** Changes fields of an activity; undefined or null empties one. */
export const edit = (input: {
  readonly id: Id<'activity'>;
  readonly changes: Changes<Activity, 'status' | 'completedAt'>;
}): Command<Activity> =>
  command('activities/edit', input, (work) => editEntity(work, activities, input, ['status', 'completedAt']), {
    history: 'typing',
  });

/** Takes an activity out. */
export const remove = (input: { readonly id: Id<'activity'> }): Command<Activity> =>
  command('activities/remove', input, async (work) => {
    const found = await work.require(activities, input.id);
    if (!found.ok) return found;
    work.remove(activities, input.id);
    return ok(found.value);
  });
