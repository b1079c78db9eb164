import { compileFilter, type Row, type RowData, type StorageAdapter, StorageFault } from '@kith/adapters';
import { type Instant, lowerFilter, ok, type Problem, refuse } from '@kith/core';
import {
  type Access,
  accessOf,
  checkLockOut,
  complete,
  decideChange,
  everything,
  fieldNotAllowed,
  type Member,
  type Policy,
  type ProtectedField,
  parseRoles,
  personOf,
  type Role,
  readScope,
  redact,
  referencesOf,
  sightOf,
  unseenPath,
  type WantedChange,
} from '@kith/core/permissions';
import { BehaviorSubject } from 'rxjs';
import type { ChangeSet } from '../change-set.js';
import { toKithError } from '../error.js';
import type { Guard, GuardedChange, GuardMaker, GuardSite, Sighting } from '../guard.js';
import { faultOf } from '../settle.js';
import type { Seen } from '../store.js';
import { auditScope } from './audit-scope.js';
import { roles as storedRoles } from './collection.js';
import { type CollectionView, guardedAdapter } from './guarded-adapter.js';
import { pathSight } from './question.js';
import { newShadow, SLICE } from './shadow.js';
import { newStaff, STAFF } from './staff.js';

/** Who may do what in a book. */
export interface RolesPolicyOptions extends Omit<Policy, 'fields' | 'references'> {
  /** Fields that are protected by themselves, such as custom ones. Asked again when rights change. */
  readonly fields?: () => readonly ProtectedField[];
  /** The keys of somebody's roles; what their row says in `roles` when left out. */
  readonly rolesOf?: (user: Member) => readonly string[];
}

/**
 * Permissions for `openStore`: what roles let whoever acts (the store's `actor`) see and do. The roles given here cannot
 * be changed in the book; it may keep more of them in the collection `roles`. Throws a TypeError for roles that do not fit,
 * and when none of them administers. Opening a store with it and no actor is a TypeError, too.
 *
 * In a browser it keeps the interface right; it protects nothing from who holds the device. Do the same on the server.
 *
 * ```ts
 * import { memoryAdapter } from '@kith/adapters';
 * import type { Id } from '@kith/core';
 * import { companies, openStore, users } from '@kith/store';
 * import { rolesPolicy } from '@kith/store/permissions';
 * import { firstValueFrom } from 'rxjs';
 *
 * const adapter = memoryAdapter();
 * const host = await openStore({ adapter });
 * const jo = await host.run(users.create({ name: 'Jo', roles: ['sales'] }));
 * if (!jo.ok) throw new Error(jo.problem.message);
 * await host.run(companies.create({ name: 'Brama', ownerId: jo.value.id }));
 * await host.run(companies.create({ name: 'Nobody’s' }));
 * await host.close();
 *
 * const policy = rolesPolicy({
 *   roles: [
 *     { key: 'admin', name: 'Administrator', administers: true, grants: [] },
 *     { key: 'sales', name: 'Sales', grants: [{ collection: 'companies', actions: ['read'], scope: 'own' }] },
 *   ],
 * });
 * const store = await openStore({ adapter, actor: jo.value.id, policy });
 * expect((await firstValueFrom(store.watch(companies.all()))).map(({ name }) => name)).toEqual(['Brama']);
 * ```
 */
export function rolesPolicy(options: RolesPolicyOptions): GuardMaker {
  const parsed = parseRoles(options.roles);
  if (!parsed.ok) throw new TypeError(`rolesPolicy: ${parsed.problem.message}`);
  return { collections: [storedRoles], make: (site) => newGuard(options, site) };
}

/** So many rows of a collection are remembered as they were seen last: one commit looks at the same few again and again. */
const FEW = 16;

/** What was answered for the last few rows; only for rows that nobody can change. */
function rememberFew(look: (row: object) => object | undefined): (row: object) => object | undefined {
  const answers = new Map<object, object | undefined>();
  return (row) => {
    if (answers.has(row)) return answers.get(row);
    const answer = look(row);
    if (!Object.isFrozen(row)) return answer;
    answers.set(row, answer);
    for (const oldest of answers.keys()) {
      if (answers.size <= FEW) break;
      answers.delete(oldest);
    }
    return answer;
  };
}

