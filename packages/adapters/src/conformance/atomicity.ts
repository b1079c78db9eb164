import type { Op } from '../adapter.js';
import { holds, refuses, same } from './assert.js';
import { type Case, type Chapter, promise } from './chapter.js';
import { atomicDatabase, limitWithin } from './needs.js';
import { contentOf, follow, nextTask, numbered, put, range, read, readAll, stateOf, write } from './rows.js';

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
    ...[1, 2, 100].map((size) =>
      promise(`P1 applies a batch of ${size}, and nothing of it when its last step cannot be`, async (stand) => {
        const adapter = await stand.open();
        const ops = range(size, (index) => put(numbered(index), { index }));
        const { rows } = await adapter.write({ ops });
        same(
          rows,
          range(size, (index) => ({ c: 'items', id: numbered(index), rev: 1 })),
          'its rows',
        );
        const refused: Op = { op: 'check', c: 'items', id: 'never', expect: 'present' };
        await refuses('conflict', () => adapter.write({ ops: [...ops.slice(1), refused] }), 'the second batch');
        same(
          (await follow(adapter)).map(({ rev }) => rev),
          range(size, () => 1),
          'the revisions in the feed',
        );
      }),
    ),
    promise(
      'P1 applies nothing of a batch of twenty steps of every kind, whichever of them cannot be',
      async (stand) => {
        const adapter = await stand.open();
        await write(adapter, Object.fromEntries(range(20, (index) => [numbered(index), { index }])));
        const before = await stateOf(adapter);
        const sound = range(20, (index): Op => {
          const id = numbered(index);
          if (index % 4 === 0) return { op: 'delete', c: 'items', id, expect: { rev: 1 } };
          if (index % 4 === 1) return { op: 'purge', c: 'items', id };
          if (index % 4 === 2) return { op: 'check', c: 'items', id, expect: 'present' };
          return { op: 'put', c: 'items', id, expect: { rev: 1 }, data: { changed: true } };
        });
        for (let at = 0; at < sound.length; at++) {
          const ops = sound.map(
            (op, index): Op => (index === at ? { op: 'check', c: 'items', id: op.id, expect: 'absent' } : op),
          );
          const fault = await refuses('conflict', () => adapter.write({ ops }), `step ${at}`);
          same(fault.id, numbered(at), `step ${at}: the row that is named`);
          same(await stateOf(adapter), before, `step ${at}: the rows`);
        }
        await adapter.write({ ops: sound });
        same(await adapter.count('items'), 10, 'rows after all steps');
      },
    ),
    promise('P1 applies nothing of a batch whose content is refused, whichever step it is in', async (stand) => {
      const adapter = await stand.open();
      for (let at = 0; at < 12; at++) {
        const ops = range(12, (index) => put(numbered(index), { index: index === at ? Number.NaN : index }));
        await refuses('invalid', () => adapter.write({ ops }), `step ${at}`);
        same(await adapter.count('items'), 0, `step ${at}: rows`);
      }
      same((await adapter.changes('', 10)).changes, [], 'changes');
    }),
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
      const pairs: readonly (readonly [Op, Op])[] = [
        [
          { op: 'delete', c: 'items', id: 'a', expect: 'any' },
          { op: 'delete', c: 'items', id: 'a', expect: 'any' },
        ],
        [put('a', {}), { op: 'purge', c: 'items', id: 'a' }],
        [{ op: 'check', c: 'items', id: 'a', expect: 'absent' }, put('a', {})],
        [
          { op: 'purge', c: 'items', id: 'a' },
          { op: 'purge', c: 'items', id: 'a' },
        ],
      ];
      for (const [one, other] of pairs)
        await refuses(
          'invalid',
          () => adapter.write({ ops: [one, put('between', {}), other] }),
          `${one.op} and ${other.op}`,
        );
      same(await adapter.count('items'), 0, 'rows');
    }),
    promise(
      'P1 takes the same id in two collections as two rows',
      async (stand) => {
        const adapter = await stand.open();
        await adapter.write({ ops: [put('a', { n: 1 }, 'items'), put('a', { n: 2 }, 'others')] });
        same(await contentOf(adapter, 'a'), { n: 1 }, 'items/a');
        same(await contentOf(adapter, 'a', 'others'), { n: 2 }, 'others/a');
      },
      atomicDatabase,
    ),
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
    promise(
      'P1 refuses more steps than it says it takes',
      async (stand) => {
        const adapter = await stand.open();
        const { batchOps } = stand.capabilities.limits;
        const ops = Array.from({ length: batchOps + 1 }, (_, index) => put(numbered(index), {}));
        await refuses('too-large', () => adapter.write({ ops }), 'the batch');
        same(await adapter.count('items'), 0, 'rows');
      },
      limitWithin('batchOps', 100_000),
    ),
    promise('P1 shows no reader half of a batch', async (stand) => {
      const adapter = await stand.open();
      const ids = range(Math.min(3000, stand.capabilities.limits.batchOps), (index) => numbered(index));
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
