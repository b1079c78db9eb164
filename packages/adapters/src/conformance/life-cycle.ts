import { holds, refuses, same } from './assert.js';
import { type Chapter, promise } from './chapter.js';
import { survivesClosing } from './needs.js';
import { contentOf, numbered, put, read, readAll, write } from './rows.js';

const open = { tenant: 'tenant', schema: 1, collections: {}, migrations: [], onSuperseded() {} };

/** Opening, closing, finding everything again. */
export const lifeCycle: Chapter = {
  title: '1 Open, close, reopen',
  cases: [
    promise('P14 opens empty', async (stand) => {
      const adapter = await stand.open();
      same(await adapter.count('items'), 0, 'rows');
      same(await readAll(adapter, {}), [], 'pages');
      same((await adapter.changes('', 10)).changes, [], 'changes');
    }),
    promise('P14 refuses every verb before it is opened', async (stand) => {
      const adapter = stand.handle();
      await refuses('closed', () => adapter.get('items', ['a']), 'get');
      await refuses('closed', () => adapter.query({ c: 'items', limit: 1 }), 'query');
      await refuses('closed', () => adapter.count('items'), 'count');
      await refuses('closed', () => adapter.write({ ops: [] }), 'write');
      await refuses('closed', () => adapter.changes('', 1), 'changes');
    }),
    promise('P14 refuses every verb after it was closed', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: {} });
      await adapter.close();
      await refuses('closed', () => adapter.get('items', ['a']), 'get');
      await refuses('closed', () => adapter.query({ c: 'items', limit: 1 }), 'query');
      await refuses('closed', () => adapter.write({ ops: [put('a', {})] }), 'write');
      await refuses('closed', () => adapter.changes('', 1), 'changes');
    }),
    promise('P14 refuses a schema that is no version', async (stand) => {
      for (const schema of [0, -1, 1.5, Number.NaN])
        await refuses('invalid', () => stand.open({ schema }), `schema ${schema}`);
    }),
    promise('P14 closes twice without harm', async (stand) => {
      const adapter = await stand.open();
      await adapter.close();
      await adapter.close();
    }),
    promise('P14 refuses to open a handle that is open', async (stand) => {
      const adapter = await stand.open();
      await refuses('invalid', () => adapter.open(open), 'a second open');
    }),
    promise('P14 finishes the writes that came before close', async (stand) => {
      const adapter = await stand.open();
      const writes = Array.from({ length: 20 }, (_, index) =>
        adapter.write({ ops: [put(numbered(index), { index })] }),
      );
      await Promise.all([adapter.close(), ...writes]);
    }),
    promise('P14 opens again with the same handle', async (stand) => {
      const adapter = await stand.open();
      await adapter.close();
      await adapter.open(open);
      same(await adapter.count('items'), 0, 'rows');
    }),
    promise(
      'P8 finds its rows again after it was closed',
      async (stand) => {
        const first = await stand.open();
        await write(first, { a: { name: 'Ana' }, b: { name: 'Bo' } });
        await first.close();
        const second = await stand.open();
        same(await contentOf(second, 'a'), { name: 'Ana' }, 'a');
        same(await second.count('items'), 2, 'rows');
      },
      survivesClosing,
    ),
    promise(
      'P8 finds 5,000 imported and edited rows again exactly',
      async (stand) => {
        const first = await stand.open();
        const ids = Array.from({ length: 5000 }, (_, index) => numbered(index));
        await first.write({ ops: ids.map((id, index) => put(id, { index, edited: 0 })) });
        for (let at = 0; at < ids.length; at += 250) {
          await first.write({
            ops: ids.slice(at, at + 250).map((id, index) => put(id, { index: at + index, edited: 1 })),
          });
        }
        await first.close();
        const second = await stand.open();
        const rows = await readAll(second, {}, 1000);
        same(rows.length, 5000, 'rows');
        holds(
          rows.every(
            ({ id, rev, data }, index) =>
              id === numbered(index) && rev === 2 && data.index === index && data.edited === 1,
          ),
          'every row has its second version',
        );
      },
      survivesClosing,
    ),
    promise(
      'P2 goes on counting revisions after it was reopened',
      async (stand) => {
        const first = await stand.open();
        await write(first, { a: { n: 1 } });
        await first.write({ ops: [{ op: 'delete', c: 'items', id: 'a', expect: 'present' }] });
        await first.close();
        const second = await stand.open();
        await second.write({ ops: [{ op: 'put', c: 'items', id: 'a', expect: 'absent', data: {} }] });
        same((await read(second, 'a'))?.rev, 3, 'revision');
      },
      survivesClosing,
    ),
    promise(
      'P8 keeps a strict batch like any other',
      async (stand) => {
        const first = await stand.open();
        await first.write({ ops: [put('a', { strict: true })], durability: 'strict' });
        await first.close();
        same(await contentOf(await stand.open(), 'a'), { strict: true }, 'a');
      },
      survivesClosing,
    ),
    promise('P14 has nothing left after destroy', async (stand) => {
      const first = await stand.open();
      await first.write({ ops: [put('a', {})], key: 'once' });
      await first.destroy();
      await refuses('closed', () => first.get('items', ['a']), 'get after destroy');
      const second = await stand.open();
      same(await second.count('items'), 0, 'rows');
      same(await read(second, 'a'), null, 'a');
      same((await second.changes('', 10)).changes, [], 'changes');
      same((await second.write({ ops: [put('a', {})], key: 'once' })).replayed, false, 'the key is forgotten');
    }),
    promise(
      'P9 refuses data of a newer schema, and leaves it alone',
      async (stand) => {
        const newer = await stand.open({ schema: 3 });
        await write(newer, { a: { kept: true } });
        await newer.close();
        await refuses('superseded', () => stand.open({ schema: 2 }), 'an older schema');
        same(await contentOf(await stand.open({ schema: 3 }), 'a'), { kept: true }, 'a');
      },
      survivesClosing,
    ),
    promise(
      'P9 migrates rows from an older schema, once',
      async (stand) => {
        const first = await stand.open({ schema: 1 });
        await write(first, { a: { name: 'Ana' }, b: { name: 'Bo' } });
        await first.write({ ops: [{ op: 'delete', c: 'items', id: 'b', expect: 'any' }] });
        await first.close();
        const migrations = [
          {
            from: 1,
            to: 2,
            map: (_c: string, { data }: { data: Readonly<Record<string, unknown>> }) => ({
              title: data.name as string,
            }),
          },
          {
            from: 2,
            to: 3,
            map: (_c: string, { data }: { data: Readonly<Record<string, unknown>> }) => ({
              ...(data as { title: string }),
              third: true,
            }),
          },
        ];
        const second = await stand.open({ schema: 3, migrations });
        same(await contentOf(second, 'a'), { title: 'Ana', third: true }, 'a');
        same((await read(second, 'b'))?.deleted, true, 'b stays deleted');
        const rev = (await read(second, 'a'))?.rev;
        await second.close();
        const third = await stand.open({ schema: 3, migrations });
        same((await read(third, 'a'))?.rev, rev, 'revision after the second opening');
      },
      survivesClosing,
    ),
    promise(
      'P9 leaves everything as it was when a migration fails',
      async (stand) => {
        const first = await stand.open({ schema: 1 });
        await write(first, { a: { n: 1 }, b: { n: 2 } });
        await first.close();
        const map = (_c: string, { id }: { id: string }) => {
          if (id === 'b') throw new TypeError('cannot map b');
          return { n: 100 };
        };
        let failed = false;
        await stand.open({ schema: 2, migrations: [{ from: 1, to: 2, map }] }).catch(() => {
          failed = true;
        });
        holds(failed, 'opening fails');
        const mended = await stand.open({ schema: 2, migrations: [{ from: 1, to: 2 }] });
        same(await contentOf(mended, 'a'), { n: 1 }, 'a');
        same(await contentOf(mended, 'b'), { n: 2 }, 'b');
      },
      survivesClosing,
    ),
  ],
};
