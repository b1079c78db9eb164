import { Product } from '@kith/core';
import type { Collection } from '../collection.js';

/** What is sold. */
export const products: Collection<Product> = {
  name: 'products',
  kind: 'product',
  schema: Product,
  shape: { indexes: [['name']], search: [{ path: 'name', weight: 3 }, { path: 'sku', weight: 2 }, { path: 'family' }] },
};
