import { memoryAdapter } from '@kith/adapters';
import { type Id, ok } from '@kith/core';
import type { Mapping } from '@kith/core/imports';
import type { Role } from '@kith/core/permissions';
import { command, companies, contacts, openStore, users } from '@kith/store';
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

  it('PM49 makes no second row of an external id that is out of sight, and says nothing of the one there is', async () => {
    const adapter = kept(memoryAdapter());
    const policy = rolesPolicy({
      roles: [
        ADMIN,
        {
          key: 'clerk',
          name: 'Clerk',
          grants: ['contacts', 'companies'].map((collection) => ({
            collection,
            actions: ['read', 'update', 'create', 'delete'],
            scope: 'own',
          })),
        } as Role,
      ],
    });
    const host = await openStore({ adapter, collections: policy.collections, clock: () => NOW });
    const ann = valueOf(await host.run(users.create({ name: 'Ann', roles: ['clerk'] }))).id as Id<'user'>;
    const hidden = valueOf(
      await host.run(contacts.create({ name: 'Zoe Secret', jobTitle: 'Spy', externalIds: { list: '1' } })),
    );
    valueOf(await host.run(companies.create({ name: 'Renamed', externalIds: { list: 'Hush' } })));
    const before = await ask(host, contacts.all());

    const mapping: Mapping = {
      ...PEOPLE,
      lookups: {
        company: {
          column: 'Title',
          in: 'companies',
          by: 'name',
          create: [
            { field: 'name', from: [{ column: 'Title' }] },
            { field: 'ownerId', from: [{ constant: ann }] },
          ],
        },
      },
      fields: [
        { field: 'name', from: [{ column: 'Name' }], required: true },
        { field: 'companyId', from: [{ lookup: 'company' }] },
        { field: 'ownerId', from: [{ constant: ann }] },
      ],
    };
    const store = await openStore({ adapter, actor: ann, policy, clock: () => NOW });
    const file = 'Id,Name,Title\n1,Bo B,Mill\n2,Cy,Hush\n3,Di,Bakery\n';
    const tried = valueOf(await importCsv(store, file, mapping, { mode: 'try' }));
    const imported = valueOf(await importCsv(store, file, mapping));
    expect(imported).toMatchObject({ created: 1, rejected: 2, alsoCreated: { companies: 1 } });
    expect(imported.rejections).toMatchObject([
      { line: 2, problems: [{ code: 'imports/not-yours', path: 'Id' }] },
      { line: 3, problems: [{ code: 'imports/not-yours', path: 'Title' }] },
    ]);
    expect(tried.rejections).toEqual(imported.rejections);
    for (const secret of [hidden.id, 'Zoe', 'Spy', 'Renamed']) expect(JSON.stringify(imported)).not.toContain(secret);
    expect((await ask(host, contacts.all())).filter(({ name }) => name !== 'Di')).toEqual(before);
    // A row that has really gone is made anew.
    valueOf(
      await host.run(
        command('contacts/drop', null, async (work) => {
          await work.get(contacts.collection, hidden.id);
          work.remove(contacts.collection, hidden.id);
          return ok(undefined);
        }),
      ),
    );
    const again = valueOf(await importCsv(store, file, mapping));
    expect(again.rejections).toMatchObject([{ line: 3, problems: [{ code: 'imports/not-yours' }] }]);
    expect(again).toMatchObject({ created: 1, unchanged: 1, rejected: 1 });
    await Promise.all([store.close(), host.close()]);
  });
});
