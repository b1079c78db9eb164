import { type Id } from '@kith/core';
import type { Role } from '@kith/core/permissions';
import {
  type Committed,
  companies,
  deals,
  type Guard,
  type Identified,
  type RowChanges,
  rowChanges,
  users,
} from '@kith/store';
import { createRole, editRole } from '@kith/store/permissions';
import { BehaviorSubject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ask, NOW, valueOf } from '../../support/book.js';
import { ADMIN, allDeals, dealOf, office, until } from './office.js';

describe('what is watched', () => {
  it('PM21 follows rows into and out of sight, and says nothing of the others', async () => {
    const { host, bo, cy, pipeline, as } = await office();
    const own = await dealOf(host, pipeline.id, bo, 'Own');
    const other = await dealOf(host, pipeline.id, cy, 'Other');
    const store = await as(bo);
    const lists: string[][] = [];
    const differences: RowChanges<Identified>[] = [];
    const counts: number[] = [];
    const told: Committed[] = [];
    const subscriptions = [
      store.watch(allDeals).subscribe((rows) => lists.push(rows.map(({ name }) => name))),
      store
        .watch(allDeals)
        .pipe(rowChanges())
        .subscribe((each) => differences.push(each)),
      store
        .watch(deals.totals(pipeline.id))
        .subscribe((groups) => counts.push(groups.reduce((sum, { count }) => sum + count, 0))),
      store.changes$.subscribe((committed) => told.push(committed)),
    ];
    const settled = new BehaviorSubject(0);
    subscriptions.push(store.watch(companies.all()).subscribe(() => settled.next(settled.value + 1)));
    // Whatever is told of a later commit comes behind what is told of an earlier one.
    const pulled = async (name: string): Promise<void> => {
      const before = settled.value;
      valueOf(await host.run(companies.create({ name, ownerId: bo })));
      await until(settled, (value) => value > before);
    };
    await pulled('First');
    expect(lists).toEqual([['Own']]);

    valueOf(await host.run(deals.edit({ id: other.id, changes: { name: 'Other still' } })));
    await pulled('Second');
    expect(lists).toEqual([['Own']]);
    expect(told.flatMap(({ changes }) => changes.map(({ collection }) => collection))).toEqual([
      'companies',
      'companies',
    ]);

    valueOf(await host.run(deals.edit({ id: other.id, changes: { ownerId: bo } })));
    await pulled('Third');
    expect(lists.at(-1)?.toSorted()).toEqual(['Other still', 'Own']);
    valueOf(await host.run(deals.edit({ id: own.id, changes: { ownerId: cy } })));
    await pulled('Fourth');
    expect(lists.at(-1)).toEqual(['Other still']);
    expect(differences.at(-1)?.removed.map(({ id }) => id)).toEqual([own.id]);
    expect(counts).toEqual([1, 2, 1]);
    expect(told.flatMap(({ changes }) => changes).filter(({ collection }) => collection === 'deals')).toMatchObject([
      { id: other.id, to: { name: 'Other still' } },
      { id: own.id, from: undefined, to: null },
    ]);
    for (const each of subscriptions) each.unsubscribe();
  });

  it('PM22 follows what the person may see: their roles, their team, the rights of a role', async () => {
    const { host, bo, cy, pipeline, as, ann } = await office();
    await dealOf(host, pipeline.id, bo, 'Own');
    await dealOf(host, pipeline.id, cy, 'Other');
    valueOf(await host.run(companies.create({ name: 'Of Cy', ownerId: cy, website: 'cy.example' })));
    const store = await as(bo);
    const names = new BehaviorSubject<readonly string[]>([]);
    const domains = new BehaviorSubject<readonly unknown[]>([]);
    const totals = new BehaviorSubject<unknown>(undefined);
    store.watch(allDeals).subscribe((rows) => names.next(rows.map(({ name }) => name).toSorted()));
    store.watch(companies.all()).subscribe((rows) => domains.next(rows.map(({ website }) => website)));
    store.watch(deals.totals(pipeline.id)).subscribe((groups) => totals.next(groups[0]?.count));
    await until(names, (value) => value.join() === 'Own');
    await until(domains, (value) => value.join() === 'cy.example');

    valueOf(await host.run(users.edit({ id: bo, changes: { roles: ['admin'] } })));
    await until(names, (value) => value.join() === 'Other,Own');
    await until(totals, (value) => value === 2);
    valueOf(
      await host.run(users.edit({ id: bo, changes: { roles: ['rep', 'more'], teamId: 'team_south' as Id<'team'> } })),
    );
    await until(names, (value) => value.join() === 'Own');
    await until(domains, (value) => value.length === 0);
    const admin = await as(ann);
    const role = valueOf(
      await admin.run(
        createRole({ key: 'more', name: 'More', grants: [{ collection: 'deals', actions: ['read'], scope: 'all' }] }),
      ),
    );
    await until(names, (value) => value.join() === 'Other,Own');
    valueOf(await admin.run(editRole({ id: role.id, changes: { grants: [] } })));
    await until(names, (value) => value.join() === 'Own');
    valueOf(await host.run(users.edit({ id: bo, changes: { active: false } })));
    await until(names, (value) => value.length === 0);
  });

  it('PM23 takes notice of time where a right is bound to it', async () => {
    const recent: Role = {
      key: 'rep',
      name: 'Rep',
      grants: [
        {
          collection: 'deals',
          actions: ['read'],
          scope: 'all',
          where: { field: 'openedDay', is: 'gte', value: { day: -7 } },
        },
      ],
    };
    const { host, bo, cy, pipeline, as } = await office([ADMIN, recent]);
    await dealOf(host, pipeline.id, cy, 'Fresh');
    let now = NOW;
    const store = await as(bo, { clock: () => now });
    expect((await ask(store, allDeals)).map(({ name }) => name)).toEqual(['Fresh']);
    now += 8 * 86_400_000;
    expect(await ask(store, { ...allDeals, limit: 5 })).toEqual([]);
    const guard = store.storage.guard as Guard;
    expect([guard.readsClock('deals'), guard.readsClock('contacts')]).toEqual([true, false]);
  });
});
