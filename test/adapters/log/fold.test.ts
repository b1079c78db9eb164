import 'fake-indexeddb/auto';
import type { Op, OpenOptions, StorageAdapter } from '@kith/adapters';
import { keyvalAdapter } from '@kith/adapters/keyval';
import { createStore, entries } from 'idb-keyval';
import { describe, expect, it } from 'vitest';
import { faultyStore } from './faulty-store.js';

const options: OpenOptions = { tenant: 't', schema: 1, collections: {}, migrations: [], onSuperseded() {} };
const put = (id: string, data: Readonly<Record<string, string | number>>): Op => ({
  op: 'put',
  c: 'items',
  id,
  expect: 'any',
  data,
});

interface Stored {
  readonly rows?: number;
  readonly text?: string;
}

async function openOn(
  name: string,
): Promise<{ readonly adapter: StorageAdapter; stored(): Promise<readonly Stored[]> }> {
  const store = createStore(name, 'log');
  const adapter = keyvalAdapter({ name, store });
  await adapter.open(options);
  return { adapter, stored: async () => (await entries<string, Stored>(store)).map(([, value]) => value) };
}

async function rowsOf(adapter: StorageAdapter): Promise<readonly string[]> {
  const rows: string[] = [];
  for await (const { row } of adapter.dump())
    rows.push(JSON.stringify([row.id, row.rev, row.deleted ?? false, row.data]));
  return rows.sort();
}

describe('folding', () => {
  it('P8 joins many small batches into few segments, and keeps every row', async () => {
    const { adapter, stored } = await openOn('small');
    for (let n = 0; n < 500; n++) await adapter.write({ ops: [put(`row${n % 170}`, { n })] });
    const before = await rowsOf(adapter);
    await adapter.close();
    expect((await stored()).length).toBeLessThan(70);
    const again = await openOn('small');
    expect(await rowsOf(again.adapter)).toEqual(before);
  });

  it('P8 does not grow with rows that are replaced again and again', async () => {
    const { adapter, stored } = await openOn('replaced');
    const all = (n: number): readonly Op[] => Array.from({ length: 1500 }, (_, index) => put(`row${index}`, { n }));
    for (let n = 0; n < 20; n++) await adapter.write({ ops: all(n) });
    await adapter.close();
    const rows = (await stored()).reduce((sum, segment) => sum + (segment.rows ?? 0), 0);
    expect(rows).toBeLessThan(1500 * 1.5 + 2000 + 1500);
    const again = await openOn('replaced');
    expect(await again.adapter.count('items', { f: 'n', is: 'eq', v: 19 })).toBe(1500);
  });

  it('P10 leaves nothing of an erased row in any record', async () => {
    const { adapter, stored } = await openOn('erased');
    await adapter.write({ ops: [put('a', { secret: 'canary-1' }), put('b', { kept: 'yes' })], key: 'k1' });
    for (let n = 0; n < 100; n++) await adapter.write({ ops: [put(`filler${n}`, { n })] });
    await adapter.write({ ops: [put('a', { secret: 'canary-2' })] });
    await adapter.write({ ops: [{ op: 'delete', c: 'items', id: 'a', expect: 'any' }] });
    expect(JSON.stringify(await stored())).toContain('canary');
    await adapter.write({ ops: [{ op: 'purge', c: 'items', id: 'a' }] });
    await adapter.close();
    expect(JSON.stringify(await stored())).not.toContain('canary');
    const again = await openOn('erased');
    expect((await again.adapter.get('items', ['a', 'b'])).map((row) => row?.id)).toEqual([undefined, 'b']);
  });

  it('P10 finishes an erasure that was interrupted when the book is next opened', async () => {
    const store = faultyStore('interrupted');
    const adapter = keyvalAdapter({ name: 'interrupted', store: store.useStore });
    await adapter.open(options);
    await adapter.write({ ops: [put('a', { secret: 'canary' }), put('b', {})] });
    // The commit takes four calls; from then on nothing works, as if the tab had gone.
    store.plan(4, 'throws', true);
    await adapter.write({ ops: [{ op: 'purge', c: 'items', id: 'a' }] });
    await adapter.close();
    store.mend();
    const again = await openOn('interrupted');
    expect(await again.adapter.count('items')).toBe(1);
    await again.adapter.close();
    expect(JSON.stringify(await again.stored())).not.toContain('canary');
    expect((await again.stored()).some((record) => 'erase' in record)).toBe(false);
  });

  it('P8 folds beside another handle without losing its rows', async () => {
    const one = await openOn('beside');
    const other = await openOn('beside');
    await Promise.all(
      [one, other].map(async ({ adapter }, handle) => {
        for (let n = 0; n < 200; n++) await adapter.write({ ops: [put(`h${handle}-${n % 90}`, { n })] });
      }),
    );
    await one.adapter.close();
    await other.adapter.close();
    const again = await openOn('beside');
    expect(await again.adapter.count('items')).toBe(180);
    const newest = await again.adapter.get('items', ['h0-89', 'h0-19', 'h1-19']);
    expect(newest.map((row) => row?.data.n)).toEqual([179, 199, 199]);
  });
});
