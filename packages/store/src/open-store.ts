import type { Batch, CollectionShape, Migration, Op, OpenOptions, RowData, StorageAdapter } from '@kith/adapters';
import { type Env, type Id, instantOf, makeId, ok, type Result, refuse } from '@kith/core';
import { isSame } from '@kith/core/imports';
import { type Observable, Subject } from 'rxjs';
import { chance } from './chance.js';
import type { Collection } from './collection.js';
import { collections } from './collections.js';
import type { Command } from './command.js';
import type { Companion, CompanionMaker, Staged } from './commit.js';
import { keepDataLoss } from './data-loss-row.js';
import { deals } from './deals/collection.js';
import { toKithError } from './error.js';
import { type FollowedFeed, followFeed } from './feed.js';
import type { Guard, GuardMaker } from './guard.js';
import { newHealth } from './health.js';
import { type HistoryStep, newHistory } from './history.js';
import { liveQueries } from './live.js';
import type { Answer, Query } from './query.js';
import type { RowRulesMaker } from './row-rules.js';
import { faultOf, settle } from './settle.js';
import type { StorageManagerLike } from './storage-access.js';
import type { Committed, HistoryState, Store } from './store.js';
import { takeTurns } from './turn.js';
import { type UnitOfWork, unitOfWork } from './unit-of-work.js';

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
  /**
   * Who acts. Without it everybody who has the book open shares one history of undo, as the tabs of one person do; so it
   * must be said where the book is on a server.
   */
  readonly actor?: Id<'user'>;
  /** IANA name; the machine's own when left out. */
  readonly timeZone?: string;
  /** Milliseconds since the epoch; the machine's clock when left out. */
  readonly clock?: () => number;
  /** Numbers in [0, 1) for ids; the machine's own chance when left out. */
  readonly random?: () => number;
  /** Resolves after so many milliseconds, before a batch is sent again; a timer when left out. */
  readonly wait?: (millis: number) => Promise<void>;
  /** What knows how much room there is; the browser's `navigator.storage` when left out. */
  readonly storageManager?: StorageManagerLike;
  /** `auditLog()` of `@kith/store/audit`; none when left out. */
  readonly audit?: CompanionMaker;
  /** What else is kept along with every commit, in the same batch, such as `keepIdentities()` of `@kith/store/duplicates`. */
  readonly companions?: readonly CompanionMaker[];
  /** Called every now and then while the rows are migrated or indexed, in rows; a book that is up to date opens without. */
  readonly onProgress?: OpenOptions['onProgress'];
  /** Who may see and do what: `rolesPolicy()` of `@kith/store/permissions`; everybody everything when left out. */
  readonly policy?: GuardMaker;
  /** `customFields()` of `@kith/store/fields`; none when left out. */
  readonly fields?: RowRulesMaker;
  /** Another tab has moved the data to a newer version: this one must be reloaded. */
  readonly onSuperseded?: () => void;
}

const RERUNS = 3;
/** Stores that write at once queue up at the rows of their companions; each time one of them gets through. */
const COMPANION_TRIES = 50;

/**
 * Opens a CRM over an adapter. Rejects with a KithError when the storage cannot be opened, and with a TypeError where it
 * is shared over a network and nobody is named who acts.
 */
