import { Task } from '@kith/core/tasks';
import { activities } from '../activities/collection.js';
import type { Collection } from '../collection.js';

/** The same rows as `activities`, checked with what they have as tasks: what is written through it fits both schemas. */
export const tasks: Collection<Task> = { ...activities, schema: Task };
