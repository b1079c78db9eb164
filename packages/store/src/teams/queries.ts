import type { Id, Team } from '@kith/core';
import type { OneQuery, RowsQuery } from '../query.js';
import { teams } from './collection.js';

/** One team. */
export const byId = (id: Id<'team'>): OneQuery<Team> => ({ ask: 'one', collection: teams, id });

/** Every team by name. */
export const all = (): RowsQuery<Team> => ({ ask: 'rows', collection: teams, order: [['name', 'asc']] });
