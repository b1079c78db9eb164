import { memoryAdapter, type Op } from '@kith/adapters';
import { companies } from '@kith/store';
import { bringUpToDate, customFields } from '@kith/store/fields';
import { expect, it } from 'vitest';
import { ask, openBook } from '../../support/book.js';
import { field } from './house.js';

const COUNT = 30_000;

it('CF49 a roll-up over very many rows is exact, and lets the page breathe on the way', async () => {
  const adapter = memoryAdapter();
  const rolled = { of: 'contact', by: 'companyId', take: 'sum', field: 'size' } as const;
  const fields = customFields({
    fields: [
      field({ on: 'contact', name: 'size', type: 'number', decimals: 2 }),
      field({ on: 'company', name: 'sizes', type: 'rollUp', rollUp: rolled }),
    ],
  });
  const store = await openBook({ adapter, fields });
  const stamps = { createdAt: '2026-11-22T08:30:00.000Z', modifiedAt: '2026-11-22T08:30:00.000Z' };
  const put = (c: string, data: { readonly id: string }): Op => ({
    op: 'put',
    c,
    id: data.id,
    expect: 'absent',
    data: { ...data, ...stamps } as never,
  });
  const ops = Array.from({ length: COUNT }, (_, index) =>
    put('contacts', {
      id: `contact_${index}`,
      name: 'One',
      companyId: 'company_1',
      customFields: { size: 0.01 },
    } as never),
  );
  await adapter.write({ ops: [put('companies', { id: 'company_1', name: 'Brama' } as never), ...ops] });

  let turns = 0;
  let isDone = false;
  const turn = (): void => {
    turns += 1;
    if (!isDone) setImmediate(turn);
  };
  setImmediate(turn);
  await bringUpToDate(store, { kinds: ['company'], giveWay: async () => undefined });
  isDone = true;
  expect((await ask(store, companies.byId('company_1' as never)))?.customFields).toEqual({ sizes: COUNT / 100 });
  expect(turns).toBeGreaterThan(1);
});
