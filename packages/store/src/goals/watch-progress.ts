import type { Id } from '@kith/core';
import { type Goal, type Progress, type ProgressTerms, progressOf } from '@kith/core/goals';
import { isSame } from '@kith/core/imports';
import { concatMap, distinctUntilChanged, filter, finalize, from, map, Observable, startWith, switchMap } from 'rxjs';
import { type MetricPart, type OpenMetrics, openMetrics } from '../metrics/open-metrics.js';
import type { Store } from '../store.js';
import { byId } from './queries.js';

/** What progress is worked out with; the day is the store's. */
export interface WatchProgressOptions extends Omit<ProgressTerms, 'asOf'> {
  /** Metrics that are open anyway, so that several goals share them; opened for this goal alone when left out. */
  readonly metrics?: OpenMetrics;
}

/**
 * The progress of a goal: now, with every commit that moves it, and when the day changes. Undefined for a goal that is not
 * there. Cold; it errors with a KithError when the storage fails.
 */
export const watchProgress = (
  store: Store,
  goalId: Id<'goal'>,
  { metrics: shared, ...terms }: WatchProgressOptions = {},
): Observable<Progress | undefined> =>
  new Observable((subscriber) => {
    const metrics = shared ?? openMetrics(store);
    /** What it has to do with: its own days up to now, and its holder where nobody else counts for them. */
    const partOf = ({ first, last, holder }: Goal): MetricPart => ({
      first,
      last,
      isPast: true,
      ...(!terms.countsFor && { owner: holder }),
    });
    const goal$ = store
      .watch(byId(goalId))
      .pipe(concatMap((goal) => from((goal ? metrics.need(goal.metric) : Promise.resolve()).then(() => goal))));
    return goal$
      .pipe(
        switchMap((goal) =>
          metrics.changed$.pipe(
            filter((concerns) => goal !== undefined && concerns(goal.metric, partOf(goal))),
            map(() => undefined),
            startWith(undefined),
            map(() => {
              const book = goal && metrics.bookOf(goal.metric);
              return goal && book ? progressOf(goal, book, { ...terms, asOf: metrics.today() }) : undefined;
            }),
          ),
        ),
        distinctUntilChanged<Progress | undefined>(isSame),
        finalize(() => (shared ? undefined : metrics.close())),
      )
      .subscribe(subscriber);
  });
