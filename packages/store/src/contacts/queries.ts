import type { Contact, Id } from '@kith/core';
import type { OneQuery, RowsQuery } from '../query.js';
import { contacts } from './collection.js';

/** One contact. */
export const byId = (id: Id<'contact'>): OneQuery<Contact> => ({ ask: 'one', collection: contacts, id });

/** The contacts of these ids that there are, by name. */
export const byIds = (ids: readonly Id<'contact'>[]): RowsQuery<Contact> => ({
  ask: 'rows',
  collection: contacts,
  where: { field: 'id', is: 'in', value: ids },
  order: [['name', 'asc']],
});

/** Every contact by name. */
export const all = (): RowsQuery<Contact> => ({ ask: 'rows', collection: contacts, order: [['name', 'asc']] });

/** The people of a company, by name. */
export const ofCompany = (companyId: Id<'company'>): RowsQuery<Contact> => ({
  ask: 'rows',
  collection: contacts,
  where: { field: 'companyId', is: 'eq', value: companyId },
  order: [['name', 'asc']],
});
