import { type Row, rowOrder } from '@kith/adapters';
import { compileFilter, dependenciesOf, type Matcher } from '@kith/core';
import { Observable, Subject } from 'rxjs';
import type { Identified } from '../collection.js';
import { toKithError } from '../error.js';
import { pauseBy } from '../imports/pause.js';
import type { RowsQuery } from '../query.js';
import { condition } from '../read.js';
import type { Committed, Store } from '../store.js';
import { type Block, type Blocks, newBlocks } from './blocks.js';

/** What a long list lists. */
export type LongListQuery<Entity extends Identified> = Omit<RowsQuery<Entity>, 'ask' | 'limit'>;

/** Rows in an order, however many: which of them are in sight is said by whoever shows them, and only those are kept. */
export interface LongList<Entity extends Identified> {
  /** `loading` until it is known how many there are and the first of them are there. */
  readonly status: 'loading' | 'ready' | 'error';
  /** How many rows there are; while `isCounting`, how many have been counted. */
  readonly count: number;
  /** Whether the storage cannot count what was asked for, and it is being read through. */
  readonly isCounting: boolean;
  /** What went wrong, a KithError. */
  readonly error: unknown;
  /** The row at a place from 0, once it is known. */
  at(index: number): Entity | undefined;
  /** The place of a row among those that are known; -1 for others. */
  indexOf(id: string): number;
  /** Says which places are looked at, `from` included, `to` not: their rows are read and kept. */
  show(from: number, to: number): void;
  /** The rows of some places, read where they are not known. Rejects with a KithError. */
  read(from: number, to: number): Promise<readonly Entity[]>;
  /** Reads again after an error. */
  retry(): void;
  /** Something of it is other than before. */
  readonly changed$: Observable<void>;
  close(): void;
}

/** Rows that are read at first: more than any window shows. */
const FIRST = 100;
/** Rows that are read when somebody scrolls on. */
const STEP = 200;
/** Rows that are passed over at once on the way to a far place. */
const STRIDE = 2_000;
/** Blocks whose rows are kept. */
const KEPT = 8;
/** More changes than that at once are not followed one by one. */
const MANY = 200;
/** Days and moments relative to now move on by themselves; they are looked at again this often. */
const CLOCK_MILLIS = 60_000;

/**
 * Opens a list of any length over a store. It walks from the beginning in the order asked for, remembers where each
 * stretch begins, and keeps the rows of the stretches somebody looks at; commits are followed row by row. With a policy it
 * lists what whoever acts may see.
 *
 * ```ts
 * import { memoryAdapter } from '@kith/adapters';
 * import { contacts, openStore } from '@kith/store';
 * import { openLongList } from '@kith/store/long-lists';
 *
 * const store = await openStore({ adapter: memoryAdapter() });
 * await store.run(contacts.create({ name: 'Léa Fontanel' }));
 * const list = openLongList(store, { collection: contacts.collection, order: [['name', 'asc']] });
 * const rows = await list.read(0, 10);
 * expect([list.count, rows[0]?.name]).toEqual([1, 'Léa Fontanel']);
 * list.close();
 * ```
 */
