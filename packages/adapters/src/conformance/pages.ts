import type { Query, Row, StorageAdapter } from '../adapter.js';
import { holds, refuses, same } from './assert.js';
import { type Chapter, promise, type Stand } from './chapter.js';
import { madeUpData, madeUpFilter, madeUpOrder, madeUpShape } from './made-up.js';
import { createRandom } from './random.js';
import { referenceRows } from './reference.js';
import { idsOf, numbered, put, readAll, write } from './rows.js';

const indexed = { collections: { items: { indexes: [['group', 'rank'], ['rank']] } } };

async function fill(adapter: StorageAdapter, size: number): Promise<readonly string[]> {
  const ids = Array.from({ length: size }, (_, index) => numbered(index));
  await adapter.write({
    ops: ids.map((id, index) => put(id, { group: `g${index % 3}`, rank: (index * 37) % 50, index })),
  });
  return ids;
}

/** Follows the pages of a question while somebody writes between them. */
async function followWhileWriting(stand: Stand, order: NonNullable<Query['order']>): Promise<void> {
  const adapter = await stand.open(indexed);
  const ids = await fill(adapter, 300);
  const untouched = new Set(ids.filter((_, index) => index % 3 !== 0));
  const random = createRandom(7);
  const seen: string[] = [];
  let after: string | undefined;
  do {
    const page: { rows: readonly Row[]; next: string | null } = await adapter.query({
      c: 'items',
      order,
      limit: 11,
      ...(after !== undefined && { after }),
    });
    seen.push(...page.rows.map(({ id }) => id));
    after = page.next ?? undefined;
    const touched = ids.filter((_, index) => index % 3 === 0 && random.chance(0.2));
    await adapter.write({
      ops: [
        ...touched.map((id) =>
          random.chance(0.3)
            ? ({ op: 'delete', c: 'items', id, expect: 'any' } as const)
            : put(id, { group: 'g9', rank: random.below(60), moved: true }),
        ),
        put(numbered(seen.length, 'new'), { group: 'g1', rank: random.below(60) }),
      ],
    });
  } while (after !== undefined);
  holds(
    new Set(seen).size === seen.length || seen.filter((id) => untouched.has(id)).length === untouched.size,
    'rows that moved may come twice, others not',
  );
  same(seen.filter((id) => untouched.has(id)).length, untouched.size, 'every untouched row once');
  same(new Set(seen.filter((id) => untouched.has(id))).size, untouched.size, 'and no untouched row twice');
}

async function compareOrders(stand: Stand, seed: number, questions: number): Promise<void> {
  const adapter = await stand.open({ collections: { items: madeUpShape } });
  const random = createRandom(seed);
  const ids = Array.from({ length: 90 }, (_, index) => numbered(index));
  await adapter.write({ ops: ids.map((id) => put(id, madeUpData(random))) });
  await adapter.write({ ops: ids.filter(() => random.chance(0.5)).map((id) => put(id, madeUpData(random))) });
  const all = (await adapter.get('items', ids)) as readonly Row[];
  for (let question = 0; question < questions; question++) {
    const query = { order: madeUpOrder(random), ...(random.chance(0.6) && { where: madeUpFilter(random, 1) }) };
    const expected = referenceRows(all, query).map(({ id }) => id);
    same(
      await idsOf(adapter, query, random.chance(0.1) ? 1 + random.below(6) : 20 + random.below(60)),
      expected,
      `seed ${seed}, question ${question}: ${JSON.stringify(query)}`,
    );
  }
}

