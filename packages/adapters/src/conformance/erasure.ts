import type { StorageAdapter } from '../adapter.js';
import { holds, refuses, same } from './assert.js';
import { type Chapter, type Need, promise, type Stand } from './chapter.js';
import { canRead, canReopen, severalHandles, survivesClosing } from './needs.js';
import {
  catchUp,
  contentOf,
  dumpOf,
  follow,
  idsOf,
  numbered,
  purge,
  put,
  range,
  read,
  readAll,
  remove,
  write,
  writeAll,
} from './rows.js';

// Made of letters that no other test, key or name has, so that a find is a find.
const CANARY = 'qzxCANARYvwk';

/** What is stored can be read by whoever has the file. */
const plain: Need = ({ encryptedAtRest }) => (encryptedAtRest ? 'what it stores cannot be read' : undefined);
const scanned: readonly Need[] = [survivesClosing, canRead, plain];

/** Everything an adapter answers, as one text. */
async function answersOf(adapter: StorageAdapter): Promise<string> {
  return JSON.stringify([
    await follow(adapter, '', 100),
    [...(await dumpOf(adapter)).entries()],
    await readAll(adapter, {}, 100),
  ]);
}

/** Writes what is to be erased and some rows around it, does something to it, erases it, and looks into the storage. */
async function scanAfter(stand: Stand, before: (adapter: StorageAdapter) => Promise<void>): Promise<void> {
  const adapter = await stand.open({ collections: { items: { indexes: [['secret']] } } });
  await write(adapter, { kept: { note: 'kept around' }, erased: { secret: `${CANARY} 0` } });
  await before(adapter);
  await adapter.close();
  holds((await stand.bytes()).includes(CANARY), 'the means to read what is stored find what is there');
  const again = await stand.open();
  await again.write({ ops: [purge('erased')] });
  await again.close();
  const bytes = await stand.bytes();
  holds(!bytes.includes(CANARY), 'nothing of the erased row is stored');
  holds(bytes.includes('kept around'), 'the rows around it are');
}

