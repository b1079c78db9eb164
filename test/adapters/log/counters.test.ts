import 'fake-indexeddb/auto';
import type { Op, OpenOptions, RowData } from '@kith/adapters';
import { keyvalAdapter } from '@kith/adapters/keyval';
import { beforeEach, describe, expect, it } from 'vitest';
import { type CountingStore, countingStore } from './counting-store.js';

const options: OpenOptions = {
  tenant: 't',
  schema: 1,
  collections: { items: { indexes: [['n'], ['city', 'name']], tallies: [{ by: ['city'] }] } },
  migrations: [],
  onSuperseded() {},
};

const dataOf = (n: number): RowData => ({ n, city: `City ${n % 20}`, name: `Name ${n}`, note: 'x'.repeat(200) });
const put = (n: number): Op => ({ op: 'put', c: 'items', id: `row${n}`, expect: 'any', data: dataOf(n) });
const ROWS = 1500;

let books = 0;
let counting: CountingStore;
let adapter: ReturnType<typeof keyvalAdapter>;

beforeEach(async () => {
  const name = `counters-${books++}`;
  counting = countingStore(name);
  adapter = keyvalAdapter({ name, store: counting.store });
  await adapter.open(options);
  await adapter.write({ ops: Array.from({ length: ROWS }, (_, n) => put(n)) });
  // Once more, so that the refresh that opening asks for is behind us.
  await adapter.changes('', 1);
  counting.take();
});

// What the storage is asked to do decides what an operation costs, and does not depend on how busy a machine is.
describe('what the storage is asked to do', () => {
  it('P1 is one transaction for a batch: one request that reads, one that writes each 256 rows', async () => {
    await adapter.write({ ops: [put(7)] });
    expect(counting.take()).toMatchObject({ transactions: 1, requests: { getAll: 1, put: 1 } });
    await adapter.write({ ops: Array.from({ length: 1000 }, (_, n) => put(n)) });
    expect(counting.take()).toMatchObject({ transactions: 1, requests: { getAll: 1, put: 4 } });
  });

  it('P3 is one request more to look for a key, and one to keep it', async () => {
    await adapter.write({ ops: [put(7)], key: 'k' });
    expect(counting.take()).toMatchObject({ transactions: 1, requests: { getAll: 1, get: 1, put: 2 } });
    await adapter.write({ ops: [put(7)], key: 'k' });
    expect(counting.take()).toMatchObject({ transactions: 1, requests: { getAll: 1, get: 1 }, written: 0 });
  });

  it('P8 is to write what has changed, and little else', async () => {
    const content = JSON.stringify(dataOf(7)).length;
    await adapter.write({ ops: [put(7)] });
    // As JSON in JSON every quote has a backslash; the place, the mark and the row's head come to it.
    expect(counting.take().written).toBeLessThan(content + 16 + 150);
    const thousand = Array.from({ length: 1000 }, (_, n) => JSON.stringify(dataOf(n)).length + 16 + 20);
    await adapter.write({ ops: Array.from({ length: 1000 }, (_, n) => put(n)) });
    const { written } = counting.take();
    // Where each row begins and ends is eight bytes for each; as JSON they are longer.
    expect(written).toBeLessThan(thousand.reduce((sum, length) => sum + length, 0) + 1000 * 30);
  });

  it('P4, P12 and P13 are nothing at all for questions', async () => {
    await adapter.get('items', ['row1', 'row2']);
    await adapter.query({ c: 'items', order: [['n', 'desc']], limit: 50 });
    await adapter.query({ c: 'items', where: { f: 'note', is: 'contains', v: 'y' }, limit: 50 });
    await adapter.count('items', { f: 'city', is: 'eq', v: 'City 3' });
    await adapter.tally({ c: 'items', by: ['city'] });
    expect(counting.take()).toEqual({ transactions: 0, requests: {}, written: 0 });
  });

  it('P5 is one request to see that nothing is new', async () => {
    const { next } = await adapter.changes('', 10_000);
    counting.take();
    await adapter.changes(next, 10);
    expect(counting.take()).toMatchObject({ transactions: 1, requests: { getAll: 1 }, written: 0 });
  });
});
