import { memoryAdapter, type Op, type RowData, type StorageAdapter } from '@kith/adapters';
import type { Id } from '@kith/core';
import type { ProtectedField, Role } from '@kith/core/permissions';
import { type Collection, type Identified, openStore, type Store } from '@kith/store';
import { rolesPolicy } from '@kith/store/permissions';
import * as z from 'zod/mini';
import { NOW } from '../../support/book.js';
import type { NaiveRole, NaiveWorld, Plain } from './naive.js';

/** A row of the world: everything that a permission can hinge on. */
export type Case = Identified & Plain;

const caseOf = (kind: string): Collection<Case> => ({
  name: `${kind}s`,
  kind,
  // The name is required, so that whoever does not see it must still be able to write the rest.
  schema: z.looseObject({ id: z.string(), name: z.string() }) as never,
  shape: {
    indexes: [
      ['ownerId', 'rank'],
      ['status', 'rank'],
    ],
    tallies: [
      { by: ['status', 'amount.currency'], sum: ['amount.minor'] },
      { by: ['ownerId'], sum: ['margin'] },
    ],
    search: [{ path: 'name', weight: 2 }, { path: 'note' }],
  },
});

export const cases = caseOf('case');
export const contracts = caseOf('contract');
export const COLLECTIONS = [cases, contracts] as const;

/** Two branches below one company, a manager chain that goes round in a circle, somebody without a team, somebody who left. */
export const TEAMS: readonly Plain[] = [
  { id: 'team_top', name: 'Company' },
  { id: 'team_north', name: 'North', parentId: 'team_top', managerId: 'user_nina' },
  { id: 'team_fjord', name: 'Fjord', parentId: 'team_north' },
  { id: 'team_south', name: 'South', parentId: 'team_top' },
  { id: 'team_left', name: 'Round', parentId: 'team_right' },
  { id: 'team_right', name: 'About', parentId: 'team_left' },
];

export const USERS: readonly Plain[] = [
  { id: 'user_adam', name: 'Adam', roles: ['admin'] },
  { id: 'user_top', name: 'Tove', teamId: 'team_top', roles: ['tested'], territories: ['open', 'won'] },
  {
    id: 'user_nina',
    name: 'Nina',
    teamId: 'team_south',
    managerId: 'user_top',
    roles: ['tested'],
    territories: [],
    customFields: { line: 'lost' },
  },
  {
    id: 'user_odd',
    name: 'Odd',
    teamId: 'team_north',
    managerId: 'user_nina',
    roles: ['tested'],
    territories: ['lost'],
  },
  {
    id: 'user_per',
    name: 'Per',
    teamId: 'team_fjord',
    managerId: 'user_odd',
    roles: ['tested', 'second'],
    territories: ['won'],
  },
  { id: 'user_rut', name: 'Rut', teamId: 'team_left', managerId: 'user_siv', roles: ['tested'] },
  { id: 'user_siv', name: 'Siv', teamId: 'team_right', managerId: 'user_rut', roles: ['second'] },
  { id: 'user_ute', name: 'Ute', roles: ['tested'] },
  { id: 'user_gone', name: 'Gone', teamId: 'team_north', roles: ['tested', 'admin'], active: false },
];

const stamps = { createdAt: '2026-01-01T00:00:00.000Z', modifiedAt: '2026-01-01T00:00:00.000Z' };
const WORDS = ['amber', 'birch', 'cedar', 'dune', 'ember', 'fjord', 'grove', 'heath', 'islet', 'jetty'];
const owners = [...USERS.map(({ id }) => id), undefined];

/** The rows of one collection: every owner, status and amount beside every other one. */
export const rowsOf = (kind: string, count: number): readonly Plain[] =>
  Array.from(
    { length: count },
    (_, index): Plain => ({
      id: `${kind}_${String((index * 7) % count).padStart(3, '0')}`,
      name: `${WORDS[index % 10]} ${WORDS[(index * 3 + 1) % 10]} ${index}`,
      note: `${WORDS[(index * 7 + 2) % 10]} secret${index % 4}`,
      rank: (index * 5) % count,
      status: ['open', 'won', 'lost'][index % 3],
      ...(index % 5 > 0 && { region: ['team_top', 'team_fjord', 'user_nina', 'user_ute'][(index % 5) - 1] }),
      margin: (index * 13) % 50,
      amount: { minor: ((index * 17) % 40) * 100, currency: index % 2 ? 'EUR' : 'USD' },
      customFields: { diagnosis: `f${index % 5}`, nickname: WORDS[(index * 3) % 10] },
      ...(owners[index % owners.length] !== undefined && { ownerId: owners[index % owners.length] }),
      ...(index % 6 === 0 && { sharedWith: [['user_rut'], ['team_north'], ['team_top', 'user_ute']][(index / 6) % 3] }),
      ...stamps,
    }),
  );

