import 'fake-indexeddb/auto';
import type { Capabilities, Filter, Op, OpenOptions, Page, Query, StorageAdapter } from '@kith/adapters';
import fc from 'fast-check';
import { createStore, entries, set, type UseStore } from 'idb-keyval';
import { describe, expect, it } from 'vitest';
import { keyvalShelf } from '../../../packages/adapters/src/keyval/keyval-shelf.js';
import { logJournal } from '../../../packages/adapters/src/log/log-journal.js';
import { memoryAdapter } from '../../../packages/adapters/src/memory.js';
import { workingSetAdapter } from '../../../packages/adapters/src/working-set/adapter.js';

const { capabilities } = memoryAdapter();
const options: OpenOptions = {
  tenant: 't',
  schema: 1,
  collections: {
    items: { indexes: [['stage', 'n'], ['tags']], tallies: [{ by: ['stage'], sum: ['n'] }] },
    others: { indexes: [['n']] },
  },
  migrations: [],
  onSuperseded() {},
};

/** A store that counts what is read of it. */
interface Counted {
  readonly store: UseStore;
  /** How many segments were read at once, and with a key of their own. */
  reads: { pages: number; single: number };
}

function counted(name: string): Counted {
  const plain = createStore(name, 'log');
  const reads = { pages: 0, single: 0 };
  return {
    reads,
    store: (mode, callback) =>
      plain(mode, (store) =>
        callback(
          new Proxy(store, {
            get(target, property) {
              if (property === 'getAll') reads.pages++;
              if (property === 'get') reads.single++;
              const value: unknown = Reflect.get(target, property, target);
              return typeof value === 'function' ? value.bind(target) : value;
            },
          }),
        ),
      ),
  };
}

/** An adapter that makes columns of books of any size, and reads and writes only what it has to, however long a test takes. */
const adapterOn = (name: string, store: UseStore, columnsFrom = 1): StorageAdapter =>
  workingSetAdapter(
    'test',
    capabilities as Capabilities,
    logJournal((tenant) => keyvalShelf(name, store, tenant), capabilities.limits, columnsFrom),
    { headStartMs: 1_000_000, idleMs: 1_000_000 },
  );

const stages = ['new', 'won', 'lost', 'zurück'];
const put = (c: string, n: number, at = n): Op => ({
  op: 'put',
  c,
  id: `row${n}`,
  expect: 'any',
  data: { n: at, stage: stages[at % 4] ?? '', tags: [`t${at % 3}`, `t${at % 5}`], name: `Name ${at}`, nested: { at } },
});

const columnsOf = async (store: UseStore): Promise<ReadonlyArray<readonly [IDBValidKey, unknown]>> =>
  (await entries<IDBValidKey, unknown>(store)).filter(([key]) => (key as readonly unknown[])[1] === 'columns');

const filters: readonly (Filter | undefined)[] = [
  undefined,
  { f: 'stage', is: 'eq', v: 'won' },
  { f: 'n', is: 'gte', v: 40 },
  { and: [{ f: 'stage', is: 'in', v: ['won', 'lost'] }, { not: { f: 'n', is: 'lt', v: 20 } }] },
  { f: 'tags', is: 'eq', v: 't1' },
  { f: 'name', is: 'prefix', v: 'Name 1' },
  { f: 'nested.at', is: 'lt', v: 30 },
  { f: 'missing', is: 'exists', v: false },
];
const orders: readonly Query['order'][] = [
  undefined,
  [['n', 'desc']],
  [
    ['stage', 'asc'],
    ['n', 'desc'],
  ],
  [['name', 'asc']],
];

/** Everything that can be asked about rows, asked. `at` is left out: it may be that of the columns. */
async function answersOf(adapter: StorageAdapter): Promise<unknown> {
  const answers: unknown[] = [];
  for (const c of ['items', 'others', 'none'])
    for (const where of filters) {
      answers.push(await adapter.count(c, where));
      answers.push(await adapter.tally({ c, ...(where && { where }), by: ['stage'], sum: ['n'] }));
      for (const order of orders) {
        let after: string | null | undefined;
        for (let turn = 0; turn < 3 && after !== null; turn++) {
          const page: Page = await adapter.query({
            c,
            limit: 7,
            ...(where && { where }),
            ...(order && { order }),
            ...(after && { after }),
          });
          answers.push(page.rows, page.next);
          after = page.next;
        }
      }
    }
  answers.push(await adapter.get('items', ['row1', 'row2', 'row3']));
  answers.push(await adapter.get('items', ['row1', 'nobody']));
  return answers;
}

let books = 0;

