import 'fake-indexeddb/auto';
import type { Op, OpenOptions, RowData } from '@kith/adapters';
import { keyvalAdapter } from '@kith/adapters/keyval';
import { createStore, type UseStore } from 'idb-keyval';
import { describe, expect, it } from 'vitest';

const options: OpenOptions = { tenant: 'tenant', schema: 1, collections: {}, migrations: [], onSuperseded() {} };
const put = (id: string, data: RowData): Op => ({ op: 'put', c: 'items', id, expect: 'any', data });
const ROWS = 12_000;

/** A store that lets somebody else go first when it is read for the second time, which is the second page of the log. */
function polite(sound: UseStore, first: () => Promise<void>): UseStore {
  let reads = 0;
  return async (mode, callback) => {
    if (mode === 'readonly' && ++reads === 2) await first();
    return sound(mode, callback);
  };
}

describe('reading a log that another handle folds meanwhile', () => {
  it('P5 misses no row of a commit of many segments', async () => {
    const store = createStore('folded', 'log');
    const one = keyvalAdapter({ name: 'folded', store });
    await one.open(options);
    const ids = Array.from({ length: ROWS }, (_, index) => `row${String(index).padStart(5, '0')}`);
    await one.write({ ops: ids.map((id) => put(id, { version: 1 })) });
    // The first segment holds rows that are replaced: when it is written anew, rows of the others move up.
    await one.write({ ops: ids.slice(0, 400).map((id) => put(id, { version: 2 })) });
    const purge = async (): Promise<void> => {
      await one.write({ ops: [put('secret', {})] });
      await one.write({ ops: [{ op: 'purge', c: 'items', id: 'secret' }] });
      // Closing waits until everything is written anew.
      await one.close();
    };
    const other = keyvalAdapter({ name: 'folded', store: polite(store, purge) });
    await other.open(options);
    await other.changes('', 1);
    expect(await other.count('items')).toBe(ROWS);
    await other.close();
  });
});
