import { type Activity, type Day, type Id, type Instant, ok, type Result, refuse, startOfDay } from '@kith/core';
import { onDay, type Priority, type Task } from '@kith/core/tasks';
import type { ScheduleInput } from '../activities/commands.js';
import { type Command, command } from '../command.js';
import { create, edit } from '../entity.js';
import type { Work } from '../work.js';
import { tasks } from './collection.js';

/** What is given for something to do; it belongs to the person who acts when no owner is named. */
export interface NewTask extends ScheduleInput {
  readonly priority?: Priority | undefined;
}

/** Plans something to do. */
export const add = (input: NewTask): Command<Task> => command('tasks/add', input, async (work) => planned(work, input));

/**
 * Puts a planned activity on another day (undefined or null: on none); what takes place at a moment keeps its time of the
 * clock. Problem: `tasks/not-planned`.
 */
export const putOff = (input: { readonly id: Id<'activity'>; readonly to: Day | null | undefined }): Command<Task> =>
  command('tasks/putOff', input, async (work) => {
    const found = await open(work, input.id);
    if (!found.ok) return found;
    const { dueDay, at } = onDay(found.value, input.to ?? undefined, work.env.timeZone);
    return edit(work, tasks, { id: input.id, changes: { dueDay, at } });
  });

/** What may be changed of something planned, all at once. */
export interface TaskChanges {
  readonly subject?: string;
  readonly body?: string | null;
  readonly dueDay?: Day | null;
  /** For what takes place at a moment. */
  readonly at?: Instant;
  readonly ownerId?: Id<'user'> | null;
  readonly priority?: Priority | null;
}

/** Changes something planned; null empties a field. Problem: `tasks/not-planned`. */
export const change = (input: { readonly id: Id<'activity'>; readonly changes: TaskChanges }): Command<Task> =>
  command('tasks/change', input, async (work) => {
    const found = await open(work, input.id);
    if (!found.ok) return found;
    const { dueDay, ...changes } = input.changes;
    if (dueDay === undefined) return edit(work, tasks, { id: input.id, changes });
    const moved = onDay(found.value, dueDay ?? undefined, work.env.timeZone);
    return edit(work, tasks, { id: input.id, changes: { dueDay: moved.dueDay, at: moved.at, ...changes } });
  });

/** What was finished, and what came of it. */
export interface Finished {
  readonly done: Task;
  /** What was planned to follow. */
  readonly next: Task;
}

/**
 * Marks something as done and plans what follows, in one step that one undo takes back. What follows is about the same
 * people and things, and the same person's, unless it says otherwise. Problem: `tasks/not-planned`.
 */
export const completeAndPlan = (input: {
  readonly id: Id<'activity'>;
  readonly outcome?: string | undefined;
  readonly next: NewTask;
}): Command<Finished> =>
  command('tasks/completeAndPlan', input, async (work) => {
    const found = await open(work, input.id);
    if (!found.ok) return found;
    const { contactId, companyId, dealId, leadId, ownerId } = found.value;
    const { now: completedAt } = work.env;
    const changes = { status: 'done', completedAt, outcome: input.outcome?.trim() || found.value.outcome };
    const done = await edit(work, tasks, { id: input.id, changes });
    if (!done.ok) return done;
    const next = planned(work, { contactId, companyId, dealId, leadId, ownerId, ...input.next });
    return next.ok ? ok({ done: done.value, next: next.value }) : next;
  });

function planned(work: Work, input: NewTask): Result<Task> {
  const { now, timeZone, actor } = work.env;
  const at = input.at ?? (input.dueDay ? startOfDay(input.dueDay, timeZone) : now);
  return create(work, tasks, { ...input, at, status: 'planned', ownerId: input.ownerId ?? actor });
}

/** The task, as long as it is still to be done. */
async function open(work: Work, id: Id<'activity'>): Promise<Result<Task>> {
  const found = await work.require(tasks, id);
  return !found.ok || found.value.status === 'planned' ? found : refuse(notPlanned(found.value));
}

const notPlanned = ({ subject, status }: Activity) => ({
  code: 'tasks/not-planned',
  message: `"${subject}" is ${status === 'done' ? 'done' : 'cancelled'} already. Undo that, or plan it anew.`,
  path: 'id',
  params: { subject, status },
});
