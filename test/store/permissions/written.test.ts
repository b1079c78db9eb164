import { type Id, ok } from '@kith/core';
import { command, companies, deals, erase, type Store, users } from '@kith/store';
import { describe, expect, it } from 'vitest';
import { ask, problemOf, stageId, valueOf } from '../../support/book.js';
import { allDeals, dealOf, office } from './office.js';

describe('what is written', () => {
  it('PM24 keeps what the person does not see, also where it is required', async () => {
    const { host, bo, as } = await office();
    const company = valueOf(await host.run(companies.create({ name: 'Brama', industry: 'Mills', ownerId: bo })));
    const store = await as(bo);
    expect(await ask(store, companies.byId(company.id))).not.toHaveProperty('name');
    const edited = valueOf(await store.run(companies.edit({ id: company.id, changes: { website: 'brama.example' } })));
    expect(edited).not.toHaveProperty('name');
    expect(await ask(host, companies.byId(company.id))).toMatchObject({
      name: 'Brama',
      industry: 'Mills',
      website: 'brama.example',
    });
    const refused = await store.run(companies.edit({ id: company.id, changes: { industry: 'Bakeries' } }));
    expect(refused).toMatchObject({ problem: { code: 'permissions/field-not-allowed', path: 'industry' } });
    expect(problemOf(await store.can(companies.edit({ id: company.id, changes: { industry: 'Mills' } })))).toBe(
      'permissions/field-not-allowed',
    );
  });

  it('PM25 answers for a row out of sight what it answers for one that is not there', async () => {
    const { host, bo, cy, pipeline, as } = await office();
    const other = await dealOf(host, pipeline.id, cy, 'Other');
    const store = await as(bo);
    const missing = 'deal_00000000000000000000000000' as Id<'deal'>;
    const steps = [
      (id: Id<'deal'>) => deals.edit({ id, changes: { name: 'X' } }),
      (id: Id<'deal'>) => deals.win({ id }),
      (id: Id<'deal'>) => erase(deals.collection, id),
    ];
    for (const step of steps)
      for (const verb of ['can', 'run'] as const) {
        const [hidden, absent] = [await store[verb](step(other.id)), await store[verb](step(missing))];
        expect(JSON.stringify(hidden).replaceAll(other.id, missing)).toBe(JSON.stringify(absent));
        expect(problemOf(hidden)).toBe('store/not-found');
      }
    // Neither does a command that does not look before it writes.
    const blind = (id: string) =>
      command('deals/blind', null, async (work) => {
        work.remove(deals.collection, id);
        return ok(undefined);
      });
    expect(await store.run(blind(other.id))).toEqual(await store.run(blind(missing)));
    expect(await ask(host, deals.byId(other.id))).toBeDefined();
  });

  it('PM26 takes a step back only as long as there is the right to it', async () => {
    const { host, bo, cy, pipeline, as } = await office();
    const own = await dealOf(host, pipeline.id, bo, 'Own');
    const store = await as(bo);
    valueOf(await store.run(deals.edit({ id: own.id, changes: { name: 'Mine' } })));
    valueOf(await host.run(users.edit({ id: bo, changes: { roles: [] } })));
    expect(problemOf(await store.undo())).toBe('permissions/not-allowed');
    expect(await ask(host, deals.byId(own.id))).toMatchObject({ name: 'Mine' });
    valueOf(await host.run(users.edit({ id: bo, changes: { roles: ['rep'] } })));
    valueOf(await store.undo());
    expect(await ask(host, deals.byId(own.id))).toMatchObject({ name: 'Own', ownerId: bo });
    expect(await ask(await as(cy), deals.byId(own.id))).toBeUndefined();
  });

  it('PM27 finds a place among deals that are out of sight', async () => {
    const { host, bo, cy, pipeline, as } = await office();
    const names = (store: Store) => ask(store, deals.inStage(pipeline.id, stageId('lead')));
    const first = await dealOf(host, pipeline.id, bo, 'first');
    const hidden = await dealOf(host, pipeline.id, cy, 'hidden');
    const last = await dealOf(host, pipeline.id, bo, 'last');
    const store = await as(bo);
    const ranks = new Set([first.rank, hidden.rank, last.rank]);
    for (let moves = 0; moves < 40; moves++) {
      const [a, b] = moves % 2 ? [first, last] : [last, first];
      const moved = valueOf(await store.run(deals.move({ id: a.id, stageId: stageId('lead'), before: b.id })));
      expect(ranks.has(moved.rank) && moved.rank === hidden.rank).toBe(false);
    }
    expect((await names(store)).map(({ name }) => name).toSorted()).toEqual(['first', 'last']);
    expect(new Set((await names(host)).map(({ rank }) => rank)).size).toBe(3);
    // What is named as a neighbour and cannot be seen is no neighbour.
    valueOf(await store.run(deals.move({ id: last.id, stageId: stageId('lead'), after: hidden.id })));
  });

  it('PM28 asks nobody who acts past their permissions', async () => {
    const { host, bo, cy, pipeline, as } = await office();
    const other = await dealOf(host, pipeline.id, cy, 'Other');
    const store = await as(bo);
    const counted = await store.run(
      command('deals/renumber', null, async (work) => {
        const all = await work.system.find(allDeals);
        const mine = await work.find(allDeals);
        const found = await work.system.require(deals.collection, other.id);
        if (!found.ok) return found;
        work.system.put(deals.collection, { ...found.value, name: 'Numbered' });
        return ok([all.length, mine.length]);
      }),
    );
    expect(valueOf(counted)).toEqual([1, 0]);
    expect(await ask(host, deals.byId(other.id))).toMatchObject({ name: 'Numbered', ownerId: cy });
  });

  it('PM29 carries no hidden row in the error of a conflict', async () => {
    const { adapter, host, bo, cy, pipeline, as } = await office();
    const other = await dealOf(host, pipeline.id, cy, 'Other');
    const store = await as(bo);
    const blind = command('deals/blind', null, async (work) =>
      work.put(deals.collection, { ...other, ownerId: bo, name: 'Stolen' }),
    );
    const failed = await store.run(blind).catch((cause: unknown) => cause);
    expect(failed).toMatchObject({ code: 'store/conflict', cause: { fault: { actual: null } } });
    expect(JSON.stringify(failed)).not.toContain('Other');
    expect((await adapter.get('deals', [other.id]))[0]?.data).toMatchObject({ name: 'Other' });
  });
});
