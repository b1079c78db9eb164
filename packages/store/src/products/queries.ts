import type { Id, Product } from '@kith/core';
import type { OneQuery, RowsQuery } from '../query.js';
import { products } from './collection.js';

/** One product. */
export const byId = (id: Id<'product'>): OneQuery<Product> => ({ ask: 'one', collection: products, id });

/** The products of these ids that there are, by name. */
export const byIds = (ids: readonly Id<'product'>[]): RowsQuery<Product> => ({
  ask: 'rows',
  collection: products,
  where: { field: 'id', is: 'in', value: ids },
  order: [['name', 'asc']],
});

/** Every product by name. */
export const all = (): RowsQuery<Product> => ({ ask: 'rows', collection: products, order: [['name', 'asc']] });
