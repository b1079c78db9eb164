import type { Company, Id } from '@kith/core';
import type { OneQuery, RowsQuery } from '../query.js';
import { companies } from './collection.js';

/** One company. */
export const byId = (id: Id<'company'>): OneQuery<Company> => ({ ask: 'one', collection: companies, id });

/** Every company by name. */
export const all = (): RowsQuery<Company> => ({ ask: 'rows', collection: companies, order: [['name', 'asc']] });

/** The companies that belong to one, by name. */
export const subsidiaries = (id: Id<'company'>): RowsQuery<Company> => ({
  ask: 'rows',
  collection: companies,
  where: { field: 'parentId', is: 'eq', value: id },
  order: [['name', 'asc']],
});
