import { StoredRole } from '@kith/core/permissions';
import type { Collection } from '../collection.js';

/** Roles that are kept in the book, besides those that the host gives in code. */
export const roles: Collection<StoredRole> = {
  name: 'roles',
  kind: 'role',
  schema: StoredRole,
  shape: { indexes: [['key']] },
};
