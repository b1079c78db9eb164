import type { Id } from '@kith/core';
import type { ListPrice, PriceBook } from '@kith/core/pricing';
import type { OneQuery, RowsQuery } from '../query.js';
import { listPrices, priceBooks } from './collection.js';

/** Every price book by name. */
export const books = (): RowsQuery<PriceBook> => ({ ask: 'rows', collection: priceBooks, order: [['name', 'asc']] });

/** One price book. */
export const bookById = (id: Id<'priceBook'>): OneQuery<PriceBook> => ({ ask: 'one', collection: priceBooks, id });

/** The prices of a book, or of one product in it, by the day they begin. */
export const pricesIn = (priceBookId: Id<'priceBook'>, productId?: Id<'product'>): RowsQuery<ListPrice> => ({
  ask: 'rows',
  collection: listPrices,
  where: {
    and: [
      { field: 'priceBookId', is: 'eq', value: priceBookId },
      ...(productId ? [{ field: 'productId', is: 'eq', value: productId } as const] : []),
    ],
  },
  order: [
    ['productId', 'asc'],
    ['from', 'asc'],
  ],
});

/** The prices of a product in all books. */
export const pricesOf = (productId: Id<'product'>): RowsQuery<ListPrice> => ({
  ask: 'rows',
  collection: listPrices,
  where: { field: 'productId', is: 'eq', value: productId },
});
