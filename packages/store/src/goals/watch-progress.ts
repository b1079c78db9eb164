import type { Id } from '@kith/core';
import { type Progress, progressOf } from '@kith/core/goals';
import type { Observable } from 'rxjs';
import type { Store } from '../store.js';
import { measured, type WatchProgressOptions } from './measured.js';
import { byId } from './queries.js';

/**
 * The progress of a goal: now, with every commit that moves it, and when the day changes. Undefined for a goal that is not
 * there. Cold; it errors with a KithError when the storage fails.
 */
export const watchProgress = (
  store: Store,
  goalId: Id<'goal'>,
  options: WatchProgressOptions = {},
): Observable<Progress | undefined> =>
  measured(
    store,
    store.watch(byId(goalId)),
    {
      goalsIn: (goal) => (goal ? [goal] : []),
      read(goal, bookOf, terms) {
        const book = goal && bookOf(goal.metric);
        return goal && book ? progressOf(goal, book, terms) : undefined;
      },
    },
    options,
  );
