import { dependenciesOf } from '@kith/core';
import { Observable } from 'rxjs';
import type { Identified } from './collection.js';
import { toKithError } from './error.js';
import type { Keeper } from './keeper.js';
import type { Query } from './query.js';
import { boundedBy, boundsOf, type QueryBounds } from './query-bounds.js';
import type { Seen } from './store.js';

/** What one watched question listens to. */
export interface Listener {
  apply(changes: readonly Seen[]): void;
  /** Whether its answer may hold one of these rows. */
  mayHold(ids: ReadonlySet<string>): boolean;
  reload(): void;
  complete(): void;
}

/** Relative days and moments move on by themselves; a question that has some is asked again this often. */
const CLOCK_MILLIS = 60_000;

/**
 * Loads an answer and keeps it true, change by change, as long as somebody watches. `listen` begins to hear of changes;
 * `place` says that from now on other ones matter, `mindsClock` whether time alone changes which rows there are.
 */
export function answersOf(
  keeper: Keeper<unknown>,
  query: Query,
  listen: (listener: Listener) => () => void,
  place: (listener: Listener, bounds: QueryBounds) => void,
  mindsClock: () => boolean,
): Observable<unknown> {
  return new Observable((subscriber) => {
    let current: { readonly answer: unknown } | undefined;
    /** What was seen while loading: it may be missing from what is being read. */
    let missed: Seen[] | undefined;
    /** Asked for anew while loading: what is being read may be too old. */
    let isStale = false;
    let end: unknown;
    const bounds = query.ask === 'rows' ? boundsOf(query.where) : undefined;

    const settle = (answer: unknown): void => {
      const isKnown = current !== undefined && keeper.same(current.answer, answer);
      // What was read last is kept, also where it says nothing new: it is as of now.
      current = { answer };
      if (isKnown) return;
      moveEnd();
      subscriber.next(answer);
    };
    /** A list that is full minds what is before its last row only. */
    const moveEnd = (): void => {
      if (query.ask !== 'rows' || !bounds || query.limit === undefined || subscriber.closed) return;
      const rows = (missed ? [] : current?.answer) as readonly Identified[] | undefined;
      const last = rows && rows.length >= query.limit ? rows.at(-1) : undefined;
      if (last === end) return;
      end = last;
      place(listener, last ? boundedBy(bounds, query.order?.[0] ?? ['id', 'asc'], last) : bounds);
    };
    const load = async (): Promise<void> => {
      isStale = true;
      if (missed) return;
      try {
        while (isStale && !subscriber.closed) {
          isStale = false;
          missed = [];
          moveEnd();
          const loaded = await keeper.load();
          if (subscriber.closed) return;
          const next = missed.length > 0 ? keeper.next(loaded, missed) : { answer: loaded };
          missed = undefined;
          isStale ||= next === undefined;
          settle(next ? next.answer : loaded);
          moveEnd();
        }
      } catch (cause) {
        subscriber.error(toKithError(cause));
      }
    };

    const listener: Listener = {
      apply(changes) {
        if (subscriber.closed) return;
        if (missed) missed.push(...changes);
        else if (current) {
          const next = keeper.next(current.answer, changes);
          if (next) settle(next.answer);
          else void load();
        }
      },
      mayHold: (ids) => missed !== undefined || !current || keeper.mayHold(current.answer, ids),
      reload: () => void load(),
      complete: () => subscriber.complete(),
    };
    const stop = listen(listener);
    const clock = readsClock(query) || mindsClock() ? setInterval(() => void load(), CLOCK_MILLIS) : undefined;
    void load();
    return () => {
      stop();
      clearInterval(clock);
    };
  });
}

const readsClock = (query: Query): boolean =>
  query.ask !== 'one' && query.where !== undefined && dependenciesOf(query.where).readsClock;
