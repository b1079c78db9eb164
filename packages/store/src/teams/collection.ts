import { Team } from '@kith/core';
import type { Collection } from '../collection.js';

/** Groups of users. */
export const teams: Collection<Team> = { name: 'teams', kind: 'team', schema: Team, shape: { indexes: [['name']] } };
