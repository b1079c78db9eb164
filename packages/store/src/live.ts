import type { StorageAdapter } from '@kith/adapters';
import { dependenciesOf, type FilterMoment } from '@kith/core';
import { finalize, Observable, ReplaySubject, share } from 'rxjs';
import { toKithError } from './error.js';
import { type Keeper, keepOne, keepRows, keepTally } from './keeper.js';
import type { Query } from './query.js';
import type { Seen } from './store.js';

/** The questions of one store that are being watched. */
export interface LiveQueries {
  watch(query: Query): Observable<unknown>;
  /** One commit was seen: the questions it matters to answer again. */
  apply(changes: readonly Seen[]): void;
  /** Anything may have changed: all ask again. */
  reload(): void;
  /** No more answers will come. */
  complete(): void;
}

/** What one watched question listens to. */
interface Listener {
  apply(changes: readonly Seen[]): void;
  reload(): void;
  complete(): void;
}

/** Relative days and moments move on by themselves; a question that has some is asked again this often. */
const CLOCK_MILLIS = 60_000;

/** Starts with no question watched. `moment` says when and in which zone relative dates are read. */
export function liveQueries(adapter: StorageAdapter, moment: () => FilterMoment): LiveQueries {
  const listenersByCollection = new Map<string, Set<Listener>>();
  const answersByKey = new Map<string, Observable<unknown>>();

  const listen = (collection: string, listener: Listener): (() => void) => {
    const listeners = listenersByCollection.get(collection) ?? new Set();
    listenersByCollection.set(collection, listeners.add(listener));
    return () => {
      listeners.delete(listener);
      if (listeners.size === 0) listenersByCollection.delete(collection);
    };
  };

  return {
    watch(query) {
      const key = JSON.stringify({ ...query, collection: query.collection.name });
      const known = answersByKey.get(key);
      if (known) return known;
      const answer$ = answers(
        keeperOf(adapter, query, moment),
        (listener) => listen(query.collection.name, listener),
        readsClock(query),
      ).pipe(
        finalize(() => answersByKey.delete(key)),
        // Everybody who asks the same question shares one answer; the last one to go frees it.
        share({ connector: () => new ReplaySubject<unknown>(1) }),
      );
      // It is cold until watched, so it is remembered when somebody does: a question never asked leaves nothing behind.
      return new Observable((subscriber) => {
        const shared = answersByKey.get(key) ?? answer$;
        answersByKey.set(key, shared);
        return shared.subscribe(subscriber);
      });
    },
    apply(changes) {
      for (const [collection, listeners] of [...listenersByCollection]) {
        const touched = changes.filter((change) => change.collection === collection);
        if (touched.length > 0) for (const listener of [...listeners]) listener.apply(touched);
      }
    },
    reload() {
      for (const listeners of [...listenersByCollection.values()])
        for (const listener of [...listeners]) listener.reload();
    },
    complete() {
      for (const listeners of [...listenersByCollection.values()])
        for (const listener of [...listeners]) listener.complete();
    },
  };
}

function keeperOf(adapter: StorageAdapter, query: Query, moment: () => FilterMoment): Keeper<unknown> {
  switch (query.ask) {
    case 'rows':
      return keepRows(adapter, query, moment);
    case 'one':
      return keepOne(adapter, query);
    case 'tally':
      return keepTally(adapter, query, moment);
  }
}

const readsClock = (query: Query): boolean =>
  query.ask !== 'one' && query.where !== undefined && dependenciesOf(query.where).readsClock;

/** Loads an answer and keeps it true, change by change, as long as somebody watches. */
function answers(
  keeper: Keeper<unknown>,
  listen: (listener: Listener) => () => void,
  ticking: boolean,
): Observable<unknown> {
  return new Observable((subscriber) => {
    let current: { readonly answer: unknown } | undefined;
    /** What was seen while loading: it may be missing from what is being read. */
    let missed: Seen[] | undefined;

    const settle = (answer: unknown): void => {
      if (current && keeper.same(current.answer, answer)) return;
      current = { answer };
      subscriber.next(answer);
    };
    const load = async (): Promise<void> => {
      missed = [];
      try {
        const loaded = await keeper.load();
        if (subscriber.closed) return;
        const answer = missed.length > 0 ? keeper.next(loaded, missed) : { answer: loaded };
        missed = undefined;
        if (answer) settle(answer.answer);
        else await load();
      } catch (cause) {
        subscriber.error(toKithError(cause));
      }
    };

    const stop = listen({
      apply(changes) {
        if (missed) missed.push(...changes);
        else if (current) {
          const next = keeper.next(current.answer, changes);
          if (next) settle(next.answer);
          else void load();
        }
      },
      reload: () => void load(),
      complete: () => subscriber.complete(),
    });
    const clock = ticking ? setInterval(() => void load(), CLOCK_MILLIS) : undefined;
    void load();
    return () => {
      stop();
      clearInterval(clock);
    };
  });
}
