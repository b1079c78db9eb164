import { memoryAdapter } from '@kith/adapters';
import type { Company, Id } from '@kith/core';
import { ok } from '@kith/core';
import type { Role } from '@kith/core/permissions';
import { command, companies, type Store } from '@kith/store';
import { auditLog } from '@kith/store/audit';
import { rolesPolicy } from '@kith/store/permissions';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, dumpOf, HANNA, NOW, openBook, problemOf, valueOf } from '../support/book.js';

/** Somebody who may read all companies they own, and delete none. */
const reader: Role = {
  key: 'reader',
  name: 'Reader',
  grants: [
    { collection: 'companies', actions: ['read'], scope: 'own' },
    { collection: 'users', actions: ['read'], scope: 'all' },
  ],
};

const drop = (id: string) =>
  command('test/drop', { id }, async (work) => {
    work.remove(companies.collection, id);
    expect(await work.get(companies.collection, id)).toBeUndefined();
    return ok(undefined);
  });

const purge = (id: string) =>
  command('test/purge', { id }, async (work) => {
    work.purge(companies.collection, id);
    return ok(undefined);
  });

describe('a row that its command has not read', () => {
  let store: Store;
  let brama: Company;
  const stored = () => ask(store, companies.byId(brama.id));

  beforeEach(async () => {
    store = await openBook();
    brama = valueOf(await store.run(companies.create({ name: 'Brama' })));
  });

  it('S16 is deleted, told with what it was, and brought back by undo', async () => {
    const told: unknown[] = [];
    const following = store.changes$.subscribe(({ changes }) => told.push(...changes));
    valueOf(await store.can(drop(brama.id)));
    expect(await stored()).toEqual(brama);
    valueOf(await store.run(drop(brama.id)));
    expect(await stored()).toBeUndefined();
    expect(told).toMatchObject([{ id: brama.id, from: brama, to: null }]);
    valueOf(await store.undo());
    expect(await stored()).toEqual(brama);
    following.unsubscribe();
  });

  it('S16 need not be there', async () => {
    const adapter = memoryAdapter();
    const other = await openBook({ adapter, audit: auditLog() });
    const before = await dumpOf(adapter);
    valueOf(await other.run(drop('company_nobody')));
    expect(await dumpOf(adapter)).toEqual(before);
  });

  it('S16 is held against what somebody may do, and hidden ones are left alone', async () => {
    const adapter = memoryAdapter();
    const stamps = { createdAt: new Date(NOW).toISOString(), modifiedAt: new Date(NOW).toISOString() };
    const put = (c: string, row: { readonly id: string }) =>
      ({ op: 'put', c, id: row.id, expect: 'any', data: row }) as never;
    // Opened once for its declarations.
    await (await openBook({ adapter: { ...adapter, close: async () => undefined } })).close();
    const mine = 'company_mine' as Id<'company'>;
    const hidden = 'company_hidden' as Id<'company'>;
    await adapter.write({
      ops: [
        put('users', { id: HANNA, name: 'Hanna', roles: ['reader'], ...stamps } as never),
        put('users', { id: 'user_chief', name: 'Chief', roles: ['admin'], ...stamps } as never),
        put('companies', { id: mine, name: 'Mine', ownerId: HANNA, ...stamps } as never),
        put('companies', { id: hidden, name: 'Hidden', ownerId: 'user_chief', ...stamps } as never),
      ],
    });
    const admin: Role = { key: 'admin', name: 'Administrator', administers: true, grants: [] };
    const guarded = await openBook({
      adapter: { ...adapter, open: async () => undefined },
      policy: rolesPolicy({ roles: [admin, reader] }),
    });
    const before = await dumpOf(adapter);
    for (const each of [drop, purge]) {
      expect(problemOf(await guarded.can(each(mine)))).toBe('permissions/not-allowed');
      expect(problemOf(await guarded.run(each(mine)))).toBe('permissions/not-allowed');
      valueOf(await guarded.run(each(hidden)));
    }
    expect(await dumpOf(adapter)).toEqual(before);
  });
});
