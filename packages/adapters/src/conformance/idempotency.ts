import { holds, refuses, same } from './assert.js';
import { type Chapter, promise } from './chapter.js';
import { severalHandles, survivesClosing } from './needs.js';
import { contentOf, numbered, put, range, read } from './rows.js';

/** The same key never applies twice. */
export const idempotency: Chapter = {
  title: '5 Idempotency',
  cases: [
    promise('P3 answers the same commit to the same key', async (stand) => {
      const adapter = await stand.open();
      const batch = { ops: [put('a', { n: 1 }), put('b', { n: 2 })], key: 'k1' };
      const first = await adapter.write(batch);
      const second = await adapter.write(batch);
      same(first.replayed, false, 'the first is no replay');
      same(second, { ...first, replayed: true }, 'the second');
      same((await read(adapter, 'a'))?.rev, 1, 'revision');
      same((await adapter.changes('', 10)).changes.length, 2, 'changes');
    }),
    promise('P3 applies nothing of another body with the same key', async (stand) => {
      const adapter = await stand.open();
      const first = await adapter.write({ ops: [put('a', { n: 1 })], key: 'k1' });
      const second = await adapter.write({ ops: [put('a', { n: 2 }), put('b', {})], key: 'k1' });
      same(second.rows, first.rows, 'the commit');
      same(await contentOf(adapter, 'a'), { n: 1 }, 'a');
      same(await read(adapter, 'b'), null, 'b');
    }),
    promise('P3 answers the first commit however much was written since', async (stand) => {
      const adapter = await stand.open();
      const first = await adapter.write({ ops: [put('a', { n: 1 })], key: 'k1' });
      for (let n = 0; n < 20; n++) await adapter.write({ ops: [put('a', { n })] });
      await adapter.write({ ops: [{ op: 'delete', c: 'items', id: 'a', expect: 'present' }] });
      same(await adapter.write({ ops: [put('a', { n: 1 })], key: 'k1' }), { ...first, replayed: true }, 'the commit');
      same((await read(adapter, 'a'))?.deleted, true, 'a stays deleted');
    }),
    promise('P3 answers a key before it looks at what is expected', async (stand) => {
      const adapter = await stand.open();
      const batch = { ops: [{ op: 'put', c: 'items', id: 'a', expect: 'absent', data: {} }], key: 'k1' } as const;
      await adapter.write(batch);
      same((await adapter.write(batch)).replayed, true, 'the repeated write');
    }),
    promise('P3 remembers no key of a refused batch', async (stand) => {
      const adapter = await stand.open();
      await refuses(
        'conflict',
        () => adapter.write({ ops: [{ op: 'check', c: 'items', id: 'a', expect: 'present' }], key: 'k1' }),
        'the first',
      );
      const second = await adapter.write({ ops: [put('a', {})], key: 'k1' });
      same(second.replayed, false, 'the second');
    }),
    promise('P3 tells keys apart to the last character', async (stand) => {
      const adapter = await stand.open();
      const keys = ['k', 'K', 'k ', ' k', 'k\u0000', 'ḱ', 'k\u0301', '__proto__', 'constructor', '0', '00'];
      for (const key of keys)
        same((await adapter.write({ ops: [put('a', { key })], key })).replayed, false, JSON.stringify(key));
      same((await read(adapter, 'a'))?.rev, keys.length, 'revision');
    }),
    promise('P3 applies two writes with one key at the same time once', async (stand) => {
      const adapter = await stand.open();
      const commits = await Promise.all(
        Array.from({ length: 6 }, () => adapter.write({ ops: [put('a', {})], key: 'k1' })),
      );
      same(commits.filter(({ replayed }) => !replayed).length, 1, 'applied');
      same((await read(adapter, 'a'))?.rev, 1, 'revision');
    }),
    promise('P3 remembers a key whose batch wrote nothing', async (stand) => {
      const adapter = await stand.open();
      const batch = { ops: [{ op: 'check', c: 'items', id: 'a', expect: 'absent' }], key: 'k1' } as const;
      same((await adapter.write(batch)).replayed, false, 'the first');
      await adapter.write({ ops: [put('a', {})] });
      same((await adapter.write(batch)).replayed, true, 'the second');
    }),
    promise('P3 answers the rows of a large batch again', async (stand) => {
      const adapter = await stand.open();
      const batch = {
        ops: range(Math.min(2500, stand.capabilities.limits.batchOps), (index) => put(numbered(index), { index })),
        key: 'k1',
      };
      const first = await adapter.write(batch);
      same(first.rows.length, batch.ops.length, 'rows');
      same(await adapter.write(batch), { ...first, replayed: true }, 'the second');
    }),
    promise('P3 looks at the key before it looks at the rows', async (stand) => {
      const adapter = await stand.open();
      const ops = [{ op: 'put', c: 'items', id: 'a', expect: 'absent', data: { n: 1 } }] as const;
      const first = await adapter.write({ ops, key: 'k1' });
      same(
        await adapter.write({ ops, key: 'k1' }),
        { ...first, replayed: true },
        'a batch that would be a conflict now',
      );
      await adapter.write({ ops: [{ op: 'delete', c: 'items', id: 'a', expect: 'present' }] });
      same((await adapter.write({ ops, key: 'k1' })).replayed, true, 'and one that could be applied again');
      same((await read(adapter, 'a'))?.deleted, true, 'the row');
    }),
    promise('P3 answers the first commit to twenty repetitions among other writes', async (stand) => {
      const adapter = await stand.open();
      const batch = { ops: [put('counted', { n: 1 })], key: 'k1' };
      const first = await adapter.write(batch);
      await Promise.all(
        range(20, async (index) => {
          await adapter.write({ ops: [put('other', { index })], key: `other ${index}` });
          same((await adapter.write(batch)).seq, first.seq, 'the commit');
        }),
      );
      same([(await read(adapter, 'counted'))?.rev, (await read(adapter, 'other'))?.rev], [1, 20], 'revisions');
    }),
    promise('P3 refuses a key that is none', async (stand) => {
      const adapter = await stand.open();
      await refuses('invalid', () => adapter.write({ ops: [], key: '' }), 'an empty key');
    }),
    promise(
      'P3 remembers keys after it was reopened',
      async (stand) => {
        const first = await stand.open();
        const commit = await first.write({ ops: [put('a', { n: 1 })], key: 'k1' });
        await first.close();
        const second = await stand.open();
        same(await second.write({ ops: [put('a', { n: 2 })], key: 'k1' }), { ...commit, replayed: true }, 'the commit');
        same(await contentOf(second, 'a'), { n: 1 }, 'a');
      },
      survivesClosing,
    ),
    promise(
      'P3 knows the keys that another handle used',
      async (stand) => {
        const [one, other] = [await stand.open(), await stand.open()];
        const commit = await one.write({ ops: [put('a', { n: 1 })], key: 'k1' });
        same(await other.write({ ops: [put('a', { n: 2 })], key: 'k1' }), { ...commit, replayed: true }, 'the commit');
        holds((await read(one, 'a'))?.rev === 1, 'it was applied once');
      },
      severalHandles,
    ),
  ],
};
