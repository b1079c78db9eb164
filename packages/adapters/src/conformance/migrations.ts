import type { Progress, Row } from '../adapter.js';
import { holds, refuses, same } from './assert.js';
import { type Chapter, promise, type Stand } from './chapter.js';
import { migrationFailures } from './migration-failures.js';
import { begin, increment, step } from './migration-steps.js';
import { answersTallies, severalHandles, survivesClosing } from './needs.js';
import {
  catchUp,
  contentOf,
  follow,
  idsOf,
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

async function begin10000(stand: Stand): Promise<void> {
  const adapter = await stand.open();
  await writeAll(
    adapter,
    range(10_000, (index) => put(numbered(index), { n: index })),
  );
  await adapter.close();
}

/** Reports go forward, step by step, and come to their end. */
function checkReports(reports: readonly Progress[]): void {
  holds(reports.length > 0, 'a long opening reports how far it is');
  for (const [index, { step: name, done, total }] of reports.entries()) {
    holds(done >= 0 && done <= total, `${name}: ${done} of ${total}`);
    const before = reports[index - 1];
    if (before?.step === name) {
      same(total, before.total, `${name}: the total is known from the start`);
      holds(done >= before.done, `${name}: ${done} comes after ${before.done}`);
    }
  }
}

/** From one schema to the next. */
export const migrations: Chapter = {
  title: '11 Migrations',
  cases: [
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
      'P9 closes an older handle when a newer schema comes',
      async (stand) => {
        let superseded = 0;
        const older = await stand.open({ schema: 1, onSuperseded: () => superseded++ });
        await write(older, { a: { n: 1 } });
        const newer = await stand.open({
          schema: 2,
          migrations: [{ from: 1, to: 2, map: (_c, { data }) => ({ ...data, second: true }) }],
        });
        same(await contentOf(newer, 'a'), { n: 1, second: true }, 'the migrated row');
        await refuses('superseded', () => older.write({ ops: [put('a', { n: 2 })] }), 'a write of the older one');
        same(superseded, 1, 'it was told once');
        same(await contentOf(newer, 'a'), { n: 1, second: true }, 'the row');
      },
      severalHandles,
    ),
    promise(
      'P9 carries out steps in the order of their versions, however they are listed',
      async (stand) => {
        await begin(stand, { a: { n: 1 } });
        const steps = [
          step(1, ({ n }) => ({ n: Number(n) * 10 })),
          step(2, ({ n }) => ({ n: Number(n) + 1 })),
          step(3, ({ n }) => ({ n: Number(n) * 2 })),
        ];
        const adapter = await stand.open({ schema: 4, migrations: [...steps].reverse() });
        same(await contentOf(adapter, 'a'), { n: 22 }, 'the row');
      },
      survivesClosing,
    ),
    promise(
      'P9 carries out only the steps behind the version that is there',
      async (stand) => {
        const first = await stand.open({ schema: 2 });
        await write(first, { a: { n: 1 } });
        await first.close();
        const steps = [
          step(1, () => ({ n: -1 })),
          step(2, ({ n }) => ({ n: Number(n) + 1 })),
          step(3, () => ({ n: -1 })),
        ];
        const adapter = await stand.open({ schema: 3, migrations: steps });
        same(await contentOf(adapter, 'a'), { n: 2 }, 'the row');
      },
      survivesClosing,
    ),
    promise(
      'P9 comes to the same whether it opens five versions one by one or the last at once',
      async (stand) => {
        const steps = range(4, (index) => step(index + 1, (data) => ({ ...data, [`v${index + 2}`]: index })));
        const rows = { a: { n: 1 }, b: { n: 2 } };
        const oneByOne = stand.anew();
        await begin(stand, rows);
        await begin(oneByOne, rows);
        for (const schema of [2, 3, 4]) await (await oneByOne.open({ schema, migrations: steps })).close();
        const [one, other] = [
          await stand.open({ schema: 5, migrations: steps }),
          await oneByOne.open({ schema: 5, migrations: steps }),
        ];
        for (const id of ['a', 'b']) same(await contentOf(one, id), await contentOf(other, id), id);
      },
      survivesClosing,
    ),
    promise(
      'P9 changes nothing when a newer version has no step for the rows',
      async (stand) => {
        const before = await begin(stand, { a: { n: 1 }, b: { n: 2 } });
        const second = await stand.open({
          schema: 3,
          migrations: [
            { from: 1, to: 2 },
            { from: 2, to: 3, map: () => null },
          ],
        });
        same(await stateOf(second), before, 'the rows');
        await second.close();
        await refuses('superseded', () => stand.open({ schema: 1 }), 'the older schema, all the same');
      },
      survivesClosing,
    ),
    promise(
      'P9 leaves rows alone for which a step answers null',
      async (stand) => {
        await begin(stand, { a: { n: 1 }, b: { n: 2 } });
        const map = (_: string, { data }: Row) => (data.n === 1 ? { n: 100 } : null);
        const adapter = await stand.open({ schema: 2, migrations: [{ from: 1, to: 2, map }] });
        same((await read(adapter, 'b'))?.rev, 1, 'the revision of b');
        same((await read(adapter, 'a'))?.rev, 2, 'the revision of a');
      },
      survivesClosing,
    ),
    promise(
      'P9 shows a step the collection and the row as it is',
      async (stand) => {
        const first = await stand.open();
        await write(first, { a: { n: 1 } });
        await write(first, { a: { n: 2 } });
        await write(first, { b: { n: 3 } }, 'others');
        await first.close();
        const seen: string[] = [];
        const map = (c: string, { id, rev, data }: Row) => {
          seen.push(`${c}/${id}@${rev} ${String(data.n)}`);
          return null;
        };
        await stand.open({ schema: 2, migrations: [{ from: 1, to: 2, map }] });
        same(seen.sort(), ['items/a@2 2', 'others/b@1 3'], 'what it was shown');
      },
      survivesClosing,
    ),
    promise(
      'P9 shows a step no deleted row and no erased one',
      async (stand) => {
        const first = await stand.open();
        await write(first, { a: {}, deleted: {}, erased: {} });
        await first.write({ ops: [remove('deleted'), purge('erased')] });
        await first.close();
        const seen: string[] = [];
        const map = (_: string, { id }: Row) => {
          seen.push(id);
          return { migrated: true };
        };
        const second = await stand.open({ schema: 2, migrations: [{ from: 1, to: 2, map }] });
        same(seen, ['a'], 'what it was shown');
        same((await read(second, 'deleted'))?.deleted, true, 'the tombstone');
        same(await read(second, 'erased'), null, 'the erased row');
      },
      survivesClosing,
    ),
    promise(
      'P5 tells readers of the feed what a migration has changed',
      async (stand) => {
        const first = await stand.open();
        await write(first, { a: { n: 1 }, b: { n: 2 } });
        const { next } = await first.changes('', 100);
        await first.close();
        const map = (_: string, { id }: Row) => (id === 'a' ? { n: 100 } : null);
        const second = await stand.open({ schema: 2, migrations: [{ from: 1, to: 2, map }] });
        const changes = await follow(second, next);
        same(
          changes.map(({ id, rev, row }) => [id, rev, row?.data.n ?? null]),
          [['a', 2, 100]],
          'the changes since',
        );
      },
      survivesClosing,
    ),
    promise(
      'P9 finds migrated rows by the indexes of the new schema',
      async (stand) => {
        await begin(stand, { a: { n: 1 }, b: { n: 2 }, c: { n: 3 } });
        const adapter = await stand.open({
          schema: 2,
          collections: { items: { indexes: [['parity', 'm']] } },
          migrations: [step(1, ({ n }) => ({ m: Number(n), parity: Number(n) % 2 }))],
        });
        const where = { f: 'parity', is: 'eq', v: 1 } as const;
        same(await idsOf(adapter, { where, order: [['m', 'desc']] }), ['c', 'a'], 'the odd ones');
        same(await idsOf(adapter, { where: { f: 'n', is: 'exists', v: true } }), [], 'by what they were');
      },
      survivesClosing,
    ),
    promise(
      'P13 counts migrated rows by the tallies of the new schema',
      async (stand) => {
        await begin(stand, { a: { n: 1 }, b: { n: 2 }, c: { n: 3 } });
        const adapter = await stand.open({
          schema: 2,
          collections: { items: { indexes: [], tallies: [{ by: ['parity'], sum: ['m'] }] } },
          migrations: [step(1, ({ n }) => ({ m: Number(n), parity: Number(n) % 2 }))],
        });
        same(
          await adapter.tally({ c: 'items', by: ['parity'], sum: ['m'] }),
          [
            { key: [0], count: 1, sums: [2] },
            { key: [1], count: 2, sums: [4] },
          ],
          'the groups',
        );
      },
      survivesClosing,
      answersTallies,
    ),
    promise(
      'P12 uses an index that was declared later, without a migration',
      async (stand) => {
        await begin(stand, { a: { n: 2 }, b: { n: 1 }, c: { n: 2 } });
        const adapter = await stand.open({ collections: { items: { indexes: [['n']] } } });
        same(await idsOf(adapter, { where: { f: 'n', is: 'eq', v: 2 } }), ['a', 'c'], 'by equality');
        same(await idsOf(adapter, { order: [['n', 'asc']] }), ['b', 'a', 'c'], 'in order');
      },
      survivesClosing,
    ),
    promise(
      'P9 does not repeat a step for rows that were written since',
      async (stand) => {
        await begin(stand, { a: { n: 1 } });
        const second = await stand.open({ schema: 2, migrations: [increment] });
        await write(second, { b: { n: 1 } });
        await second.close();
        const third = await stand.open({ schema: 2, migrations: [increment] });
        same([await contentOf(third, 'a'), await contentOf(third, 'b')], [{ n: 2 }, { n: 1 }], 'the rows');
      },
      survivesClosing,
    ),
    promise(
      'P9 migrates 10,000 rows once each',
      async (stand) => {
        await begin10000(stand);
        const adapter = await stand.open({ schema: 2, migrations: [increment] });
        const rows = await readAll(adapter, {}, 5000);
        same(rows.length, 10_000, 'rows');
        holds(
          rows.every(({ rev, data }, index) => rev === 2 && data.n === index + 1),
          'every row was taken one step further, once',
        );
      },
      survivesClosing,
    ),
    promise(
      'P9 tells how far it is while it migrates 10,000 rows',
      async (stand) => {
        await begin10000(stand);
        const reports: Progress[] = [];
        const onProgress = (progress: Progress) => reports.push(progress);
        await stand.open({ schema: 2, migrations: [increment], onProgress });
        checkReports(reports);
      },
      survivesClosing,
      ({ shared }) => (shared === 'network' ? 'its rows are migrated elsewhere' : undefined),
    ),
    promise(
      'P9 opens or says that it is blocked within two seconds, while an older handle is open',
      async (stand) => {
        const older = await stand.open({ schema: 1 });
        await write(older, { a: { n: 1 } });
        const began = performance.now();
        const newer = await stand
          .open({ schema: 2, migrations: [increment] })
          .catch((error: unknown) => error as Error);
        const took = performance.now() - began;
        holds(took < 2000, `it was answered in time (${Math.round(took)} ms)`);
        if (newer instanceof Error) {
          await refuses('upgrade-blocked', () => Promise.reject(newer), 'the newer handle');
          same(await contentOf(older, 'a'), { n: 1 }, 'the row');
        } else same(await contentOf(newer, 'a'), { n: 2 }, 'the row');
      },
      severalHandles,
      survivesClosing,
    ),
    promise(
      'P9 migrates once when two handles come with the newer schema at the same time',
      async (stand) => {
        await begin(stand, Object.fromEntries(range(300, (index) => [numbered(index), { n: index }])));
        const options = { schema: 2, migrations: [increment] };
        const both = await Promise.all([stand.open(options), stand.open(options)]);
        for (const adapter of both) {
          await catchUp(adapter);
          const rows = await readAll(adapter, {}, 100);
          same(rows.length, 300, 'rows');
          holds(
            rows.every(({ data }, index) => data.n === index + 1),
            'every row was taken one step further, once',
          );
        }
      },
      severalHandles,
      survivesClosing,
    ),
    ...migrationFailures,
  ],
};
