import type { Op, StorageAdapter } from '../adapter.js';
import { holds, refuses, same } from './assert.js';
import { type Chapter, promise } from './chapter.js';
import { severalHandles } from './needs.js';
import { catchUp, contentOf, idsOf, nextTask, numbered, put, range, read, write } from './rows.js';

const rename = (id: string, rev: number, name: string): Op => ({
  op: 'put',
  c: 'items',
  id,
  expect: { rev },
  data: { name },
});

/** Two handles on the same data, as two tabs have. */
export const handles: Chapter = {
  title: '9 Several handles',
  cases: [
    promise(
      'P1 decides by what another handle wrote, though nobody told it',
      async (stand) => {
        const [one, other] = [await stand.open(), await stand.open()];
        await write(one, { a: { name: 'Ana' } });
        const fault = await refuses(
          'conflict',
          () => other.write({ ops: [{ op: 'put', c: 'items', id: 'a', expect: 'absent', data: {} }] }),
          'a second creation',
        );
        same(fault.actual?.data, { name: 'Ana' }, 'the actual row');
      },
      severalHandles,
    ),
    promise(
      'P2 lets one of two handles win, and the other one try again',
      async (stand) => {
        const [one, other] = [await stand.open(), await stand.open()];
        await write(one, { a: { name: 'Ana' } });
        await catchUp(other);
        const results = await Promise.allSettled([
          one.write({ ops: [rename('a', 1, 'one')] }),
          other.write({ ops: [rename('a', 1, 'other')] }),
        ]);
        same(results.filter(({ status }) => status === 'fulfilled').length, 1, 'winners');
        await catchUp(one);
        await catchUp(other);
        same(await read(one, 'a'), await read(other, 'a'), 'both see the same');
      },
      severalHandles,
    ),
    promise(
      'P2 loses no increment of two handles',
      async (stand) => {
        const all = [await stand.open(), await stand.open(), await stand.open()];
        await write(all[0] as StorageAdapter, { a: { n: 0 } });
        const increment = async (adapter: StorageAdapter): Promise<void> => {
          for (let done = 0; done < 10; ) {
            const row = await read(adapter, 'a');
            const ops: readonly Op[] = [
              {
                op: 'put',
                c: 'items',
                id: 'a',
                expect: { rev: row?.rev ?? 0 },
                data: { n: Number(row?.data.n ?? 0) + 1 },
              },
            ];
            const isDone = await adapter.write({ ops }).then(
              () => true,
              () => false,
            );
            if (isDone) done++;
            else await catchUp(adapter);
          }
        };
        await Promise.all(all.map(increment));
        for (const adapter of all) {
          await catchUp(adapter);
          same(await contentOf(adapter, 'a'), { n: 30 }, 'the sum');
        }
      },
      severalHandles,
    ),
    promise(
      'P5 tells each handle all that others wrote',
      async (stand) => {
        const all = [await stand.open(), await stand.open(), await stand.open()];
        await Promise.all(
          all.map(async (adapter, handle) => {
            for (let step = 0; step < 25; step++)
              await adapter.write({ ops: [put(numbered(step, `h${handle}-`), { step })] });
          }),
        );
        for (const adapter of all) {
          await catchUp(adapter);
          same(await adapter.count('items'), 75, 'rows');
        }
        same(
          await idsOf(all[0] as StorageAdapter, {}, 100),
          await idsOf(all[2] as StorageAdapter, {}, 100),
          'rows of the first and the last',
        );
      },
      severalHandles,
    ),
    promise(
      'P1 shows no handle half of what another one writes',
      async (stand) => {
        const [one, other] = [await stand.open(), await stand.open()];
        const ids = range(Math.min(1500, stand.capabilities.limits.batchOps), (index) => numbered(index));
        let isWriting = true;
        const watching = (async () => {
          while (isWriting) {
            await catchUp(other);
            const rows = await other.get('items', ids);
            holds(new Set(rows.map((row) => row?.data.round ?? -1)).size === 1, 'all rows are of one round');
            await nextTask();
          }
        })();
        // It is awaited below; until then a failure has to wait.
        watching.catch(() => undefined);
        for (let round = 0; round < 6; round++) await one.write({ ops: ids.map((id) => put(id, { round })) });
        isWriting = false;
        await watching;
        await catchUp(other);
        same((await read(other, ids[0] ?? ''))?.data, { round: 5 }, 'the last round');
      },
      severalHandles,
    ),
    promise(
      'P5 gives the writer of another handle back as the origin',
      async (stand) => {
        const [one, other] = [await stand.open(), await stand.open()];
        await one.write({ ops: [put('a', {})], origin: 'one' });
        same((await other.changes('', 10)).changes[0]?.origin, 'one', 'origin');
      },
      severalHandles,
    ),
    promise(
      'P4 keeps index and order true to what another handle wrote',
      async (stand) => {
        const options = { collections: { items: { indexes: [['group', 'rank']], tallies: [{ by: ['group'] }] } } };
        const [one, other] = [await stand.open(options), await stand.open(options)];
        await write(one, { a: { group: 'x', rank: 1 }, b: { group: 'x', rank: 2 }, c: { group: 'y', rank: 0 } });
        await catchUp(other);
        await write(other, { a: { group: 'x', rank: 3 }, c: { group: 'x', rank: 0 } });
        await catchUp(one);
        for (const adapter of [one, other])
          same(
            await idsOf(adapter, { where: { f: 'group', is: 'eq', v: 'x' }, order: [['rank', 'asc']] }),
            ['c', 'b', 'a'],
            'the order',
          );
        if (stand.capabilities.tallies)
          same(await one.tally({ c: 'items', by: ['group'] }), [{ key: ['x'], count: 3, sums: [] }], 'the tally');
      },
      severalHandles,
    ),
    promise(
      'P14 goes on when another handle is closed',
      async (stand) => {
        const [one, other] = [await stand.open(), await stand.open()];
        await write(one, { a: {} });
        await one.close();
        await write(other, { b: {} });
        same(await other.count('items'), 2, 'rows');
      },
      severalHandles,
    ),
    promise(
      'P14 is closed when another handle has destroyed the data, and brings nothing back',
      async (stand) => {
        const [one, other] = [await stand.open(), await stand.open()];
        await write(one, { a: { secret: true } });
        await catchUp(other);
        await one.destroy();
        await refuses('closed', () => other.write({ ops: [put('b', {})] }), 'a write of the other');
        const fresh = await stand.open();
        same(await fresh.count('items'), 0, 'rows');
      },
      severalHandles,
    ),
  ],
};
