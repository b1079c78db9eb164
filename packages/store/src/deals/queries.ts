import type { Deal, Filter, Id } from '@kith/core';
import type { OneQuery, RowsQuery, TallyQuery } from '../query.js';
import { deals } from './collection.js';

const BY_RANK = [['rank', 'asc']] as const;
const is = (field: string, value: string): Filter => ({ field, is: 'eq', value });

/** One deal. */
export const byId = (id: Id<'deal'>): OneQuery<Deal> => ({ ask: 'one', collection: deals, id });

/** The deals of one stage in their order: a column of the board. */
export const inStage = (pipelineId: Id<'pipeline'>, stageId: Id<'stage'>): RowsQuery<Deal> => ({
  ask: 'rows',
  collection: deals,
  where: { and: [is('pipelineId', pipelineId), is('stageId', stageId)] },
  order: BY_RANK,
});

/** The deals of a company: open ones, then lost, then won, each in the order of their column. */
export const ofCompany = (companyId: Id<'company'>): RowsQuery<Deal> => ({
  ask: 'rows',
  collection: deals,
  where: is('companyId', companyId),
  order: [
    ['status', 'asc'],
    ['rank', 'asc'],
  ],
});

/** The deals a contact has a part in. */
export const ofContact = (contactId: Id<'contact'>): RowsQuery<Deal> => ({
  ask: 'rows',
  collection: deals,
  where: is('contactIds', contactId),
  order: BY_RANK,
});

/** Expected amounts of a pipeline: key `[stageId, currency]`, sums `[amount in minor units]`. */
export const totals = (pipelineId: Id<'pipeline'>): TallyQuery => ({
  ask: 'tally',
  collection: deals,
  where: is('pipelineId', pipelineId),
  by: ['stageId', 'amount.currency'],
  sum: ['amount.minor'],
});

/** What won deals of a pipeline brought: key `[stageId, currency]`, sums `[actual value in minor units]`. */
export const wonTotals = (pipelineId: Id<'pipeline'>): TallyQuery => ({
  ask: 'tally',
  collection: deals,
  where: is('pipelineId', pipelineId),
  by: ['stageId', 'actualValue.currency'],
  sum: ['actualValue.minor'],
});

/** A company's deals by status: key `[status, currency]`, sums `[expected amount]` in minor units. */
export const totalsOfCompany = (companyId: Id<'company'>): TallyQuery => ({
  ask: 'tally',
  collection: deals,
  where: is('companyId', companyId),
  by: ['status', 'amount.currency'],
  sum: ['amount.minor'],
});

/** What a company's won deals brought: key `[status, currency]`, sums `[actual value]` in minor units. */
export const wonTotalsOfCompany = (companyId: Id<'company'>): TallyQuery => ({
  ask: 'tally',
  collection: deals,
  where: is('companyId', companyId),
  by: ['status', 'actualValue.currency'],
  sum: ['actualValue.minor'],
});
