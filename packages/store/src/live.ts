import type { StorageAdapter } from '@kith/adapters';
import { dependenciesOf, type Filter, type FilterMoment, parseFilter } from '@kith/core';
import { finalize, Observable, ReplaySubject, share, throwError } from 'rxjs';
import { answersOf, type Listener } from './answers.js';
import { keeperOf } from './keeper-of.js';
import type { Query } from './query.js';
import { boundsOf } from './query-bounds.js';
import { condition } from './read.js';
import type { Seen } from './store.js';
import { newSubscriptions, type Subscriptions } from './subscriptions.js';
import type { Places } from './tally-keeper.js';

/** The questions of one store that are being watched. */
export interface LiveQueries {
  watch(query: Query): Observable<unknown>;
  /** One commit was seen: the questions it can matter to answer again. */
  apply(changes: readonly Seen[]): void;
  /** Anything may have changed: all ask again. */
  reload(): void;
  /** No more answers will come. */
  complete(): void;
  /** How often a question was held against a commit since the beginning: what a write costs, whatever the machine. */
  evaluations(): number;
}

/** Who listens to one collection. */
interface Audience {
  readonly all: Set<Listener>;
  readonly byId: Map<string, Set<Listener>>;
  readonly byBounds: Subscriptions<Listener>;
}

/** What live questions hinge on besides the storage. */
interface LiveSite {
  /** Whether time alone changes which rows of a collection there are. */
  readonly readsClock?: ((collection: string) => boolean) | undefined;
  /** Where one is in the feed; undefined where places cannot be compared, and what is counted is counted anew. */
  readonly places?: Places | undefined;
}

/** Starts with no question watched. `moment` says when and in which zone relative dates are read. */
export function liveQueries(
  adapter: StorageAdapter,
  moment: () => FilterMoment,
  { readsClock = () => false, places }: LiveSite = {},
): LiveQueries {
  const audiences = new Map<string, Audience>();
  const answersByKey = new Map<string, Observable<unknown>>();
  let evaluations = 0;

  const audienceOf = (collection: string): Audience => {
    const audience = audiences.get(collection) ?? { all: new Set(), byId: new Map(), byBounds: newSubscriptions() };
    audiences.set(collection, audience);
    return audience;
  };
  const listen = (query: Query, listener: Listener): (() => void) => {
    const { name } = query.collection;
    const { all, byId, byBounds } = audienceOf(name);
    all.add(listener);
    if (query.ask === 'one') byId.set(query.id, (byId.get(query.id) ?? new Set()).add(listener));
    else byBounds.place(listener, boundsOf(query.where));
    return () => {
      all.delete(listener);
      byBounds.delete(listener);
      if (query.ask === 'one' && byId.get(query.id)?.delete(listener) && byId.get(query.id)?.size === 0)
        byId.delete(query.id);
      if (all.size === 0) audiences.delete(name);
    };
  };
  const everybody = (): readonly Listener[] => [...audiences.values()].flatMap(({ all }) => [...all]);

  return {
    watch(query) {
      const wrong = 'where' in query && query.where !== undefined ? faultOf(query.where, moment()) : undefined;
      if (wrong) return throwError(() => wrong);
      const key = JSON.stringify({ ...query, collection: query.collection.name });
      const known = answersByKey.get(key);
      if (known) return known;
      const answer$ = answersOf(
        keeperOf(adapter, query, moment, readsClock(query.collection.name) ? undefined : places),
        query,
        (listener) => listen(query, listener),
        (listener, bounds) => audiences.get(query.collection.name)?.byBounds.place(listener, bounds),
        () => readsClock(query.collection.name),
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
      for (const [listener, concerning] of concerned(audiences, changes)) {
        evaluations++;
        listener.apply(concerning);
      }
    },
    reload() {
      for (const listener of everybody()) listener.reload();
    },
    complete() {
      for (const listener of everybody()) listener.complete();
    },
    evaluations: () => evaluations,
  };
}

/** Whoever put a filter together without reading it is told what is wrong with it, by its code. */
function faultOf(where: Filter, moment: FilterMoment): Error | undefined {
  try {
    dependenciesOf(where);
    condition(where, moment);
  } catch {
    const read = parseFilter(where);
    if (!read.ok) return Object.assign(new TypeError(`watch: ${read.problem.message}`), { code: read.problem.code });
  }
  return undefined;
}

/** Who is concerned by what, in the order of the changes. */
function concerned(
  audiences: ReadonlyMap<string, Audience>,
  changes: readonly Seen[],
): ReadonlyMap<Listener, readonly Seen[]> {
  const changesByListener = new Map<Listener, Seen[]>();
  const holders = holdersOf(audiences, changes);
  for (const change of changes) {
    const audience = audiences.get(change.collection);
    if (!audience) continue;
    const listeners = new Set(audience.byId.get(change.id));
    if (change.from === undefined) for (const listener of holders(change)) listeners.add(listener);
    else if (change.from) audience.byBounds.collect(change.from, listeners);
    if (change.to) audience.byBounds.collect(change.to, listeners);
    for (const listener of listeners) {
      const concerning = changesByListener.get(listener) ?? [];
      changesByListener.set(listener, concerning);
      concerning.push(change);
    }
  }
  return changesByListener;
}

/** Where it is not known how a row was before, it concerns those whose answer holds it. Looked up once for each commit. */
function holdersOf(
  audiences: ReadonlyMap<string, Audience>,
  changes: readonly Seen[],
): (change: Seen) => readonly Listener[] {
  const holdersByCollection = new Map<string, readonly Listener[]>();
  return ({ collection }) => {
    const known = holdersByCollection.get(collection);
    if (known) return known;
    const ids = new Set(changes.filter((change) => change.collection === collection).map(({ id }) => id));
    const holders = [...(audiences.get(collection)?.all ?? [])].filter((listener) => listener.mayHold(ids));
    holdersByCollection.set(collection, holders);
    return holders;
  };
}
