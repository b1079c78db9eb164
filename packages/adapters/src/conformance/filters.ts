import type { Json, Row, RowData, StorageAdapter } from '../adapter.js';
import type { Filter } from '../filter.js';
import { refuses, same } from './assert.js';
import { type Case, type Chapter, promise, type Stand } from './chapter.js';
import { madeUpData, madeUpFilter, madeUpShape } from './made-up.js';
import { createRandom } from './random.js';
import { referenceMatches, referenceRows } from './reference.js';
import { idsOf, numbered, put, range, readAll, writeAll } from './rows.js';

const rows: Readonly<Record<string, RowData>> = {
  number: { v: 5 },
  negative: { v: -1 },
  zero: { v: 0 },
  text: { v: '5' },
  empty: { v: '' },
  word: { v: 'Straße' },
  accent: { v: 'é' },
  yes: { v: true },
  no: { v: false },
  null: { v: null },
  missing: {},
  list: { v: [5, 'Straße', null] },
  bare: { v: [] },
  object: { v: { inner: 5 } },
  people: { v: [{ inner: 5 }, { inner: 'x' }, {}] },
};

const every = Object.keys(rows);
const without = (...ids: readonly string[]): readonly string[] => every.filter((id) => !ids.includes(id));

/** What each filter finds among the rows above. */
const table: readonly (readonly [title: string, filter: Filter, found: readonly string[]])[] = [
  ['P12 finds by equality, of the same type only', { f: 'v', is: 'eq', v: 5 }, ['number', 'list']],
  ['P12 finds equal strings, the empty one too', { f: 'v', is: 'eq', v: '' }, ['empty']],
  ['P12 finds equal booleans', { f: 'v', is: 'eq', v: false }, ['no']],
  ['P12 finds null where there is none, or a null', { f: 'v', is: 'eq', v: null }, ['null', 'missing', 'list', 'bare']],
  ['P12 finds what is not equal, missing or not', { f: 'v', is: 'ne', v: 5 }, without('number', 'list')],
  ['P12 finds what is not null', { f: 'v', is: 'ne', v: null }, without('null', 'missing', 'list', 'bare')],
  ['P12 finds one of several values', { f: 'v', is: 'in', v: [true, 'é', 0] }, ['yes', 'accent', 'zero']],
  [
    'P12 finds null among several values',
    { f: 'v', is: 'in', v: [null, -1] },
    ['negative', 'null', 'missing', 'list', 'bare'],
  ],
  ['P12 finds nothing in no values', { f: 'v', is: 'in', v: [] }, []],
  ['P12 compares numbers with numbers only', { f: 'v', is: 'lt', v: 5 }, ['negative', 'zero']],
  ['P12 takes the bound in where it says so', { f: 'v', is: 'lte', v: 5 }, ['negative', 'zero', 'number', 'list']],
  ['P12 compares upwards', { f: 'v', is: 'gt', v: 0 }, ['number', 'list']],
  ['P12 compares strings by code points', { f: 'v', is: 'gte', v: 'Straße' }, ['word', 'accent', 'list']],
  [
    'P12 compares nothing with null or a boolean',
    {
      or: [
        { f: 'v', is: 'lte', v: null },
        { f: 'v', is: 'gte', v: true },
      ],
    },
    [],
  ],
  ['P12 finds a prefix', { f: 'v', is: 'prefix', v: 'Str' }, ['word', 'list']],
  [
    'P12 finds every string by an empty prefix',
    { f: 'v', is: 'prefix', v: '' },
    ['text', 'empty', 'word', 'accent', 'list'],
  ],
  ['P12 finds a part of a string, or an item of a list', { f: 'v', is: 'contains', v: 'raß' }, ['word']],
  ['P12 finds a whole item of a list', { f: 'v', is: 'contains', v: 'Straße' }, ['word', 'list']],
  ['P12 finds a number in a list', { f: 'v', is: 'contains', v: 5 }, ['list']],
  ['P12 finds what exists', { f: 'v', is: 'exists', v: true }, without('null', 'missing')],
  ['P12 finds what does not exist', { f: 'v', is: 'exists', v: false }, ['null', 'missing']],
  ['P12 looks into objects', { f: 'v.inner', is: 'eq', v: 5 }, ['object', 'people']],
  ['P12 looks into objects in lists', { f: 'v.inner', is: 'eq', v: 'x' }, ['people']],
  ['P12 finds nothing at paths that lead nowhere', { f: 'v.inner.deeper', is: 'exists', v: true }, []],
  ['P12 takes inherited names for missing fields', { f: 'constructor', is: 'exists', v: true }, []],
  [
    'P12 joins conditions by and',
    {
      and: [
        { f: 'v', is: 'gte', v: 0 },
        { f: 'v', is: 'lt', v: 5 },
      ],
    },
    ['zero'],
  ],
  [
    'P12 may hold through two items of one list',
    {
      and: [
        { f: 'v', is: 'eq', v: 5 },
        { f: 'v', is: 'eq', v: 'Straße' },
      ],
    },
    ['list'],
  ],
  [
    'P12 joins conditions by or',
    {
      or: [
        { f: 'v', is: 'eq', v: 0 },
        { f: 'v', is: 'eq', v: true },
      ],
    },
    ['zero', 'yes'],
  ],
  ['P12 turns a condition round', { not: { f: 'v', is: 'exists', v: true } }, ['null', 'missing']],
  ['P12 finds everything by an empty and', { and: [] }, every],
  ['P12 finds nothing by an empty or', { or: [] }, []],
];

