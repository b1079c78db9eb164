import { holds, refuses, same } from './assert.js';
import { type Chapter, promise, type Stand } from './chapter.js';
import { severalHandles, survivesClosing } from './needs.js';
import { createRandom } from './random.js';
import { contentOf, follow, numbered, purge, put, range, read, readAll, stateOf, write, writeAll } from './rows.js';

const open = { tenant: 'tenant', schema: 1, collections: {}, migrations: [], onSuperseded() {} };

/** Sizes of batches around what storages like to cut at. */
const SIZES = [1, 1, 1, 2, 3, 7, 50, 64, 100, 250, 499, 500, 501, 999, 1000, 1001, 1300, 2048];

/** Writes batches of very different sizes with several handles in turn; after each opening, every row is as it was written last. */
async function mixSizes(stand: Stand, seed: number, handles: number): Promise<void> {
  const random = createRandom(seed);
  const written = new Map<string, number>();
  let n = 0;
  for (let round = 0; round < 3; round++) {
    const all = await Promise.all(range(handles, () => stand.open()));
    for (let batch = 0; batch < 30; batch++) {
      const first = random.below(3000);
      const size =
        batch < 4 ? random.pick([1000, 1001, 1300]) : random.chance(0.7) ? 1 + random.below(3) : random.pick(SIZES);
      const ids = range(size, (index) => numbered(first + index));
      n++;
      await writeAll(
        random.pick(all),
        ids.map((id) => put(id, { n })),
      );
      for (const id of ids) written.set(id, n);
      if (random.chance(0.1)) {
        const [erased = ''] = random.pick([...written]);
        await random.pick(all).write({ ops: [purge(erased)] });
        written.delete(erased);
      }
    }
    for (const adapter of all) await adapter.close();
    const reopened = await stand.open();
    const rows = await readAll(reopened, {}, 5000);
    same(rows.length, written.size, `seed ${seed}, round ${round}: rows`);
    for (const { id, data } of rows) same(data.n, written.get(id), `seed ${seed}, round ${round}: ${id}`);
    await reopened.close();
  }
}

/** A large batch between small ones; each opening changes and erases something near it. */
async function eraseAround(stand: Stand, size: number): Promise<void> {
  const rows = (prefix: string, count: number, n: number) =>
    range(count, (index) => put(numbered(index, prefix), { n }));
  for (let round = 0; round < 3; round++) {
    const adapter = await stand.open();
    if (round === 0)
      for (const [prefix, count] of [
        ['before', 300],
        ['large', size],
        ['behind', 10],
      ] as const)
        await writeAll(adapter, rows(prefix, count, 0));
    await adapter.write({
      ops: [
        ...(round === 1 ? [] : [...rows('before', 1, round), ...rows('large', 1, round)]),
        ...rows('behind', 2, round),
      ],
    });
    await adapter.write({ ops: [put('erased', {})] });
    await adapter.write({ ops: [purge('erased')] });
    same(await adapter.count('items'), 310 + size, `${size}, round ${round}: rows before closing`);
    await adapter.close();
  }
  const last = await stand.open();
  same((await readAll(last, {}, 5000)).length, 310 + size, `${size}: rows`);
  await last.close();
}

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
    promise('P14 opens and closes ten times, and is the same each time', async (stand) => {
      const adapter = await stand.open();
      for (let round = 0; round < 10; round++) {
        await write(adapter, { [`in${round}`]: {} });
        await adapter.close();
        await adapter.open(open);
        await write(adapter, { [`after${round}`]: {} });
        holds((await adapter.count('items')) >= 1, `round ${round}`);
      }
    }),
    promise('P14 says its name and what it can do before it is opened', async (stand) => {
      const { name, capabilities } = stand.handle();
      holds(typeof name === 'string' && name !== '', 'it has a name');
      same(capabilities.contract, 1, 'the contract');
      const { batchOps, rowBytes, pageRows, feedDays } = capabilities.limits;
      for (const limit of [batchOps, rowBytes, pageRows])
        holds(Number.isSafeInteger(limit) && limit > 0, `a limit of ${limit}`);
      holds(feedDays === null || feedDays > 0, `a feed of ${feedDays} days`);
    }),
    promise('P14 destroys what was never written, and twice', async (stand) => {
      const adapter = await stand.open();
      await adapter.destroy();
      const second = await stand.open();
      await write(second, { a: {} });
      await second.destroy();
      same(await (await stand.open()).count('items'), 0, 'rows');
    }),
    promise(
      'P8 is the same to the last revision after each of five openings',
      async (stand) => {
        let before = '';
        for (let round = 0; round < 5; round++) {
          const adapter = await stand.open();
          if (round > 0) same(await stateOf(adapter), before, `round ${round}`);
          await writeAll(
            adapter,
            range(60 + round, (index) => put(numbered(index), { round, index })),
          );
          await adapter.write({ ops: [{ op: 'delete', c: 'items', id: numbered(round), expect: 'any' }] });
          before = await stateOf(adapter);
          await adapter.close();
        }
      },
      survivesClosing,
    ),
    promise(
      'P8 loses no row of a large batch when rows around it are changed and erased',
      async (stand) => {
        for (const size of [999, 1000, 2500]) await eraseAround(stand.anew(), size);
      },
      survivesClosing,
    ),
    promise(
      'P8 loses no row of batches of very different sizes (fixed seed)',
      (stand) => mixSizes(stand, 1000, 1),
      survivesClosing,
    ),
    promise(
      'P8 loses no row of batches of very different sizes (fresh seed)',
      (stand) => mixSizes(stand, stand.seed, 1),
      survivesClosing,
    ),
    promise(
      'P8 loses no row of batches of very different sizes (three handles)',
      (stand) => mixSizes(stand, stand.seed, 3),
      survivesClosing,
      severalHandles,
    ),
    promise(
      'P5 tells the same after it was reopened, to the last field',
      async (stand) => {
        const first = await stand.open();
        await first.write({ ops: [put('a', { n: 1 }), put('b', { n: 1 })], origin: 'one' });
        await first.write({ ops: [put('a', { n: 2 })] });
        await first.write({ ops: [{ op: 'delete', c: 'items', id: 'b', expect: 'any' }], origin: 'two' });
        const before = await follow(first);
        await first.close();
        const second = await stand.open();
        same((await follow(second)).slice(-2), before.slice(-2), 'the changes');
      },
      survivesClosing,
    ),
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
        await writeAll(
          first,
          ids.map((id, index) => put(id, { index, edited: 0 })),
        );
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
  ],
};
