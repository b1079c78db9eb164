import { memoryAdapter, type Op } from '@kith/adapters';
import type { Id } from '@kith/core';
import type { Role } from '@kith/core/permissions';
import { companies, contacts, openStore, type Store, users } from '@kith/store';
import { check, checkRow, keepIdentities, rebuildIdentities, watchDuplicates } from '@kith/store/duplicates';
import * as leads from '@kith/store/leads';
import { rolesPolicy } from '@kith/store/permissions';
import { firstValueFrom } from 'rxjs';
import { filter } from 'rxjs/operators';
import { describe, expect, it } from 'vitest';
import { NOW, valueOf } from '../../support/book.js';
import { kept } from '../permissions/world.js';

const ADMIN: Role = {
  key: 'admin',
  name: 'Administrator',
  administers: true,
  grants: [{ collection: '*', actions: ['*'], scope: 'all' }],
};
/** Sees their own rows, and of contacts neither numbers nor birthdays. */
const SELLER: Role = {
  key: 'seller',
  name: 'Seller',
  grants: [
    { collection: 'contacts', actions: ['read'], scope: 'own', fields: { except: ['phones', 'birthDate'] } },
    { collection: 'companies', actions: ['read'], scope: 'own' },
    { collection: 'leads', actions: ['read', 'create', 'update'], scope: 'own' },
    { collection: 'activities', actions: ['read', 'create'], scope: 'all' },
  ],
};
const POLICY = rolesPolicy({ roles: [ADMIN, SELLER] });
const ANN = 'user_ann' as Id<'user'>;
const BEN = 'user_ben' as Id<'user'>;
const CHIEF = 'user_chief' as Id<'user'>;
const PHONE = [{ value: '+43 1 5550101' }];

type Hidden = 'nothing' | 'others';

/** A book in which Ann sees the same, whatever else there is. */
async function bookWith(hidden: Hidden) {
  const adapter = kept(memoryAdapter());
  const open = (actor?: Id<'user'>): Promise<Store> =>
    openStore({
      adapter,
      clock: () => NOW,
      timeZone: 'Europe/Vienna',
      collections: [...leads.leadCollections, ...POLICY.collections],
      companions: [keepIdentities()],
      ...(actor && { actor, policy: POLICY }),
    });
  const host = await open();
  let seed = 0;
  const make = (name: string, fields: object, ownerId: Id<'user'>) =>
    host.run(contacts.create({ name, ownerId, ...fields }));
  for (const [id, role] of [
    [ANN, 'seller'],
    [BEN, 'seller'],
    [CHIEF, 'admin'],
  ] as const) {
    const user = valueOf(await host.run(users.create({ name: id, roles: [role] })));
    const op: Op = { op: 'put', c: 'users', id, expect: 'any', data: { ...user, id } as never };
    await adapter.write({ ops: [op] });
  }
  // The same ids in both books.
  const put = async (name: string, fields: object, ownerId: Id<'user'>): Promise<void> => {
    const made = valueOf(await make(name, fields, ownerId));
    const id = `contact_${++seed}`;
    await adapter.write({
      ops: [
        { op: 'delete', c: 'contacts', id: made.id, expect: 'any' },
        { op: 'delete', c: 'identities', id: made.id, expect: 'any' },
        { op: 'put', c: 'contacts', id, expect: 'any', data: { ...made, id } as never },
      ],
    });
  };
  const hers = hidden === 'others' ? { phones: PHONE, birthDate: '1980-02-01' } : {};
  await put('Léa Fontanel', { emails: [{ value: 'lea@brama.example' }], ...hers }, ANN);
  await put('Jakob Lang', { emails: [{ value: 'lang@brama.example' }], ...hers }, ANN);
  await put('Mia Berg', {}, ANN);
  if (hidden === 'others') {
    await put('Lea Fontanel', { emails: [{ value: 'lea@brama.example' }, { value: 'l@home.example' }] }, BEN);
    await put('Olga Petrova', { emails: [{ value: 'olga@petrova.example' }], phones: PHONE }, BEN);
    for (let number = 0; number < 210; number++) await put('Mia Berg', {}, BEN);
    valueOf(await host.run(companies.create({ name: 'Brama S.A.', website: 'brama.example', ownerId: BEN })));
    valueOf(
      await host.run(leads.capture({ payload: { name: 'Olga Petrova', email: 'olga@petrova.example' }, ownerId: BEN })),
    );
  }
  await rebuildIdentities(host);
  return { adapter, open };
}

