import type { Day, Filter, Id } from '@kith/core';
import type { Goal } from '@kith/core/goals';
import type { OneQuery, RowsQuery } from '../query.js';
import { goals } from './collection.js';

/** One goal. */
export const byId = (id: Id<'goal'>): OneQuery<Goal> => ({ ask: 'one', collection: goals, id });

const isPartOf = (id: Id<'goal'>): Filter => ({ field: 'parentId', is: 'eq', value: id });

/** The goals that one is made of, by their first day. */
export const partsOf = (id: Id<'goal'>): RowsQuery<Goal> => ({
  ask: 'rows',
  collection: goals,
  where: isPartOf(id),
  order: [['first', 'asc']],
});

/** A goal and those that it is made of, by their first day: both at once, so that no answer is half of a commit. */
export const withParts = (id: Id<'goal'>): RowsQuery<Goal> => ({
  ask: 'rows',
  collection: goals,
  where: { or: [{ field: 'id', is: 'eq', value: id }, isPartOf(id)] },
  order: [['first', 'asc']],
});

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
