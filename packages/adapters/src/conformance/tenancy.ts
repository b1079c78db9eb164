import { holds, refuses, same } from './assert.js';
import { type Chapter, promise } from './chapter.js';
import { contentOf, idsOf, put, read, write } from './rows.js';

const names = ['a', 'A', 'a/b', 'a%2Fb', 'a b', '../a', '', 'ä', 'a\u0308', '王', '😀', '__proto__', 'a\u0000b', '*'];

/** Tenants never see each other. */
export const tenancy: Chapter = {
  title: '15 Tenants',
  cases: [
    promise('P11 keeps the rows of two tenants apart', async (stand) => {
      const [ana, bo] = [await stand.open({ tenant: 'ana' }), await stand.open({ tenant: 'bo' })];
      await write(ana, { a: { of: 'ana' } });
      same(await read(bo, 'a'), null, 'the same id');
      await write(bo, { a: { of: 'bo' } });
      same(await contentOf(ana, 'a'), { of: 'ana' }, 'of ana');
      same(await bo.count('items'), 1, 'the count of bo');
    }),
    promise('P11 keeps tenants apart whatever their names', async (stand) => {
      for (const tenant of names) {
        const adapter = await stand.open({ tenant });
        same(await adapter.count('items'), 0, `${JSON.stringify(tenant)} begins empty`);
        await write(adapter, { a: { tenant } });
        same(await contentOf(adapter, 'a'), { tenant }, JSON.stringify(tenant));
      }
    }),
    promise('P11 keeps the keys of batches apart', async (stand) => {
      const [ana, bo] = [await stand.open({ tenant: 'ana' }), await stand.open({ tenant: 'bo' })];
      await ana.write({ ops: [put('a', {})], key: 'k' });
      same((await bo.write({ ops: [put('a', {})], key: 'k' })).replayed, false, 'the same key');
    }),
    promise('P11 refuses the cursor of another tenant', async (stand) => {
      const [ana, bo] = [await stand.open({ tenant: 'ana' }), await stand.open({ tenant: 'bo' })];
      for (const adapter of [ana, bo]) await write(adapter, { a: {}, b: {}, c: {} });
      const { next } = await ana.query({ c: 'items', limit: 1 });
      await refuses('cursor-invalid', () => bo.query({ c: 'items', limit: 1, after: next ?? '' }), 'the cursor of ana');
    }),
    promise('P11 tells nobody what others changed', async (stand) => {
      const [ana, bo] = [await stand.open({ tenant: 'ana' }), await stand.open({ tenant: 'bo' })];
      await write(ana, { a: {} });
      same((await bo.changes('', 10)).changes, [], 'the feed of bo');
      const dumped: string[] = [];
      for await (const { row } of bo.dump()) dumped.push(row.id);
      same(dumped, [], 'the dump of bo');
    }),
    promise('P11 says nothing of other tenants in its errors', async (stand) => {
      const [ana, bo] = [await stand.open({ tenant: 'ana' }), await stand.open({ tenant: 'bo' })];
      await write(ana, { a: { secret: 'canary' } });
      const fault = await refuses(
        'conflict',
        () => bo.write({ ops: [{ op: 'check', c: 'items', id: 'a', expect: 'present' }] }),
        'the guard',
      );
      same(fault.actual, null, 'the actual row');
      holds(!JSON.stringify(fault).includes('canary'), 'the fault');
    }),
    promise('P11 destroys the data of one tenant only', async (stand) => {
      const [ana, bo] = [await stand.open({ tenant: 'ana' }), await stand.open({ tenant: 'ana-2' })];
      await write(ana, { a: {} });
      await write(bo, { b: {} });
      await ana.destroy();
      same(await idsOf(bo, {}), ['b'], 'the rows of the other');
      await write(bo, { c: {} });
      same(await bo.count('items'), 2, 'and it goes on');
    }),
    promise('P11 opens another tenant with a handle that was closed', async (stand) => {
      const adapter = await stand.open({ tenant: 'ana' });
      await write(adapter, { a: {} });
      await adapter.close();
      await adapter.open({ tenant: 'bo', schema: 1, collections: {}, migrations: [], onSuperseded() {} });
      same(await adapter.count('items'), 0, 'rows of bo');
      same(await read(adapter, 'a'), null, 'the row of ana');
    }),
  ],
};
