import { Contact } from '@kith/core';
import type { Collection } from '../collection.js';

/** People. */
export const contacts: Collection<Contact> = {
  name: 'contacts',
  kind: 'contact',
  schema: Contact,
  shape: {
    indexes: [['name'], ['companyId', 'name'], ['ownerId', 'name']],
    search: [
      { path: 'name', weight: 3 },
      { path: 'emails.value', weight: 2 },
      { path: 'phones.value', weight: 2 },
      { path: 'jobTitle' },
      { path: 'addresses.city' },
      { path: 'tags' },
    ],
  },
};
