import 'fake-indexeddb/auto';
import type { Op, OpenOptions, StorageAdapter } from '@kith/adapters';
import { keyvalAdapter } from '@kith/adapters/keyval';
import { describe, expect, it } from 'vitest';

const options: OpenOptions = { tenant: 'tenant', schema: 1, collections: {}, migrations: [], onSuperseded() {} };

const open = async (name: string): Promise<StorageAdapter> => {
  const adapter = keyvalAdapter({ name });
  await adapter.open(options);
  return adapter;
};

const rows = (prefix: string, count: number): readonly Op[] =>
  Array.from({ length: count }, (_, index) => ({
    op: 'put',
    c: 'items',
    id: `${prefix}${String(index).padStart(5, '0')}`,
    expect: 'any',
    data: { prefix },
  }));

/** Erases a row, after which every segment that holds a replaced row is written anew; closing waits for it. */
async function sweep(adapter: StorageAdapter): Promise<void> {
  await adapter.write({ ops: rows('secret', 1) });
  await adapter.write({ ops: rows('secret', 1).map(({ c, id }) => ({ op: 'purge', c, id })) });
}

describe('folding around a commit of several segments', () => {
  it('P8 loses none of its rows when what stands behind them is folded later', async () => {
    const first = await open('ends');
    for (const [prefix, count] of [
      ['before', 300],
      ['large', 2_500],
      ['behind', 10],
    ] as const)
      await first.write({ ops: rows(prefix, count) });
    await first.write({ ops: [...rows('before', 1), ...rows('large', 1), ...rows('behind', 1)] });
    await sweep(first);
    await first.close();
    const second = await open('ends');
    // Now only what was written behind the large commit has something to be swept.
    await second.write({ ops: rows('behind', 2) });
    await sweep(second);
    await second.close();
    const third = await open('ends');
    expect(await third.count('items')).toBe(2_810);
    await third.close();
  });

  it('P8 loses nothing to a handle that does not know what another one has folded', async () => {
    const [one, other] = [await open('stale'), await open('stale')];
    for (let batch = 0; batch < 63; batch++) await one.write({ ops: rows(`batch${batch}-`, 5) });
    await other.changes('', 1);
    // With the 64th small segment they are joined; the other one knows the first 63 each for itself.
    await one.write({ ops: rows('batch63-', 5) });
    await one.close();
    await other.write({ ops: [{ op: 'purge', c: 'items', id: 'batch0-00000' }] });
    await other.close();
    const third = await open('stale');
    expect(await third.count('items')).toBe(319);
    await third.close();
  });
});
