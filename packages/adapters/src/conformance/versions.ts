import type { Expect, Op } from '../adapter.js';
import { holds, refuses, same } from './assert.js';
import { type Case, type Chapter, promise } from './chapter.js';
import { contentOf, put, read, write } from './rows.js';

const putExpecting = (expect: Expect, id = 'a'): Op => ({ op: 'put', c: 'items', id, expect, data: { by: 'put' } });
const remove = (id = 'a', expect: Expect = 'any'): Op => ({ op: 'delete', c: 'items', id, expect });

type State = 'missing' | 'live' | 'deleted' | 'purged';
const states: readonly State[] = ['missing', 'live', 'deleted', 'purged'];
/** Which states each expectation takes; `{ rev }` is checked apart. */
const accepted: Readonly<Record<'absent' | 'present' | 'any', readonly State[]>> = {
  absent: ['missing', 'deleted', 'purged'],
  present: ['live'],
  any: states,
};

const expectations: readonly Case[] = (['absent', 'present', 'any'] as const).map((expect) =>
  promise(`P2 takes ${expect} for what it says`, async (stand) => {
    const adapter = await stand.open();
    for (const state of states) {
      for (const op of ['put', 'check'] as const) {
        const id = `${state}-${op}`;
        if (state !== 'missing') await write(adapter, { [id]: { by: 'setup' } });
        if (state === 'deleted') await adapter.write({ ops: [remove(id)] });
        if (state === 'purged') await adapter.write({ ops: [{ op: 'purge', c: 'items', id }] });
        const step: Op = op === 'put' ? putExpecting(expect, id) : { op, c: 'items', id, expect };
        const work = () => adapter.write({ ops: [step] });
        if (accepted[expect].includes(state)) await work();
        else await refuses('conflict', work, `${op} of a ${state} row`);
      }
    }
  }),
);

