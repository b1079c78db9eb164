import { memoryAdapter } from '@kith/adapters';
import type { Id } from '@kith/core';
import type { Mapping } from '@kith/core/imports';
import type { Role } from '@kith/core/permissions';
import { contacts, openStore, users } from '@kith/store';
import { importCsv, revertImport } from '@kith/store/imports';
import { rolesPolicy } from '@kith/store/permissions';
import { describe, expect, it } from 'vitest';
import { ask, NOW, valueOf } from '../../support/book.js';
import { kept } from './world.js';

const ADMIN: Role = {
  key: 'admin',
  name: 'A',
  administers: true,
  grants: [{ collection: '*', actions: ['*'], scope: 'all' }],
};
const CLERK: Role = {
  key: 'clerk',
  name: 'Clerk',
  grants: [
    {
      collection: 'contacts',
      actions: ['read', 'update', 'create', 'delete'],
      scope: 'all',
      where: { field: 'jobTitle', is: 'ne', value: 'Owner' },
      fields: { except: ['description'] },
    },
    { collection: 'imports', actions: ['read'], scope: 'all' },
  ],
};
const PEOPLE: Mapping = {
  name: 'People',
  into: 'contacts',
  system: 'list',
  externalId: ['Id'],
  fields: [
    { field: 'name', from: [{ column: 'Name' }], required: true },
    { field: 'jobTitle', from: [{ column: 'Title' }] },
  ],
};

describe('an import', () => {
  it('PM40 refuses the rows that the person may not write, one by one, and is taken back whole', async () => {
    const adapter = kept(memoryAdapter());
    const policy = rolesPolicy({ roles: [ADMIN, CLERK] });
    const host = await openStore({ adapter, collections: policy.collections, clock: () => NOW });
    const ann = valueOf(await host.run(users.create({ name: 'Ann', roles: ['clerk'] }))).id as Id<'user'>;
    const known = valueOf(
      await host.run(
        contacts.create({ name: 'Bo', jobTitle: 'Miller', description: 'Snores', externalIds: { list: '1' } }),
      ),
    );
    valueOf(await host.run(contacts.create({ name: 'Cy', jobTitle: 'Owner', externalIds: { list: '2' } })));
    const before = await ask(host, contacts.all());

    const store = await openStore({ adapter, actor: ann, policy, clock: () => NOW });
    const file = 'Id,Name,Title\n1,Bo B,Miller\n3,Di,Owner\n4,Ed,Baker\n';
    const imported = valueOf(await importCsv(store, file, PEOPLE));
    expect(imported).toMatchObject({ created: 1, updated: 1, rejected: 1 });
    expect(imported.rejections).toMatchObject([{ problems: [{ code: 'permissions/not-allowed' }] }]);
    expect(await ask(host, contacts.byId(known.id))).toMatchObject({ name: 'Bo B', description: 'Snores' });
    expect(await store.can({ ...contacts.edit({ id: known.id, changes: { name: 'x' } }) })).toMatchObject({ ok: true });

    valueOf(await revertImport(store, imported.importId as Id<'import'>));
    expect(await ask(host, contacts.all())).toEqual(before);
  });
});