export const SENSITIVE = COLLECTIONS.flatMap(({ name }) => [
  { collection: name, field: 'customFields.diagnosis', sensitivity: 'health' as const },
  { collection: name, field: 'customFields.nickname', sensitivity: 'personal' as const },
]) satisfies readonly ProtectedField[];

const ADMIN: Role = {
  key: 'admin',
  name: 'Administrator',
  administers: true,
  grants: [{ collection: '*', actions: ['*'], scope: 'all', cleared: ['personal', 'health'] }],
};

/** The two sets of roles of the guide, and who runs the house. */
export const OFFICE: Role = {
  key: 'office',
  name: 'Office',
  administers: true,
  grants: [{ collection: '*', actions: ['*'], scope: 'all' }],
};
export const SALES: Role = {
  key: 'sales',
  name: 'Sales',
  grants: [
    { collection: 'pipelines', actions: ['read'], scope: 'all' },
    { collection: 'activities', actions: ['read', 'create'], scope: 'all' },
    { collection: 'contacts', actions: ['read'], scope: 'all' },
    { collection: 'companies', actions: ['read'], scope: 'all' },
    { collection: 'contacts', actions: ['create', 'update'], scope: 'team-and-below' },
    { collection: 'deals', actions: ['read', 'create', 'update'], scope: 'team-and-below' },
  ],
};
export const FINANCE: Role = {
  key: 'finance',
  name: 'Finance',
  grants: [
    { collection: 'contracts', actions: ['read', 'export'], scope: 'all', fields: { except: ['note'] } },
    { collection: 'companies', actions: ['read'], scope: 'all', fields: { only: ['name'] } },
  ],
};

export const worldOf = (roles: readonly NaiveRole[]): NaiveWorld => ({
  roles: [ADMIN as NaiveRole, ...roles],
  users: USERS,
  teams: TEAMS,
  sensitive: SENSITIVE,
});

/** Opens a storage that the stores of one test share: it stays open when one of them is closed. */
export function kept(adapter: StorageAdapter): StorageAdapter {
  let opened: Promise<void> | undefined;
  return {
    ...adapter,
    open(options) {
      opened ??= adapter.open(options);
      return opened;
    },
    close: async () => undefined,
  };
}

/** Fills a storage with everything there is. */
export async function fill(adapter: StorageAdapter, count: number): Promise<void> {
  const store = await openStore({ adapter, collections: COLLECTIONS, policy: policyOf([]), actor: ACTOR });
  const ops = [
    ...USERS.map((row) => put('users', { ...row, ...stamps })),
    ...TEAMS.map((row) => put('teams', { ...row, ...stamps })),
    ...COLLECTIONS.flatMap(({ name, kind }) => rowsOf(kind, count).map((row) => put(name, row))),
  ];
  await adapter.write({ ops });
  await store.close();
}

/** A book with nothing in it but some rows, and without a policy. */
export async function bookOf(collection: Collection<Case>, rows: readonly Plain[]): Promise<Store> {
  const adapter = memoryAdapter();
  const store = await openStore({ adapter, collections: COLLECTIONS, clock: () => NOW, timeZone: 'UTC' });
  await adapter.write({ ops: rows.map((row) => put(collection.name, row)) });
  return store;
}

export const put = (c: string, data: Plain): Op => ({
  op: 'put',
  c,
  id: String(data.id),
  expect: 'any',
  data: data as RowData,
});

const ACTOR = 'user_adam' as Id<'user'>;

const policyOf = (roles: readonly NaiveRole[]) =>
  rolesPolicy({
    roles: [ADMIN, ...roles.map((role) => ({ name: role.key, ...role }) as Role)],
    fields: () => SENSITIVE,
  });

/** The store of one person under some roles. */
export const storeFor = (adapter: StorageAdapter, roles: readonly NaiveRole[], person: string): Promise<Store> =>
  openStore({
    adapter,
    collections: COLLECTIONS,
    policy: policyOf(roles),
    actor: person as Id<'user'>,
    clock: () => NOW,
    timeZone: 'UTC',
    wait: async () => undefined,
  });
