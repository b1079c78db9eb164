import type { Product, Id } from '@kith/core';
import type { OneQuery, RowsQuery } from '../query.js';
import { products } from './collection.js';

/** One product. */
export const byId = (id: Id<'product'>): OneQuery<Product> => ({ ask: 'one', collection: products, id });

/** Every product by name. */
export const all = (): RowsQuery<Product> => ({ ask: 'rows', collection: products, order: [['name', 'asc']] });
