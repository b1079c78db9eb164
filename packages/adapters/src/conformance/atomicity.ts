import type { Op } from '../adapter.js';
import { holds, refuses, same } from './assert.js';
import { type Case, type Chapter, promise } from './chapter.js';
import { atomicDatabase } from './needs.js';
import { contentOf, nextTask, numbered, put, read, readAll, write } from './rows.js';

/** A batch whose step `at` cannot be, among steps that could. */
function batchFailingAt(at: number, size: number, failing: Op): readonly Op[] {
  return Array.from({ length: size }, (_, index) => (index === at ? failing : put(numbered(index, 'new'), { index })));
}

const failing: readonly (readonly [name: string, op: Op])[] = [
  ['a put that expects no row', { op: 'put', c: 'items', id: 'there', expect: 'absent', data: {} }],
  ['a put that expects a row', { op: 'put', c: 'items', id: 'missing', expect: 'present', data: {} }],
  ['a put that expects another revision', { op: 'put', c: 'items', id: 'there', expect: { rev: 9 }, data: {} }],
  ['a delete that expects a row', { op: 'delete', c: 'items', id: 'missing', expect: 'present' }],
  ['a check of another revision', { op: 'check', c: 'items', id: 'there', expect: { rev: 9 } }],
];

const tornBatches: readonly Case[] = failing.map(([name, op]) =>
  promise(`P1 applies nothing of a batch with ${name}, wherever it stands`, async (stand) => {
    const adapter = await stand.open();
    await write(adapter, { there: { untouched: true } });
    const before = await adapter.changes('', 100);
    for (const at of [0, 3, 6]) {
      await refuses('conflict', () => adapter.write({ ops: batchFailingAt(at, 7, op) }), `step ${at}`);
      same(await adapter.count('items'), 1, 'rows');
      same(await contentOf(adapter, 'there'), { untouched: true }, 'the row that was there');
    }
    same(await adapter.changes('', 100), before, 'the feed');
  }),
);