const byTable: readonly Case[] = table.map(([title, where, found]) =>
  promise(title, async (stand) => {
    for (const indexes of [[], [['v']]]) {
      const adapter = await stand.open({ collections: { items: { indexes } }, tenant: `with-${indexes.length}` });
      await adapter.write({ ops: Object.entries(rows).map(([id, data]) => put(id, data)) });
      same(
        [...(await idsOf(adapter, { where }))].sort(),
        [...found].sort(),
        indexes.length > 0 ? 'with an index' : 'without an index',
      );
      same(await adapter.count('items', where), found.length, 'the count');
    }
  }),
);

/** Made-up rows, changed and deleted in between, so that indexes have a history. */
async function fill(adapter: StorageAdapter, seed: number, size: number): Promise<readonly Row[]> {
  const random = createRandom(seed);
  const ids = Array.from({ length: size }, (_, index) => numbered(index));
  await adapter.write({ ops: ids.map((id) => put(id, madeUpData(random))) });
  await adapter.write({ ops: ids.filter(() => random.chance(0.4)).map((id) => put(id, madeUpData(random))) });
  await adapter.write({
    ops: ids.filter(() => random.chance(0.1)).map((id) => ({ op: 'delete', c: 'items', id, expect: 'any' })),
  });
  return (await adapter.get('items', ids)).filter((row): row is Row => row !== null);
}

async function compareWithReference(stand: Stand, seed: number, questions: number): Promise<void> {
  const adapter = await stand.open({ collections: { items: madeUpShape } });
  const all = await fill(adapter, seed, 120);
  const random = createRandom(seed + 1);
  for (let question = 0; question < questions; question++) {
    const where = madeUpFilter(random);
    const expected = referenceRows(all, { where }).map(({ id }) => id);
    const what = `seed ${seed}, question ${question}: ${JSON.stringify(where)}`;
    same(await idsOf(adapter, { where }, 200), expected, what);
    same(await adapter.count('items', where), expected.length, `${what}, the count`);
  }
}

/** Which rows a filter finds. */
export const filters: Chapter = {
  title: '6 Filters',
  cases: [
    ...byTable,
    promise('P12 tells composed and decomposed letters apart', async (stand) => {
      const adapter = await stand.open({ collections: { items: { indexes: [['v']] } } });
      await adapter.write({ ops: [put('composed', { v: 'é' }), put('decomposed', { v: 'e\u0301' })] });
      same(await idsOf(adapter, { where: { f: 'v', is: 'eq', v: 'é' } }), ['composed'], 'composed');
      same(await idsOf(adapter, { where: { f: 'v', is: 'eq', v: 'e\u0301' } }), ['decomposed'], 'decomposed');
    }),
    promise('P12 finds rows of one collection only', async (stand) => {
      const adapter = await stand.open();
      await adapter.write({ ops: [put('a', { v: 1 })] });
      await adapter.write({ ops: [put('b', { v: 1 }, 'others')] });
      same(await idsOf(adapter, { where: { f: 'v', is: 'eq', v: 1 } }), ['a'], 'items');
      same((await readAll(adapter, { c: 'nothing' })).length, 0, 'a collection nobody wrote to');
    }),
    promise('P12 forgets old values of a changed row', async (stand) => {
      const adapter = await stand.open({ collections: { items: { indexes: [['v'], ['list', 'v']] } } });
      await adapter.write({ ops: [put('a', { v: 1, list: ['x', 'y'] })] });
      await adapter.write({ ops: [put('a', { v: 2, list: ['y', 'z'] })] });
      same(await adapter.count('items', { f: 'v', is: 'eq', v: 1 }), 0, 'the old value');
      same(
        await adapter.count('items', {
          and: [
            { f: 'list', is: 'eq', v: 'x' },
            { f: 'v', is: 'gte', v: 0 },
          ],
        }),
        0,
        'the old item',
      );
      same(await adapter.count('items', { f: 'list', is: 'eq', v: 'z' }), 1, 'the new item');
    }),
    promise('P12 finds by 500 values at once', async (stand) => {
      const adapter = await stand.open({ collections: { items: { indexes: [['v']] } } });
      await writeAll(
        adapter,
        range(1000, (index) => put(numbered(index), { v: index })),
      );
      const v = Array.from({ length: 500 }, (_, index): Json => index * 3);
      same(await adapter.count('items', { f: 'v', is: 'in', v }), 334, 'rows');
    }),
    promise('P12 refuses what is no filter', async (stand) => {
      const adapter = await stand.open();
      const wrong: readonly unknown[] = [
        { f: 'v', is: 'like', v: 'x' },
        { f: 'v', is: 'in', v: 5 },
        { f: 'v', is: 'prefix', v: 5 },
        { f: 'v', is: 'exists', v: 1 },
        { and: 5 },
        {},
        'v = 1',
        { f: '', is: 'eq', v: 1 },
      ];
      for (const where of wrong as readonly Filter[]) {
        await refuses('invalid', () => adapter.query({ c: 'items', where, limit: 1 }), JSON.stringify(where));
        await refuses('invalid', () => adapter.count('items', where), `counting ${JSON.stringify(where)}`);
      }
    }),
    promise('P12 agrees with its own examples', async () => {
      // The reference is only worth something if it reads the table as people do.
      for (const [title, where, found] of table) {
        const matching = every.filter((id) => referenceMatches(where, rows[id] as RowData));
        same([...matching].sort(), [...found].sort(), title);
      }
    }),
    promise('P12 answers 1,000 made-up questions as the reference does (fixed seed)', (stand) =>
      compareWithReference(stand, 20_261_122, 1000),
    ),
    promise('P12 answers 1,000 made-up questions as the reference does (fresh seed)', (stand) =>
      compareWithReference(stand, stand.seed, 1000),
    ),
  ],
};
