import * as z from 'zod/mini';
import { type Day, dayIn } from '../../kernel/day.js';
import type { Infer } from '../../kernel/schema.js';
import { Activity } from '../schema.js';

/** How much something matters; what has none is as important as most things are. */
export const Priority = z.enum(['high', 'low']);
export type Priority = z.infer<typeof Priority>;

/** An activity with what it has as something to do. It stands in the same row, and each command checks what it writes. */
export const Task = z.extend(Activity, { priority: z.optional(Priority) });
export type Task = Infer<typeof Task>;

/** The task that an activity is, as any query answers it: its row has the priority all along. */
export const asTask = (activity: Activity): Task => activity;

/** What takes place at a moment. The rest is promised for a day, or for none: its moment only says when it was written down. */
export const TIMED_KINDS: readonly Activity['kind'][] = ['call', 'email', 'meeting'];

/** The day on which a task is to be done, where the reader is; undefined when it was promised for none. */
export function dayOfTask(
  { kind, dueDay, at }: Pick<Activity, 'kind' | 'dueDay' | 'at'>,
  timeZone: string,
): Day | undefined {
  if (dueDay !== undefined) return dueDay;
  return TIMED_KINDS.includes(kind) ? dayIn(timeZone, at) : undefined;
}
