import { checkGoalParent, Goal } from '@kith/core/goals';
import type { Collection } from '../collection.js';

/** What is to be reached. */
export const goals: Collection<Goal> = {
  name: 'goals',
  kind: 'goal',
  schema: Goal,
  checkParent: checkGoalParent,
  shape: {
    indexes: [
      ['holder', 'first'],
      ['first', 'last'],
      ['parentId', 'first'],
    ],
  },
};
