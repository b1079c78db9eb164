import { type Id, money } from '@kith/core';
import { withDetails } from '@kith/core/deals';
import { fieldRegistry } from '@kith/core/fields';
import { fieldColumns, type Mapping, writeFieldRows } from '@kith/core/imports';
import { deals, type Store } from '@kith/store';
import { importCsv } from '@kith/store/imports';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, openBook, problemOf, valueOf, withPipeline } from '../../support/book.js';

describe('what kind of sale a deal is', () => {
  let store: Store;
  let pipelineId: Id<'pipeline'>;
  const yearly = { amount: money(1_200_00, 'EUR'), period: 'year', periods: 3 } as const;
  const sale = { type: 'renewal', campaign: 'Spring', recurring: yearly } as const;

  beforeEach(async () => {
    store = await openBook();
    pipelineId = (await withPipeline(store)).id;
  });

  it('D55 stands in the deal, is found by it, and is refused where it does not fit', async () => {
    const deal = valueOf(await store.run(deals.create({ name: 'One', pipelineId, ...sale })));
    expect(withDetails(deal)).toMatchObject(sale);
    const found = await ask(store, {
      ask: 'rows',
      collection: deals.collection,
      where: {
        and: [
          { field: 'type', is: 'eq', value: 'renewal' },
          { field: 'recurring.amount.minor', is: 'gte', value: 1_000_00 },
          { field: 'recurring.period', is: 'eq', value: 'year' },
        ],
      },
    });
    expect(found.map(({ id }) => id)).toEqual([deal.id]);
    for (const changes of [
      { recurring: { ...yearly, amount: money(-1, 'EUR') } },
      { recurring: { amount: money(1, 'EUR') } as never },
      { type: 'gift' as never },
    ])
      expect(problemOf(await store.run(deals.edit({ id: deal.id, changes })))).toBe('store/invalid');
    expect(problemOf(await store.run(deals.create({ name: 'Two', pipelineId, type: 'gift' as never })))).toBe(
      'store/invalid',
    );
    const emptied = valueOf(
      await store.run(deals.edit({ id: deal.id, changes: { recurring: undefined, type: null } })),
    );
    expect(withDetails(emptied)).toMatchObject({ campaign: 'Spring' });
    expect(Object.keys(emptied)).not.toContain('recurring');
    await store.undo();
    expect(await ask(store, deals.byId(deal.id))).toMatchObject(sale);
  });

  it('D56 may come again in another currency than the amount, and nothing adds the two', async () => {
    const created = deals.create({ name: 'One', pipelineId, amount: money(500_00, 'USD'), recurring: yearly });
    const deal = valueOf(await store.run(created));
    const [total] = await ask(store, deals.totals(pipelineId));
    expect(total).toMatchObject({ sums: [500_00] });
    expect(deal.amount).toEqual(money(500_00, 'USD'));
  });

  it('D55 goes out to a file and comes back; a line that does not fit is rejected by itself', async () => {
    const { fieldsOf, ...registry } = fieldRegistry();
    const columns = ['Deal', 'Stage', 'Type', 'Campaign', 'Recurring amount', 'Recurring period', 'Number of periods'];
    const fields = fieldColumns(registry, fieldsOf('deal'), columns.slice(2), { currency: 'EUR' });
    expect(fields.left).toEqual([]);
    const stages = [{ name: 'Open', type: 'open', probability: 30 }] as const;
    const mapping: Mapping = {
      name: 'Deals',
      into: 'deals',
      system: 'old',
      externalId: ['Deal'],
      pipeline: { externalId: 'sales', name: 'Sales', stages: [...stages], openedIn: 'Open' },
      fields: [
        { field: 'name', from: [{ column: 'Deal' }], required: true },
        { field: 'stageId', from: [{ stage: 'Stage' }], required: true },
        ...fields.fields,
      ],
    };
    const file = [
      columns.join(),
      'Acme,Open,renewal,Spring,1200,year,3',
      'Brama,Open,Expansion,,99.5,month,',
      'Cantine,Open,,,-1,month,',
      'Dune,Open,,,5,,',
    ].join('\n');
    const report = valueOf(await importCsv(store, file, mapping));
    expect(report.rejections.map(({ line }) => line)).toEqual([4, 5]);
    const rows = await ask(store, { ask: 'rows', collection: deals.collection, order: [['name', 'asc']] });
    expect(rows).toMatchObject([
      sale,
      { type: 'expansion', recurring: { amount: money(99_50, 'EUR'), period: 'month' } },
    ]);
    const shown = fieldsOf('deal').filter(({ path }) => /^(type|campaign|recurring\.)/.test(path));
    expect([...writeFieldRows(shown, rows)].join('').split('\r\n').slice(0, 2)).toEqual([
      'Type,Campaign,Recurring amount,Recurring period,Number of periods',
      'Renewal,Spring,1200.00 EUR,Year,3',
    ]);
  });
});
