import { User } from '@kith/core';
import type { Collection } from '../collection.js';

/** People who work with the CRM. */
export const users: Collection<User> = {
  name: 'users',
  kind: 'user',
  schema: User,
  shape: { indexes: [['name'], ['teamId', 'name']], search: [{ path: 'name', weight: 3 }, { path: 'email' }] },
};
