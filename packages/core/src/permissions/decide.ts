import type { Filter, FilterMoment } from '../filters/filter.js';
import { ok, type Problem, type Result, refuse } from '../kernel/result.js';
import { type Access, type Held, ownerPath, SHARED_WITH } from './access.js';
import type { Action } from './policy.js';
import { anyOf, isWithin, type Reach, type Reaches } from './reach.js';
import { changedPaths, MODIFIED, redact } from './redact.js';

/** May somebody do this? Without a row, whether there could be one; without a field, whether there is any. */
export interface Question {
  readonly action: Action;
  readonly collection: string;
  readonly row?: object | undefined;
  /** A path, such as `amount.minor`. */
  readonly field?: string | undefined;
}

/**
 * Whether somebody may do something. Problems: `permissions/not-allowed`, and `permissions/field-not-allowed` when it is
 * the field that they may not.
 *
 * ```ts
 * import type { Instant } from '@kith/core';
 * import { accessOf, decide, personOf } from '@kith/core/permissions';
 *
 * const sales = {
 *   key: 'sales',
 *   name: 'Sales',
 *   grants: [{ collection: 'deals', actions: ['read', 'update'], scope: 'own', fields: { except: ['margin'] } }],
 * } as const;
 * const access = accessOf({ roles: [sales] }, personOf('user_hanna', [{ id: 'user_hanna', roles: ['sales'] }], []));
 * const moment = { now: '2026-11-22T09:30:00.000Z' as Instant, timeZone: 'Europe/Vienna' };
 * const ask = (ownerId: string, field: string) =>
 *   decide(access, { action: 'update', collection: 'deals', row: { id: 'deal_1', ownerId }, field }, moment).ok;
 * expect([ask('user_hanna', 'name'), ask('user_hanna', 'margin'), ask('user_jo', 'name')]).toEqual([true, false, false]);
 * ```
 */
export function decide(access: Access, question: Question, moment: FilterMoment): Result<undefined> {
  const { action, collection, row, field } = question;
  const held = access.held(action, collection).filter((each) => !row || each.matches(row, moment));
  if (held.length === 0) return refuse(notAllowed(action, collection));
  if (field !== undefined && anyOf(held.map(({ reaches }) => reaches))(field) === 'none')
    return refuse(fieldNotAllowed(action, collection, field));
  return ok(undefined);
}

/** The rows of a collection that somebody may read (or export), as a filter to put beside their own. */
export function readScope(access: Access, collection: string, action: 'read' | 'export' = 'read'): Filter {
  const held = access.held(action, collection);
  const filters = held.flatMap(({ where }) => (where ? [where] : []));
  if (filters.length < held.length) return { and: [] };
  const different = [...new Map(filters.map((filter) => [JSON.stringify(filter), filter])).values()];
  return different.length === 1 && different[0] ? different[0] : { or: different };
}

/** How far somebody sees along the paths of a row, or of any row they may see. */
export function visibleFields(
  access: Access,
  collection: string,
  moment: FilterMoment,
  row?: object,
): (path: string) => Reach {
  const held = access.held('read', collection).filter((each) => !row || each.matches(row, moment));
  return anyOf(held.map(({ reaches }) => reaches));
}

/** How rows of one collection look to somebody. */
export interface Sight {
  /** A row without what is hidden; undefined when the row itself is. The same object when nothing is. */
  see(row: object): object | undefined;
  /** How far they see along the paths of a row; undefined when they do not see the row. */
  reaches(row: object): Reaches | undefined;
}

/** Makes looking at many rows of a collection quick: which rights a row falls under decides what is hidden in it. */
export function sightOf(
  access: Access,
  collection: string,
  moment: () => FilterMoment,
  action: 'read' | 'export' = 'read',
): Sight {
  const held = access.held(action, collection);
  /** By the places of the rights that a row falls under. */
  const reachesByRights = new Map<string, Reaches>();
  const readsClock = held.some((each) => each.readsClock);
  let last: FilterMoment | undefined;
  const reaches = (row: object): Reaches | undefined => {
    let rights = '';
    const now = !readsClock && last ? last : moment();
    last = now;
    for (let index = 0; index < held.length; index++) if (held[index]?.matches(row, now)) rights += `${index} `;
    if (rights === '') return undefined;
    const known = reachesByRights.get(rights);
    if (known) return known;
    const found = anyOf(
      rights
        .trim()
        .split(' ')
        .map((index) => (held[Number(index)] as Held).reaches),
    );
    reachesByRights.set(rights, found);
    return found;
  };
  return {
    reaches,
    see(row) {
      const found = reaches(row);
      return found && redact(row, found);
    },
  };
}

/** A step of one row, as it is to be written: whole, whatever the person sees of it. */
export interface WantedChange {
  readonly collection: string;
  readonly from: object | null;
  readonly to: object | null;
  /** The type of the command that wants it. */
  readonly command: string;
  readonly isErased?: boolean | undefined;
}

