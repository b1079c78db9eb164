import {
  type Batch,
  type Commit,
  type Fault,
  type Change as FeedChange,
  type Migration,
  type Op,
  type Seq,
  type StorageAdapter,
  StorageFault,
} from '@kith/adapters';
import { type Env, type Id, instantOf, makeId, ok, type Problem, type Result, refuse } from '@kith/core';
import { BehaviorSubject, type Observable, Subject } from 'rxjs';
import { type Change, type ChangeSet, reverse } from './change-set.js';
import type { Collection } from './collection.js';
import { collections } from './collections.js';
import type { Command } from './command.js';
import { deals } from './deals/collection.js';
import { toKithError } from './error.js';
import { entryOf, newHistory, opsOf } from './history.js';
import { liveQueries } from './live.js';
import type { Answer, Query } from './query.js';
import type { Committed, HistoryState, Seen, Store } from './store.js';
import { takeTurns } from './turn.js';
import { unitOfWork } from './unit-of-work.js';

/** How a store is opened. Only the adapter must be given. */
export interface StoreOptions {
  readonly adapter: StorageAdapter;
  /** Kinds of rows besides Kith's own. */
  readonly collections?: readonly Collection[];
  /** Whose book it is, where one storage holds several. */
  readonly tenant?: string;
  /** The version of the host's schema, and the steps from older ones. */
  readonly schema?: number;
  readonly migrations?: readonly Migration[];
  /** Who acts. */
  readonly actor?: Id<'user'>;
  /** IANA name; the machine's own when left out. */
  readonly timeZone?: string;
  /** Milliseconds since the epoch; the machine's clock when left out. */
  readonly clock?: () => number;
  /** Numbers in [0, 1) for ids; the machine's own chance when left out. */
  readonly random?: () => number;
  /** Another tab has moved the data to a newer version: this one must be reloaded. */
  readonly onSuperseded?: () => void;
}

const RERUNS = 3;
const FEED_PAGE = 5_000;

const NOTHING_TO_UNDO: Problem = { code: 'store/nothing-to-undo', message: 'There is nothing to undo.' };
const NOTHING_TO_REDO: Problem = { code: 'store/nothing-to-redo', message: 'There is nothing to redo.' };

