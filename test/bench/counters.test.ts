import 'fake-indexeddb/auto';
import type { Filter, Op, RowData, StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { companies, openStore } from '@kith/store';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { applyVersion, collectionOf, createBook, finishLoading } from '../../packages/adapters/src/engine/book.js';
import { countRows, findRows, tallyRows } from '../../packages/adapters/src/engine/find-rows.js';
import { formatSeq } from '../../packages/adapters/src/engine/seq.js';
import { contentVersion } from '../../packages/adapters/src/engine/version.js';
import { makeContact } from './performance/contacts.js';

/** What IndexedDB was asked for. */
interface Asked {
  transactions: number;
  requests: number;
  /** Of everything that was written, as JSON and bytes. */
  bytes: number;
}

const asked: Asked = { transactions: 0, requests: 0, bytes: 0 };
const REQUESTS = [
  'get',
  'getAll',
  'getAllKeys',
  'getKey',
  'put',
  'add',
  'delete',
  'openCursor',
  'openKeyCursor',
  'count',
];
const originals = new Map<string, unknown>();

/** Counts as the browser would: each call is a message to the process that holds the data. */
beforeEach(() => {
  for (const name of REQUESTS) {
    const original = Reflect.get(IDBObjectStore.prototype, name);
    originals.set(name, original);
    Reflect.set(IDBObjectStore.prototype, name, function (this: IDBObjectStore, ...given: unknown[]) {
      asked.requests++;
      if (name === 'put' || name === 'add') asked.bytes += bytesIn(given[0]);
      return Reflect.apply(original, this, given);
    });
  }
  const { transaction } = IDBDatabase.prototype;
  originals.set('transaction', transaction);
  IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: Parameters<typeof transaction>) {
    asked.transactions++;
    return transaction.apply(this, given);
  };
});

afterEach(() => {
  for (const name of REQUESTS) Reflect.set(IDBObjectStore.prototype, name, originals.get(name));
  Reflect.set(IDBDatabase.prototype, 'transaction', originals.get('transaction'));
});

function bytesIn(value: unknown): number {
  if (value instanceof ArrayBuffer || ArrayBuffer.isView(value)) return value.byteLength;
  if (typeof value === 'string') return new TextEncoder().encode(value).length;
  if (Array.isArray(value)) return value.reduce((sum: number, each) => sum + bytesIn(each), 0);
  if (typeof value === 'object' && value !== null)
    return Object.entries(value).reduce((sum, [key, each]) => sum + key.length + bytesIn(each), 0);
  return 8;
}

async function costOf(work: () => Promise<unknown>): Promise<Asked> {
  const before = { ...asked };
  await work();
  return {
    transactions: asked.transactions - before.transactions,
    requests: asked.requests - before.requests,
    bytes: asked.bytes - before.bytes,
  };
}

const put = (index: number, version: number): Op => {
  const data = makeContact(index, 10_000, version);
  return { op: 'put', c: 'contacts', id: data.id, expect: 'any', data };
};
const puts = (from: number, count: number, version = 0): Op[] =>
  Array.from({ length: count }, (_, index) => put(from + index, version));

async function bookOf(name: string, rows: number): Promise<StorageAdapter> {
  const adapter = dexieAdapter({ name });
  await adapter.open({
    tenant: 'counters',
    schema: 1,
    collections: { contacts: { indexes: [['city'], ['stage', 'updatedAt']], tallies: [{ by: ['stage'] }] } },
    migrations: [],
    onSuperseded() {},
  });
  for (let at = 0; at < rows; at += 1_000) await adapter.write({ ops: puts(at, 1_000) });
  return adapter;
}

const jsonOf = (ops: readonly Op[]): number =>
  ops.reduce((sum, op) => sum + ('data' in op ? JSON.stringify(op.data).length : 0), 0);