describe('a book that is asked before its rows are read', () => {
  it('P8 answers the same as when they are', async () => {
    const step = fc.oneof(
      { weight: 6, arbitrary: fc.tuple(fc.constant('put'), fc.nat(120), fc.nat(200)) },
      { weight: 2, arbitrary: fc.tuple(fc.constant('delete'), fc.nat(120), fc.nat(200)) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('purge'), fc.nat(120), fc.nat(200)) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('reopen'), fc.constant(0), fc.constant(0)) },
      { weight: 1, arbitrary: fc.tuple(fc.constant('many'), fc.nat(80), fc.nat(200)) },
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 4, maxLength: 60 }), async (steps) => {
        const name = `early-${books++}`;
        const store = createStore(name, 'log');
        let adapter = adapterOn(name, store);
        await adapter.open(options);
        await adapter.write({ ops: [put('items', 1), put('items', 2), put('others', 3)] });
        for (const [kind, n, at] of steps) {
          const c = at % 7 === 0 ? 'others' : 'items';
          const id = `row${n}`;
          if (kind === 'put') await adapter.write({ ops: [put(c, n, at)] });
          if (kind === 'delete') await adapter.write({ ops: [{ op: 'delete', c, id, expect: 'any' }] });
          if (kind === 'purge') await adapter.write({ ops: [{ op: 'purge', c, id }] });
          if (kind === 'many')
            await adapter.write({ ops: Array.from({ length: 40 }, (_, index) => put(c, n + index, at + index)) });
          if (kind !== 'reopen') continue;
          await adapter.close();
          adapter = adapterOn(name, store);
          await adapter.open(options);
        }
        const resident = await answersOf(adapter);
        await adapter.close();
        const again = adapterOn(name, store);
        await again.open(options);
        expect(await answersOf(again)).toEqual(resident);
        // And with the columns gone, or behind the log.
        await again.close();
        const without = adapterOn(name, store, Number.POSITIVE_INFINITY);
        await without.open(options);
        expect(await answersOf(without)).toEqual(resident);
        await without.destroy();
      }),
      { numRuns: 15 },
    );
  }, 240_000);

  async function bookOf(rows: number) {
    const name = `early-${books++}`;
    const { store, reads } = counted(name);
    const adapter = adapterOn(name, store);
    await adapter.open(options);
    await adapter.write({ ops: Array.from({ length: rows }, (_, n) => put('items', n)) });
    return { name, store, reads, adapter };
  }

  it('P8 reads the columns, the end of the log, and the segments of the rows it shows', async () => {
    const { name, store, reads, adapter } = await bookOf(12_000);
    await adapter.close();
    const again = adapterOn(name, store);
    Object.assign(reads, { pages: 0, single: 0 });
    await again.open(options);
    expect(await again.count('items', { f: 'stage', is: 'eq', v: 'won' })).toBe(3000);
    expect((await again.tally({ c: 'items', by: ['stage'] })).length).toBe(4);
    const page = await again.query({ c: 'items', order: [['n', 'desc']], limit: 50 });
    expect(page.rows[0]?.data.n).toBe(11_999);
    // The meta, the columns and what is behind them; then the one segment the page lies in.
    expect(reads).toEqual({ pages: 2, single: 2 });
    await again.close();
  });

  it('P8 has the rows that were looked at last with the columns', async () => {
    const { name, store, reads, adapter } = await bookOf(5000);
    const query: Query = { c: 'items', where: { f: 'stage', is: 'eq', v: 'won' }, order: [['n', 'asc']], limit: 50 };
    const page = await adapter.query(query);
    await adapter.close();
    const again = adapterOn(name, store);
    Object.assign(reads, { pages: 0, single: 0 });
    await again.open(options);
    expect(await again.query(query)).toEqual(page);
    expect(reads).toEqual({ pages: 2, single: 1 });
    await again.close();
  });

  it('P8 waits for the rows where it has to', async () => {
    const { name, store, adapter } = await bookOf(100);
    await adapter.write({ ops: [{ op: 'delete', c: 'items', id: 'row5', expect: 'any' }] });
    await adapter.close();
    const again = adapterOn(name, store);
    await again.open(options);
    expect(await again.count('items', { f: 'name', is: 'contains', v: '7' })).toBe(19);
    expect((await again.get('items', ['row5']))[0]?.deleted).toBe(true);
    await again.close();
    const third = adapterOn(name, store);
    await third.open(options);
    const { rows } = await third.write({ ops: [put('items', 3)] });
    expect(rows).toEqual([{ c: 'items', id: 'row3', rev: 2 }]);
    await third.close();
    await third.open(options);
    expect((await third.changes('', 1000)).changes.length).toBe(100);
    await third.destroy();
  });

  it('P6 and P8 sees what other handles wrote behind the columns, and follows them', async () => {
    const { name, store, adapter } = await bookOf(100);
    await adapter.close();
    const other = adapterOn(name, store);
    await other.open(options);
    await other.write({ ops: [put('items', 500), put('items', 7, 8)] });
    const again = adapterOn(name, store);
    await again.open(options);
    expect(await again.count('items')).toBe(101);
    expect((await again.query({ c: 'items', where: { f: 'n', is: 'eq', v: 8 }, limit: 5 })).rows.length).toBe(2);
    await other.write({ ops: [put('items', 501)] });
    const { next } = await again.changes('', 1000);
    expect(await again.count('items')).toBe(102);
    await other.write({ ops: [put('items', 502)] });
    expect((await again.changes(next, 10)).changes.length).toBe(1);
    await again.close();
    await other.close();
  });

  it('P8 reads the rows where the segments have been folded since', async () => {
    const { name, store, adapter } = await bookOf(3000);
    await adapter.close();
    const [record] = await columnsOf(store);
    const other = adapterOn(name, store, Number.POSITIVE_INFINITY);
    await other.open(options);
    for (let turn = 0; turn < 8; turn++)
      await other.write({ ops: Array.from({ length: 2900 }, (_, n) => put('items', n, n + 1)) });
    await other.close();
    // As if this tab had slept since before: the columns are of a book that has been folded and written on.
    await set(record?.[0] as IDBValidKey, record?.[1], store);
    const again = adapterOn(name, store);
    await again.open(options);
    expect((await again.query({ c: 'items', order: [['n', 'desc']], limit: 3 })).rows.map(({ rev }) => rev)).toEqual([
      1, 1, 1,
    ]);
    expect((await again.get('items', ['row0']))[0]?.rev).toBe(9);
    await again.close();
  });

  it('P8 does without columns that are broken, of another book, or of another schema', async () => {
    const spoil: readonly ((record: Record<string, unknown>) => unknown)[] = [
      () => null,
      () => 'nothing',
      (record) => ({ ...record, format: 2 }),
      (record) => ({ ...record, born: 'other' }),
      (record) => ({ ...record, collections: undefined }),
      (record) => ({ ...record, collections: [{ format: 1, c: 'items' }] }),
      (record) => ({ ...record, recent: [{ commit: 1, part: 0, rows: 1, text: '[[' }] }),
      (record) => ({ ...record, schema: 2 }),
    ];
    for (const change of spoil) {
      const { name, store, adapter } = await bookOf(50);
      await adapter.close();
      const [[key, record] = []] = await columnsOf(store);
      await set(key as IDBValidKey, change(record as Record<string, unknown>), store);
      const again = adapterOn(name, store);
      await again.open(options);
      expect(await again.count('items', { f: 'stage', is: 'eq', v: 'won' })).toBe(13);
      expect((await again.query({ c: 'items', limit: 5 })).rows.length).toBe(5);
      await again.destroy();
    }
  });

  it('P9 migrates before anything is answered', async () => {
    const { name, store, adapter } = await bookOf(50);
    await adapter.close();
    const newer = adapterOn(name, store);
    await newer.open({
      ...options,
      schema: 2,
      migrations: [{ from: 1, to: 2, map: (_, { data }) => ({ ...data, stage: 'migrated' }) }],
    });
    expect(await newer.count('items', { f: 'stage', is: 'eq', v: 'migrated' })).toBe(50);
    await newer.close();
  });

  it('P10 has nothing of an erased row in the columns', async () => {
    const { name, store, adapter } = await bookOf(50);
    const canary: Op = {
      op: 'put',
      c: 'items',
      id: 'secret',
      expect: 'any',
      data: { stage: 'canary-1', n: 1, tags: ['canary-2'], name: 'canary-3' },
    };
    await adapter.write({ ops: [canary] });
    await adapter.query({ c: 'items', where: { f: 'name', is: 'eq', v: 'canary-3' }, limit: 5 });
    await adapter.close();
    expect(JSON.stringify(await columnsOf(store))).toContain('canary-1');
    const again = adapterOn(name, store);
    await again.open(options);
    await again.write({ ops: [{ op: 'purge', c: 'items', id: 'secret' }] });
    expect(await columnsOf(store)).toEqual([]);
    await again.write({ ops: Array.from({ length: 20 }, (_, n) => put('items', n)) });
    await again.close();
    expect((await columnsOf(store)).length).toBe(1);
    expect(JSON.stringify(await entries(store))).not.toContain('canary');
  });
});
