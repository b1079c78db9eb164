import { memoryAdapter } from '@kith/adapters';
import type { Id } from '@kith/core';
import { activities, companies, contacts, deals, openStore, type Store, users } from '@kith/store';
import { rolesPolicy } from '@kith/store/permissions';
import { describe, expect, it } from 'vitest';
import { ask, euros, NOW, problemOf, valueOf, withPipeline } from '../../support/book.js';
import { contracts, FINANCE, kept, OFFICE, SALES } from './world.js';

/** A company with a deal, a call about it, and a contract with a payment; somebody from sales and somebody from finance. */
async function house() {
  const adapter = kept(memoryAdapter());
  const policy = rolesPolicy({ roles: [OFFICE, SALES, FINANCE] });
  const host = await openStore({ adapter, collections: [contracts, ...policy.collections], clock: () => NOW });
  const user = async (name: string, role: string): Promise<Id<'user'>> =>
    valueOf(await host.run(users.create({ name, roles: [role] }))).id;
  const [sam, fay] = [await user('Sam', 'sales'), await user('Fay', 'finance')];
  const pipeline = await withPipeline(host);
  const company = valueOf(
    await host.run(companies.create({ name: 'Brama', ownerId: sam, description: 'Asks for rebates' })),
  );
  const contact = valueOf(await host.run(contacts.create({ name: 'Olga', companyId: company.id, ownerId: sam })));
  valueOf(
    await host.run(
      deals.create({
        name: 'Mill',
        pipelineId: pipeline.id,
        companyId: company.id,
        ownerId: sam,
        amount: euros(9_000),
      }),
    ),
  );
  valueOf(await host.run(activities.log({ kind: 'call', subject: 'Price', contactId: contact.id })));
  await adapter.write({ ops: CONTRACTS });
  const as = (actor: Id<'user'>): Promise<Store> =>
    openStore({ adapter, actor, policy, collections: [contracts], clock: () => NOW });
  return { host, pipeline, company, contact, sales: await as(sam), finance: await as(fay) };
}

const CONTRACTS = ['paid', 'overdue'].map((payment, index) => ({
  op: 'put' as const,
  c: 'contracts',
  id: `contract_${index}`,
  expect: 'any' as const,
  data: {
    id: `contract_${index}`,
    name: `Mill ${index}`,
    payment,
    due: { minor: 450_000, currency: 'EUR' },
    note: 'Sam promised a rebate',
  },
}));

const callsOf = (contactId: Id<'contact'>) =>
  ({
    ask: 'rows',
    collection: activities.collection,
    where: { field: 'contactId', is: 'eq', value: contactId },
  }) as const;

describe('sales and finance', () => {
  it('PM41 sales sees the history of contacts and the funnel, and no contract', async () => {
    const { sales, pipeline, contact, company } = await house();
    expect(await ask(sales, callsOf(contact.id))).toMatchObject([{ subject: 'Price' }]);
    expect(await ask(sales, deals.totals(pipeline.id))).toMatchObject([{ count: 1, sums: [900_000] }]);
    expect(await ask(sales, companies.byId(company.id))).toMatchObject({ description: 'Asks for rebates' });
    expect(await ask(sales, { ask: 'rows', collection: contracts })).toEqual([]);
    expect(await ask(sales, { ask: 'tally', collection: contracts, by: ['payment'], sum: ['due.minor'] })).toEqual([]);
    expect(await ask(sales, { ask: 'search', collection: contracts, text: 'Mill', limit: 5 })).toEqual([]);
  });

  it('PM41 finance sees contracts and what was paid, and no call, deal or note', async () => {
    const { finance, host, pipeline, contact, company } = await house();
    expect(await ask(finance, { ask: 'tally', collection: contracts, by: ['payment'], sum: ['due.minor'] })).toEqual([
      { key: ['overdue'], count: 1, sums: [450_000] },
      { key: ['paid'], count: 1, sums: [450_000] },
    ]);
    const all = await ask(finance, { ask: 'rows', collection: contracts });
    expect(all.map((row) => Object.keys(row).sort())).toEqual([
      ['due', 'id', 'name', 'payment'],
      ['due', 'id', 'name', 'payment'],
    ]);
    expect(await ask(finance, { ask: 'search', collection: contracts, text: 'rebate', limit: 5 })).toEqual([]);
    expect(await ask(finance, callsOf(contact.id))).toEqual([]);
    expect(await ask(finance, deals.totals(pipeline.id))).toEqual([]);
    expect(await ask(finance, companies.byId(company.id))).toEqual({ id: company.id, name: 'Brama' });
    expect(
      await ask(finance, {
        ask: 'rows',
        collection: companies.collection,
        where: { field: 'ownerId', is: 'exists', value: true },
      }),
    ).toEqual([]);
    expect(problemOf(await finance.run(companies.edit({ id: company.id, changes: { name: 'X' } })))).toBe(
      'permissions/not-allowed',
    );
    expect(await ask(host, companies.byId(company.id))).toMatchObject({ name: 'Brama' });
  });
});
