import { Company } from '@kith/core';
import type { Collection } from '../collection.js';

/** Organisations. */
export const companies: Collection<Company> = {
  name: 'companies',
  kind: 'company',
  schema: Company,
  shape: { indexes: [['name'], ['parentId', 'name'], ['ownerId', 'name']] },
};
