import { type Day, dayIn } from '@kith/core';
import { type Metric, type MetricBook, type MetricPlace, newMetricBook } from '@kith/core/goals';
import { type Observable, Subject } from 'rxjs';
import { type Pause, pauseBy } from '../imports/pause.js';
import { loadRows } from '../segments/load-rows.js';
import type { Committed, Store } from '../store.js';
import { takeTurns } from '../turn.js';

/** Metrics over a store, kept change by change. */
export interface OpenMetrics {
  /** Reads what a metric needs, in slices; at once where it is there already. */
  need(metric: Metric): Promise<void>;
  /** A metric that has been read. */
  bookOf(metric: Metric): MetricBook | undefined;
  /** After a commit that moved a metric, and when a new day has begun: tells whether that concerns a metric. */
  readonly changed$: Observable<Concerns>;
  /** The day it is, in the zone of the store. */
  today(): Day;
  /** Looks at the clock now; it is done once a minute otherwise. */
  lookAtClock(): void;
  settled(): Promise<void>;
  close(): void;
}

/** Whether what happened concerns a metric; or only what it has on some days, or for somebody. */
export type Concerns = (metric: Metric, part?: MetricPart) => boolean;

/** A part of a metric: the days from the first to the last, of one owner where one is named. */
export interface MetricPart {
  readonly first: Day;
  readonly last: Day;
  readonly owner?: string | undefined;
  /** Of those days only the ones up to today. */
  readonly isPast?: true;
}

const ALL: Concerns = () => true;
const CLOCK_MILLIS = 60_000;

/** Begins without metrics. */
export function openMetrics(store: Store, giveWay?: () => Promise<void>): OpenMetrics {
  const pause: Pause = pauseBy(giveWay);
  const inTurn = takeTurns();
  const changed$ = new Subject<Concerns>();
  const books = new Map<string, MetricBook>();
  const today = (): Day => {
    const { now, timeZone } = store.storage.env();
    return dayIn(timeZone, now);
  };
  let day = today();

  const read = async (metric: Metric): Promise<void> => {
    const key = keyOf(metric);
    if (books.has(key)) return;
    const book = newMetricBook(metric, store.storage.env().timeZone);
    await loadRows(store.storage.adapter, metric.collection, pause, (id, row) => book.apply(id, row));
    books.set(key, book);
  };
  const hear = async ({ changes, isIncomplete }: Committed): Promise<void> => {
    if (isIncomplete) {
      const metrics = [...books.values()].map(({ metric }) => metric);
      books.clear();
      for (const metric of metrics) await read(metric);
      changed$.next(ALL);
      return;
    }
    const moved = new Map<string, MetricPlace[]>();
    for (const { collection, id, to } of changes)
      for (const [key, book] of books) {
        if (book.metric.collection !== collection) continue;
        const before = book.placeOf(id);
        if (!book.apply(id, to)) continue;
        const places = [before, book.placeOf(id)].filter((place) => place !== undefined);
        moved.set(key, [...(moved.get(key) ?? []), ...places]);
      }
    if (moved.size === 0) return;
    const now = today();
    changed$.next((metric, part) => {
      const places = moved.get(keyOf(metric));
      return part ? (places?.some((place) => isWithin(place, part, now)) ?? false) : places !== undefined;
    });
  };
  const lookAtClock = (): void => {
    if (day === today()) return;
    day = today();
    changed$.next(ALL);
  };
  // What is heard while rows are being read is taken in afterwards, in its order: the last one wins.
  const subscription = store.changes$.subscribe({
    next: (committed) => void inTurn(() => hear(committed)).catch((cause: unknown) => changed$.error(cause)),
    complete: () => close(),
  });
  const ticking = setInterval(lookAtClock, CLOCK_MILLIS);
  const close = (): void => {
    subscription.unsubscribe();
    clearInterval(ticking);
    changed$.complete();
  };
  return {
    need: (metric) => inTurn(() => read(metric)),
    bookOf: (metric) => books.get(keyOf(metric)),
    changed$: changed$.asObservable(),
    today,
    lookAtClock,
    settled: () => inTurn(async () => undefined),
    close,
  };
}

const isWithin = ({ day, owner }: MetricPlace, part: MetricPart, today: Day): boolean =>
  part.first <= day &&
  day <= part.last &&
  (!part.isPast || day <= today) &&
  (part.owner === undefined || part.owner === owner);

/** Metrics stand in rows, which never change: each is spelled out once. */
const keys = new WeakMap<Metric, string>();

function keyOf(metric: Metric): string {
  let key = keys.get(metric);
  if (key === undefined) {
    key = JSON.stringify(metric);
    keys.set(metric, key);
  }
  return key;
}