/** The guard that roles make. */
export interface RolesGuard extends Guard {
  /** What the person may do; again whenever that has changed. */
  readonly access$: BehaviorSubject<Access>;
  /** Rows that they see as they may take them away: those among them, without the fields that they may only look at. */
  exported(collection: string, ids: readonly string[]): Promise<readonly RowData[]>;
}

function newGuard(options: RolesPolicyOptions, { adapter: inner, collections, shapes, env }: GuardSite): RolesGuard {
  const actor = env().actor;
  if (actor === undefined) throw new TypeError('openStore: a policy has to know who acts. Give the store an actor.');
  const names = collections.map(({ name }) => name);
  const staff = newStaff();
  /** Rows that were shown: that one of them has gone may be told. */
  const shown = new Set<string>();
  let views = new Map<string, CollectionView>();
  let signature = '';
  let access: Access = accessOf({ roles: [] }, personOf(actor, [], []));
  const access$ = new BehaviorSubject(access);

  const withRoles = (users: readonly Member[]): readonly Member[] =>
    options.rolesOf ? users.map((user) => ({ ...user, roles: options.rolesOf?.(user) })) : users;
  const rolesWith = (stored: readonly Role[]): readonly Role[] => [
    ...options.roles,
    ...stored.filter(({ key }) => !options.roles.some((role) => role.key === key)),
  ];
  /** Works out anew what the person may do; answers whether that is something else than before. */
  const settle = (): boolean => {
    const person = personOf(actor, withRoles(staff.users), staff.teams);
    const { owners } = options;
    const all = rolesWith(staff.roles);
    const held = all.filter(({ key }) => person.roles.includes(key));
    const policy: Policy = { roles: held, owners, fields: options.fields?.(), references: referencesOf(all) };
    const now = JSON.stringify([person, [...person.values], policy]);
    if (now === signature) return false;
    signature = now;
    access = accessOf(policy, person);
    views = new Map();
    access$.next(access);
    return true;
  };
  const readsClock = (collection: string): boolean => access.held('read', collection).some((held) => held.readsClock);

  const viewOf = (collection: string, at?: Instant): CollectionView => {
    const known = views.get(collection);
    if (known && (known.at === undefined || known.at === (at ?? env().now))) return known;
    const view = newView(collection, readsClock(collection) ? (at ?? env().now) : undefined);
    if (at === undefined || view.at === undefined) views.set(collection, view);
    return view;
  };
  const newView = (collection: string, at: Instant | undefined): CollectionView => {
    const held = access.held('read', collection);
    const moment = { ...env(), ...(at && { now: at }) };
    const { filter, exact: isExact } = lowerFilter(readScope(access, collection), moment);
    const audited = auditScope(access, collection, names);
    const isAudited = compileFilter(audited);
    const isAll = !audited && isExact && 'and' in filter && filter.and.length === 0;
    const { see: look, reaches } = sightOf(access, collection, env);
    const see = rememberFew(look);
    const view: CollectionView = {
      at,
      scope: isAll ? undefined : { filter: audited ? { and: [filter, audited] } : filter, isExact },
      hidesFields: held.some((each) => each.reaches !== everything),
      sight: (path) => pathSight(held, path),
      reaches,
      see(row) {
        const data = see(row.data) as RowData | undefined;
        if (!data || (audited && !isAudited(row.data))) return null;
        shown.add(`${collection}/${row.id}`);
        return data === row.data ? row : { ...row, data };
      },
      searched: (shapes()[collection]?.search ?? []).map(({ path }) => path),
      shadow: newShadow(collection, shapes()[collection] ?? { indexes: [] }, {
        page: async (after) => {
          const { pageRows } = inner.capabilities.limits;
          const where = view.scope && { where: view.scope.filter };
          const page = await inner.query({
            c: collection,
            ...where,
            limit: Math.min(pageRows, SLICE),
            ...(after !== undefined && { after }),
          });
          return { rows: page.rows.flatMap((row) => view.see(row) ?? []), next: page.next };
        },
        get: (ids) => guarded.get(collection, ids),
      }),
    };
    return view;
  };
  const guarded: StorageAdapter = guardedAdapter(inner, viewOf);
  const seenBy = (view: CollectionView, data: RowData): RowData | null =>
    view.see({ id: String(data.id), rev: 0, seq: '', data } satisfies Row)?.data ?? null;

  return {
    access$,
    async exported(collection, ids) {
      const taken = sightOf(access, collection, env, 'export');
      const rows = await inner.get(collection, ids);
      return rows.flatMap((row) => {
        const seen = row && !row.deleted ? viewOf(collection).see(row) : null;
        const reaches = row && seen && taken.reaches(row.data);
        return seen && reaches ? [redact(seen.data, reaches)] : [];
      });
    },
    adapter: guarded,
    whole() {
      if (access.administers) return inner;
      throw toKithError(
        new StorageFault({ kind: 'denied', detail: 'the whole book is for those who administer its roles.' }),
      );
    },
    seesAll(collection) {
      const { scope, hidesFields } = viewOf(collection);
      return scope === undefined && !hidesFields;
    },
    async refresh() {
      await staff.read(inner);
      // What changed unseen is in no shadow.
      views = new Map();
      settle();
    },
    see(changes) {
      const isNew = (staff.learn(changes) || changes.some(({ collection }) => collection === 'fields')) && settle();
      return { isNew, ...sightingOf(changes) };
    },
    view: (collection, data) => data && seenBy(viewOf(collection), data),
    complete(collection, { stored, before, left }) {
      const reaches = viewOf(collection).reaches(stored);
      if (!reaches) return ok(left);
      const unseen = unseenPath(left, reaches);
      if (unseen !== undefined) return refuse(fieldNotAllowed('update', collection, unseen));
      return ok(complete(before, left, reaches));
    },
    refusal,
    refusalOf: (changes, command) =>
      changes.map((change) => refusal({ ...change, command })).find((problem) => problem !== undefined) ??
      verdict(changes),
    withoutRow(cause) {
      const fault = faultOf(cause);
      return fault?.kind === 'conflict' ? new StorageFault({ ...fault, actual: null }) : cause;
    },
    verdict,
    readsClock,
  };

  function refusal(change: GuardedChange): Problem | undefined {
    const decided = decideChange(access, change as WantedChange, env());
    return decided.ok ? undefined : decided.problem;
  }

  function verdict(changes: ChangeSet): Problem | undefined {
    if (!changes.some(({ collection }) => STAFF.some(({ name }) => name === collection))) return undefined;
    const after = staff.after(changes);
    const checked = checkLockOut(
      { roles: rolesWith(staff.roles), users: withRoles(staff.users) },
      { roles: rolesWith(after.roles), users: withRoles(after.users) },
    );
    return checked.ok ? undefined : checked.problem;
  }

  function sightingOf(changes: readonly Seen[]): Omit<Sighting, 'isNew'> {
    const visible: Seen[] = [];
    const told: Seen[] = [];
    for (const change of changes) {
      const { collection, id } = change;
      const key = `${collection}/${id}`;
      const wasShown = shown.has(key);
      const view = viewOf(collection);
      const lookAt = (data: unknown): RowData | null => (data ? seenBy(view, data as RowData) : null);
      const from = change.from === undefined ? undefined : lookAt(change.from);
      const to = lookAt(change.to);
      if (to === null) shown.delete(key);
      view.shadow.soil(id);
      if (from === null && to === null) continue;
      const seen: Seen = { ...change, from, to };
      // Where nobody knows how it was, it may have been counted; it may be told only where it was shown.
      visible.push(seen);
      if (to !== null || (from === undefined ? wasShown : from !== null)) told.push(seen);
    }
    return { changes: visible, told };
  }
}
