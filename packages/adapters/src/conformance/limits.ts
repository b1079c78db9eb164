import type { Filter } from '../filter.js';
import { holds, refuses, same } from './assert.js';
import { type Chapter, promise, type Stand } from './chapter.js';
import { limitWithin } from './needs.js';
import { contentOf, follow, idsOf, nextTask, numbered, put, range, read, readAll, write, writeAll } from './rows.js';

/** How long a page of fifty among 10,000 rows may take, in milliseconds: a floor for slow machines, not a benchmark. */
const PAGE_TIME = 1000;

const indexed = { collections: { items: { indexes: [['group', 'rank']] } } };

async function openWith10000(stand: Stand) {
  const adapter = await stand.open(indexed);
  await writeAll(
    adapter,
    range(10_000, (index) => put(numbered(index), { group: index % 10, rank: (index * 7919) % 10_000 })),
  );
  return adapter;
}

/** The middle of several times, in milliseconds. */
async function medianTime(work: () => Promise<unknown>): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round < 5; round++) {
    const began = performance.now();
    await work();
    times.push(performance.now() - began);
  }
  return times.sort((a, b) => a - b)[2] ?? 0;
}

/** What fits, and what is not too slow. */
export const limits: Chapter = {
  title: '16 Limits and floors',
  cases: [
    promise('P4 answers pages of 10,000 rows in time, the first and one in the middle', async (stand) => {
      const adapter = await openWith10000(stand);
      const query = { c: 'items', where: { f: 'group', is: 'eq', v: 3 }, order: [['rank', 'asc']], limit: 50 } as const;
      const first = await adapter.query(query);
      const after = first.next ?? '';
      const times = [
        await medianTime(() => adapter.query(query)),
        await medianTime(() => adapter.query({ ...query, after })),
      ];
      holds(
        Math.max(...times) < PAGE_TIME,
        `a page takes less than ${PAGE_TIME} ms: ${times.map(Math.round).join(', ')}`,
      );
    }),
    promise('P12 counts among 10,000 rows in time', async (stand) => {
      const adapter = await openWith10000(stand);
      same(await adapter.count('items', { f: 'group', is: 'eq', v: 3 }), 1000, 'rows');
      const time = await medianTime(() => adapter.count('items', { f: 'rank', is: 'lt', v: 5000 }));
      holds(time < PAGE_TIME, `counting takes less than ${PAGE_TIME} ms: ${Math.round(time)}`);
    }),
    promise('P4 visits 10,000 rows once, page by page', async (stand) => {
      const adapter = await openWith10000(stand);
      const ids = await idsOf(adapter, { order: [['rank', 'desc']] }, 997);
      same([ids.length, new Set(ids).size], [10_000, 10_000], 'rows');
    }),
    promise('P5 tells 10,000 rows, page by page', async (stand) => {
      const adapter = await openWith10000(stand);
      same(new Set((await follow(adapter, '', 500)).map(({ id }) => id)).size, 10_000, 'rows');
    }),
    promise('P2 answers 5,000 ids at once', async (stand) => {
      const adapter = await openWith10000(stand);
      const rows = await adapter.get(
        'items',
        range(5000, (index) => numbered(index * 3)),
      );
      same(rows.filter((row) => row !== null).length, 3334, 'rows that are there');
      same(rows[1]?.id, numbered(3), 'the second row');
    }),
    promise('P4 answers pages as large as it says, and refuses larger ones', async (stand) => {
      const adapter = await stand.open();
      const { pageRows } = stand.capabilities.limits;
      const size = Math.min(pageRows, 2000) + 1;
      await writeAll(
        adapter,
        range(size, (index) => put(numbered(index), {})),
      );
      const page = await adapter.query({ c: 'items', limit: pageRows });
      same(page.rows.length, Math.min(pageRows, size), 'rows of the page');
      same(page.next === null, pageRows >= size, 'whether it is the last');
      await refuses('invalid', () => adapter.query({ c: 'items', limit: pageRows + 1 }), 'one more');
    }),
    promise(
      'P7 takes rows nearly as large as it says, and refuses larger ones',
      async (stand) => {
        const adapter = await stand.open();
        const { rowBytes } = stand.capabilities.limits;
        const text = 'x'.repeat(rowBytes - 200);
        await write(adapter, { a: { text } });
        same(await contentOf(adapter, 'a'), { text }, 'the row');
        await refuses('too-large', () => write(adapter, { b: { text: `${text}${'x'.repeat(300)}` } }), 'a larger one');
        same(await read(adapter, 'b'), null, 'it is not there');
      },
      limitWithin('rowBytes', 16 * 1024 * 1024),
    ),
    promise(
      'P7 measures rows in bytes, not in characters',
      async (stand) => {
        const adapter = await stand.open();
        const { rowBytes } = stand.capabilities.limits;
        const text = '王'.repeat(Math.ceil(rowBytes / 2));
        await refuses('too-large', () => write(adapter, { a: { text } }), 'three bytes for each character');
      },
      limitWithin('rowBytes', 16 * 1024 * 1024),
    ),
    promise('P7 takes ids of 255 characters, and refuses longer ones and others', async (stand) => {
      const adapter = await stand.open();
      const long = 'i'.repeat(255);
      await write(adapter, { [long]: { long: true } });
      same(await contentOf(adapter, long), { long: true }, 'the row');
      for (const id of [`${long}i`, 'a b', 'é', '王', 'tab\t', '\u0000', 'line\n'])
        await refuses('invalid', () => adapter.write({ ops: [put(id, {})] }), JSON.stringify(id));
    }),
    promise('P7 takes 200 collections, whatever their names', async (stand) => {
      const adapter = await stand.open();
      const names = [...range(194, (index) => `c${index}`), 'Ä', '王', '😀', 'a/b', 'a.b', 'select'];
      for (const c of names) await adapter.write({ ops: [put('a', { c }, c)] });
      for (const c of names) {
        same(await contentOf(adapter, 'a', c), { c }, c);
        same(await adapter.count(c), 1, `the count of ${c}`);
      }
    }),
    promise(
      'P7 takes rows of 2,000 fields',
      async (stand) => {
        const adapter = await stand.open();
        const data = Object.fromEntries(range(2000, (index) => [`field${index}`, index]));
        await write(adapter, { a: data });
        same(await contentOf(adapter, 'a'), data, 'the row');
        same(await adapter.count('items', { f: 'field1999', is: 'eq', v: 1999 }), 1, 'found by the last');
      },
      ({ limits: { rowBytes } }) => (rowBytes >= 64 * 1024 ? undefined : `its rows have at most ${rowBytes} bytes`),
    ),
    promise('P3 takes keys and origins of 1,000 characters', async (stand) => {
      const adapter = await stand.open();
      const [key, origin] = ['k'.repeat(1000), 'o'.repeat(1000)];
      const first = await adapter.write({ ops: [put('a', {})], key, origin });
      same(await adapter.write({ ops: [], key }), { ...first, replayed: true }, 'the commit');
      same((await adapter.write({ ops: [put('b', {})], key: `${key}k` })).replayed, false, 'another key');
      same((await adapter.changes('', 1)).changes[0]?.origin, origin, 'the origin');
    }),
    promise('P12 takes filters of fifty levels, and of a thousand conditions', async (stand) => {
      const adapter = await stand.open();
      await write(adapter, { a: { v: 1 }, b: { v: 2 } });
      let deep: Filter = { f: 'v', is: 'eq', v: 1 };
      for (let level = 0; level < 50; level++) deep = { not: { and: [deep] } };
      same(await idsOf(adapter, { where: deep }), ['a'], 'deep');
      const wide: Filter = { or: range(1000, (v) => ({ f: 'v', is: 'eq', v })) };
      same(await idsOf(adapter, { where: wide }), ['a', 'b'], 'wide');
    }),
    promise('P6 takes a thousand watchers', async (stand) => {
      const adapter = await stand.open();
      let hints = 0;
      const stops = range(1000, () => adapter.watch(() => hints++));
      await write(adapter, { a: {} });
      for (const stop of stops) stop();
      await nextTask();
      const heard = hints;
      await write(adapter, { a: {} });
      await nextTask();
      same(hints, heard, 'hints after all have stopped');
    }),
    promise('P1 takes 300 batches at once', async (stand) => {
      const adapter = await stand.open();
      await Promise.all(range(300, (index) => adapter.write({ ops: [put(numbered(index), { index })] })));
      same((await readAll(adapter, {}, 1000)).length, 300, 'rows');
    }),
  ],
};