export async function openStore(options: StoreOptions): Promise<Store> {
  const { adapter, clock = Date.now, random = chance, wait = timer, schema = 1, migrations = [] } = options;
  if (adapter.capabilities.shared === 'network' && options.actor === undefined)
    throw new TypeError(
      `openStore: say who acts, as \`actor\`: ${adapter.name} is shared over a network, where people would undo each other's steps. Without accounts, an id for each visitor will do.`,
    );
  const timeZone = options.timeZone ?? new Intl.DateTimeFormat().resolvedOptions().timeZone;
  const env = (): Env => {
    const now = instantOf(clock());
    return { now, timeZone, actor: options.actor, newId: (kind) => makeId(kind, now, random) };
  };
  const origin = makeId('client', instantOf(clock()), random);
  const health = newHealth();
  const aside = (options.collections ?? []).filter(({ isAside }) => isAside).map(({ name }) => name);
  const history = newHistory(adapter, { actor: options.actor, aside: new Set(aside), schema });
  const companions: readonly Companion[] = [
    history,
    ...[options.audit, ...(options.companions ?? [])].flatMap((make) => make?.(adapter) ?? []),
  ];
  const rules = options.fields?.(adapter);
  const companionOf = (collection: string): Companion | undefined =>
    companions.find((companion) => companion.collections.some(({ name }) => name === collection));
  const known = [
    ...collections,
    ...companions.flatMap((companion) => companion.collections),
    ...(rules?.collections ?? []),
    ...(options.policy?.collections ?? []),
    ...(options.collections ?? []),
  ];
  /** Rows of the rules that nobody asks for. */
  const guards = rules?.collections.at(-1)?.name;
  const shapesOf = (): Readonly<Record<string, CollectionShape>> =>
    rules?.shapes(known) ?? Object.fromEntries(known.map(({ name, shape }) => [name, shape]));
  const knows = (collection: string): boolean => Object.hasOwn(shapesOf(), collection);
  let shapes = shapesOf();
  const guard: Guard | undefined = options.policy?.make({ adapter, collections: known, shapes: () => shapes, env });
  /** What is read for whoever acts comes from here. */
  const visible = guard?.adapter ?? adapter;
  const writeInTurn = takeTurns();
  const changes$ = new Subject<Committed>();
  const live = liveQueries(visible, env, {
    readsClock: guard?.readsClock,
    places: adapter.capabilities.sortedPlaces && { told: () => feed.told(), head: () => feed.head() },
  });
  const tell = ({ changes, origin: by }: Committed): void => {
    const sighting = guard?.see(changes);
    if (sighting?.isNew) live.reload();
    else live.apply(sighting?.changes ?? changes);
    // What goes along with the commits is none of them.
    const told = (sighting?.told ?? changes).filter(
      ({ collection }) => !companionOf(collection) && collection !== guards,
    );
    // Whoever keeps a copy of what they saw reads anew what they see now.
    if (sighting?.isNew) changes$.next({ changes: told, origin: by, isIncomplete: true });
    else if (told.length > 0) changes$.next({ changes: told, origin: by });
    if (by === 'here') return;
    if (rules && changes.some(({ collection }) => collection === guards))
      void writeInTurn(rules.refresh).catch(health.failed);
    for (const companion of new Set(changes.map(({ collection }) => companionOf(collection))))
      if (companion) void writeInTurn(companion.refresh).catch(health.failed);
  };
  const refreshCompanions = async (): Promise<void> => {
    for (const companion of companions) await companion.refresh();
  };
  /** Everything that is kept in memory of the rows is read again. */
  const readAgain = async (): Promise<void> => {
    await guard?.refresh();
    await rules?.refresh();
    await refreshCompanions();
  };
  const follow = async (): Promise<FollowedFeed> => {
    const lose = (): void => {
      const refreshed = writeInTurn(readAgain).catch(health.failed);
      const reload = (): void => {
        live.reload();
        changes$.next({ changes: [], origin: 'elsewhere', isIncomplete: true });
      };
      // Who may see what has to be known before anything is read.
      if (guard) void refreshed.then(reload);
      else reload();
    };
    const followed = await followFeed(adapter, { collection: deals.name, origin }, { tell, lose });
    await readAgain();
    return followed;
  };

  const guarded = async <T>(task: () => Promise<T>): Promise<T> => {
    try {
      return await task();
    } catch (cause) {
      health.failed(cause);
      throw toKithError(guard ? guard.withoutRow(cause) : cause);
    }
  };
  let isLost = false;
  const open = (shapes: Readonly<Record<string, CollectionShape>>): Promise<void> =>
    adapter.open({
      tenant: options.tenant ?? 'default',
      schema,
      collections: shapes,
      migrations,
      onSuperseded: () => {
        health.superseded();
        options.onSuperseded?.();
      },
      ...(options.onProgress && { onProgress: options.onProgress }),
      onDataLost: () => {
        isLost = true;
      },
    });
  await guarded(async () => {
    await open(shapes);
    if (!rules) return;
    await rules.refresh();
    // What was defined while an application ran is known only now, and may want indexes of its own.
    const wanted = shapesOf();
    if (isSame(shapes, wanted)) return;
    await adapter.close();
    shapes = wanted;
    await open(shapes);
  });
  // Where even that cannot be written, the storage has more to say for itself.
  if (isLost) await keepDataLoss(adapter, env()).catch(health.failed);
  const feed = await guarded(follow).catch(async (cause: unknown) => {
    // Nobody gets a store that could close it.
    await adapter.close().catch(health.failed);
    throw cause;
  });

  const write = async (staged: Staged, readAs: UnitOfWork['readAs'] = () => null): Promise<void> => {
    const walks = staged.through === 'undo' || staged.through === 'redo';
    let isTight = false;
    for (let tries = 1; ; tries++) {
      const ops = [...staged.ops];
      for (const companion of companions) {
        const along = await companion.along(staged);
        ops.push(...(isTight && companion.isDispensable ? along.filter(makesRoom) : along));
      }
      if (ops.length === 0) return;
      const batch: Batch = { ops, key: makeId('batch', instantOf(clock()), random), origin };
      feed.expect([...staged.changes, ...(staged.derived ?? [])], readAs);
      try {
        const commit = await settle(adapter, batch, wait);
        health.worked();
        // It is written, whatever becomes of telling it: the next hint, or the next write, reads on from the same place.
        for (const companion of companions) await companion.committed(commit, staged).catch(health.failed);
        await feed.pull(commit.seq).catch(health.failed);
        return;
      } catch (cause) {
        const fault = faultOf(cause);
        if (fault?.kind === 'quota' && !isTight && !walks && staged.ops.every(makesRoom)) {
          isTight = true;
          continue;
        }
        const companion = fault?.kind === 'conflict' ? companionOf(fault.c) : undefined;
        // A walk through the history begins anew: another step may be the last one by now.
        if (!companion || walks || tries === COMPANION_TRIES) throw cause;
        await companion.refresh();
      }
    }
  };

  /** Has a command begin anew after a conflict, or throws it: three times, and longer where many write rows along with others. */
  const newPatience = (): ((cause: unknown, work: UnitOfWork) => Promise<void>) => {
    let runs = 0;
    let tries = 0;
    return async (cause, work) => {
      const fault = faultOf(cause);
      if (fault?.kind !== 'conflict' || ++tries > COMPANION_TRIES) throw cause;
      const { c, id } = fault;
      const isAlong = c === guards || work.derived().some((each) => each.collection === c && each.id === id);
      if (!isAlong && ++runs > RERUNS) throw cause;
      if (c === guards) await rules?.refresh();
    };
  };
  const commit = async (
    work: UnitOfWork,
    staged: Omit<Staged, 'ops' | 'changes' | 'derived' | 'env'>,
  ): Promise<void> => {
    const ops = work.ops();
    if (ops.length === 0) return;
    const { changes, derived, env, readAs } = work;
    await write({ ...staged, ops, changes: changes(), derived: derived(), env }, readAs);
    await rules?.committed(work.staged());
  };
  const decide = async <Output>(
    command: Command<Output>,
  ): Promise<{ readonly work: UnitOfWork; readonly result: Result<Output> }> => {
    const work = unitOfWork(adapter, env(), { guard, rules, knows, type: command.type });
    const result = await command.carryOut(work);
    if (!result.ok) return { work, result };
    const problem = await work.refusal();
    if (problem) return { work, result: refuse(problem) };
    const settled = await work.settle();
    return { work, result: settled.ok ? result : settled };
  };

  const run = async <Output>(command: Command<Output>): Promise<Result<Output>> => {
    for (const begin = newPatience(); ; ) {
      const { work, result } = await decide(command);
      if (!result.ok) return result;
      const { type, input, history: kind = 'step', through = 'interface', part } = command;
      try {
        await commit(work, { type, input, through, history: kind, part });
        return result;
      } catch (cause) {
        await begin(cause, work);
      }
    }
  };

  /** Goes over one step of the history; `walked` is told which. */
  const step = async (
    direction: 'undo' | 'redo',
    walked: (step: HistoryStep) => void,
  ): Promise<Result<HistoryState>> => {
    const { NOTHING_TO, stepRows, unfitBy } = await import('./undo.js');
    for (const begin = newPatience(); ; ) {
      // The last step may have been made, or its rows changed, in another tab.
      await feed.pull();
      await refreshCompanions();
      const last = await history.peek(direction);
      if (!last) return refuse(NOTHING_TO[direction]);
      const work = unitOfWork(adapter, env(), { guard, rules });
      const staged = { type: last.type, input: last.input, through: direction } as const;
      const found = await stepRows(adapter, last, direction, work.env, rules);
      try {
        if ('changed' in found) {
          await write({ ...staged, ops: [], changes: [], env: work.env, history: `forget ${direction}` });
          return refuse(found.changed);
        }
        for (const each of found.staged) work.take(each);
        // What is computed follows from the rest, and is nobody's right.
        const steps = work.changes().map((change) => ({
          ...change,
          to:
            change.to && rules
              ? rules.written(change.collection, change.to as RowData, change.from as RowData | null)
              : change.to,
        }));
        const problem = guard?.refusalOf(steps, last.type) ?? (await unfitBy(work, steps, known));
        if (problem) return refuse(problem);
        const settled = await work.settle();
        if (!settled.ok) return settled;
        await commit(work, { ...staged, history: direction });
        walked(last);
        return ok(history.state$.value);
      } catch (cause) {
        await begin(cause, work);
      }
    }
  };

  /** Goes over a step, and over those next to it that are parts of the same. */
  const walk = async (direction: 'undo' | 'redo'): Promise<Result<HistoryState>> => {
    for (let part: string | undefined; ; ) {
      const result = await step(direction, (walked) => {
        part = walked.part;
      });
      if (!result.ok || part === undefined || (await history.peek(direction))?.part !== part) return result;
    }
  };

  let stop = (): void => undefined;
  const store: Store = {
    run: (command) => guarded(() => writeInTurn(() => run(command))),
    can: (command) => guarded(async () => (await decide(command)).result),
    watch: <Q extends Query>(query: Q) => live.watch(query) as Observable<Answer<Q>>,
    undo: () => guarded(() => writeInTurn(() => walk('undo'))),
    redo: () => guarded(() => writeInTurn(() => walk('redo'))),
    history$: history.state$.asObservable(),
    changes$: changes$.asObservable(),
    storage: {
      adapter: visible,
      guard,
      whole: () => (guard ? guard.whole() : adapter),
      schema,
      migrations,
      manager: options.storageManager ?? globalThis.navigator?.storage,
      health$: health.health$.asObservable(),
      rules,
      env,
      lookAgain: () => health.health$.next(health.health$.value),
      replace: (type, task) =>
        guarded(() =>
          writeInTurn(async () => {
            const output = await task();
            if (!output.ok) return output;
            await feed.pull();
            await readAgain();
            await write({
              ops: [],
              changes: [],
              type,
              input: undefined,
              through: 'restore',
              history: 'none',
              env: env(),
            });
            return output;
          }),
        ),
    },
    async close() {
      stop();
      feed.stop();
      live.complete();
      history.state$.complete();
      changes$.complete();
      health.health$.complete();
      await adapter.close();
    },
  };
  if (rules)
    stop = await rules.opened({ run: store.run, can: store.can, env }).catch(async (cause: unknown) => {
      await store.close();
      throw cause;
    });
  return store;
}

/** Whether a step can be taken on a full disk. */
const makesRoom = ({ op }: Op): boolean => op !== 'put';

const timer = (millis: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, millis));
