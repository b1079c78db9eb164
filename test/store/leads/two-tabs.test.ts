import 'fake-indexeddb/auto';
import { dexieAdapter } from '@kith/adapters/dexie';
import type { Id } from '@kith/core';
import type { Store } from '@kith/store';
import { keepIdentities } from '@kith/store/duplicates';
import * as leads from '@kith/store/leads';
import { describe, expect, it } from 'vitest';
import { ask, HANNA, openBook, valueOf } from '../../support/book.js';

const IDA = 'user_ida' as Id<'user'>;
let books = 0;

async function twoTabs(other: Id<'user'>): Promise<readonly [Store, Store]> {
  const name = `leads in two tabs ${books++}`;
  const open = (actor: Id<'user'>) =>
    openBook({
      adapter: dexieAdapter({ name }),
      random: Math.random,
      actor,
      collections: leads.leadCollections,
      companions: [keepIdentities()],
    });
  return [await open(HANNA), await open(other)];
}

/** Waits until the other tab has heard of a row. */
const heard = (store: Store, id: Id<'lead'>) =>
  expect.poll(async () => (await ask(store, leads.byId(id)))?.id).toBe(id);

const outcome = (result: Awaited<ReturnType<Store['run']>>): string => (result.ok ? 'claimed' : result.problem.code);

describe('leads in two tabs', () => {
  it('LE80 lets exactly one of two claim a lead', async () => {
    const [one, two] = await twoTabs(IDA);
    const pool = valueOf(await one.run(leads.createPool({ name: 'Sea', timeZone: 'Asia/Shanghai' })));
    for (let number = 0; number < 6; number++) {
      const { lead } = valueOf(
        await one.run(leads.capture({ payload: { name: `Person ${number}` }, poolId: pool.id })),
      );
      await heard(two, lead.id);
      const claims = await Promise.all([one, two].map((store) => store.run(leads.claim({ id: lead.id }))));
      expect(claims.map(outcome).sort()).toEqual(['claimed', 'leads/not-in-pool']);
      await expect.poll(async () => (await ask(one, leads.byId(lead.id)))?.ownerHistory?.length).toBe(2);
    }
    await one.close();
    await two.close();
  });

  it('LE81 counts the claims of one person in both of their tabs', async () => {
    const [one, two] = await twoTabs(HANNA);
    const pool = valueOf(await one.run(leads.createPool({ name: 'Sea', timeZone: 'Asia/Shanghai', claimsPerDay: 1 })));
    const some: Id<'lead'>[] = [];
    for (const name of ['a', 'b'])
      some.push(valueOf(await one.run(leads.capture({ payload: { name }, poolId: pool.id }))).lead.id);
    for (const id of some) await heard(two, id);
    const claims = await Promise.all(
      [one, two].map((store, place) => store.run(leads.claim({ id: some[place] as Id<'lead'> }))),
    );
    expect(claims.map(outcome).sort()).toEqual(['claimed', 'leads/claim-limit']);
    await one.close();
    await two.close();
  });

  it('LE22 lets two people at the limit of a pool each claim what they may and no more, at once in all their tabs', async () => {
    const [one, two] = await twoTabs(IDA);
    const pool = valueOf(await one.run(leads.createPool({ name: 'Sea', timeZone: 'Asia/Shanghai', claimsPerDay: 2 })));
    const some: Id<'lead'>[] = [];
    for (const name of ['a', 'b', 'c', 'd', 'e', 'f'])
      some.push(valueOf(await one.run(leads.capture({ payload: { name }, poolId: pool.id }))).lead.id);
    for (const id of some) await heard(two, id);
    // Each has one claim left, and asks for two others at the same moment.
    for (const [place, store] of [one, two].entries())
      valueOf(await store.run(leads.claim({ id: some[place] as Id<'lead'> })));
    const claims = await Promise.all(
      some.slice(2).map((id, place) => (place % 2 === 0 ? one : two).run(leads.claim({ id }))),
    );
    expect(claims.map(outcome).sort()).toEqual(['claimed', 'claimed', 'leads/claim-limit', 'leads/claim-limit']);
    const owners = async (store: Store) =>
      (await Promise.all(some.map((id) => ask(store, leads.byId(id))))).map((lead) => lead?.ownerId ?? 'nobody').sort();
    for (const store of [one, two])
      await expect.poll(() => owners(store)).toEqual(['nobody', 'nobody', HANNA, HANNA, IDA, IDA]);
    await one.close();
    await two.close();
  });

  it('LE82 takes a submission in once, and no turn twice, when both tabs get it', async () => {
    const [one, two] = await twoTabs(HANNA);
    for (const userId of [HANNA, IDA]) valueOf(await one.run(leads.createAgent({ userId })));
    const plan = valueOf(
      await one.run(leads.createPlan({ name: 'All', rules: [{ id: 'all', name: 'All', method: 'roundRobin' }] })),
    );
    await expect.poll(async () => (await ask(two, leads.allPlans())).length).toBe(1);
    const same = await Promise.all(
      [one, two].map((store) => store.run(leads.capture({ payload: { name: 'Léa' }, submissionId: 'form-1' }))),
    );
    expect(same.map((each) => valueOf(each).isNew).sort()).toEqual([false, true]);
    const owners = await Promise.all(
      Array.from({ length: 8 }, (_, number) =>
        (number % 2 === 0 ? one : two).run(leads.capture({ payload: { name: `Person ${number}` }, planId: plan.id })),
      ),
    );
    const names = owners.map((each) => valueOf(each).lead.ownerId);
    expect(names.filter((name) => name === HANNA)).toHaveLength(4);
    await one.close();
    await two.close();
  });

  it('LE83 finds the other one when both tabs bring the same person at once, without the id of a submission', async () => {
    const [one, two] = await twoTabs(IDA);
    const both = async (name: string, more: Partial<leads.CaptureInput> = {}) => {
      const payload = { name, email: `${name.replace(' ', '.')}@brama.example` };
      return Promise.all([one, two].map((store) => store.run(leads.capture({ payload, ...more }))));
    };
    for (const name of ['Ada Berg', 'Ben Weiss', 'Olga Petrova'])
      expect((await both(name, { onDuplicate: 'refuse' })).map(outcome).sort()).toEqual(['claimed', 'leads/duplicate']);
    const attached = (await both('Paul Mercier', { onDuplicate: 'attach' })).map(valueOf);
    expect(attached.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect(new Set(attached.map(({ lead }) => lead.id)).size).toBe(1);
    const taken = (await both('Jakob Lang')).map(valueOf);
    expect(taken.map(({ isNew }) => isNew)).toEqual([true, true]);
    const found = taken.map(({ matches }) => matches.flatMap(({ id, verdict }) => (verdict === 'same' ? id : [])));
    const first = taken[found.findIndex((same) => same.length === 0)];
    expect(found.flat()).toEqual([first?.lead.id]);
    await one.close();
    await two.close();
  });
});
