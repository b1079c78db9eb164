import { memoryAdapter, type RowData, type StorageAdapter, StorageFault } from '@kith/adapters';
import type { Deal } from '@kith/core';
import type { Role } from '@kith/core/permissions';
import { companies, deals, openStore, type Store } from '@kith/store';
import { openLongList } from '@kith/store/long-lists';
import { rolesPolicy } from '@kith/store/permissions';
import { describe, expect, it } from 'vitest';
import { ask, NOW, valueOf } from '../../support/book.js';
import { ADMIN, dealOf, office } from './office.js';
import { kept } from './world.js';

const found = async (store: Store, text: string): Promise<readonly string[]> =>
  (await ask(store, { ask: 'search', collection: deals.collection, text, limit: 10 })).map(({ name }: Deal) => name);

/** Storage of which one call fails, when the test says so. */
function faulty() {
  const real = kept(memoryAdapter());
  let failing: 'query' | 'get' | undefined;
  const tried = (call: 'query' | 'get', collection: string): void => {
    if (failing !== call || collection !== 'deals') return;
    failing = undefined;
    throw new StorageFault({ kind: 'unavailable', applied: 'no' });
  };
  const adapter: StorageAdapter = {
    ...real,
    async query(query) {
      tried('query', query.c);
      return real.query(query);
    },
    async get(collection, ids) {
      tried('get', collection);
      return real.get(collection, ids);
    },
  };
  const failAt = (call: 'query' | 'get'): void => {
    failing = call;
  };
  return { adapter, failAt };
}

describe('what is answered from a copy of what somebody sees', () => {
  it('PM50 is asked anew after a failure, while it is made and while it is brought up to date', async () => {
    const { adapter, failAt } = faulty();
    const { host, bo, pipeline, as } = await office(undefined, adapter);
    const deal = await dealOf(host, pipeline.id, bo, 'Harbour');
    const store = await as(bo);
    failAt('query');
    await expect(found(store, 'Harbour')).rejects.toMatchObject({ name: 'KithError' });
    expect(await found(store, 'Harbour')).toEqual(['Harbour']);
    valueOf(await store.run(deals.edit({ id: deal.id, changes: { name: 'Lighthouse' } })));
    failAt('get');
    await expect(found(store, 'Lighthouse')).rejects.toMatchObject({ name: 'KithError' });
    expect(await found(store, 'Lighthouse')).toEqual(['Lighthouse']);
  });

  it('PM50 has what changed while nobody could tell', async () => {
    const real = kept(memoryAdapter());
    let isForgotten = false;
    const adapter: StorageAdapter = {
      ...real,
      async changes(since, limit) {
        if (!isForgotten) return real.changes(since, limit);
        isForgotten = false;
        throw new StorageFault({ kind: 'feed-trimmed', oldest: '' });
      },
    };
    const { host, bo, pipeline, as } = await office(undefined, adapter);
    const deal = await dealOf(host, pipeline.id, bo, 'Harbour');
    const store = await as(bo);
    expect(await found(store, 'Harbour')).toEqual(['Harbour']);
    await host.close();
    const reloaded = new Promise<void>((resolve) => {
      store.changes$.subscribe(({ isIncomplete }) => isIncomplete && resolve());
    });
    isForgotten = true;
    const data = { ...deal, id: 'deal_new', name: 'Lighthouse' } as object as RowData;
    await real.write({ ops: [{ op: 'put', c: 'deals', id: 'deal_new', expect: 'any', data }] });
    valueOf(await store.run(deals.edit({ id: deal.id, changes: { name: 'Harbour wall' } })));
    await reloaded;
    expect(await found(store, 'Lighthouse')).toEqual(['Lighthouse']);
  });

  it('PM51 goes on from page to page, though time goes on, where a role depends on the clock', async () => {
    const where = { field: 'createdAt', is: 'gte', value: { instant: -86_400_000 } } as const;
    const grants: Role['grants'] = [{ collection: 'companies', actions: ['read'], scope: 'all', where }];
    const roles = [ADMIN, { key: 'rep', name: 'Rep', grants }];
    const { adapter, host, bo } = await office(roles, kept(memoryAdapter()));
    const names = Array.from({ length: 700 }, (_, index) => `Company ${String(index).padStart(3, '0')}`);
    for (const name of names) valueOf(await host.run(companies.create({ name })));
    let now = NOW;
    const store = await openStore({ adapter, actor: bo, policy: rolesPolicy({ roles }), clock: () => now++ });
    const list = openLongList(store, { collection: companies.collection, order: [['name', 'asc']] });
    expect((await list.read(0, 700)).map(({ name }) => name)).toEqual(names);
    // What is out of sight by now is not shown, whenever the first page was asked for.
    now += 2 * 86_400_000;
    expect(await ask(store, companies.all())).toEqual([]);
    list.close();
  });
});
