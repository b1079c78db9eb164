import type { Json, RowData, StorageAdapter } from '../adapter.js';
import { holds, refuses, same } from './assert.js';
import { type Case, type Chapter, promise } from './chapter.js';
import { documents, naughtyStrings } from './corpus.js';
import { limitWithin, rowsOf, survivesClosing } from './needs.js';
import { createRandom, type Random } from './random.js';
import { contentOf, follow, idsOf, numbered, put, range, read, readAll, write, writeAll } from './rows.js';

/** Builds `{ "<key>": value }` with the key as a field of its own, even when it is `__proto__`. */
const withKey = (key: string, value: Json): RowData =>
  JSON.parse(`{${JSON.stringify(key)}:${JSON.stringify(value)}}`) as RowData;

const values: readonly (readonly [name: string, value: Json])[] = [
  ['null', null],
  ['true and false', [true, false]],
  ['the largest safe integers', [Number.MAX_SAFE_INTEGER, Number.MIN_SAFE_INTEGER]],
  ['fractions to the last bit', [0.1, 1 / 3, Math.PI, 5e-324, Number.MAX_VALUE, Number.EPSILON]],
  ['empty things', ['', [], {}]],
  ['a string that looks like JSON', '{"a":[1,2'],
  ['control characters', '\u0000\u0001\t\n\r\u001f\u007f\u0085\u2028\u2029'],
  ['quotes and backslashes', '"\'\\`${}%s\\u0041'],
  ['accents, composed and not', ['é', 'e\u0301']],
  ['Chinese, Arabic, Hindi and Thai', ['王小明', 'مرحبا', 'नमस्ते', 'สวัสดี']],
  ['emoji of several code points', '👩‍👩‍👧‍👦🏳️‍🌈👍🏽'],
  ['characters beyond the first plane', '𝒳𐐷\u{10ffff}'],
  ['a byte order mark', '\ufeffname'],
  ['characters that are none', '\ufffe\uffff\ufdd0'],
  ['text of both directions', '\u202eabc\u202c\u200f'],
  ['zero-width characters', 'a\u200bb\u200cc\u200dd\u2060e'],
  ['an array of arrays', [[[[1], [2, [3]]]], []]],
  ['an object in an array in an object', { a: [{ b: [{ c: null }] }] }],
  ['strings that look like dates and numbers', ['2026-11-22', '1e3', 'NaN', 'null', '0x10']],
];

const keys = [
  '__proto__',
  'constructor',
  'prototype',
  'toString',
  'hasOwnProperty',
  'toJSON',
  'then',
  'length',
  '',
  '0',
  'a.b',
  '$ref',
  'id',
  'rev',
  'ключ',
  '🔑',
  '\u0000',
];

const refused: readonly (readonly [name: string, value: unknown])[] = [
  ['NaN', Number.NaN],
  ['an infinite number', Number.POSITIVE_INFINITY],
  ['a Date', new Date(0)],
  ['a Map', new Map()],
  ['a function', () => 1],
  ['a symbol', Symbol('s')],
  ['a bigint', 1n],
  ['a regular expression', /a/],
  [
    'an instance of a class',
    new (class Point {
      x = 1;
    })(),
  ],
  ['a typed array', new Uint8Array(2)],
  ['undefined in an array', [1, undefined]],
];

const roundTrips: readonly Case[] = values.map(([name, value]) =>
  promise(`P7 gives back ${name}`, async (stand) => {
    const adapter = await stand.open();
    await write(adapter, { a: { value } });
    same(await contentOf(adapter, 'a'), { value }, 'the row');
  }),
);

const refusals: readonly Case[] = refused.map(([name, value]) =>
  promise(`P7 refuses ${name} and names where it stands`, async (stand) => {
    const adapter = await stand.open();
    const data = { outer: { inner: value } } as unknown as RowData;
    const fault = await refuses('invalid', () => adapter.write({ ops: [put('good', {}), put('a', data)] }), name);
    holds(fault.detail.includes('outer.inner'), `the fault names outer.inner: ${fault.detail}`);
    same(await adapter.count('items'), 0, 'nothing was written');
  }),
);

/** Writes each value into a row of its own, and reads all of them in several ways. */
async function giveBack(adapter: StorageAdapter, given: readonly Json[]): Promise<void> {
  await writeAll(
    adapter,
    given.map((value, index) => put(numbered(index), { value })),
  );
  const rows = await adapter.get(
    'items',
    given.map((_, index) => numbered(index)),
  );
  for (const [index, value] of given.entries()) same(rows[index]?.data, { value }, `value ${index}, by get`);
  const pages = await readAll(adapter, {}, 100);
  for (const [index, value] of given.entries()) same(pages[index]?.data, { value }, `value ${index}, in a page`);
  for (const { id, row } of await follow(adapter, '', 100))
    same(row?.data, rows[Number(id.slice(-5))]?.data, `${id}, in the feed`);
}

