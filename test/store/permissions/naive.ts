/**
 * Who may see what, written once more in the plainest way and from the words of docs/spec/permissions.md alone: no filter
 * tree, no port, no index, no memory. It shares no code with the packages.
 */
export interface NaiveGrant {
  readonly collection: string;
  readonly actions: readonly string[];
  readonly scope: string;
  readonly where?: { readonly field: string; readonly is: 'eq' | 'ne' | 'in'; readonly value: unknown } | undefined;
  readonly fields?: { readonly only: readonly string[] } | { readonly except: readonly string[] } | undefined;
  readonly cleared?: readonly string[] | undefined;
}

export interface NaiveRole {
  readonly key: string;
  readonly grants: readonly NaiveGrant[];
}

export interface NaiveWorld {
  readonly roles: readonly NaiveRole[];
  readonly users: readonly Plain[];
  readonly teams: readonly Plain[];
  readonly sensitive: readonly { readonly collection: string; readonly field: string; readonly sensitivity: string }[];
}

export type Plain = { readonly [field: string]: unknown };

/** The grants somebody has for an action on one row. */
function grantsOn(world: NaiveWorld, person: string, action: string, collection: string, row: Plain): NaiveGrant[] {
  const user = world.users.find((each) => each.id === person);
  if (!user || user.active === false) return [];
  const found: NaiveGrant[] = [];
  for (const role of world.roles)
    if ((user.roles as string[] | undefined)?.includes(role.key))
      for (const grant of role.grants) {
        if (grant.collection !== collection && grant.collection !== '*') continue;
        if (!grant.actions.includes(action) && !grant.actions.includes('*')) continue;
        if (!isInScope(world, person, collection, grant.scope, row)) continue;
        if (grant.where && !meets(world, user, row, grant.where)) continue;
        found.push(grant);
      }
  return found;
}

/** Whether a row meets a condition, which may speak of the person: without what it speaks of, none does. */
function meets(world: NaiveWorld, user: Plain, row: Plain, where: NonNullable<NaiveGrant['where']>): boolean {
  const { field, is, value } = where;
  const reference = (value as { person?: string } | null)?.person;
  const own = row[field] ?? null;
  if (reference === undefined) return is === 'eq' && own === value;
  const teams: unknown[] = [];
  for (let team = user.teamId; team !== undefined && !teams.includes(team); ) {
    teams.push(team);
    team = world.teams.find(({ id }) => id === team)?.parentId;
  }
  const custom = (user.customFields as Plain | undefined) ?? {};
  const found = reference === 'teamIds' ? teams : reference === 'customFields.line' ? custom.line : user[reference];
  const values = found === undefined ? [] : Array.isArray(found) ? found : [found];
  if (values.length === 0) return false;
  return is === 'ne' ? !values.includes(own) : values.includes(own);
}

function isInScope(world: NaiveWorld, person: string, collection: string, scope: string, row: Plain): boolean {
  const user = (id: unknown): Plain | undefined => world.users.find((each) => each.id === id);
  const teamOf = (id: unknown): unknown => user(id)?.teamId;
  const upFrom = (start: unknown, over: (at: unknown) => unknown): unknown[] => {
    const seen: unknown[] = [];
    for (let next = start; next !== undefined && !seen.includes(next); next = over(next)) seen.push(next);
    return seen;
  };
  const parents = (team: unknown): unknown[] =>
    upFrom(team, (each) => world.teams.find(({ id }) => id === each)?.parentId);
  const bosses = (id: unknown): unknown[] => upFrom(user(id)?.managerId, (boss) => user(boss)?.managerId);
  const owner = collection === 'users' ? row.id : row.ownerId;
  const mine = teamOf(person);
  const isMine = owner === person;
  const isTeam = isMine || (mine !== undefined && owner !== undefined && teamOf(owner) === mine);
  const isLed = parents(teamOf(owner)).some((team) => world.teams.find(({ id }) => id === team)?.managerId === person);
  const isBelow = isTeam || (user(owner) !== undefined && (bosses(owner).includes(person) || isLed));
  switch (scope) {
    case 'all':
      return true;
    case 'shared':
      return ((row.sharedWith as unknown[] | undefined) ?? []).some(
        (with_) => with_ === person || parents(mine).includes(with_),
      );
    case 'own':
      return isMine;
    case 'team':
      return isTeam;
    case 'team-and-below':
      return isBelow;
    default:
      return isBelow || (mine !== undefined && user(owner) !== undefined && parents(teamOf(owner)).includes(mine));
  }
}

/** Whether a grant covers one leaf of a row. */
function coversLeaf(world: NaiveWorld, grant: NaiveGrant, collection: string, leaf: string): boolean {
  const under = (outer: string): boolean => leaf === outer || leaf.startsWith(`${outer}.`);
  if (leaf === 'id') return true;
  if (grant.fields && 'only' in grant.fields && !grant.fields.only.some(under)) return false;
  if (grant.fields && 'except' in grant.fields && grant.fields.except.some(under)) return false;
  return world.sensitive.every(
    (field) => field.collection !== collection || !under(field.field) || grant.cleared?.includes(field.sensitivity),
  );
}

/** A row as somebody sees it, leaf by leaf; undefined when they do not. */
export function seenBy(world: NaiveWorld, person: string, collection: string, row: Plain): Plain | undefined {
  const grants = grantsOn(world, person, 'read', collection, row);
  if (grants.length === 0) return undefined;
  const cut = (value: unknown, path: string): unknown => {
    if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
      const kept = Object.entries(value).flatMap(([key, inner]) => {
        const left = cut(inner, path === '' ? key : `${path}.${key}`);
        return left === undefined ? [] : [[key, left] as const];
      });
      return kept.length > 0 ? Object.fromEntries(kept) : undefined;
    }
    return grants.some((grant) => coversLeaf(world, grant, collection, path)) ? value : undefined;
  };
  return (cut(row, '') as Plain | undefined) ?? {};
}

/** Whether somebody may change one leaf of a row they see. */
export function mayChange(world: NaiveWorld, person: string, collection: string, row: Plain, leaf: string): boolean {
  const reads = grantsOn(world, person, 'read', collection, row);
  const action = leaf === (collection === 'users' ? 'id' : 'ownerId') || leaf === 'sharedWith' ? 'transfer' : 'update';
  const writes = grantsOn(world, person, action, collection, row);
  if (reads.length === 0) return false;
  const covers = (grant: NaiveGrant): boolean => coversLeaf(world, grant, collection, leaf);
  return (action === 'transfer' ? writes.length > 0 : writes.some(covers)) && reads.some(covers);
}

/** Whether somebody may do something to a row as a whole. */
export const mayDo = (world: NaiveWorld, person: string, action: string, collection: string, row: Plain): boolean =>
  grantsOn(world, person, action, collection, row).length > 0;
