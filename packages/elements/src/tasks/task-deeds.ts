import type { Day, Id, Result } from '@kith/core';
import type { Task } from '@kith/core/tasks';
import { activities, type Command } from '@kith/store';
import { change, putOff } from '@kith/store/tasks';
import { sentencesIn } from '../base/locale.js';
import { type TaskHandsSentences, taskHandsMessages } from './hands.messages.js';
import type { TaskHost } from './task-host.js';

/** What is done with one task, or with several: its command, and what is told when it is done. */
export interface Deed {
  readonly command: (task: Task) => Command<unknown>;
  readonly one: (task: Task) => string;
  readonly many: (count: number) => string;
}

/** What there is to do. */
export interface Deeds {
  readonly complete: (one: (subject: string) => string) => Deed;
  readonly putOff: (to: Day | undefined) => Deed;
  readonly assign: (owner: { readonly id: string; readonly name: string } | undefined) => Deed;
  readonly prioritise: (priority: Task['priority']) => Deed;
  readonly remove: () => Deed;
}

/** What can be done with tasks from a key, a menu and the bar of the selection alike. */
export function deeds({ locale }: Pick<TaskHost, 'locale'>): Deeds {
  const say: TaskHandsSentences = sentencesIn(taskHandsMessages, locale);
  return {
    complete: (one) => ({
      command: ({ id }) => activities.complete({ id }),
      one: ({ subject }) => one(subject),
      many: say.allDone,
    }),
    putOff: (to) => ({
      command: ({ id }) => putOff({ id, to }),
      one: ({ subject }) => (to ? say.movedTo(subject, locale.format.day(to)) : say.movedToNone(subject)),
      many: say.allMoved,
    }),
    assign: (owner) => ({
      command: ({ id }) => change({ id, changes: { ownerId: (owner?.id as Id<'user'> | undefined) ?? null } }),
      one: ({ subject }) => (owner ? say.assigned(subject, owner.name) : say.unassigned(subject)),
      many: say.allAssigned,
    }),
    prioritise: (priority) => ({
      command: ({ id }) => change({ id, changes: { priority: priority ?? null } }),
      one: ({ subject }) => say.prioritised(subject, say.priorities[priority ?? 'normal']),
      many: say.allPrioritised,
    }),
    remove: () => ({
      command: ({ id }) => activities.remove({ id }),
      one: ({ subject }) => say.removed(subject),
      many: say.allRemoved,
    }),
  };
}

/** Does it with one task. */
export const doOne = (host: TaskHost, task: Task, deed: Deed): Promise<Result<unknown>> =>
  host.carryOut(deed.command(task), { done: () => ({ text: deed.one(task), name: task.subject }) });
