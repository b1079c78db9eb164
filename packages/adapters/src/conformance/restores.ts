import type { DumpedRow, RowData, StorageAdapter } from '../adapter.js';
import { holds, refuses, same } from './assert.js';
import { type Chapter, promise } from './chapter.js';
import { atEveryCall } from './fault-runs.js';
import { answersTallies, atomicDatabase, canFail, restores, severalHandles, survivesClosing } from './needs.js';
import {
  catchUp,
  contentOf,
  dumpOf,
  follow,
  idsOf,
  nextTask,
  numbered,
  purge,
  put,
  range,
  read,
  readAll,
  remove,
  stateOf,
  write,
  writeAll,
} from './rows.js';

const dumped = (id: string, data: RowData, rev = 1, c = 'items'): DumpedRow => ({ c, row: { id, rev, seq: '', data } });

async function* each(rows: readonly DumpedRow[]): AsyncGenerator<DumpedRow, void, undefined> {
  for (const row of rows) yield row;
}

/** Rows that end in an error. */
async function* failing(rows: readonly DumpedRow[]): AsyncGenerator<DumpedRow, void, undefined> {
  yield* rows;
  await nextTask();
  throw new TypeError('the file is broken here');
}

async function takeDump(adapter: StorageAdapter): Promise<readonly DumpedRow[]> {
  const rows: DumpedRow[] = [];
  for await (const row of adapter.dump()) rows.push(row);
  return rows;
}

