import type { Id, User } from '@kith/core';
import type { OneQuery, RowsQuery } from '../query.js';
import { users } from './collection.js';

/** One user. */
export const byId = (id: Id<'user'>): OneQuery<User> => ({ ask: 'one', collection: users, id });

/** Every user by name. */
export const all = (): RowsQuery<User> => ({ ask: 'rows', collection: users, order: [['name', 'asc']] });