/**
 * Whether somebody may take a step. A row they see must stand in the scope of the right as it was; a new one as it is to
 * be. Only fields they see can be changed. The owner, and with whom a row is shared, need the right to `transfer`; what
 * decides about rights needs an administrator. Problems: `permissions/not-allowed`, `permissions/field-not-allowed`,
 * `permissions/administrators-only`.
 */
export function decideChange(access: Access, change: WantedChange, moment: FilterMoment): Result<undefined> {
  const { collection, from, to, command, isErased } = change;
  const owned = from ?? to;
  if (!owned) return ok(undefined);
  const action = isErased ? 'erase' : !from ? 'create' : !to ? 'delete' : 'update';
  const paths = action === 'create' || action === 'update' ? changedPaths(from ?? {}, to ?? {}) : [];
  const stamps = action === 'create' ? [...MODIFIED, 'id', 'createdAt', 'createdBy'] : MODIFIED;
  const changed = paths.filter((path) => !stamps.includes(path));
  if (decidesRights(access, collection, action, changed) && !access.administers)
    return refuse(administratorsOnly(collection));
  const transferred = action === 'update' ? changed.filter((path) => isTransfer(access, collection, path)) : [];
  const others = changed.filter((path) => !transferred.includes(path));
  if (transferred.length > 0) {
    const moved = allowed(access, { action: 'transfer', collection, command, row: owned }, transferred, moment);
    if (!moved.ok) return moved;
  }
  if (transferred.length > 0 && others.length === 0) return ok(undefined);
  const done = allowed(access, { action, collection, command, row: owned }, others, moment);
  if (done.ok || action !== 'create') return done;
  const owner = ownerPath(access.policy, collection);
  const isElsewhere = access.held('create', collection, command).length > 0;
  return isElsewhere && done.problem.code === 'permissions/not-allowed'
    ? refuse({ ...done.problem, path: owner, fix: { kind: 'fields', fields: [owner] } })
    : done;
}

interface Wanted {
  readonly action: Action;
  readonly collection: string;
  readonly command: string;
  readonly row: object;
}

function allowed(access: Access, wanted: Wanted, paths: readonly string[], moment: FilterMoment): Result<undefined> {
  const { action, collection, command, row } = wanted;
  const within = (held: readonly Held[]): readonly Held[] => held.filter((each) => each.matches(row, moment));
  const rights = within(access.held(action, collection, command));
  if (rights.length === 0) return refuse(notAllowed(action, collection));
  if (action === 'delete' || action === 'erase') return ok(undefined);
  // A transfer names its fields by itself.
  const writing = action === 'transfer' ? undefined : rights;
  const seeing =
    action === 'create' || rights.some(({ isByCommand }) => isByCommand)
      ? undefined
      : within(access.held('read', collection));
  const reach = (held: readonly Held[] | undefined, path: string): boolean =>
    held === undefined || held.some(({ reaches }) => reaches(path) === 'whole');
  const refused = paths.find((path) => !reach(writing, path) || !reach(seeing, path));
  return refused === undefined ? ok(undefined) : refuse(fieldNotAllowed(action, collection, refused));
}

const isTransfer = ({ policy }: Access, collection: string, path: string): boolean =>
  path === ownerPath(policy, collection) || path === SHARED_WITH;

/** Fields from which follows who may do what. */
const RIGHTS_BY_COLLECTION: Readonly<Record<string, readonly string[]>> = {
  users: ['roles', 'teamId', 'managerId', 'active'],
  teams: ['parentId', 'managerId'],
};

/** Collections from which follows who may do what. */
const RIGHTS: readonly string[] = ['roles', 'fields'];

function decidesRights(
  { references }: Access,
  collection: string,
  action: Action,
  changed: readonly string[],
): boolean {
  if (RIGHTS.includes(collection)) return true;
  const own = Object.hasOwn(RIGHTS_BY_COLLECTION, collection) ? RIGHTS_BY_COLLECTION[collection] : undefined;
  if (own === undefined) return false;
  const fields = collection === 'users' ? [...own, ...references] : own;
  return (
    action === 'delete' ||
    action === 'erase' ||
    changed.some((path) => fields.some((field) => isWithin(path, field) || isWithin(field, path)))
  );
}

const notAllowed = (action: Action, collection: string): Problem => ({
  code: 'permissions/not-allowed',
  message: `Your roles do not let you ${action} this in ${collection}. Ask somebody who administers roles.`,
  params: { action, collection },
});

/** The refusal of a step in a field. */
export const fieldNotAllowed = (action: Action, collection: string, field: string): Problem => ({
  code: 'permissions/field-not-allowed',
  message: `Your roles do not let you ${action} "${field}" here in ${collection}. Leave it as it is, or ask somebody who administers roles.`,
  path: field,
  params: { action, collection, field },
});

const administratorsOnly = (collection: string): Problem => ({
  code: 'permissions/administrators-only',
  message: `What is written here in ${collection} decides who may do what. Ask somebody who administers roles.`,
  params: { collection },
});