/** All or nothing. */
export const atomicity: Chapter = {
  title: '3 Atomic batches',
  cases: [
    ...tornBatches,
    promise('P1 applies a batch of one step', async (stand) => {
      const adapter = await stand.open();
      const commit = await adapter.write({ ops: [put('a', { n: 1 })] });
      same(commit.rows, [{ c: 'items', id: 'a', rev: 1 }], 'its rows');
      same(commit.replayed, false, 'replayed');
    }),
    promise('P1 applies a batch of every kind of step', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { changed: {}, deleted: {}, purged: {}, guarded: {} });
      const commit = await adapter.write({
        ops: [
          put('added', { n: 1 }),
          put('changed', { n: 2 }),
          { op: 'delete', c: 'items', id: 'deleted', expect: 'present' },
          { op: 'purge', c: 'items', id: 'purged' },
          { op: 'check', c: 'items', id: 'guarded', expect: { rev: 1 } },
        ],
      });
      same(
        commit.rows,
        [
          { c: 'items', id: 'added', rev: 1 },
          { c: 'items', id: 'changed', rev: 2 },
          { c: 'items', id: 'deleted', rev: 2 },
          { c: 'items', id: 'purged', rev: 2 },
        ],
        'its rows',
      );
      same((await read(adapter, 'deleted'))?.deleted, true, 'the tombstone');
      same(await read(adapter, 'purged'), null, 'the erased row');
      same((await read(adapter, 'guarded'))?.rev, 1, 'the guarded row');
    }),
    promise(
      'P1 applies a batch across collections wholly',
      async (stand) => {
        const adapter = await stand.open();
        await adapter.write({ ops: [put('a', {}, 'companies'), put('a', {}, 'people'), put('a', {}, 'deals')] });
        for (const c of ['companies', 'people', 'deals']) same(await adapter.count(c), 1, c);
      },
      atomicDatabase,
    ),
    promise(
      'P1 applies nothing of a batch across collections when one step fails',
      async (stand) => {
        const adapter = await stand.open();
        await adapter.write({ ops: [put('a', {}, 'deals')] });
        const ops: readonly Op[] = [
          put('a', {}, 'companies'),
          put('a', {}, 'people'),
          { op: 'put', c: 'deals', id: 'a', expect: 'absent', data: {} },
        ];
        await refuses('conflict', () => adapter.write({ ops }), 'the batch');
        same(await adapter.count('companies'), 0, 'companies');
        same(await adapter.count('people'), 0, 'people');
      },
      atomicDatabase,
    ),
    promise('P1 applies nothing of a batch with content it cannot keep', async (stand) => {
      const adapter = await stand.open();
      const ops = [put('a', {}), put('b', {}), put('c', { bad: Number.NaN })];
      await refuses('invalid', () => adapter.write({ ops }), 'the batch');
      same(await adapter.count('items'), 0, 'rows');
      same((await adapter.changes('', 10)).changes, [], 'changes');
    }),
    promise('P1 refuses a batch that names a row twice', async (stand) => {
      const adapter = await stand.open();
      await refuses('invalid', () => adapter.write({ ops: [put('a', { n: 1 }), put('a', { n: 2 })] }), 'two puts');
      const ops: readonly Op[] = [put('a', {}), { op: 'delete', c: 'items', id: 'a', expect: 'any' }];
      await refuses('invalid', () => adapter.write({ ops }), 'put and delete');
      same(await adapter.count('items'), 0, 'rows');
    }),
    promise('P1 takes the same id in two collections as two rows', async (stand) => {
      const adapter = await stand.open();
      await adapter.write({ ops: [put('a', { n: 1 }, 'items'), put('a', { n: 2 }, 'others')] });
      same(await contentOf(adapter, 'a'), { n: 1 }, 'items/a');
      same(await contentOf(adapter, 'a', 'others'), { n: 2 }, 'others/a');
    }),
    promise('P1 accepts a batch without steps, which changes nothing', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {} });
      const before = await adapter.changes('', 10);
      same((await adapter.write({ ops: [] })).rows, [], 'its rows');
      same(await adapter.changes('', 10), before, 'the feed');
    }),
    promise('P1 applies as many steps as it says it takes', async (stand) => {
      const adapter = await stand.open();
      const size = Math.min(stand.capabilities.limits.batchOps, 10_000);
      await adapter.write({ ops: Array.from({ length: size }, (_, index) => put(numbered(index), { index })) });
      same(await adapter.count('items'), size, 'rows');
    }),
    promise('P1 refuses more steps than it says it takes', async (stand) => {
      const adapter = await stand.open();
      const { batchOps } = stand.capabilities.limits;
      if (batchOps > 100_000) return;
      const ops = Array.from({ length: batchOps + 1 }, (_, index) => put(numbered(index), {}));
      await refuses('too-large', () => adapter.write({ ops }), 'the batch');
      same(await adapter.count('items'), 0, 'rows');
    }),
    promise('P1 shows no reader half of a batch', async (stand) => {
      const adapter = await stand.open();
      const ids = Array.from({ length: 3000 }, (_, index) => numbered(index));
      await adapter.write({ ops: ids.map((id) => put(id, { round: 0 })) });
      let isWriting = true;
      const watching = (async () => {
        while (isWriting) {
          const rows = await adapter.get('items', ids);
          holds(new Set(rows.map((row) => row?.data.round)).size === 1, 'all rows are of one round');
          await nextTask();
        }
      })();
      // It is awaited below; until then a failure has to wait.
      watching.catch(() => undefined);
      for (let round = 1; round <= 5; round++) await adapter.write({ ops: ids.map((id) => put(id, { round })) });
      isWriting = false;
      await watching;
    }),
    promise('P1 carries out writes in the order in which they were given', async (stand) => {
      const adapter = await stand.open();
      await Promise.all(
        Array.from({ length: 30 }, (_, index) =>
          adapter.write({ ops: [put('a', { index }), put(numbered(index), {})] }),
        ),
      );
      const row = await read(adapter, 'a');
      same(row?.data, { index: 29 }, 'the last write');
      same(row?.rev, 30, 'revision');
    }),
    promise('P1 goes on after a refused batch', async (stand) => {
      const adapter = await stand.open();
      const [first, second, third] = await Promise.allSettled([
        adapter.write({ ops: [put('a', { n: 1 })] }),
        adapter.write({ ops: [{ op: 'put', c: 'items', id: 'a', expect: 'absent', data: {} }] }),
        adapter.write({ ops: [put('a', { n: 3 })] }),
      ]);
      same([first.status, second.status, third.status], ['fulfilled', 'rejected', 'fulfilled'], 'the three writes');
      same(
        (await readAll(adapter, {})).map(({ data }) => data),
        [{ n: 3 }],
        'the rows',
      );
    }),
    promise('P1 refuses steps it does not know', async (stand) => {
      const adapter = await stand.open();
      const op = { op: 'increment', c: 'items', id: 'a' } as unknown as Op;
      await refuses('invalid', () => adapter.write({ ops: [put('b', {}), op] }), 'the batch');
      same(await adapter.count('items'), 0, 'rows');
    }),
  ],
};
