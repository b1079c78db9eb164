import type { Day, Id } from '@kith/core';
import type { Goal } from '@kith/core/goals';
import type { OneQuery, RowsQuery } from '../query.js';
import { goals } from './collection.js';

/** One goal. */
export const byId = (id: Id<'goal'>): OneQuery<Goal> => ({ ask: 'one', collection: goals, id });

/** The goals that run on a day, by their first day. */
export const on = (day: Day): RowsQuery<Goal> => ({
  ask: 'rows',
  collection: goals,
  where: {
    and: [
      { field: 'first', is: 'lte', value: day },
      { field: 'last', is: 'gte', value: day },
    ],
  },
  order: [['first', 'asc']],
});

/** The goals of a user or a team, the newest first. */
export const of = (holder: string): RowsQuery<Goal> => ({
  ask: 'rows',
  collection: goals,
  where: { field: 'holder', is: 'eq', value: holder },
  order: [['first', 'desc']],
});