export function openLongList<Entity extends Identified>(
  { storage, changes$ }: Pick<Store, 'storage' | 'changes$'>,
  query: LongListQuery<Entity>,
): LongList<Entity> {
  const { adapter } = storage;
  const { name } = query.collection;
  const compare = rowOrder(query.order ?? []);
  const readsClock = query.where !== undefined && dependenciesOf(query.where).readsClock;
  const changed$ = new Subject<void>();
  let asked = condition(query.where, storage.env());
  let matches: Matcher = query.where ? compileFilter(query.where, storage.env()) : () => true;

  let isWhole = false;
  let cursor: string | undefined;
  let blocks: Blocks = newBlocks(compare, () => isWhole);
  /** What was known before everything had to be read anew: it stays on show meanwhile. */
  let previous: Blocks | undefined;
  let count: number | undefined;
  let isCountStale = true;
  let wanted = { from: 0, to: FIRST };
  let looks = 0;
  let status: 'loading' | 'ready' | 'error' = 'loading';
  let error: unknown;
  let isClosed = false;
  let running: Promise<void> | undefined;
  /** Grows with each commit that concerns the list: what was read meanwhile may be too old. */
  let generation = 0;
  /** Reads that wait for places besides those in sight. */
  const readers = new Set<{ readonly from: number; readonly to: number }>();

  const entitiesOf = (rows: readonly Row[]): readonly Identified[] =>
    rows.map(({ data }) => data as unknown as Identified).filter((row) => asked.exact || matches(row));
  const page = (after: string | undefined, limit: number) =>
    adapter.query({
      c: name,
      ...(asked.pushed && { where: asked.pushed }),
      ...(query.order && { order: query.order }),
      ...(after !== undefined && { after }),
      limit: Math.min(limit, adapter.capabilities.limits.pageRows),
    });

  const walkOn = async (limit: number): Promise<void> => {
    const before = generation;
    const found = await page(cursor, limit);
    // What was written meanwhile may be in the page, or not: the page is read again.
    if (before !== generation) return;
    const after = blocks.all.at(-1)?.rows?.at(-1) ?? blocks.all.at(-1)?.after;
    const rows = entitiesOf(found.rows);
    blocks.add({ cursor, after, size: rows.length, rows, seen: looks });
    cursor = found.next ?? undefined;
    isWhole = found.next === null;
  };
  const readBlock = async (block: Block): Promise<void> => {
    const before = generation;
    const until = blocks.behind(block)?.after;
    const rows: Identified[] = [];
    let at = block.cursor;
    for (let goesOn = true; goesOn; ) {
      const found = await page(at, Math.max(block.size, STEP));
      if (before !== generation) return;
      for (const row of entitiesOf(found.rows)) if (!until || compare(row, until) <= 0) rows.push(row);
      const last = found.rows.at(-1)?.data as unknown as Identified | undefined;
      at = found.next ?? undefined;
      goesOn = at !== undefined && until !== undefined && last !== undefined && compare(last, until) < 0;
    }
    block.rows = rows;
    block.size = rows.length;
    block.seen = looks;
  };

  /** What has to be done next for what is looked at; undefined when all of it is known. */
  const next = (): (() => Promise<void>) | undefined => {
    if (isCountStale && asked.exact)
      return async () => {
        const before = generation;
        const counted = await adapter.count(name, asked.pushed);
        if (before !== generation) return;
        count = counted;
        isCountStale = false;
      };
    for (const { from, to } of [wanted, ...readers]) {
      const missing = blocks.within(from, to).find(({ rows }) => rows === undefined);
      if (missing) return () => readBlock(missing);
      const size = blocks.size();
      if (!isWhole && size < to) return () => walkOn(size === 0 ? FIRST : from - size > STEP ? STRIDE : STEP);
    }
    if (!asked.exact && !isWhole) return () => walkOn(STRIDE);
    return undefined;
  };
  const isShowable = (): boolean =>
    (asked.exact ? count !== undefined : blocks.size() >= wanted.to || isWhole) && (blocks.all.length > 0 || isWhole);
  const run = async (): Promise<void> => {
    const pause = pauseBy();
    try {
      for (let task = next(); task && !isClosed; task = next()) {
        await task();
        if (isShowable()) status = 'ready';
        blocks.keep(KEPT, new Set([wanted, ...readers].flatMap(({ from, to }) => blocks.within(from, to))));
        if (!isClosed) changed$.next();
        await pause();
      }
      previous = undefined;
      if (!isClosed) changed$.next();
    } catch (cause) {
      status = 'error';
      error = toKithError(cause);
      if (!isClosed) changed$.next();
      throw error;
    }
  };
  const work = (): Promise<void> => {
    running ??= Promise.resolve()
      .then(run)
      .finally(() => {
        running = undefined;
        // Somebody who heard of the end looked elsewhere at once.
        if (!isClosed && status !== 'error' && next()) workAside();
      });
    return running;
  };
  const workAside = (): void => void work().catch(() => undefined); // told by `status`

  const startAnew = (): void => {
    if (blocks.all.length > 0) previous = blocks;
    asked = condition(query.where, storage.env());
    matches = query.where ? compileFilter(query.where, storage.env()) : () => true;
    isWhole = false;
    cursor = undefined;
    blocks = newBlocks(compare, () => isWhole);
    isCountStale = true;
  };
  const follow = ({ changes, isIncomplete }: Committed): void => {
    const mine = changes.filter((change) => change.collection === name);
    if (mine.length === 0 && !isIncomplete) return;
    generation++;
    if (isIncomplete || mine.length > MANY) startAnew();
    else
      for (const { id, from, to } of mine) {
        const before = (from === undefined ? blocks.find(id) : from) as Identified | null | undefined;
        const after = to as Identified | null;
        const wasIn = before !== null && before !== undefined && matches(before);
        const isIn = after !== null && matches(after);
        // How it was is not known, and it may have stood anywhere.
        if (before === undefined && !isUnseen(id)) startAnew();
        else if (wasIn && isIn && compare(before, after) === 0) blocks.replace(after);
        else {
          if (wasIn) blocks.takeOut(before);
          if (isIn) blocks.putIn(after);
          // What is being counted may have seen the row as it was, or as it is: it is counted again.
          if (count === undefined || isCountStale) isCountStale ||= wasIn !== isIn;
          else count += Number(isIn) - Number(wasIn);
        }
      }
    changed$.next();
    workAside();
  };
  /** Whether a row cannot have been in the list: all of its rows are known, and it is not among them. */
  const isUnseen = (id: string): boolean =>
    isWhole && blocks.all.every(({ rows }) => rows) && blocks.find(id) === undefined;

  const feed = changes$.subscribe({ next: follow });
  const clock = readsClock
    ? setInterval(() => {
        generation++;
        startAnew();
        workAside();
      }, CLOCK_MILLIS)
    : undefined;
  const known = (index: number): Identified | undefined => blocks.at(index) ?? previous?.at(index);
  workAside();

  return {
    get status() {
      return status;
    },
    get count() {
      return asked.exact ? (count ?? 0) : Math.max(blocks.size(), previous?.size() ?? 0);
    },
    get isCounting() {
      return !asked.exact && !isWhole;
    },
    get error() {
      return error;
    },
    at: (index) => known(index) as Entity | undefined,
    indexOf(id) {
      let start = 0;
      for (const { rows, size } of blocks.all) {
        const index = rows?.findIndex((row) => row.id === id) ?? -1;
        if (index >= 0) return start + index;
        start += size;
      }
      return -1;
    },
    show(from, to) {
      if (from === wanted.from && to === wanted.to) return;
      wanted = { from, to };
      looks++;
      for (const block of blocks.within(from, to)) block.seen = looks;
      if (status !== 'error') workAside();
    },
    async read(from, to) {
      const reader = { from, to };
      readers.add(reader);
      try {
        while (next()) await work();
        const rows: Entity[] = [];
        for (let index = from; index < to; index++) {
          const row = blocks.at(index);
          if (!row) break;
          rows.push(row as Entity);
        }
        return rows;
      } finally {
        readers.delete(reader);
      }
    },
    retry() {
      status = count === undefined ? 'loading' : 'ready';
      error = undefined;
      generation++;
      startAnew();
      workAside();
    },
    changed$: changed$.asObservable(),
    close() {
      isClosed = true;
      feed.unsubscribe();
      clearInterval(clock);
      changed$.complete();
    },
  };
}
