import type { Filter, Id } from '@kith/core';
import { dueBefore, type Lead, openLeadStatuses, type Pool } from '@kith/core/leads';
import type { OneQuery, RowsQuery, TallyQuery } from '../query.js';
import { assignmentPlans, leads, pools } from './collection.js';

const is = (field: string, value: string | null): Filter => ({ field, is: 'eq', value });
/** Leads that are still worked on. */
export const OPEN: Filter = { field: 'status', is: 'in', value: openLeadStatuses };
/** Leads that are not put aside until a day. */
export const AWAKE: Filter = { field: 'status', is: 'ne', value: 'recycled' };

/** One lead. */
export const byId = (id: Id<'lead'>): OneQuery<Lead> => ({ ask: 'one', collection: leads, id });

/** The open leads of a person, the newest first: their inbox. */
export const inbox = (ownerId: Id<'user'>, limit?: number): RowsQuery<Lead> => ({
  ask: 'rows',
  collection: leads,
  where: { and: [is('ownerId', ownerId), OPEN] },
  order: [['createdAt', 'desc']],
  ...(limit !== undefined && { limit }),
});

/** What lies in a pool, the longest first. */
export const inPool = (poolId: Id<'pool'>, limit?: number): RowsQuery<Lead> => ({
  ask: 'rows',
  collection: leads,
  where: { and: [is('poolId', poolId), is('ownerId', null), OPEN] },
  order: [['pooledAt', 'asc']],
  ...(limit !== undefined && { limit }),
});

/** Leads of a pool that nobody has followed up for so long that they are due to go back, the longest first. `now` as of the asking. */
export function stale(pool: Pool, now: Parameters<typeof dueBefore>[2]['now'], limit?: number): RowsQuery<Lead> {
  const before = pool.noFollowUp ? dueBefore(pool.noFollowUp, pool, { now }) : '';
  return {
    ask: 'rows',
    collection: leads,
    where: { and: [is('poolId', pool.id), { field: 'idleSince', is: 'lt', value: before }, AWAKE] },
    order: [['idleSince', 'asc']],
    ...(limit !== undefined && { limit }),
  };
}

/** New leads that should have been touched first by now; the most overdue first. */
export const untouched = (limit?: number): RowsQuery<Lead> => ({
  ask: 'rows',
  collection: leads,
  where: {
    and: [
      { field: 'firstTouchDueAt', is: 'lte', value: { instant: 0 } },
      { field: 'firstTouchedAt', is: 'exists', value: false },
      OPEN,
    ],
  },
  order: [['firstTouchDueAt', 'asc']],
  ...(limit !== undefined && { limit }),
});

/** How many leads each source brought, by what became of them: key `[source, status]`. */
export const bySource = (): TallyQuery => ({ ask: 'tally', collection: leads, by: ['source', 'status'] });

/** Every pool by name. */
export const allPools = (): RowsQuery<Pool> => ({ ask: 'rows', collection: pools, order: [['name', 'asc']] });

/** Every plan by name. */
export const allPlans = (): RowsQuery<import('@kith/core/assignment').AssignmentPlan> => ({
  ask: 'rows',
  collection: assignmentPlans,
  order: [['name', 'asc']],
});

/** The leads that somebody was converted from, the oldest first: how they came, and what they agreed to. */
export const ofContact = (contactId: Id<'contact'>): RowsQuery<Lead> => ({
  ask: 'rows',
  collection: leads,
  where: is('converted.contactId', contactId),
  order: [['createdAt', 'asc']],
});