/** Content by collection and id, without what a restore may change. */
const contentsOf = async (adapter: StorageAdapter): Promise<Readonly<Record<string, unknown>>> =>
  Object.fromEntries(
    [...(await dumpOf(adapter))]
      .filter(([, { deleted }]) => !deleted)
      .map(([name, { data }]) => [name, data] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  );

/** A dump that is put back. */
export const restoring: Chapter = {
  title: '19 Dump and restore',
  cases: [
    promise(
      'P16 has the same rows again after dump, destroy and restore',
      async (stand) => {
        const first = await stand.open();
        await writeAll(
          first,
          range(300, (index) => put(numbered(index), { index, text: `Straße ${index} 王 😀` })),
        );
        await write(first, { [numbered(7)]: { edited: true } });
        await write(first, { odd: JSON.parse('{"__proto__":{"a":1},"list":[[],{}],"null":null}') as RowData });
        const before = await contentsOf(first);
        const rows = await takeDump(first);
        await first.destroy();
        const second = await stand.open();
        const commit = await second.restore(each(rows));
        same(commit.replayed, false, 'the commit');
        same(await contentsOf(second), before, 'the rows');
        await stateOf(second);
      },
      restores,
    ),
    promise(
      'P16 restores rows of several collections',
      async (stand) => {
        const adapter = await stand.open();
        const rows = [dumped('a', { n: 1 }), dumped('a', { n: 2 }, 1, 'others'), dumped('b', { n: 3 }, 4, 'others')];
        await adapter.restore(each(rows));
        same(
          await contentsOf(adapter),
          { 'items/a': { n: 1 }, 'others/a': { n: 2 }, 'others/b': { n: 3 } },
          'the rows',
        );
      },
      restores,
      atomicDatabase,
    ),
    promise(
      'P16 deletes what the dump does not have',
      async (stand) => {
        const adapter = await stand.open();
        await write(adapter, { a: { n: 1 }, b: { n: 2 } });
        await adapter.restore(each([dumped('a', { n: 1 })]));
        same(await idsOf(adapter, {}), ['a'], 'what is found');
        same((await read(adapter, 'b'))?.deleted ?? true, true, 'the other one');
        same(await adapter.count('items'), 1, 'rows');
      },
      restores,
    ),
    promise(
      'P16 empties everything by a dump without rows',
      async (stand) => {
        const adapter = await stand.open();
        await write(adapter, { a: {}, b: {} });
        await write(adapter, { c: {} }, 'others');
        await adapter.restore(each([]));
        same([await adapter.count('items'), await adapter.count('others')], [0, 0], 'rows');
      },
      restores,
    ),
    promise(
      'P16 brings tombstones back as tombstones',
      async (stand) => {
        const adapter = await stand.open();
        await write(adapter, { a: { n: 1 }, b: {} });
        const gone: DumpedRow = { c: 'items', row: { id: 'a', rev: 5, seq: '', deleted: true, data: {} } };
        await adapter.restore(each([gone, dumped('b', {})]));
        same(await idsOf(adapter, {}), ['b'], 'what is found');
        same((await read(adapter, 'a'))?.deleted, true, 'the tombstone');
        holds(((await read(adapter, 'a'))?.rev ?? 0) >= 5, 'its revision');
      },
      restores,
    ),
    promise(
      'P2 goes on from the higher revision when it restores',
      async (stand) => {
        const adapter = await stand.open();
        for (let n = 0; n < 5; n++) await write(adapter, { here: { n } });
        await adapter.restore(each([dumped('here', { n: -1 }, 2), dumped('there', { n: -1 }, 9)]));
        const [here, there] = await adapter.get('items', ['here', 'there']);
        holds((here?.rev ?? 0) > 5, `what was here at revision 5 goes on (${here?.rev})`);
        holds((there?.rev ?? 0) >= 9, `what came at revision 9 goes on (${there?.rev})`);
        await write(adapter, { here: {}, there: {} });
        const after = await adapter.get('items', ['here', 'there']);
        same(
          after.map((row) => row?.rev),
          [(here?.rev ?? 0) + 1, (there?.rev ?? 0) + 1],
          'and then one by one',
        );
      },
      restores,
    ),
    promise(
      'P2 uses no revision twice when it restores over deleted and erased rows',
      async (stand) => {
        const adapter = await stand.open();
        await write(adapter, { deleted: {}, erased: {} });
        await adapter.write({ ops: [remove('deleted'), purge('erased')] });
        await adapter.restore(each([dumped('deleted', { n: 1 }), dumped('erased', { n: 1 })]));
        for (const id of ['deleted', 'erased'])
          holds(((await read(adapter, id))?.rev ?? 0) > 2, `the revision of ${id}`);
      },
      restores,
    ),
    promise(
      'P2 answers a conflict to whoever has read a row before it was restored',
      async (stand) => {
        const adapter = await stand.open();
        await write(adapter, { a: { n: 1 } });
        await adapter.restore(each([dumped('a', { n: 0 }, 1)]));
        await refuses(
          'conflict',
          () => adapter.write({ ops: [{ op: 'put', c: 'items', id: 'a', expect: { rev: 1 }, data: {} }] }),
          'a write at the old revision',
        );
      },
      restores,
    ),
    promise(
      'P5 tells readers of the feed what a restore has changed and deleted, as one commit',
      async (stand) => {
        const adapter = await stand.open();
        await write(adapter, { changed: { n: 1 }, gone: {} });
        const { next } = await adapter.changes('', 10);
        const commit = await adapter.restore(each([dumped('changed', { n: 2 }), dumped('new', { n: 3 })]));
        const changes = await follow(adapter, next);
        same(
          changes.map(({ id, deleted }) => `${id} ${deleted}`).sort(),
          ['changed false', 'gone true', 'new false'],
          'the changes',
        );
        same([...new Set(changes.map(({ seq }) => seq))], [commit.seq], 'their commit');
      },
      restores,
    ),
    promise(
      'P16 changes nothing when the rows throw, wherever they do',
      async (stand) => {
        const adapter = await stand.open();
        await write(adapter, { a: { n: 1 }, b: { n: 2 } });
        await adapter.write({ ops: [remove('b')] });
        const before = await stateOf(adapter);
        for (const size of [0, 1, 400, 2500]) {
          const rows = range(size, (index) => dumped(numbered(index), { index }));
          let error: unknown;
          await adapter.restore(failing(rows)).catch((reason: unknown) => {
            error = reason;
          });
          holds(error !== undefined, `restoring fails behind ${size} rows`);
          same(await stateOf(adapter), before, `behind ${size} rows`);
        }
        await write(adapter, { c: {} });
        same(await adapter.count('items'), 2, 'and it goes on');
      },
      restores,
    ),
    promise(
      'P16 refuses rows that no batch could write, and changes nothing',
      async (stand) => {
        const adapter = await stand.open();
        await write(adapter, { a: { n: 1 } });
        const before = await stateOf(adapter);
        const wrong: readonly (readonly [name: string, row: DumpedRow])[] = [
          ['content that JSON cannot hold', dumped('x', { n: Number.NaN })],
          ['no id', dumped('', {})],
          ['no collection', dumped('x', {}, 1, '')],
          ['a row twice', dumped('good', {})],
        ];
        for (const [name, row] of wrong) {
          await refuses('invalid', () => adapter.restore(each([dumped('good', {}), row])), name);
          same(await stateOf(adapter), before, name);
        }
      },
      restores,
    ),
    promise(
      'P16 shows no reader half of a restore',
      async (stand) => {
        const adapter = await stand.open();
        const ids = range(2000, (index) => numbered(index));
        await writeAll(
          adapter,
          ids.map((id) => put(id, { of: 'before' })),
        );
        let isRestoring = true;
        const watching = (async () => {
          while (isRestoring) {
            const rows = await adapter.get('items', ids);
            same(new Set(rows.map((row) => row?.data.of)).size, 1, 'all rows are of one moment');
            await nextTask();
          }
        })();
        // It is awaited below; until then a failure has to wait.
        watching.catch(() => undefined);
        await adapter.restore(each(ids.map((id) => dumped(id, { of: 'dump' }))));
        isRestoring = false;
        await watching;
        same(await contentOf(adapter, ids[0] ?? ''), { of: 'dump' }, 'the first row');
      },
      restores,
    ),
    promise(
      'P12 finds restored rows by index and order, and no more what they replaced',
      async (stand) => {
        const adapter = await stand.open({ collections: { items: { indexes: [['group', 'rank']] } } });
        await write(adapter, { a: { group: 'old', rank: 1 }, b: { group: 'old', rank: 2 } });
        await adapter.restore(each([dumped('a', { group: 'new', rank: 2 }), dumped('c', { group: 'new', rank: 1 })]));
        const inGroup = (v: string) => ({ where: { f: 'group', is: 'eq', v }, order: [['rank', 'asc']] }) as const;
        same(await idsOf(adapter, inGroup('new')), ['c', 'a'], 'the new group');
        same(await idsOf(adapter, inGroup('old')), [], 'the old group');
      },
      restores,
    ),
    promise(
      'P13 counts restored rows by group',
      async (stand) => {
        const adapter = await stand.open({
          collections: { items: { indexes: [], tallies: [{ by: ['stage'], sum: ['minor'] }] } },
        });
        await write(adapter, { a: { stage: 'won', minor: 5 } });
        await adapter.restore(each([dumped('b', { stage: 'lost', minor: 7 })]));
        same(
          await adapter.tally({ c: 'items', by: ['stage'], sum: ['minor'] }),
          [{ key: ['lost'], count: 1, sums: [7] }],
          'the groups',
        );
      },
      restores,
      answersTallies,
    ),
    promise(
      'P16 restores what it has dumped while others write',
      async (stand) => {
        const adapter = await stand.open();
        await writeAll(
          adapter,
          range(50, (index) => put(numbered(index), { index })),
        );
        const rows: DumpedRow[] = [];
        for await (const row of adapter.dump()) {
          rows.push(row);
          await write(adapter, { [numbered(rows.length)]: { later: true } });
        }
        await adapter.restore(each(rows));
        same(
          (await readAll(adapter, {}, 100)).map(({ data }) => data),
          range(50, (index) => ({ index })),
          'the rows as of the dump',
        );
      },
      restores,
    ),
    promise(
      'P16 restores twice to the same',
      async (stand) => {
        const adapter = await stand.open();
        const rows = [dumped('a', { n: 1 }, 3), dumped('b', { n: 2 }, 1)];
        await adapter.restore(each(rows));
        const before = await contentsOf(adapter);
        await adapter.restore(each(rows));
        same(await contentsOf(adapter), before, 'the rows');
        await stateOf(adapter);
      },
      restores,
    ),
    promise(
      'P11 restores one tenant and touches no other',
      async (stand) => {
        const [ana, bo] = [await stand.open({ tenant: 'ana' }), await stand.open({ tenant: 'bo' })];
        for (const adapter of [ana, bo]) await write(adapter, { a: { kept: true } });
        const before = await stateOf(bo);
        await ana.restore(each([dumped('b', {})]));
        same(await stateOf(bo), before, 'the rows of the other');
      },
      restores,
    ),
    promise(
      'P16 has what was restored again after it was reopened',
      async (stand) => {
        const first = await stand.open();
        await write(first, { gone: {} });
        await first.restore(each(range(1500, (index) => dumped(numbered(index), { index }, 1 + (index % 3)))));
        const before = await stateOf(first);
        await first.close();
        same(await stateOf(await stand.open()), before, 'the rows');
      },
      restores,
      survivesClosing,
    ),
    promise(
      'P16 tells another handle what was restored',
      async (stand) => {
        const [one, other] = [await stand.open(), await stand.open()];
        await write(one, { a: { n: 1 }, b: {} });
        await catchUp(other);
        await one.restore(each([dumped('a', { n: 2 })]));
        await catchUp(other);
        same(await stateOf(other), await stateOf(one), 'what both see');
        same(await idsOf(other, {}), ['a'], 'what the other finds');
      },
      restores,
      severalHandles,
    ),
    promise(
      'P16 has restored all or nothing when a call fails meanwhile, whichever it is',
      async (stand) => {
        await atEveryCall(stand, 'fails', true, async (at, { adapter, mend, plan }, what, call) => {
          mend();
          await write(adapter, { a: { n: 1 }, b: { n: 2 } });
          const before = await contentsOf(adapter);
          plan(call, 'fails', true);
          const isDone = await adapter.restore(each([dumped('a', { n: 9 }), dumped('c', { n: 9 })])).then(
            () => true,
            () => false,
          );
          await adapter.close().catch(() => undefined);
          mend();
          const reopened = await at.open();
          const found = JSON.stringify(await contentsOf(reopened));
          const wanted = [JSON.stringify({ 'items/a': { n: 9 }, 'items/c': { n: 9 } }), JSON.stringify(before)];
          holds((isDone ? wanted.slice(0, 1) : wanted).includes(found), `${what}: all or nothing, found ${found}`);
          await stateOf(reopened);
          await reopened.close();
        });
      },
      restores,
      survivesClosing,
      canFail('fails'),
    ),
    promise(
      'P16 refuses a restore where it has said that it cannot, and changes nothing',
      async (stand) => {
        const adapter = await stand.open();
        await write(adapter, { a: { n: 1 } });
        await refuses('unsupported', () => adapter.restore(each([])), 'a restore');
        same(await contentOf(adapter, 'a'), { n: 1 }, 'the row');
      },
      ({ restore }) => (restore ? 'it restores' : undefined),
    ),
  ],
};