describe('what a write asks of IndexedDB', () => {
  it('is one transaction, of two requests for a small batch, however many rows there are', async () => {
    for (const rows of [1_000, 4_000]) {
      const adapter = await bookOf(`requests-${rows}`, rows);
      for (const [count, requests] of [
        [1, 2],
        [10, 2],
        [1_000, 6],
      ] as const) {
        const costs: Asked[] = [];
        for (let time = 0; time < 5; time++)
          costs.push(await costOf(() => adapter.write({ ops: puts(0, count, time) })));
        // Folding goes on in the background, and some of it falls between.
        const all = costs.reduce((sum, cost) => sum + cost.requests, 0);
        const told = `of ${count} rows beside ${rows}`;
        expect(Math.min(...costs.map((cost) => cost.transactions)), told).toBe(1);
        expect(Math.min(...costs.map((cost) => cost.requests)), told).toBeLessThanOrEqual(requests);
        expect(all, told).toBeLessThanOrEqual(costs.length * requests * 2);
      }
      await adapter.close();
    }
  });

  it('is little more in bytes than the rows are in JSON', async () => {
    const adapter = await bookOf('bytes', 2_000);
    for (const count of [1, 10, 1_000]) {
      const ops = puts(0, count, 1);
      const { bytes } = await costOf(() => adapter.write({ ops }));
      expect(bytes).toBeLessThanOrEqual(1.1 * jsonOf(ops) + 200);
    }
    await adapter.close();
  });

  it('is two transactions for a command of a store', async () => {
    const store = await openStore({ adapter: dexieAdapter({ name: 'store' }) });
    await store.run(companies.create({ name: 'Brama' }));
    for (let time = 0; time < 5; time++) {
      const cost = await costOf(() => store.run(companies.create({ name: 'Brama' })));
      expect(cost.transactions).toBeLessThanOrEqual(2);
      expect(cost.requests).toBeLessThanOrEqual(5);
    }
    await store.close();
  });
});

describe('what is stored', () => {
  it('is at most half as much again as the rows are in JSON, after every row was written three times', async () => {
    const adapter = await bookOf('stored', 2_000);
    for (let version = 1; version < 3; version++)
      for (let at = 0; at < 2_000; at += 1_000) await adapter.write({ ops: puts(at, 1_000, version) });
    await adapter.close();
    const rows = jsonOf(puts(0, 2_000, 2));
    expect(await bytesStored('stored/counters')).toBeLessThanOrEqual(1.5 * rows);
  });
});

/** Everything in the databases of a name, but the room that is put aside for a full disk. */
async function bytesStored(name: string): Promise<number> {
  const database = await answerOf(indexedDB.open(name));
  let bytes = 0;
  for (const storeName of database.objectStoreNames) {
    const store = database.transaction(storeName).objectStore(storeName);
    const [keys, values] = await Promise.all([answerOf(store.getAllKeys()), answerOf(store.getAll())]);
    bytes += bytesIn(values.filter((_, index) => !(keys[index] as readonly unknown[]).includes('reserve')));
  }
  database.close();
  return bytes;
}

const answerOf = <Answer>(request: IDBRequest<Answer>): Promise<Answer> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

describe('how many rows are looked at', () => {
  const ROWS = 2_500;
  let touched = new Set<string>();

  /** A book whose rows tell when somebody looks into them. */
  function watchedBook() {
    const book = createBook({
      contacts: { indexes: [['city'], ['stage', 'updatedAt']], tallies: [{ by: ['stage'] }] },
    });
    for (let index = 0; index < ROWS; index++) applyVersion(book, versionOf(index, 0));
    for (const _ of finishLoading(book));
    touched = new Set();
    return { book, contacts: collectionOf(book, 'contacts') };
  }
  function versionOf(index: number, version: number) {
    const contact = makeContact(index, ROWS, version);
    const data = new Proxy(contact, {
      get(target, name, receiver) {
        touched.add(contact.id);
        return Reflect.get(target, name, receiver);
      },
    }) as unknown as RowData;
    return contentVersion('contacts', contact.id, version + 1, formatSeq(index + 1 + version * ROWS), data, undefined);
  }

  it('is the page and one more for a page in the order of an index', () => {
    const { contacts } = watchedBook();
    const where: Filter = { f: 'stage', is: 'eq', v: 'customer' };
    findRows(contacts, { where, order: [['updatedAt', 'desc']] }, undefined, 51, true);
    expect(touched.size).toBeLessThanOrEqual(51);
  });

  it('is those of the answer for an equality that is indexed', () => {
    const { contacts } = watchedBook();
    findRows(contacts, { where: { f: 'city', is: 'eq', v: 'City 3' } }, undefined, 1_000, true);
    expect(touched.size).toBeLessThanOrEqual(40);
  });

  it('is none for a count that is kept', () => {
    const { contacts } = watchedBook();
    tallyRows(contacts, { by: ['stage'] }, true);
    countRows(contacts, { f: 'stage', is: 'eq', v: 'lead' }, true);
    expect(touched.size).toBe(0);
  });

  it('is the one that is written', () => {
    const { book } = watchedBook();
    applyVersion(book, versionOf(7, 1));
    expect(touched.size).toBe(1);
  });
});