function madeUpDocument(random: Random, depth: number): Json {
  const kind = random.below(depth > 4 ? 2 : 5);
  if (kind === 0) return random.pick(naughtyStrings.slice(0, 200));
  if (kind === 1)
    return random.pick<Json>([null, true, false, 0, random.below(1e9), random.below(1e9) / 7, -random.below(1e9)]);
  if (kind === 2) return range(random.below(6), () => madeUpDocument(random, depth + 1));
  const entries = range(
    random.below(6),
    () => [random.pick(naughtyStrings.slice(0, 200)), madeUpDocument(random, depth + 1)] as const,
  );
  return JSON.parse(
    `{${[...new Map(entries)].map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`,
  ) as Json;
}

/** What goes in comes out. */
export const fidelity: Chapter = {
  title: '2 Fidelity',
  cases: [
    ...roundTrips,
    ...refusals,
    promise('P7 takes field names that mean something to JavaScript as data', async (stand) => {
      const adapter = await stand.open();
      for (const key of keys) {
        const data = withKey(key, { nested: withKey(key, 1) });
        await write(adapter, { a: data });
        same(await contentOf(adapter, 'a'), data, `the field ${JSON.stringify(key)}`);
      }
      same(({} as Record<string, unknown>).nested, undefined, 'Object.prototype is untouched');
    }),
    promise(
      `P7 gives back ${naughtyStrings.length} naughty strings`,
      async (stand) => {
        const adapter = await stand.open();
        await giveBack(adapter, naughtyStrings);
      },
      rowsOf(300_000),
    ),
    promise(`P7 gives back ${documents.length} documents of every shape`, async (stand) => {
      const adapter = await stand.open();
      await giveBack(adapter, documents);
    }),
    promise('P7 gives back every character of the basic plane', async (stand) => {
      const adapter = await stand.open();
      const blocks = range(256, (high) => String.fromCharCode(...range(256, (low) => high * 256 + low)));
      await giveBack(
        adapter,
        blocks.filter((_, high) => high < 0xd8 || high > 0xdf),
      );
    }),
    promise('P7 gives back characters of every other plane', async (stand) => {
      const adapter = await stand.open();
      await giveBack(
        adapter,
        range(16, (plane) => range(128, (index) => String.fromCodePoint((plane + 1) * 0x10000 + index * 509)).join('')),
      );
    }),
    promise('P12 finds each of the naughty strings by itself', async (stand) => {
      const adapter = await stand.open({ collections: { items: { indexes: [['value']] } } });
      const short = naughtyStrings.filter(({ length }) => length < 300);
      await writeAll(
        adapter,
        short.map((value, index) => put(numbered(index), { value })),
      );
      for (const [index, v] of short.entries())
        same(await idsOf(adapter, { where: { f: 'value', is: 'eq', v } }), [numbered(index)], JSON.stringify(v));
    }),
    promise('P7 gives back names of fields from the naughty strings', async (stand) => {
      const adapter = await stand.open();
      const short = naughtyStrings.filter(({ length }) => length < 300);
      const data = JSON.parse(`{${short.map((key, index) => `${JSON.stringify(key)}:${index}`).join(',')}}`) as RowData;
      await write(adapter, { a: data });
      same(await contentOf(adapter, 'a'), data, 'the row');
    }),
    promise('P7 gives back 60 made-up documents (fresh seed)', async (stand) => {
      const adapter = await stand.open();
      const random = createRandom(stand.seed);
      await giveBack(
        adapter,
        range(60, () => madeUpDocument(random, 0)),
      );
    }),
    promise('P7 answers 0 for -0', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { value: -0, list: [-0] } });
      same(await contentOf(adapter, 'a'), { value: 0, list: [0] }, 'the row');
    }),
    promise('P7 leaves fields out that are undefined', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, {
        a: { kept: 1, gone: undefined as unknown as Json, inner: { gone: undefined as unknown as Json } },
      });
      const row = (await contentOf(adapter, 'a')) as RowData;
      same(row, { kept: 1, inner: {} }, 'the row');
      same(Object.keys(row), ['kept', 'inner'], 'its fields');
    }),
    promise('P7 keeps a lone surrogate or refuses it, and never replaces it', async (stand) => {
      const adapter = await stand.open();
      for (const value of ['\ud800', 'a\udc00b', '\udc00\ud800']) {
        const refusal = await adapter.write({ ops: [put('a', { value })] }).then(
          () => undefined,
          (error: { readonly fault?: { readonly kind: string } }) => error.fault?.kind,
        );
        if (refusal === undefined) same(await contentOf(adapter, 'a'), { value }, 'the row');
        else same(refusal, 'invalid', 'the fault');
      }
    }),
    promise('P7 refuses content that contains itself', async (stand) => {
      const adapter = await stand.open();
      const loop: Record<string, unknown> = {};
      loop.self = { loop };
      await refuses('invalid', () => adapter.write({ ops: [put('a', loop as RowData)] }), 'a cycle');
    }),
    promise('P7 takes the same object in two places', async (stand) => {
      const adapter = await stand.open();
      const address = { city: 'Graz' };
      await write(adapter, { a: { home: address, work: address } });
      same(await contentOf(adapter, 'a'), { home: { city: 'Graz' }, work: { city: 'Graz' } }, 'the row');
    }),
    promise('P7 takes objects without a prototype', async (stand) => {
      const adapter = await stand.open();
      const bare = Object.assign(Object.create(null) as Record<string, Json>, { value: 1 });
      await write(adapter, { a: { bare } });
      same(await contentOf(adapter, 'a'), { bare: { value: 1 } }, 'the row');
    }),
    promise('P7 gives back 200 levels of nesting', async (stand) => {
      const adapter = await stand.open();
      let value: Json = 'core';
      for (let level = 0; level < 200; level++) value = level % 2 === 0 ? [value] : { value };
      await write(adapter, { a: { value } });
      same(await contentOf(adapter, 'a'), { value }, 'the row');
    }),
    promise(
      'P7 gives back a string of 100,000 characters',
      async (stand) => {
        const adapter = await stand.open();
        const value = 'Straße 王 😀 '.repeat(10_000);
        await write(adapter, { a: { value } });
        same(await contentOf(adapter, 'a'), { value }, 'the row');
      },
      rowsOf(300_000),
    ),
    promise(
      'P7 refuses a row that is larger than it says it takes',
      async (stand) => {
        const adapter = await stand.open();
        const { rowBytes } = stand.capabilities.limits;
        await refuses(
          'too-large',
          () => adapter.write({ ops: [put('a', { value: 'x'.repeat(rowBytes + 1) })] }),
          'a large row',
        );
      },
      limitWithin('rowBytes', 64 * 1024 * 1024),
    ),
    promise('P7 keeps what was written, whatever the writer does to it later', async (stand) => {
      const adapter = await stand.open();
      const data = { list: [1, 2], inner: { name: 'Ana' } };
      const writing = adapter.write({ ops: [put('a', data)] });
      await writing;
      data.list.push(3);
      data.inner.name = 'changed';
      same(await contentOf(adapter, 'a'), { list: [1, 2], inner: { name: 'Ana' } }, 'the row');
    }),
    promise('P7 answers rows that nobody can change for others', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { list: [1], inner: { name: 'Ana' } } });
      const row = await read(adapter, 'a');
      try {
        const data = row?.data as unknown as { list: number[]; inner: { name: string } } | undefined;
        data?.list.push(2);
        if (data) data.inner.name = 'changed';
      } catch {
        // Frozen rows refuse right here; copies are as good.
      }
      same(await contentOf(adapter, 'a'), { list: [1], inner: { name: 'Ana' } }, 'the row');
    }),
    promise('P7 refuses ids and collections without a name', async (stand) => {
      const adapter = await stand.open();
      await refuses('invalid', () => adapter.write({ ops: [put('', {})] }), 'an empty id');
      await refuses('invalid', () => adapter.write({ ops: [put('a', {}, '')] }), 'an empty collection');
    }),
    promise('P7 keeps ids and collections whose names mean something to JavaScript', async (stand) => {
      const adapter = await stand.open();
      for (const name of ['__proto__', 'constructor', 'toString']) {
        await write(adapter, { [`x-${name}`]: { name } }, name);
        await adapter.write({ ops: [put(name, { name })] });
        same(await contentOf(adapter, name), { name }, `the id ${name}`);
        same(await contentOf(adapter, `x-${name}`, name), { name }, `the collection ${name}`);
      }
    }),
    promise('P7 gives back ids with quotes and backslashes', async (stand) => {
      const adapter = await stand.open();
      for (const id of ['a"b', 'a\\b', '\\"', '{}[],:', "it's", '%00', '..', '/']) {
        await adapter.write({ ops: [put(id, { id })] });
        same(await contentOf(adapter, id), { id }, `the id ${id}`);
      }
    }),
    promise(
      'P7 gives all of it back after it was reopened',
      async (stand) => {
        const first = await stand.open();
        const rows: Record<string, RowData> = {};
        values.forEach(([, value], index) => {
          rows[`v${index}`] = { value };
        });
        keys.forEach((key, index) => {
          rows[`k${index}`] = withKey(key, 1);
        });
        rows['q"\\'] = { quoted: true };
        await write(first, rows);
        await first.close();
        const second = await stand.open();
        for (const row of await readAll(second, {}, 100)) same(row.data, rows[row.id], row.id);
        same(await second.count('items'), Object.keys(rows).length, 'rows');
      },
      survivesClosing,
    ),
  ],
};
