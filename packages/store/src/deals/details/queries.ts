import type { Id } from '@kith/core';
import type { DetailedDeal, LossReason } from '@kith/core/deals';
import type { OneQuery, RowsQuery } from '../../query.js';
import { lossReasons } from '../loss-reasons.js';
import { detailedDeals } from './collection.js';

/** One deal with its details. */
export const detailsOf = (id: Id<'deal'>): OneQuery<DetailedDeal> => ({ ask: 'one', collection: detailedDeals, id });

/** The reasons that deals are lost by, in the order of the list. */
export const allLossReasons = (): RowsQuery<LossReason> => ({
  ask: 'rows',
  collection: lossReasons,
  order: [
    ['rank', 'asc'],
    ['name', 'asc'],
  ],
});
