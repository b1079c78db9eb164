import { Contact } from '@kith/core';
import type { Collection } from '../collection.js';

/** People. */
export const contacts: Collection<Contact> = {
  name: 'contacts',
  kind: 'contact',
  schema: Contact,
  shape: { indexes: [['name'], ['companyId', 'name'], ['ownerId', 'name']] },
};
