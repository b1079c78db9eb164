import 'fake-indexeddb/auto';
import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { type Deal, type Id, makeId } from '@kith/core';
import { customValues, protectedFields } from '@kith/core/fields';
import type { Role } from '@kith/core/permissions';
import { companies, deals, type Store, users } from '@kith/store';
import { customFields } from '@kith/store/fields';
import { exportRows, rolesPolicy } from '@kith/store/permissions';
import { describe, expect, it } from 'vitest';
import { ask, euros, openBook, problemOf, valueOf, withPipeline } from '../../support/book.js';
import { kept } from '../permissions/world.js';
import { field } from './house.js';

const FIELDS = [
  field({ name: 'cost', type: 'money', access: { view: ['boss'] } }),
  field({ name: 'illness', type: 'text', sensitivity: 'health', searched: true }),
  field({ name: 'plain', type: 'text', searched: true }),
  field({ name: 'margin', type: 'formula', formula: 'amount - cost' }),
  field({ name: 'isIll', type: 'formula', formula: 'not isBlank(illness)' }),
  field({
    on: 'company',
    name: 'margins',
    type: 'rollUp',
    rollUp: { of: 'deal', by: 'companyId', take: 'sum', field: 'margin' },
  }),
  field({ on: 'company', name: 'dealCount', type: 'rollUp', rollUp: { of: 'deal', by: 'companyId', take: 'count' } }),
];
const ROLES: readonly Role[] = [
  { key: 'admin', name: 'Administrator', administers: true, grants: [] },
  {
    key: 'boss',
    name: 'Boss',
    grants: [{ collection: '*', actions: ['*'], scope: 'all', cleared: ['health', 'personal'] }],
  },
  {
    key: 'rep',
    name: 'Rep',
    grants: [
      { collection: '*', actions: ['read', 'export'], scope: 'all' },
      { collection: 'deals', actions: ['create', 'update', 'delete'], scope: 'all' },
    ],
  },
];

/** A book with three deals whose hidden values are as given, opened by who sees them and by who does not. */
async function house(inner: StorageAdapter, costs: readonly number[], illness: string) {
  const adapter = kept(inner);
  const fields = customFields({ fields: FIELDS, timeZone: 'Europe/Vienna' });
  const policy = rolesPolicy({ roles: ROLES, fields: () => protectedFields(fields.registry()) });
  const host = await openBook({ adapter, fields, collections: policy.collections });
  const [boss, rep] = [
    valueOf(await host.run(users.create({ name: 'Bo', roles: ['boss'] }))).id,
    valueOf(await host.run(users.create({ name: 'Ro', roles: ['rep'] }))).id,
  ];
  const pipeline = await withPipeline(host);
  const company = valueOf(await host.run(companies.create({ name: 'Brama' })));
  const made: Deal[] = [];
  for (const [index, cost] of costs.entries()) {
    const created = await host.run(
      deals.create({
        name: `deal ${index}`,
        pipelineId: pipeline.id,
        companyId: company.id,
        amount: euros(100),
        customFields: { cost: euros(cost), plain: 'seen', ...(index === 0 && { illness }) },
      }),
    );
    made.push(valueOf(created));
  }
  const as = (actor: Id<'user'>, random: () => number): Promise<Store> =>
    openBook({ adapter, fields, policy, actor, random });
  return { pipeline, company, deals: made, boss: await as(boss, randomFrom(5)), rep: await as(rep, randomFrom(7)) };
}

/** Numbers of a store's own: two stores must not make the same ids. */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

const HIDDEN = ['cost', 'margin', 'illness', 'isIll'];

