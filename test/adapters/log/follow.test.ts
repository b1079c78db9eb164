import 'fake-indexeddb/auto';
import type { Op, OpenOptions, RowData } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { describe, expect, it } from 'vitest';

const options: OpenOptions = { tenant: 'tenant', schema: 1, collections: {}, migrations: [], onSuperseded() {} };
const put = (id: string, data: RowData): Op => ({ op: 'put', c: 'items', id, expect: 'any', data });
const ROWS = 12_000;

describe('reading a log that another handle folds meanwhile', () => {
  it('P5 misses no row of a commit of many segments', async () => {
    const one = dexieAdapter({ name: 'folded' });
    await one.open(options);
    const ids = Array.from({ length: ROWS }, (_, index) => `row${String(index).padStart(5, '0')}`);
    await one.write({ ops: ids.map((id) => put(id, { version: 1 })) });
    // The first segment holds rows that are replaced: when it is written anew, rows of the others move up.
    await one.write({ ops: ids.slice(0, 400).map((id) => put(id, { version: 2 })) });
    await one.write({ ops: [put('secret', {})] });
    const purging = one.write({ ops: [{ op: 'purge', c: 'items', id: 'secret' }] });
    const other = dexieAdapter({ name: 'folded' });
    await other.open(options);
    await purging;
    expect(await other.count('items')).toBe(ROWS);
    await one.close();
    await other.close();
  });
});
