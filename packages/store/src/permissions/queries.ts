import type { StoredRole } from '@kith/core/permissions';
import type { RowsQuery } from '../query.js';
import { roles } from './collection.js';

/** The roles that are kept in the book, by name. */
export const allRoles = (): RowsQuery<StoredRole> => ({ ask: 'rows', collection: roles, order: [['name', 'asc']] });
