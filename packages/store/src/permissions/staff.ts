import type { StorageAdapter } from '@kith/adapters';
import type { Member, MemberTeam, Role } from '@kith/core/permissions';
import type { Change, ChangeSet } from '../change-set.js';
import type { Collection } from '../collection.js';
import { readWhere } from '../read.js';
import { teams } from '../teams/collection.js';
import { users } from '../users/collection.js';
import { roles } from './collection.js';

/** Who works here, and with which roles: what the book says of it, kept in memory. */
export interface Staff {
  readonly users: readonly Member[];
  readonly teams: readonly MemberTeam[];
  readonly roles: readonly Role[];
  /** Reads it anew. */
  read(adapter: StorageAdapter): Promise<void>;
  /** Takes notice of changes; answers whether they are about it. */
  learn(changes: ReadonlyArray<Pick<Change, 'collection' | 'id' | 'to'>>): boolean;
  /** How it will be after some changes. */
  after(changes: ChangeSet): Pick<Staff, 'users' | 'roles'>;
}

/** Collections that say who may do what. */
export const STAFF: readonly Collection[] = [users, teams, roles];

/** Nobody is known yet. */
export function newStaff(): Staff {
  const rows = new Map(STAFF.map(({ name }) => [name, new Map<string, unknown>()]));
  let lists = listsOf(rows);
  return {
    get users() {
      return lists.users;
    },
    get teams() {
      return lists.teams;
    },
    get roles() {
      return lists.roles;
    },
    async read(adapter) {
      const read = await Promise.all(STAFF.map((collection) => readWhere(adapter, collection, { and: [] })));
      for (const [index, { name }] of STAFF.entries())
        rows.set(name, new Map((read[index] ?? []).map(({ id, data }) => [id, data])));
      lists = listsOf(rows);
    },
    learn(changes) {
      const own = changes.filter(({ collection }) => rows.has(collection));
      if (own.length === 0) return false;
      apply(rows, own);
      lists = listsOf(rows);
      return true;
    },
    after(changes) {
      const copy = new Map([...rows].map(([name, byId]) => [name, new Map(byId)]));
      apply(copy, changes);
      return listsOf(copy);
    },
  };
}

type Rows = ReadonlyMap<string, Map<string, unknown>>;

function apply(rows: Rows, changes: ReadonlyArray<Pick<Change, 'collection' | 'id' | 'to'>>): void {
  for (const { collection, id, to } of changes) {
    if (to) rows.get(collection)?.set(id, to);
    else rows.get(collection)?.delete(id);
  }
}

const listsOf = (rows: Rows) => {
  const list = <Item>({ name }: Collection): readonly Item[] => [...(rows.get(name)?.values() ?? [])] as Item[];
  return { users: list<Member>(users), teams: list<MemberTeam>(teams), roles: list<Role>(roles) };
};
