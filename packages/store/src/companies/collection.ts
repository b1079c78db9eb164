import { Company } from '@kith/core';
import type { Collection } from '../collection.js';

/** Organisations. */
export const companies: Collection<Company> = {
  name: 'companies',
  kind: 'company',
  schema: Company,
  checkParent: async (...asked) => (await import('./parent.js')).checkParent(...asked),
  shape: {
    indexes: [['name'], ['parentId', 'name'], ['ownerId', 'name']],
    search: [
      { path: 'name', weight: 3 },
      { path: 'legalName', weight: 2 },
      { path: 'website' },
      { path: 'emails.value' },
      { path: 'phones.value' },
      { path: 'addresses.city' },
      { path: 'industry' },
      { path: 'tags' },
    ],
  },
};