/** Everything that can be asked about the hidden fields. */
async function answersOf(store: Store): Promise<readonly unknown[]> {
  const rows = { ask: 'rows', collection: deals.collection } as const;
  const tally = { ask: 'tally', collection: deals.collection } as const;
  return [
    await ask(store, rows),
    await ask(store, companies.all()),
    await ask(store, { ...rows, where: { field: 'customFields.cost.minor', is: 'gt', value: 5_000 } }),
    await ask(store, { ...rows, where: { field: 'customFields.margin.minor', is: 'lt', value: 5_000 } }),
    await ask(store, { ...rows, where: { field: 'customFields.isIll', is: 'eq', value: true } }),
    await ask(store, { ...rows, order: [['customFields.cost.minor', 'asc']] }),
    await ask(store, { ...rows, order: [['customFields.margin.minor', 'desc']] }),
    await ask(store, { ...tally, by: ['status'], sum: ['customFields.cost.minor', 'customFields.margin.minor'] }),
    await ask(store, { ...tally, by: ['customFields.illness'], sum: [] }),
    await ask(store, { ask: 'search', collection: deals.collection, text: 'asthma', limit: 9 }),
    await ask(store, {
      ask: 'rows',
      collection: companies.collection,
      where: { field: 'customFields.margins', is: 'exists', value: true },
    }),
    await exportRows(store, rows),
  ];
}

for (const [name, open] of [
  ['memory', () => memoryAdapter()],
  [
    'Dexie',
    () => dexieAdapter({ name: `protected-${makeId('deal', '2026-11-22T08:30:00.000Z' as never, Math.random)}` }),
  ],
] as const)
  describe(`fields with a protection, over ${name}`, () => {
    it('CF50 are not seen by who may not, in rows, filters, orders, sums, groups, searches and exports; CF51 nor what is computed', async () => {
      const low = await house(open(), [10, 20, 90], 'asthma');
      const high = await house(open(), [95, 40, 2], 'gout');
      const seen = await answersOf(low.rep);
      expect(await answersOf(high.rep)).toEqual(seen);
      expect(HIDDEN.filter((each) => JSON.stringify(seen).includes(`"${each}"`))).toEqual([]);
      expect(JSON.stringify(seen)).not.toContain('margins');
      expect(await ask(low.rep, companies.byId(low.company.id))).toMatchObject({ customFields: { dealCount: 3 } });
      const [lowAll, highAll] = [await answersOf(low.boss), await answersOf(high.boss)];
      for (const [index, answer] of lowAll.entries()) if (index !== 10) expect(highAll[index]).not.toEqual(answer);
      expect(lowAll[9]).toHaveLength(1);
      expect(await ask(low.boss, companies.byId(low.company.id))).toMatchObject({
        customFields: { margins: [euros(180)] },
      });
    });

    it('CF52 stay right where others write the row: what they do not see is kept, what is computed follows', async () => {
      const { rep, boss, deals: made, company, pipeline } = await house(open(), [10, 20, 90], 'asthma');
      const first = made[0] as Deal;
      const edited = valueOf(await rep.run(deals.edit({ id: first.id, changes: { amount: euros(200) } })));
      expect(customValues(edited)).toEqual({ plain: 'seen' });
      expect(await ask(boss, deals.byId(first.id))).toMatchObject({
        customFields: { cost: euros(10), margin: euros(190), illness: 'asthma', isIll: true },
      });
      expect(await ask(boss, companies.byId(company.id))).toMatchObject({ customFields: { margins: [euros(280)] } });
      valueOf(await rep.run(deals.create({ name: 'new', pipelineId: pipeline.id, companyId: company.id })));
      expect(await ask(boss, companies.byId(company.id))).toMatchObject({ customFields: { dealCount: 4 } });
      valueOf(await rep.undo());
      valueOf(await rep.undo());
      expect(await ask(boss, companies.byId(company.id))).toMatchObject({
        customFields: { dealCount: 3, margins: [euros(180)] },
      });
      for (const given of [{ cost: euros(1) }, { margin: euros(1) }, { illness: 'none' }])
        expect(problemOf(await rep.run(deals.edit({ id: first.id, changes: { customFields: given } })))).toMatch(
          /^permissions\//,
        );
    });
  });