const ASKED = [
  { name: 'Lea Fontanel', emails: ['lea@brama.example'] },
  { name: 'Lea Fontanel', emails: ['l@home.example'] },
  { name: 'Léa Fontanel', emails: ['lea@brama.example'], birthDate: '1990-05-05' as never, phones: ['+43 1 5559999'] },
  { name: 'Jakob Lang', phones: ['+43 1 5550101'], birthDate: '1980-02-01' as never },
  { phones: ['+43 1 5550101'] },
  { name: 'Olga Petrova', emails: ['olga@petrova.example'] },
  { companyName: 'Brama', website: 'brama.example' },
  { name: 'Mia Berg' },
];

/** All that Ann learns by looking for duplicates and by bringing leads, without ids that are new each time. */
async function learnt(hidden: Hidden): Promise<string> {
  const { open } = await bookWith(hidden);
  const store = await open(ANN);
  const told: unknown[] = [];
  for (const source of ASKED) told.push(valueOf(await store.run(check(source))));
  for (const [place, onDuplicate] of (['take', 'refuse', 'attach'] as const).entries())
    for (const payload of [
      { name: 'Olga Petrova', email: 'olga@petrova.example' },
      { name: 'Paul Mercier', email: 'paul@brama.example', company: 'Brama SA' },
    ]) {
      const captured = await store.run(
        leads.capture({ payload, onDuplicate, ownerId: ANN, submissionId: `${place} ${payload.email}` }),
      );
      told.push(captured.ok ? [captured.value.isNew, captured.value.matches.length, captured.value.lead] : captured);
    }
  await store.close();
  return JSON.stringify(told).replaceAll(/lead_\w+/g, 'lead');
}

describe('duplicates that somebody may not see', () => {
  it('DU26 are neither told nor counted: two books that differ only in them answer alike', async () => {
    const [one, other] = [await learnt('nothing'), await learnt('others')];
    expect(other).toBe(one);
    // And it is no silence: what she sees is found, though hundreds out of sight share its name.
    expect(one).toContain('"name":"Mia Berg"');
    expect(one).toContain('"evidence":"same-email"');
  });

  it('DU27 are told to those who see them, as soon as they look', async () => {
    const { open } = await bookWith('others');
    const ann = await open(ANN);
    const payload = { name: 'Olga Petrova', email: 'olga@petrova.example' };
    const { lead, matches } = valueOf(await ann.run(leads.capture({ payload, ownerId: ANN })));
    expect(matches).toEqual([]);
    expect(JSON.stringify(lead)).not.toContain('contact_');
    const row = { in: 'leads', id: lead.id } as const;
    expect(valueOf(await ann.run(checkRow(row)))).toEqual({ matches: [], compared: 0, passedOver: 0 });

    const chief = await open(CHIEF);
    const told = valueOf(await chief.run(checkRow(row))).matches;
    expect(told.map(({ collection, verdict }) => [collection, verdict])).toEqual([
      ['contacts', 'same'],
      ['leads', 'same'],
    ]);
    // Whoever stands before the lead is told of what comes later, too.
    const later = firstValueFrom(watchDuplicates(ann, row).pipe(filter((found) => found.matches.length > 0)));
    valueOf(
      await chief.run(
        contacts.create({ name: 'Petrova, Olga', emails: [{ value: 'olga@petrova.example' }], ownerId: ANN }),
      ),
    );
    expect((await later).matches).toMatchObject([{ name: 'Petrova, Olga' }]);
    await Promise.all([ann.close(), chief.close()]);
  });

  it('DU28 cannot be looked up where they are kept, and are made anew only by who administers', async () => {
    const { open } = await bookWith('others');
    const ann = await open(ANN);
    const rows = await ann.storage.adapter.query({ c: 'identities', limit: 10 });
    expect(rows.rows).toEqual([]);
    await expect(rebuildIdentities(ann)).rejects.toMatchObject({ code: 'store/denied' });
    const chief = await open(CHIEF);
    expect((await rebuildIdentities(chief)).written).toBe(0);
    await Promise.all([ann.close(), chief.close()]);
  });
});
