import type { Activity, Filter, Id } from '@kith/core';
import { type DueCalendar, type DueGroup, dueGroupWhere, type Priority, type Task } from '@kith/core/tasks';
import type { Subject } from '../activities/queries.js';
import type { RowsQuery } from '../query.js';
import { tasks } from './collection.js';

/** Which of the things to do are wanted; each part that is given narrows them down. */
export interface WantedTasks {
  /** Whose: one of these people's. */
  readonly owners?: readonly Id<'user'>[] | undefined;
  readonly about?: Subject | undefined;
  readonly kinds?: readonly Activity['kind'][] | undefined;
  readonly priority?: Priority | undefined;
  /** Each word of it is found in subject or text. */
  readonly text?: string | undefined;
}

/** The condition that holds for what is planned and wanted. */
export function wantedWhere({ owners, about, kinds, priority, text }: WantedTasks): Filter {
  const words = text?.trim().split(/\s+/u).filter(Boolean) ?? [];
  return {
    and: [
      ...(owners ? [ofOwners(owners)] : []),
      { field: 'status', is: 'eq', value: 'planned' },
      ...Object.entries(about ?? {}).map(([field, value]): Filter => ({ field, is: 'eq', value })),
      ...(kinds ? [{ field: 'kind', is: 'in', value: kinds } as const] : []),
      ...(priority ? [{ field: 'priority', is: 'eq', value: priority } as const] : []),
      ...words.map(
        (value): Filter => ({
          or: [
            { field: 'subject', is: 'contains', value },
            { field: 'body', is: 'contains', value },
          ],
        }),
      ),
    ],
  };
}

const ofOwners = (owners: readonly Id<'user'>[]): Filter =>
  owners.length === 1 && owners[0]
    ? { field: 'ownerId', is: 'eq', value: owners[0] }
    : { field: 'ownerId', is: 'in', value: owners };

/** What is to be done in one group, in the order of time: for `openLongList`, or with `ask: 'rows'` for `watch`. */
export const dueIn = (group: DueGroup, wanted: WantedTasks, calendar: DueCalendar): RowsQuery<Task> => ({
  ask: 'rows',
  collection: tasks,
  where: { and: [wantedWhere(wanted), dueGroupWhere(group, calendar)] },
  order: [['at', group === 'someday' ? 'desc' : 'asc']],
});