/** Opens a CRM over an adapter. Rejects with a KithError when the storage cannot be opened. */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { adapter, clock = Date.now, random = chance } = options;
  const timeZone = options.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const env = (): Env => {
    const now = instantOf(clock());
    return { now, timeZone, actor: options.actor, newId: (kind) => makeId(kind, now, random) };
  };
  const origin = makeId('client', instantOf(clock()), random);
  const known = [...collections, ...(options.collections ?? [])];
  try {
    await adapter.open({
      tenant: options.tenant ?? 'default',
      schema: options.schema ?? 1,
      collections: Object.fromEntries(known.map(({ name, shape }) => [name, shape])),
      migrations: options.migrations ?? [],
      onSuperseded: () => options.onSuperseded?.(),
    });
  } catch (cause) {
    throw toKithError(cause);
  }

  const history = newHistory();
  const history$ = new BehaviorSubject<HistoryState>(history.state());
  const changes$ = new Subject<Committed>();
  const live = liveQueries(adapter, env);
  const head = async (): Promise<Seq> => (await adapter.query({ c: deals.name, limit: 1 })).at;
  let seen = await head();
  /** What this store is writing at the moment: the feed tells it too, and then knows how the rows were before. */
  let writing = new Map<string, Change>();

  const pullInTurn = takeTurns();
  /** Tells what the feed has to tell, commit by commit and in its order, this store's own commits among them. */
  const pull = (): Promise<void> =>
    pullInTurn(async () => {
      for (let more = true; more; ) {
        const page = await adapter.changes(seen, FEED_PAGE).catch(feedTrimmed);
        if (!page) {
          seen = await head();
          live.reload();
          return;
        }
        seen = page.next;
        more = page.more;
        for (const changes of byCommit(page.changes)) {
          const here = changes[0]?.origin === origin;
          const told = changes.map(({ c, id, row, deleted }): Seen => {
            const own = here ? writing.get(`${c}/${id}`) : undefined;
            return { collection: c, id, from: own?.from, to: row && !deleted ? row.data : null };
          });
          live.apply(told);
          changes$.next({ changes: told, origin: here ? 'here' : 'elsewhere' });
        }
      }
    });
  // A hint that cannot be followed is no loss: the next one, or the next write, reads on from the same place.
  const stopWatching = adapter.watch(() => void pull().catch(() => undefined));

  const write = async (ops: readonly Op[], changes: ChangeSet): Promise<Commit> => {
    const batch: Batch = { ops, key: makeId('batch', instantOf(clock()), random), origin };
    writing = new Map(changes.map((change) => [`${change.collection}/${change.id}`, change]));
    const commit = await adapter.write(batch).catch((cause: unknown) => {
      // Whether it was written is not known; the same key a second time settles it.
      if (faultOf(cause)?.kind === 'unavailable') return adapter.write(batch);
      throw cause;
    });
    await pull();
    return commit;
  };

  const run = async <Output>(command: Command<Output>): Promise<Result<Output>> => {
    for (let runs = 0; ; runs++) {
      const work = unitOfWork(adapter, env());
      const result = await command.carryOut(work);
      if (!result.ok) return result;
      const ops = work.ops();
      if (ops.length === 0) return result;
      const changes = work.changes();
      const commit = await write(ops, changes).catch((cause: unknown) => {
        if (faultOf(cause)?.kind === 'conflict' && runs < RERUNS) return undefined;
        throw cause;
      });
      if (!commit) continue;
      if (command.history !== 'none') {
        history.add(entryOf(command, changes, work.revisionBefore, commit));
        history$.next(history.state());
      }
      return result;
    }
  };

  const step = async (direction: 'undo' | 'redo'): Promise<Result<HistoryState>> => {
    const entry = history.peek(direction);
    if (!entry) return refuse(direction === 'undo' ? NOTHING_TO_UNDO : NOTHING_TO_REDO);
    const changes = direction === 'undo' ? reverse(entry.steps) : entry.steps;
    try {
      const commit = await write(opsOf(entry, direction), changes);
      history.move(direction, commit);
      return ok(history.state());
    } catch (cause) {
      const fault = faultOf(cause);
      if (fault?.kind !== 'conflict') throw cause;
      history.drop(direction);
      return refuse(changedSince(entry.type, fault.c, fault.id));
    } finally {
      history$.next(history.state());
    }
  };

  const writeInTurn = takeTurns();
  const guarded = async <T>(task: () => Promise<T>): Promise<T> => {
    try {
      return await task();
    } catch (cause) {
      throw toKithError(cause);
    }
  };
  return {
    run: (command) => guarded(() => writeInTurn(() => run(command))),
    can: (command) => guarded(() => command.carryOut(unitOfWork(adapter, env()))),
    watch: <Q extends Query>(query: Q) => live.watch(query) as Observable<Answer<Q>>,
    undo: () => guarded(() => writeInTurn(() => step('undo'))),
    redo: () => guarded(() => writeInTurn(() => step('redo'))),
    history$: history$.asObservable(),
    changes$: changes$.asObservable(),
    async close() {
      stopWatching();
      live.complete();
      history$.complete();
      changes$.complete();
      await adapter.close();
    },
  };
}

const faultOf = (cause: unknown): Fault | undefined => (cause instanceof StorageFault ? cause.fault : undefined);

/** The feed does not reach back that far any more: undefined, so that the caller starts over. */
function feedTrimmed(cause: unknown): undefined {
  if (faultOf(cause)?.kind === 'feed-trimmed') return undefined;
  throw cause;
}

/** Changes that stand one behind the other with one place in the feed are one commit. */
function byCommit(changes: readonly FeedChange[]): readonly (readonly FeedChange[])[] {
  const commits: FeedChange[][] = [];
  for (const change of changes) {
    const last = commits.at(-1);
    if (last?.[0]?.seq === change.seq) last.push(change);
    else commits.push([change]);
  }
  return commits;
}

const changedSince = (type: string, collection: string, id: string): Problem => ({
  code: 'store/changed-since',
  message: 'Somebody changed this since. Look at it as it is now, and change it by hand.',
  params: { type, collection, id },
});

/** Chance from the machine, in [0, 1). Asking for much at once is what makes it cheap: an id takes 16 of them. */
function chance(): number {
  if (drawn === drawer.length) {
    crypto.getRandomValues(drawer);
    drawn = 0;
  }
  return (drawer[drawn++] ?? 0) / 2 ** 32;
}
const drawer = new Uint32Array(1_024);
let drawn = drawer.length;
