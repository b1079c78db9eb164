import { ListPrice, PriceBook } from '@kith/core/pricing';
import type { Collection } from '../collection.js';

/** Price books. */
export const priceBooks: Collection<PriceBook> = {
  name: 'priceBooks',
  kind: 'priceBook',
  schema: PriceBook,
  shape: { indexes: [['name']] },
};

/** What products cost in them. */
export const listPrices: Collection<ListPrice> = {
  name: 'listPrices',
  kind: 'listPrice',
  schema: ListPrice,
  shape: { indexes: [['priceBookId', 'productId', 'from'], ['productId']] },
};

/** What price books keep: hand them to `openStore({ collections: [...pricingCollections] })`. */
export const pricingCollections: readonly Collection[] = [priceBooks, listPrices];
