import type { Id } from '@kith/core';
import { type GoalParts, goalParts } from '@kith/core/goals';
import type { Observable } from 'rxjs';
import type { Store } from '../store.js';
import { measured, type WatchProgressOptions } from './measured.js';
import { withParts } from './queries.js';

/**
 * What a goal is made of: now, with every commit that moves it, and when the day changes. Where a policy is, of the goals and
 * the rows that whoever asks sees. Undefined for a goal that is not there. Cold; it errors with a KithError when the storage
 * fails.
 */
export const watchParts = (
  store: Store,
  goalId: Id<'goal'>,
  options: WatchProgressOptions = {},
): Observable<GoalParts | undefined> =>
  measured(
    store,
    store.watch(withParts(goalId)),
    {
      goalsIn: (goals) => goals.filter(({ id }) => id !== goalId),
      read(goals, bookOf, terms) {
        const goal = goals.find(({ id }) => id === goalId);
        const among = goals.flatMap((each) => {
          const book = bookOf(each.metric);
          return book ? [{ goal: each, book }] : [];
        });
        return goal && goalParts(goal, among, terms);
      },
    },
    options,
  );
