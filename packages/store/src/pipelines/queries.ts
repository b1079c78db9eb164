import type { Id, Pipeline } from '@kith/core';
import type { OneQuery, RowsQuery } from '../query.js';
import { pipelines } from './collection.js';

/** One pipeline. */
export const byId = (id: Id<'pipeline'>): OneQuery<Pipeline> => ({ ask: 'one', collection: pipelines, id });

/** Every pipeline by name. */
export const all = (): RowsQuery<Pipeline> => ({ ask: 'rows', collection: pipelines, order: [['name', 'asc']] });