/** Revisions and conflicts. */
export const versions: Chapter = {
  title: '4 Versions',
  cases: [
    ...expectations,
    promise('P2 counts from 1, one for each write', async (stand) => {
      const adapter = await stand.open();
      for (let rev = 1; rev <= 5; rev++) {
        const commit = await adapter.write({ ops: [put('a', { rev })] });
        same(commit.rows[0]?.rev, rev, 'the revision in the commit');
        same((await read(adapter, 'a'))?.rev, rev, 'the revision in the row');
      }
    }),
    promise('P2 counts a write of the same content', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { n: 1 } });
      await write(adapter, { a: { n: 1 } });
      same((await read(adapter, 'a'))?.rev, 2, 'revision');
    }),
    promise('P2 accepts the revision that is there', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {} });
      await adapter.write({ ops: [putExpecting({ rev: 1 })] });
      await adapter.write({ ops: [remove('a', { rev: 2 })] });
      same((await read(adapter, 'a'))?.rev, 3, 'the revision of the tombstone');
    }),
    promise('P2 refuses an older and a newer revision', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {} });
      await write(adapter, { a: {} });
      for (const rev of [1, 3])
        await refuses('conflict', () => adapter.write({ ops: [putExpecting({ rev })] }), `revision ${rev}`);
    }),
    promise('P2 refuses a revision of what is not there', async (stand) => {
      const adapter = await stand.open();
      const fault = await refuses('conflict', () => adapter.write({ ops: [putExpecting({ rev: 1 })] }), 'the put');
      same(fault.actual, null, 'the actual row');
    }),
    promise('P2 answers a conflict with the row as it is', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { by: 'somebody' } });
      const fault = await refuses(
        'conflict',
        () => adapter.write({ ops: [put('b', {}), putExpecting('absent')] }),
        'the put',
      );
      same([fault.c, fault.id], ['items', 'a'], 'which row');
      same(fault.actual, await read(adapter, 'a'), 'the actual row');
    }),
    promise('P2 answers a conflict with the tombstone', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {} });
      await adapter.write({ ops: [remove()] });
      const fault = await refuses('conflict', () => adapter.write({ ops: [putExpecting('present')] }), 'the put');
      same(fault.actual?.deleted, true, 'the actual row is a tombstone');
      same(fault.actual?.rev, 2, 'its revision');
    }),
    promise('P2 never uses a revision twice, deleted or not', async (stand) => {
      const adapter = await stand.open();
      for (let round = 0; round < 3; round++) {
        await adapter.write({ ops: [putExpecting('absent')] });
        await adapter.write({ ops: [remove('a', 'present')] });
      }
      same((await read(adapter, 'a'))?.rev, 6, 'revision');
    }),
    promise('P2 never uses a revision twice, erased or not', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {} });
      await adapter.write({ ops: [{ op: 'purge', c: 'items', id: 'a' }] });
      await adapter.write({ ops: [putExpecting('absent')] });
      same((await read(adapter, 'a'))?.rev, 3, 'revision');
    }),
    promise('P2 leaves an empty tombstone', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { secret: 1 } });
      await adapter.write({ ops: [remove()] });
      const row = await read(adapter, 'a');
      same([row?.deleted, row?.data], [true, {}], 'the tombstone');
      same(await adapter.count('items'), 0, 'it is not counted');
      same((await adapter.query({ c: 'items', limit: 10 })).rows, [], 'it is not found');
    }),
    promise('P2 has nothing to do where nothing is to delete', async (stand) => {
      const adapter = await stand.open();
      same((await adapter.write({ ops: [remove('never')] })).rows, [], 'a row that never was');
      same(await read(adapter, 'never'), null, 'no tombstone is made');
      await write(adapter, { a: {} });
      await adapter.write({ ops: [remove()] });
      same((await adapter.write({ ops: [remove()] })).rows, [], 'a row that is deleted');
      same((await read(adapter, 'a'))?.rev, 2, 'its revision');
    }),
    promise('P2 brings a deleted row back with the revision of its tombstone', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { n: 1 } });
      await adapter.write({ ops: [remove()] });
      await adapter.write({ ops: [putExpecting({ rev: 2 })] });
      same(await contentOf(adapter, 'a'), { by: 'put' }, 'the row');
      same(await adapter.count('items'), 1, 'rows');
    }),
    promise('P2 guards a row that is read but not written', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { guard: {}, target: {} });
      const ops: readonly Op[] = [
        { op: 'check', c: 'items', id: 'guard', expect: { rev: 1 } },
        put('target', { n: 1 }),
      ];
      await adapter.write({ ops });
      same((await read(adapter, 'guard'))?.rev, 1, 'the guard is not written');
      await write(adapter, { guard: {} });
      await refuses('conflict', () => adapter.write({ ops }), 'the guard has moved on');
      same((await read(adapter, 'target'))?.rev, 2, 'the target');
    }),
    promise('P2 lets one of two writers of the same revision win', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {} });
      const results = await Promise.allSettled(
        Array.from({ length: 8 }, () => adapter.write({ ops: [putExpecting({ rev: 1 })] })),
      );
      same(results.filter(({ status }) => status === 'fulfilled').length, 1, 'winners');
      same((await read(adapter, 'a'))?.rev, 2, 'revision');
    }),
    promise('P2 loses no increment of many writers', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { n: 0 } });
      const increment = async (): Promise<void> => {
        for (;;) {
          const row = await read(adapter, 'a');
          const ops: readonly Op[] = [
            { op: 'put', c: 'items', id: 'a', expect: { rev: row?.rev ?? 0 }, data: { n: Number(row?.data.n) + 1 } },
          ];
          const isDone = await adapter.write({ ops }).then(
            () => true,
            () => false,
          );
          if (isDone) return;
        }
      };
      await Promise.all(Array.from({ length: 12 }, increment));
      same(await contentOf(adapter, 'a'), { n: 12 }, 'the sum');
    }),
    promise('P2 answers rows in the order of the ids, null for what is not there', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { n: 1 }, b: { n: 2 } });
      const rows = await adapter.get('items', ['b', 'missing', 'a', 'b']);
      same(
        rows.map((row) => row?.id ?? null),
        ['b', null, 'a', 'b'],
        'the rows',
      );
      same(await adapter.get('items', []), [], 'no ids');
      same(await adapter.get('nowhere', ['a']), [null], 'a collection nobody wrote to');
    }),
    promise('P2 refuses expectations it does not know', async (stand) => {
      const adapter = await stand.open();
      for (const expect of ['exists', { rev: 0 }, { rev: 1.5 }, null, undefined] as unknown as readonly Expect[]) {
        await refuses(
          'invalid',
          () => adapter.write({ ops: [putExpecting(expect)] }),
          JSON.stringify(expect) ?? 'undefined',
        );
      }
    }),
    promise('P2 gives the rows of one batch the seq of their commit', async (stand) => {
      const adapter = await stand.open();
      const first = await adapter.write({ ops: [put('a', {}), put('b', {})] });
      const second = await adapter.write({ ops: [put('b', {})] });
      same((await read(adapter, 'a'))?.seq, first.seq, 'a');
      same((await read(adapter, 'b'))?.seq, second.seq, 'b');
      holds(first.seq !== second.seq, 'two commits have two seqs');
    }),
  ],
};
