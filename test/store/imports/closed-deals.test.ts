import { memoryAdapter } from '@kith/adapters';
import type { Deal } from '@kith/core';
import type { DetailedDeal } from '@kith/core/deals';
import type { Mapping } from '@kith/core/imports';
import { closeDayPushes } from '@kith/core/pipelines';
import { deals, type Store } from '@kith/store';
import { addLossReason, lossReasons } from '@kith/store/deals';
import { importCsv, revertImport } from '@kith/store/imports';
import * as rates from '@kith/store/rates';
import { describe, expect, it } from 'vitest';
import { ask, dumpOf, openBook, valueOf } from '../../support/book.js';

const MAPPING: Mapping = {
  name: 'Deals',
  into: 'deals',
  system: 'old',
  externalId: ['id'],
  pipeline: {
    externalId: 'sales',
    name: 'Sales',
    stages: [
      { name: 'Open', type: 'open', probability: 30 },
      { name: 'Won', type: 'won', probability: 100 },
      { name: 'Lost', type: 'lost', probability: 0 },
    ],
    openedIn: 'Open',
  },
  fields: [
    { field: 'name', from: [{ column: 'name' }], required: true },
    { field: 'stageId', from: [{ stage: 'stage' }], required: true },
    { field: 'amount', from: [{ column: 'amount', read: { as: 'money', currency: 'USD' } }] },
    {
      field: 'actualValue',
      from: [{ column: 'amount', read: { as: 'money', currency: 'USD' }, when: { column: 'stage', in: ['Won'] } }],
    },
    { field: 'expectedCloseDay', from: [{ column: 'expected', read: { as: 'day', format: 'yyyy-MM-dd' } }] },
    { field: 'actualCloseDay', from: [{ column: 'closed', read: { as: 'day', format: 'yyyy-MM-dd' } }] },
    { field: 'lossReason', from: [{ column: 'reason' }] },
  ],
};
const file = (...rows: readonly string[]): string =>
  ['id,name,stage,amount,expected,closed,reason', ...rows].join('\n');
const report = async (store: Store, mapping: Mapping, ...rows: readonly string[]) =>
  valueOf(await importCsv(store, file(...rows), mapping));
const all = async (store: Store): Promise<readonly (Deal & DetailedDeal)[]> =>
  ask(store, { ask: 'rows', collection: deals.collection, order: [['name', 'asc']] }) as never;
const usd = (day: string, rate: number) => rates.add({ from: 'USD', to: 'EUR', day: day as never, rate });

describe('deals of a file', () => {
  it('I49 are won at what they brought in the currency of the house, by the rate of the day they were closed', async () => {
    const store = await openBook();
    valueOf(await store.run(rates.setHouseCurrency({ currency: 'EUR' })));
    valueOf(await store.run(usd('2026-01-01', 0.8)));
    valueOf(await store.run(usd('2026-06-01', 0.9)));
    const rows = [
      '1,Ada,Won,100,,2026-03-05,',
      '2,Ben,Won,100,,2026-06-01,',
      '3,Cleo,Open,100,,,',
      '4,Dan,Won,100,,2025-05-05,',
    ];
    await report(store, MAPPING, ...rows);
    const worth = async () => (await all(store)).map(({ houseValue }) => houseValue?.amount.minor);
    expect(await worth()).toEqual([80_00, 90_00, undefined, undefined]);
    expect((await all(store))[0]?.houseValue).toMatchObject({
      day: '2026-03-05',
      rates: [{ day: '2026-01-01', rate: 0.8 }],
    });

    // Later rates change nothing, and neither does importing again; another value, another day or an open stage do.
    valueOf(await store.run(usd('2026-03-01', 0.5)));
    expect(await report(store, MAPPING, ...rows)).toMatchObject({ unchanged: 4 });
    await report(store, MAPPING, '1,Ada,Won,200,,2026-03-05,', '2,Ben,Open,100,,,', '3,Cleo,Won,100,,2026-03-02,');
    expect(await worth()).toEqual([100_00, undefined, 50_00, undefined]);
    await store.close();
  });

  it('I50 are lost by a reason of the list, or add theirs where the mapping says so, and take it back', async () => {
    const adapter = memoryAdapter();
    const store = await openBook({ adapter });
    const rows = [
      '1,Ada,Lost,1,,2026-03-05,Price',
      '2,Ben,Lost,1,,2026-03-05,Timing',
      '3,Cleo,Lost,1,,2026-03-05,Timing',
    ];
    expect(await report(store, MAPPING, ...rows)).toMatchObject({ created: 3, rejected: 0 }); // no list: any text
    valueOf(await store.run(addLossReason({ name: 'Price' })));
    expect(await report(store, MAPPING, ...rows)).toMatchObject({ unchanged: 3 });

    const more = [
      '4,Dan,Lost,1,,2026-03-05,Price',
      '5,Eve,Lost,1,,2026-03-05,Timing',
      '6,Fay,Lost,1,,2026-03-05,Timing',
    ];
    const refused = await report(store, MAPPING, ...more);
    expect(refused).toMatchObject({ created: 1, rejected: 2 });
    expect(refused.rejections[0]).toMatchObject({
      line: 3,
      problems: [
        { code: 'deals/unknown-loss-reason', path: 'lossReason', fix: { kind: 'fields', fields: ['lossReason'] } },
      ],
    });
    const before = await dumpOf(adapter);
    const added = valueOf(
      await importCsv(store, file(...more), { ...MAPPING, newLossReasons: 'add' }, { chunkRows: 1 }),
    );
    expect(added).toMatchObject({ created: 2, unchanged: 1, rejected: 0, alsoCreated: { lossReasons: 1 } });
    expect((await ask(store, { ask: 'rows', collection: lossReasons })).map(({ name }) => name).sort()).toEqual([
      'Price',
      'Timing',
    ]);
    valueOf(await revertImport(store, added.importId as never));
    const after = await dumpOf(adapter);
    const book = (rows: object) =>
      Object.fromEntries(Object.entries(rows).filter(([key]) => !key.startsWith('import')));
    expect(book(after)).toEqual(book(before));
    await store.close();
  });

  it('I51 keep the days they were promised for before when a file moves them', async () => {
    const store = await openBook();
    await report(store, MAPPING, '1,Ada,Open,1,2026-12-01,,');
    await report(store, MAPPING, '1,Ada,Open,1,2026-12-20,,');
    await report(store, MAPPING, '1,Ada,Open,5,2026-12-20,,');
    await report(store, MAPPING, '1,Ada,Won,5,2027-01-15,2026-11-20,');
    const [ada] = await all(store);
    expect(ada?.closeDayHistory?.map(({ day }) => day)).toEqual(['2026-12-01', '2026-12-20']);
    expect(closeDayPushes(ada as Deal)).toBe(2);
    await store.close();
  });
});
