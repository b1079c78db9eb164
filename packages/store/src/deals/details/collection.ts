import { DetailedDeal } from '@kith/core/deals';
import type { Collection } from '../../collection.js';
import { deals } from '../collection.js';

/** The same rows as `deals`, checked with all their details: what is written through it fits the larger schema, too. */
export const detailedDeals: Collection<DetailedDeal> = { ...deals, schema: DetailedDeal };
