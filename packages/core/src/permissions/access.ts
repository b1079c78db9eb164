import { dependenciesOf } from '../filters/dependencies.js';
import type { Filter, FilterMoment } from '../filters/filter.js';
import { compileFilter, type Matcher } from '../filters/matches.js';
import type { Person } from './people.js';
import { filterFor, type GrantFilter, type PersonField, referencesIn } from './person-reference.js';
import type { Action, Grant, Policy, ProtectedField, Role } from './policy.js';
import { everything, type Reaches, reachesOf } from './reach.js';

/** A right that somebody has: on which rows, and how far along their fields. */
export interface Held {
  /** Undefined is every row. */
  readonly where: Filter | undefined;
  readonly readsClock: boolean;
  readonly reaches: Reaches;
  /** It names the command that asked for it. */
  readonly isByCommand: boolean;
  matches(row: object, moment: FilterMoment): boolean;
}

/** What somebody may do, by the roles they have. Rights add up; there are no prohibitions. */
export interface Access {
  readonly person: Person;
  readonly policy: Policy;
  readonly administers: boolean;
  /** What conditions refer to in the row of a user. */
  readonly references: readonly PersonField[];
  /** The rights to an action on a collection; with the type of a command, those that name it as well. */
  held(action: Action, collection: string, command?: string): readonly Held[];
}

/** Collections that `*` does not stand for: they speak of the rows of others. */
const NAMED_ONLY: readonly string[] = ['auditEntries', 'auditValues'];
/** Journals, and who is who, hold what is in rows, hidden fields included, and are nobody's to read. */
const NOBODYS: readonly string[] = ['historySteps', 'importSteps', 'identities'];

/** What says how the storage is, and not what is in the book. */
const EVERYBODYS: readonly string[] = ['dataLosses'];

/** The field that holds the ids of the users and teams with whom a row was shared. */
export const SHARED_WITH = 'sharedWith';

/** Where the owner of a row stands. */
export function ownerPath({ owners }: Policy, collection: string): string {
  const own = owners && Object.hasOwn(owners, collection) ? owners[collection] : undefined;
  return own ?? (collection === 'users' ? 'id' : 'ownerId');
}

/** Brings a policy and a person together. What is looked up once is remembered, so keep it while neither changes. */
export function accessOf(policy: Policy, person: Person): Access {
  const roles = policy.roles.filter(({ key }) => person.roles.includes(key));
  const known = new Map<string, readonly Held[]>();
  return {
    person,
    policy,
    administers: roles.some(({ administers }) => administers),
    references: [...(policy.references ?? []), ...referencesOf(policy.roles)],
    held(action, collection, command) {
      const key = `${action} ${collection} ${command ?? ''}`;
      let held = known.get(key);
      if (!held) {
        held = heldBy(roles, policy, person, { action, collection, command });
        // Who has the right to everything needs no other one.
        const full = held.find((each) => each.where === undefined && each.reaches === everything);
        if (full && command === undefined) held = [full];
        known.set(key, held);
      }
      return held;
    },
  };
}

/** What conditions of some roles refer to in the row of a user. */
export const referencesOf = (roles: readonly Role[]): readonly PersonField[] => [
  ...new Set(
    roles.flatMap(({ grants }) => grants.flatMap(({ where }) => (where ? referencesIn(where as GrantFilter) : []))),
  ),
];

interface Asked {
  readonly action: Action;
  readonly collection: string;
  readonly command: string | undefined;
}

function heldBy(roles: readonly Role[], policy: Policy, person: Person, asked: Asked): readonly Held[] {
  const { action, collection, command } = asked;
  if (NOBODYS.includes(collection)) return [];
  if (EVERYBODYS.includes(collection)) return action === 'read' ? [EVERYTHING] : [];
  return roles.flatMap((role) =>
    role.grants.flatMap((grant) => {
      const isMeant = grant.collection === collection || (grant.collection === '*' && !NAMED_ONLY.includes(collection));
      if (!isMeant) return [];
      const names = (wanted: string): boolean => grant.actions.some((each) => each === wanted || each === '*');
      if (command !== undefined && grant.actions.includes(command))
        // Whoever may give the command may do what it does.
        return heldAs(grant, policy, person, collection, undefined);
      return names(action) ? heldAs(grant, policy, person, collection, fieldsOf(role, grant, policy, asked)) : [];
    }),
  );
}

const EVERYTHING: Held = {
  where: undefined,
  readsClock: false,
  reaches: everything,
  isByCommand: false,
  matches: () => true,
};

/** None where its condition refers to what the person does not have. `fields` is undefined where the grant names the command. */
function heldAs(
  grant: Grant,
  policy: Policy,
  person: Person,
  collection: string,
  fields: Reaches | undefined,
): readonly Held[] {
  const reaches: Reaches = fields ?? everything;
  const isByCommand = fields === undefined;
  const scope = scopeFilter(grant, person, ownerPath(policy, collection));
  const condition = grant.where && filterFor(grant.where as GrantFilter, person.values);
  if (grant.where && !condition) return [];
  const parts = [scope, condition].filter((part) => part !== undefined);
  const where: Filter | undefined = parts.length > 1 ? { and: parts } : parts[0];
  if (!where) return [{ where, readsClock: false, reaches, isByCommand, matches: () => true }];
  const { readsClock } = dependenciesOf(where);
  let matcher: Matcher | undefined;
  const held: Held = {
    where,
    readsClock,
    reaches,
    isByCommand,
    matches(row, moment) {
      if (readsClock) return compileFilter(where, moment)(row);
      matcher ??= compileFilter(where, moment);
      return matcher(row);
    },
  };
  return [held];
}

function scopeFilter({ scope }: Grant, person: Person, owner: string): Filter | undefined {
  switch (scope) {
    case 'all':
      return undefined;
    case 'shared':
      return { field: SHARED_WITH, is: 'in', value: person.groups };
    default: {
      const owners = person.owners[scope];
      return owners.length === 1
        ? { field: owner, is: 'eq', value: owners[0] ?? '' }
        : { field: owner, is: 'in', value: owners };
    }
  }
}

function fieldsOf(role: Role, grant: Grant, { fields = [] }: Policy, { action, collection }: Asked): Reaches {
  const out = fields.filter((field) => field.collection === collection && !covers(role, grant, field, action));
  return reachesOf(
    grant.fields,
    out.map(({ field }) => field),
  );
}

/** Whether a grant of a role goes as far as a protected field. */
function covers({ key }: Role, { cleared }: Grant, field: ProtectedField, action: Action): boolean {
  if (field.sensitivity && !cleared?.includes(field.sensitivity)) return false;
  const writes = action === 'create' || action === 'update';
  const keys = (writes ? (field.update ?? field.read) : field.read) ?? [key];
  return keys.includes(key) && (!field.read || field.read.includes(key));
}
