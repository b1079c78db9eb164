import type { Company, Day, Deal, Id } from '@kith/core';
import { companies, deals, erase } from '@kith/store';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, euros, valueOf } from '../../support/book.js';
import { fuzz } from '../../support/fuzz.js';
import { company, expectedOf, field, openHouse, valuesOf } from './house.js';

describe('roll-ups', () => {
  it('CF40 follow their rows in the same commit: made, changed, moved to another parent, undone and deleted', async () => {
    const { store, house, pipeline } = await openHouse();
    const [brama, cantine] = [await company(store, 'Brama'), await company(store, 'Cantine')];
    const made = valueOf(
      await store.run(
        deals.create({
          name: 'a',
          pipelineId: pipeline.id,
          amount: euros(100),
          companyId: brama,
          customFields: { size: 2.5 },
        }),
      ),
    );
    const commits: number[] = [];
    store.changes$.subscribe(({ changes }) => commits.push(changes.length));
    valueOf(
      await store.run(
        deals.create({
          name: 'b',
          pipelineId: pipeline.id,
          amount: { minor: 5, currency: 'USD' },
          companyId: brama,
          customFields: { size: 7 },
        }),
      ),
    );
    expect(commits).toEqual([2]);
    expect(await valuesOf(store, brama)).toMatchObject({
      count: 2,
      bigCount: 1,
      total: [euros(100), { minor: 5, currency: 'USD' }],
      halves: [euros(50), { minor: 2, currency: 'USD' }],
      sizes: 9.5,
      least: 2.5,
      average: 4.75,
    });
    valueOf(await store.run(deals.edit({ id: made.id, changes: { companyId: cantine } })));
    expect(await valuesOf(store, brama)).toMatchObject({ count: 1, sizes: 7, least: 7 });
    expect(await valuesOf(store, cantine)).toMatchObject({ count: 1, total: [euros(100)], average: 2.5 });
    valueOf(await store.undo());
    expect(await valuesOf(store, brama)).toMatchObject({ count: 2, sizes: 9.5 });
    expect(await valuesOf(store, cantine)).toEqual(expect.not.objectContaining({ total: expect.anything() }));
    valueOf(await store.run(erase(deals.collection, made.id)));
    expect(await valuesOf(store, brama)).toMatchObject({ count: 1 });
    const { expected, actual } = await expectedOf(store, house);
    expect(actual).toEqual(expected);
  });

  it('CF41 are no step of the history: a row is undone though others came to count in it since', async () => {
    const { store, pipeline } = await openHouse();
    const brama = await company(store, 'Brama');
    valueOf(await store.run(companies.edit({ id: brama, changes: { name: 'Brama S.A.' } })));
    const deal = await store.run(deals.create({ name: 'a', pipelineId: pipeline.id, companyId: brama }));
    valueOf(deal);
    // The deal is undone, then the name, though the company's row was written in between.
    valueOf(await store.undo());
    valueOf(await store.undo());
    expect(await ask(store, companies.byId(brama))).toMatchObject({ name: 'Brama', customFields: { count: 0 } });
    valueOf(await store.redo());
    valueOf(await store.redo());
    expect(await ask(store, companies.byId(brama))).toMatchObject({ name: 'Brama S.A.', customFields: { count: 1 } });
  });

  it('CF42 equal working them out anew, whatever happens to the rows, live and after reloading', async () => {
    const act = fc.record({
      what: fc.constantFrom(
        'create',
        'move',
        'edit',
        'undo',
        'redo',
        'remove',
        'group',
        'close',
      ) as fc.Arbitrary<string>,
      which: fc.nat(9),
      to: fc.nat(3),
      size: fc.constantFrom(undefined, 0.1, 0.2, 1.25, 7, 1e12, -3),
      minor: fc.constantFrom(undefined, 1, 250, 99_999_999),
      currency: fc.constantFrom('EUR', 'USD'),
      day: fc.constantFrom(undefined, '2026-11-20', '2026-11-25', '2026-12-01'),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 25 }), async (acts) => {
        const { store, house, adapter, pipeline } = await openHouse();
        const parents: (Id<'company'> | undefined)[] = [undefined];
        for (const name of ['a', 'b', 'c']) parents.push(await company(store, name));
        for (const { what, which, to, size, minor, currency, day } of acts) {
          const all: readonly Deal[] = await ask(store, { ask: 'rows', collection: deals.collection });
          const deal = all[which % Math.max(1, all.length)];
          const values = {
            companyId: parents[to],
            amount: minor === undefined ? undefined : { minor, currency },
            expectedCloseDay: day as Day | undefined,
            customFields: size === undefined ? undefined : { size },
          };
          if (what === 'create' || !deal) {
            const draft = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));
            valueOf(await store.run(deals.create({ name: `deal ${which}`, pipelineId: pipeline.id, ...draft })));
          } else if (what === 'move')
            valueOf(await store.run(deals.edit({ id: deal.id, changes: { companyId: parents[to] } })));
          else if (what === 'edit') valueOf(await store.run(deals.edit({ id: deal.id, changes: values })));
          else if (what === 'close') await store.run(deals.lose({ id: deal.id, lossReason: 'price' }));
          else if (what === 'undo') await store.undo();
          else if (what === 'redo') await store.redo();
          else if (what === 'remove') valueOf(await store.run(erase(deals.collection, deal.id)));
          else {
            const [child, parent] = [parents[1 + (which % 3)], parents[to]];
            if (child && child !== parent)
              valueOf(await store.run(companies.edit({ id: child, changes: { parentId: parent } })));
          }
        }
        const live = await expectedOf(store, house);
        expect(live.actual).toEqual(live.expected);
        await store.close();
        const again = await openHouse(undefined, { adapter });
        const reloaded = await expectedOf(again.store, again.house);
        expect(reloaded.actual).toEqual(reloaded.expected);
        await again.store.close();
      }),
      fuzz(25),
    );
  });

  it('CF43 of a row that comes behind those it counts are whole at once', async () => {
    const { store, pipeline } = await openHouse();
    const late = 'company_late' as Id<'company'>;
    valueOf(await store.run(deals.create({ name: 'a', pipelineId: pipeline.id, companyId: late, amount: euros(7) })));
    valueOf(
      await store.run({
        type: 'test/put',
        input: null,
        carryOut: async (work) =>
          work.put<Company>(companies.collection, {
            id: late,
            name: 'Late',
            createdAt: work.env.now,
            modifiedAt: work.env.now,
          }),
      }),
    );
    expect(await valuesOf(store, late)).toMatchObject({ count: 1, total: [euros(7)] });
  });

  it('CF44 stay the largest amount there is where they would be larger, and are right again afterwards', async () => {
    const { store, house, pipeline } = await openHouse([
      field({ name: 'worth', type: 'money' }),
      field({
        on: 'company',
        name: 'worths',
        type: 'rollUp',
        rollUp: { of: 'deal', by: 'companyId', take: 'sum', field: 'worth' },
      }),
    ]);
    const brama = await company(store, 'Brama');
    const large = { minor: Number.MAX_SAFE_INTEGER, currency: 'EUR' };
    const make = (worth: object) =>
      deals.create({ name: 'x', pipelineId: pipeline.id, companyId: brama, customFields: { worth: worth as never } });
    const first = valueOf(await store.run(make(large)));
    valueOf(await store.run(make({ minor: 500, currency: 'EUR' })));
    expect(await valuesOf(store, brama)).toEqual({ worths: [large] });
    valueOf(await store.run(erase(deals.collection, first.id)));
    expect(await valuesOf(store, brama)).toEqual({ worths: [euros(5)] });
    const { expected, actual } = await expectedOf(store, house);
    expect(actual).toEqual(expected);
  });
});