/** Deletion that can be undone, and erasure that cannot. */
export const erasure: Chapter = {
  title: '10 Tombstones and erasure',
  cases: [
    promise('P2 brings a deleted row back as new, with its revisions going on', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { n: 1 } });
      await adapter.write({ ops: [remove('a')] });
      await adapter.write({ ops: [{ op: 'put', c: 'items', id: 'a', expect: 'absent', data: { n: 2 } }] });
      const row = await read(adapter, 'a');
      same([row?.rev, row?.deleted, row?.data], [3, undefined, { n: 2 }], 'the row');
      same(await idsOf(adapter, {}), ['a'], 'it is found');
    }),
    promise('P2 brings a deleted row back by the revision of its tombstone', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {} });
      await adapter.write({ ops: [remove('a')] });
      await adapter.write({ ops: [{ op: 'put', c: 'items', id: 'a', expect: { rev: 2 }, data: { back: true } }] });
      same(await contentOf(adapter, 'a'), { back: true }, 'the row');
    }),
    promise('P12 finds no deleted row, whatever is asked', async (stand) => {
      const adapter = await stand.open({ collections: { items: { indexes: [['v']] } } });
      await write(adapter, { a: { v: 1 }, b: { v: 1 } });
      await adapter.write({ ops: [remove('a')] });
      for (const where of [
        { and: [] },
        { f: 'v', is: 'exists', v: false },
        { f: 'v', is: 'ne', v: 1 },
        { f: 'v', is: 'eq', v: null },
        { not: { f: 'v', is: 'eq', v: 2 } },
        { f: 'deleted', is: 'exists', v: false },
      ] as const) {
        const found = await idsOf(adapter, { where });
        holds(!found.includes('a'), JSON.stringify(where));
        same(await adapter.count('items', where), found.length, `counting ${JSON.stringify(where)}`);
      }
    }),
    promise('P5 tells that a deleted row is back', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {} });
      const { seq } = await adapter.write({ ops: [remove('a')] });
      await write(adapter, { a: { back: true } });
      const [change] = await follow(adapter, seq);
      same([change?.deleted, change?.rev, change?.row?.data], [false, 3, { back: true }], 'the change');
    }),
    promise(
      'P8 has its tombstones again after it was reopened',
      async (stand) => {
        const first = await stand.open();
        await write(first, { a: { n: 1 }, b: {} });
        await first.write({ ops: [remove('a')] });
        await first.close();
        const second = await stand.open();
        const row = await read(second, 'a');
        same([row?.deleted, row?.rev, row?.data], [true, 2, {}], 'the tombstone');
        same(await idsOf(second, {}), ['b'], 'what is found');
      },
      survivesClosing,
    ),
    promise('P10 leaves nothing of a deleted row but that it was there', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { secret: CANARY } });
      await adapter.write({ ops: [remove('a')] });
      holds(!(await answersOf(adapter)).includes(CANARY), 'no answer has its content');
    }),
    promise('P10 tells that a row was erased, and nothing of what it held', async (stand) => {
      const adapter = await stand.open({ collections: { items: { indexes: [['secret']] } } });
      await write(adapter, { a: { secret: 'canary' }, b: { secret: 'other' } });
      await write(adapter, { a: { secret: 'canary-2' } });
      await adapter.write({ ops: [{ op: 'purge', c: 'items', id: 'a' }] });
      const changes = await follow(adapter);
      const last = changes.at(-1);
      same([last?.id, last?.deleted, last?.row], ['a', true, null], 'the last change');
      holds(!JSON.stringify(changes).includes('canary'), 'the feed holds nothing of it');
      same(await read(adapter, 'a'), null, 'the row');
      same(await adapter.count('items', { f: 'secret', is: 'prefix', v: 'canary' }), 0, 'found by its content');
      const dumped: string[] = [];
      for await (const { row } of adapter.dump()) dumped.push(JSON.stringify(row));
      holds(!dumped.join().includes('canary'), 'the dump holds nothing of it');
    }),
    promise(
      'P10 has nothing of an erased row after it was reopened',
      async (stand) => {
        const first = await stand.open();
        await write(first, { a: { secret: 'canary' }, b: {} });
        await first.write({ ops: [{ op: 'purge', c: 'items', id: 'a' }] });
        await first.close();
        const second = await stand.open();
        same(await read(second, 'a'), null, 'the row');
        holds(!JSON.stringify(await follow(second)).includes('canary'), 'the feed holds nothing of it');
        await second.write({ ops: [put('a', {})] });
        same((await read(second, 'a'))?.rev, 3, 'its revision goes on');
      },
      survivesClosing,
    ),
    promise('P10 erases a row that is deleted already', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { secret: CANARY } });
      await adapter.write({ ops: [remove('a')] });
      const { rows } = await adapter.write({ ops: [purge('a')] });
      same(rows, [{ c: 'items', id: 'a', rev: 3 }], 'the commit');
      same(await read(adapter, 'a'), null, 'the tombstone is gone, too');
    }),
    promise('P10 has nothing to do where nothing is to erase', async (stand) => {
      const adapter = await stand.open();
      same((await adapter.write({ ops: [purge('never')] })).rows, [], 'a row that never was');
      await write(adapter, { a: {} });
      await adapter.write({ ops: [purge('a')] });
      const { next } = await adapter.changes('', 100);
      same((await adapter.write({ ops: [purge('a')] })).rows, [], 'a row that was erased');
      same((await adapter.changes(next, 10)).changes, [], 'the feed');
    }),
    promise('P10 begins anew where a row was erased, with nothing of what it held', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { secret: CANARY, other: 1 } });
      await adapter.write({ ops: [purge('a')] });
      await adapter.write({ ops: [{ op: 'put', c: 'items', id: 'a', expect: 'absent', data: { n: 1 } }] });
      const row = await read(adapter, 'a');
      same([row?.rev, row?.data], [3, { n: 1 }], 'the row');
      holds(!(await answersOf(adapter)).includes(CANARY), 'no answer has the old content');
    }),
    promise('P10 finds nothing by what was erased, whatever index it was in', async (stand) => {
      const indexes = [['secret'], ['group', 'secret'], ['list']];
      const adapter = await stand.open({ collections: { items: { indexes, tallies: [{ by: ['secret'] }] } } });
      const data = { secret: CANARY, group: 'g', list: [CANARY, 'x'] };
      await write(adapter, { a: data, b: data, c: { secret: 'other', group: 'g', list: ['x'] } });
      await adapter.write({ ops: [purge('a'), purge('b')] });
      for (const f of ['secret', 'list']) {
        for (const is of ['eq', 'prefix', 'contains', 'gte'] as const)
          holds(!(await idsOf(adapter, { where: { f, is, v: CANARY } })).some((id) => id !== 'c'), `${f} ${is}`);
      }
      same(
        await idsOf(adapter, { where: { f: 'group', is: 'eq', v: 'g' }, order: [['secret', 'desc']] }),
        ['c'],
        'the group',
      );
      if (stand.capabilities.tallies)
        same(await adapter.tally({ c: 'items', by: ['secret'] }), [{ key: ['other'], count: 1, sums: [] }], 'tally');
    }),
    promise('P10 answers a conflict about an erased row without its content', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { secret: CANARY } });
      await adapter.write({ ops: [purge('a')] });
      const fault = await refuses(
        'conflict',
        () => adapter.write({ ops: [{ op: 'check', c: 'items', id: 'a', expect: { rev: 1 } }] }),
        'the guard',
      );
      same(fault.actual, null, 'the actual row');
    }),
    promise('P10 answers a key whose row was erased since, and brings nothing back', async (stand) => {
      const adapter = await stand.open();
      const batch = { ops: [put('a', { secret: CANARY })], key: 'k' };
      await adapter.write(batch);
      await adapter.write({ ops: [purge('a')] });
      same((await adapter.write(batch)).replayed, true, 'the key is remembered');
      same(await read(adapter, 'a'), null, 'the row');
    }),
    promise('P10 erases many rows at once, and no others', async (stand) => {
      const adapter = await stand.open();
      const size = Math.min(500, stand.capabilities.limits.batchOps);
      await adapter.write({ ops: range(size, (index) => put(numbered(index), { secret: `${CANARY} ${index}` })) });
      await adapter.write({ ops: range(Math.floor(size / 2), (index) => purge(numbered(index * 2))) });
      same(await adapter.count('items'), size - Math.floor(size / 2), 'rows that are left');
      same(await read(adapter, numbered(0)), null, 'an erased row');
      same(await contentOf(adapter, numbered(1)), { secret: `${CANARY} 1` }, 'a row that is left');
    }),
    promise(
      'P10 shows another handle nothing of an erased row, once it has caught up',
      async (stand) => {
        const [one, other] = [await stand.open(), await stand.open()];
        await write(one, { a: { secret: CANARY } });
        await catchUp(other);
        await one.write({ ops: [purge('a')] });
        await catchUp(other);
        same(await read(other, 'a'), null, 'the row');
        holds(!(await answersOf(other)).includes(CANARY), 'no answer has its content');
      },
      severalHandles,
    ),
    promise(
      'P10 stores nothing of an erased row (a canary, written once)',
      (stand) => scanAfter(stand, async () => {}),
      ...scanned,
    ),
    promise(
      'P10 stores nothing of an erased row (a canary, changed forty times)',
      (stand) =>
        scanAfter(stand, async (adapter) => {
          for (let n = 1; n <= 40; n++)
            await write(adapter, { erased: { secret: `${CANARY} ${n}` }, [`r${n}`]: { n } });
        }),
      ...scanned,
    ),
    promise(
      'P10 stores nothing of an erased row (a canary among 2,500 rows of an import)',
      (stand) =>
        scanAfter(stand, async (adapter) => {
          await writeAll(adapter, [
            ...range(1250, (index) => put(numbered(index), { index })),
            put('erased', { secret: `${CANARY} again`, list: range(20, (index) => `${CANARY}${index}`) }),
            ...range(1250, (index) => put(numbered(index, 'more'), { index })),
          ]);
        }),
      ...scanned,
    ),
    promise(
      'P10 stores nothing of an erased row (a canary that was deleted first)',
      (stand) =>
        scanAfter(stand, async (adapter) => {
          await adapter.write({ ops: [remove('erased')] });
          await adapter.write({ ops: [put('erased', { secret: `${CANARY} 2` })] });
        }),
      ...scanned,
    ),
    promise(
      'P10 stores nothing of an erased row (a canary in a batch with a key and an origin)',
      (stand) =>
        scanAfter(stand, async (adapter) => {
          await adapter.write({ ops: [put('erased', { secret: `${CANARY} 1` })], key: 'k', origin: 'tab' });
        }),
      ...scanned,
    ),
    promise(
      'P10 finishes an erasure that a crash has interrupted',
      async (stand) => {
        const first = await stand.open();
        await write(first, { kept: { note: 'kept around' }, erased: { secret: CANARY } });
        await first.write({ ops: [purge('erased')] });
        const second = await stand.reopen();
        same(await read(second, 'erased'), null, 'the row');
        await second.close();
        const bytes = await stand.bytes();
        holds(!bytes.includes(CANARY), 'nothing of the erased row is stored');
        holds(bytes.includes('kept around'), 'the rows around it are');
      },
      ...scanned,
      canReopen,
    ),
    promise('P11 erases nothing of another tenant', async (stand) => {
      const [ana, bo] = [await stand.open({ tenant: 'ana' }), await stand.open({ tenant: 'bo' })];
      for (const adapter of [ana, bo]) await write(adapter, { a: { of: 'both' } });
      await ana.write({ ops: [purge('a')] });
      same(await contentOf(bo, 'a'), { of: 'both' }, 'the row of the other');
    }),
  ],
};
