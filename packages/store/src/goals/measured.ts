import { type Goal, type ProgressTerms } from '@kith/core/goals';
import { isSame } from '@kith/core/imports';
import { concatMap, distinctUntilChanged, filter, finalize, from, map, Observable, startWith, switchMap } from 'rxjs';
import { type MetricPart, type OpenMetrics, openMetrics } from '../metrics/open-metrics.js';
import type { Store } from '../store.js';

/** What progress is worked out with; the day is the store's. */
export interface WatchProgressOptions extends Omit<ProgressTerms, 'asOf'> {
  /** Metrics that are open anyway, so that several goals share them; opened for this goal alone when left out. */
  readonly metrics?: OpenMetrics;
}

/** What is read off the metrics of some goals. */
interface Reading<Asked, Read> {
  /** The goals whose metrics it takes. */
  goalsIn(asked: Asked): readonly Goal[];
  read(asked: Asked, bookOf: OpenMetrics['bookOf'], terms: ProgressTerms): Read;
}

/** Reads off metrics: now, with every commit that moves one of them, and when the day or what was asked for changes. */
export const measured = <Asked, Read>(
  store: Store,
  asked$: Observable<Asked>,
  { goalsIn, read }: Reading<Asked, Read>,
  { metrics: shared, ...terms }: WatchProgressOptions,
): Observable<Read> =>
  new Observable((subscriber) => {
    const metrics = shared ?? openMetrics(store);
    /** What a goal has to do with: its own days up to now, and its holder where nobody else counts for them. */
    const partOf = ({ first, last, holder }: Goal): MetricPart => ({
      first,
      last,
      isPast: true,
      ...(!terms.countsFor && { owner: holder }),
    });
    const ready$ = asked$.pipe(
      concatMap((asked) =>
        from(Promise.all(goalsIn(asked).map(({ metric }) => metrics.need(metric))).then(() => asked)),
      ),
    );
    return ready$
      .pipe(
        switchMap((asked) =>
          metrics.changed$.pipe(
            filter((concerns) => goalsIn(asked).some((goal) => concerns(goal.metric, partOf(goal)))),
            map(() => undefined),
            startWith(undefined),
            map(() => read(asked, metrics.bookOf, { ...terms, asOf: metrics.today() })),
          ),
        ),
        distinctUntilChanged<Read>(isSame),
        finalize(() => (shared ? undefined : metrics.close())),
      )
      .subscribe(subscriber);
  });
