import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { type Id } from '@kith/core';
import type { Role } from '@kith/core/permissions';
import { type Collection, companies, contacts, deals, erase, openStore, pipelines, users } from '@kith/store';
import { auditBetween, auditedValues, auditOf, verifyAudit } from '@kith/store/audit';
import { backUp, restoreBackup } from '@kith/store/backup';
import { access$, allRoles, createRole, exportRows, removeRole, rolesPolicy, share } from '@kith/store/permissions';
import { BehaviorSubject, firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ask, problemOf, valueOf } from '../../support/book.js';
import { ADMIN, allDeals, dealOf, office, REP, until } from './office.js';

describe('what goes past questions and commands', () => {
  it('PM31 shows the audit log to who may read all that it speaks of', async () => {
    const auditor: Role = {
      ...REP,
      grants: [
        ...REP.grants,
        { collection: 'auditEntries', actions: ['read'], scope: 'all' },
        { collection: 'auditValues', actions: ['read'], scope: 'all' },
      ],
    };
    const { host, ann, bo, cy, pipeline, as } = await office([ADMIN, auditor]);
    const other = await dealOf(host, pipeline.id, cy, 'Other');
    const admin = await as(ann);
    const store = await as(bo);
    expect(await ask(admin, auditOf(deals.collection, other.id))).toHaveLength(1);
    expect(await ask(store, auditOf(deals.collection, other.id))).toEqual([]);
    const [entry] = await ask(store, auditOf(pipelines.collection, pipeline.id));
    expect(entry).toMatchObject({ type: 'pipelines/create' });
    expect(entry && (await ask(store, auditedValues(entry)))).toHaveLength(1);
    const all = await ask(
      store,
      auditBetween('2000-01-01T00:00:00.000Z' as never, '2100-01-01T00:00:00.000Z' as never),
    );
    expect(all.flatMap(({ changes }) => changes.map(({ row }) => row.split('/')[0]))).toEqual(['pipelines']);
    expect((await verifyAudit(admin)).findings).toEqual([]);
    await expect(verifyAudit(store)).rejects.toMatchObject({ code: 'store/denied' });
    expect(await ask(await as(cy), { ask: 'rows', collection: historySteps })).toEqual([]);
  });

  it('PM32 leaves backups, and the storage itself, to administrators', async () => {
    const { host, ann, bo, cy, pipeline, as } = await office();
    await dealOf(host, pipeline.id, cy, 'Other');
    const [admin, store] = [await as(ann), await as(bo)];
    const file = await new Response(backUp(admin)).blob();
    expect(await file.text()).toContain('Other');
    await expect(new Response(backUp(store)).text()).rejects.toMatchObject({ code: 'store/denied' });
    await expect(restoreBackup(store, file)).rejects.toMatchObject({ code: 'store/denied' });
    const { adapter } = store.storage;
    const writes: readonly Promise<unknown>[] = [
      adapter.write({ ops: [] }),
      adapter.destroy(),
      adapter.restore(adapter.dump()),
      adapter.dump()[Symbol.asyncIterator]().next(),
    ];
    for (const write of writes) await expect(write).rejects.toMatchObject({ fault: { kind: 'denied' } });
    expect((await adapter.changes('', 10_000)).changes.filter(({ c }) => c === 'deals')).toEqual([]);
    expect(await adapter.count('deals')).toBe(0);
    valueOf(await restoreBackup(admin, file));
  });

  it('PM33 exports what may be read and exported', async () => {
    const exporter: Role = {
      key: 'rep',
      name: 'Rep',
      grants: [
        { collection: 'deals', actions: ['read'], scope: 'all', fields: { except: ['rank'] } },
        { collection: 'deals', actions: ['export'], scope: 'own', fields: { except: ['amount'] } },
        { collection: 'contacts', actions: ['read'], scope: 'all' },
      ],
    };
    const { host, bo, cy, pipeline, as } = await office([ADMIN, exporter]);
    await dealOf(host, pipeline.id, bo, 'Own');
    await dealOf(host, pipeline.id, cy, 'Other');
    const store = await as(bo);
    const rows = valueOf(await exportRows(store, allDeals));
    expect(rows.map(({ name }) => name)).toEqual(['Own']);
    expect(Object.keys(rows[0] ?? {})).not.toContain('amount');
    expect(Object.keys(rows[0] ?? {})).not.toContain('rank');
    expect(problemOf(await exportRows(store, contacts.all()))).toBe('permissions/not-allowed');
    expect(valueOf(await exportRows(host, allDeals))).toHaveLength(2);
  });

  it('PM34 shares a row with people and teams', async () => {
    const { host, ann, bo, as } = await office();
    const contact = valueOf(await host.run(contacts.create({ name: 'Okafor' })));
    const store = await as(bo);
    expect(await ask(store, contacts.byId(contact.id))).toBeUndefined();
    const admin = await as(ann);
    valueOf(await admin.run(share(contacts.collection, { id: contact.id, with: ['team_north' as Id<'team'>] })));
    expect(await ask(store, contacts.byId(contact.id))).toMatchObject({ name: 'Okafor' });
    expect(problemOf(await store.run(share(contacts.collection, { id: contact.id, with: [] })))).toBe(
      'permissions/not-allowed',
    );
    valueOf(await admin.run(share(contacts.collection, { id: contact.id, with: [] })));
    expect(await ask(store, contacts.byId(contact.id))).toBeUndefined();
  });
});