/** Order and pages. */
export const pages: Chapter = {
  title: '7 Order and pages',
  cases: [
    promise('P4 orders by id when nothing else is asked', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { c: {}, a: {}, B: {}, '10': {}, '9': {} });
      same(await idsOf(adapter, {}, 2), ['10', '9', 'B', 'a', 'c'], 'ids');
    }),
    promise('P4 orders null, booleans, numbers, strings and structures, in that order', async (stand) => {
      const adapter = await stand.open({ collections: { items: { indexes: [['v']] } } });
      await write(adapter, {
        a: { v: {} },
        b: { v: 'x' },
        c: { v: 2 },
        d: { v: true },
        e: { v: false },
        f: { v: null },
        g: {},
        h: { v: -1 },
        i: { v: '' },
      });
      same(
        await idsOf(adapter, { order: [['v', 'asc']] }, 3),
        ['f', 'g', 'e', 'd', 'h', 'c', 'i', 'b', 'a'],
        'upwards',
      );
      same(
        await idsOf(adapter, { order: [['v', 'desc']] }, 3),
        ['a', 'b', 'i', 'c', 'h', 'd', 'e', 'g', 'f'],
        'downwards',
      );
    }),
    promise('P4 orders strings by code points, not by code units', async (stand) => {
      for (const indexes of [[], [['v']]]) {
        const adapter = await stand.open({ collections: { items: { indexes } }, tenant: `with-${indexes.length}` });
        const values = ['A', 'Z', 'a', 'z', 'é', '\ud7ff', '\ue000', '\uff5e', '\u{10000}', '😀', '\u{10ffff}'];
        await adapter.write({ ops: values.map((v, index) => put(numbered((index * 7) % 11), { v })) });
        same(
          (await readAll(adapter, { order: [['v', 'asc']] })).map(({ data }) => data.v),
          values,
          'the order',
        );
      }
    }),
    promise('P4 orders decomposed letters as composed ones', async (stand) => {
      const adapter = await stand.open({ collections: { items: { indexes: [['v']] } } });
      await write(adapter, {
        a: { v: 'z' },
        b: { v: 'e\u0301' },
        c: { v: 'é' },
        d: { v: 'e' },
        e: { v: 'f' },
        f: { v: 'ê' },
      });
      same(await idsOf(adapter, { order: [['v', 'asc']] }, 2), ['d', 'e', 'a', 'b', 'c', 'f'], 'the order');
    }),
    promise('P4 breaks ties by id, in the direction of the last key', async (stand) => {
      const adapter = await stand.open(indexed);
      await write(adapter, { c: { rank: 1 }, a: { rank: 1 }, b: { rank: 1 }, d: { rank: 0 } });
      same(await idsOf(adapter, { order: [['rank', 'asc']] }, 2), ['d', 'a', 'b', 'c'], 'upwards');
      same(await idsOf(adapter, { order: [['rank', 'desc']] }, 2), ['c', 'b', 'a', 'd'], 'downwards');
    }),
    promise('P4 orders by several keys in directions of their own', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, {
        a: { x: 1, y: 1 },
        b: { x: 1, y: 2 },
        c: { x: 2, y: 1 },
        d: { x: 2, y: 2 },
        e: { x: 2, y: 2 },
      });
      same(
        await idsOf(
          adapter,
          {
            order: [
              ['x', 'desc'],
              ['y', 'asc'],
            ],
          },
          2,
        ),
        ['c', 'd', 'e', 'a', 'b'],
        'x down, y up',
      );
    }),
    promise('P4 orders a list by its first item', async (stand) => {
      const adapter = await stand.open({ collections: { items: { indexes: [['v']] } } });
      await write(adapter, { a: { v: [3, 1] }, b: { v: 2 }, c: { v: [] }, d: { v: [1, 9] } });
      same(await idsOf(adapter, { order: [['v', 'asc']] }, 2), ['c', 'd', 'b', 'a'], 'the order');
    }),
    promise('P4 gives the same rows whatever the size of the page', async (stand) => {
      const adapter = await stand.open(indexed);
      await fill(adapter, 100);
      const all = await idsOf(adapter, { order: [['rank', 'asc']] }, 1000);
      for (const limit of [1, 2, 33, 99, 100, 101])
        same(await idsOf(adapter, { order: [['rank', 'asc']] }, limit), all, `pages of ${limit}`);
    }),
    promise('P4 ends where there is no more', async (stand) => {
      const adapter = await stand.open();
      await fill(adapter, 10);
      same((await adapter.query({ c: 'items', limit: 10 })).next, null, 'a page that takes all');
      holds((await adapter.query({ c: 'items', limit: 9 })).next !== null, 'a page that leaves one');
    }),
    promise('P4 pages within one group of an index', async (stand) => {
      const adapter = await stand.open(indexed);
      await fill(adapter, 90);
      const where = { f: 'group', is: 'eq', v: 'g1' } as const;
      for (const direction of ['asc', 'desc'] as const) {
        const rows = await readAll(adapter, { where, order: [['rank', direction]] }, 4);
        same(rows.length, 30, 'rows');
        const ranks = rows.map(({ data }) => Number(data.rank) * (direction === 'asc' ? 1 : -1));
        same(
          ranks,
          [...ranks].sort((a, b) => a - b),
          'the order',
        );
      }
    }),
    promise('P4 pages within a range', async (stand) => {
      const adapter = await stand.open(indexed);
      await fill(adapter, 100);
      const where = {
        and: [
          { f: 'rank', is: 'gte', v: 10 },
          { f: 'rank', is: 'lt', v: 20 },
        ],
      } as const;
      const rows = await readAll(adapter, { where, order: [['rank', 'desc']] }, 3);
      same(rows.length, 20, 'rows');
      holds(
        rows.every(({ data }) => Number(data.rank) >= 10 && Number(data.rank) < 20),
        'all in the range',
      );
    }),
    promise('P4 visits every untouched row once while others are written (order of ids)', (stand) =>
      followWhileWriting(stand, []),
    ),
    promise('P4 visits every untouched row once while others are written (an indexed order)', (stand) =>
      followWhileWriting(stand, [['rank', 'asc']]),
    ),
    promise('P4 visits every untouched row once while others are written (downwards)', (stand) =>
      followWhileWriting(stand, [['rank', 'desc']]),
    ),
    promise('P4 visits every untouched row once while others are written (two keys)', (stand) =>
      followWhileWriting(stand, [
        ['group', 'asc'],
        ['rank', 'desc'],
      ]),
    ),
    promise('P4 shows one snapshot in a page, and names it', async (stand) => {
      const adapter = await stand.open();
      await fill(adapter, 20);
      const [page, commit] = await Promise.all([
        adapter.query({ c: 'items', limit: 20 }),
        adapter.write({ ops: Array.from({ length: 20 }, (_, index) => put(numbered(index), { later: true })) }),
      ]);
      same(new Set(page.rows.map(({ data }) => data.later === true)).size, 1, 'all rows are of one moment');
      const isLater = page.rows[0]?.data.later === true;
      same(page.at === commit.seq, isLater, 'the page names its moment');
    }),
    promise('P4 goes on behind a row that was deleted meanwhile', async (stand) => {
      const adapter = await stand.open();
      await fill(adapter, 10);
      const first = await adapter.query({ c: 'items', limit: 5 });
      await adapter.write({ ops: [{ op: 'delete', c: 'items', id: numbered(4), expect: 'present' }] });
      const second = await adapter.query({ c: 'items', limit: 5, after: first.next ?? '' });
      same(
        second.rows.map(({ id }) => id),
        [5, 6, 7, 8, 9].map((index) => numbered(index)),
        'the second page',
      );
    }),
    promise('P4 refuses a cursor it did not make', async (stand) => {
      const adapter = await stand.open();
      await fill(adapter, 10);
      for (const after of ['', 'x', 'bm9uc2Vuc2U=', '…', numbered(3)])
        await refuses('cursor-invalid', () => adapter.query({ c: 'items', limit: 5, after }), JSON.stringify(after));
    }),
    promise('P4 refuses a cursor that was changed', async (stand) => {
      const adapter = await stand.open(indexed);
      await fill(adapter, 10);
      const { next } = await adapter.query({ c: 'items', order: [['rank', 'asc']], limit: 5 });
      const cursor = next ?? '';
      for (let at = 0; at < cursor.length; at += 3) {
        const changed = `${cursor.slice(0, at)}${cursor[at] === 'A' ? 'B' : 'A'}${cursor.slice(at + 1)}`;
        await refuses(
          'cursor-invalid',
          () => adapter.query({ c: 'items', order: [['rank', 'asc']], limit: 5, after: changed }),
          `character ${at}`,
        );
      }
    }),
    promise('P4 refuses the cursor of another question', async (stand) => {
      const adapter = await stand.open(indexed);
      await fill(adapter, 10);
      const { next } = await adapter.query({ c: 'items', order: [['rank', 'asc']], limit: 5 });
      const after = next ?? '';
      await refuses(
        'cursor-invalid',
        () => adapter.query({ c: 'items', order: [['rank', 'desc']], limit: 5, after }),
        'another order',
      );
      await refuses(
        'cursor-invalid',
        () => adapter.query({ c: 'others', order: [['rank', 'asc']], limit: 5, after }),
        'another collection',
      );
    }),
    promise('P4 refuses pages of no size', async (stand) => {
      const adapter = await stand.open();
      for (const limit of [0, -1, 1.5, Number.NaN, stand.capabilities.limits.pageRows + 1])
        await refuses('invalid', () => adapter.query({ c: 'items', limit }), `limit ${limit}`);
    }),
    promise('P4 refuses directions it does not know', async (stand) => {
      const adapter = await stand.open();
      const order = [['rank', 'up']] as unknown as NonNullable<Query['order']>;
      await refuses('invalid', () => adapter.query({ c: 'items', order, limit: 1 }), 'up');
    }),
    promise('P4 answers 300 made-up orders as the reference does (fixed seed)', (stand) =>
      compareOrders(stand, 1122, 300),
    ),
    promise('P4 answers 300 made-up orders as the reference does (fresh seed)', (stand) =>
      compareOrders(stand, stand.seed, 300),
    ),
  ],
};