describe('roles', () => {
  it('PM35 stand in the book beside those of the host, for administrators to change', async () => {
    const { ann, bo, as } = await office();
    const [admin, store] = [await as(ann), await as(bo)];
    const more = {
      key: 'more',
      name: 'More',
      grants: [{ collection: 'deals', actions: ['read'], scope: 'all' }],
    } as const;
    expect(problemOf(await store.run(createRole(more)))).toBe('permissions/administrators-only');
    expect(problemOf(await store.run(users.edit({ id: bo, changes: { roles: ['admin'] } })))).toBe('store/not-found');
    const role = valueOf(await admin.run(createRole(more)));
    expect(problemOf(await admin.run(createRole(more)))).toBe('permissions/duplicate-role');
    expect(
      problemOf(
        await admin.run(createRole({ ...more, key: 'x', grants: [{ ...more.grants[0], scope: 'mine' as 'own' }] })),
      ),
    ).toBe('store/invalid');
    expect((await ask(admin, allRoles())).map(({ key }) => key)).toEqual(['more']);
    valueOf(await admin.run(removeRole({ id: role.id })));
    expect(await ask(admin, allRoles())).toEqual([]);
  });

  it('PM36 cannot be changed so that nobody administers them', async () => {
    const { ann, bo, as } = await office();
    const admin = await as(ann);
    const lastOnes = [
      users.edit({ id: ann, changes: { roles: [] } }),
      users.edit({ id: ann, changes: { active: false } }),
      erase(users.collection, ann),
    ];
    for (const step of lastOnes)
      expect(problemOf(await admin.run(step as never))).toBe('permissions/locks-everyone-out');
    valueOf(await admin.run(users.edit({ id: bo, changes: { roles: ['admin'] } })));
    valueOf(await admin.run(users.edit({ id: ann, changes: { roles: [] } })));
    // Taking the first of the two back again would leave nobody.
    const other = await as(bo);
    expect(problemOf(await other.run(users.edit({ id: bo, changes: { roles: ['rep'] } })))).toBe(
      'permissions/locks-everyone-out',
    );
  });

  it('PM37 need somebody who acts, and cost nothing where there is no policy', async () => {
    const policy = rolesPolicy({ roles: [ADMIN] });
    await expect(openStore({ adapter: memoryAdapter(), policy })).rejects.toThrow('has to know who acts');
    expect(() => rolesPolicy({ roles: [REP] })).toThrow(/none of the roles "rep" administers/i);
    const adapter: StorageAdapter = memoryAdapter();
    const store = await openStore({ adapter });
    expect(store.storage.adapter).toBe(adapter);
    expect(store.storage.guard).toBeUndefined();
  });

  it('PM38 are told to the interface, now and when they change', async () => {
    const { host, bo, as } = await office();
    const store = await as(bo);
    const seen: boolean[] = [];
    const told = new BehaviorSubject(0);
    access$(store).subscribe((access) => {
      seen.push(access.administers);
      told.next(seen.length);
    });
    valueOf(await host.run(users.edit({ id: bo, changes: { roles: ['admin'] } })));
    await until(told, (count) => count === 2);
    expect(seen).toEqual([false, true]);
    await firstValueFrom(store.watch(companies.all()));
  });
});

const historySteps = {
  name: 'historySteps',
  kind: 'historyStep',
  schema: undefined as never,
  shape: { indexes: [] },
} as Collection;
