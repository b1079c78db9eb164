import { type PersonValues, personValues } from './person-reference.js';
import type { Scope } from './policy.js';

/** What permissions know of a user. */
export interface Member {
  readonly id: string;
  /** Keys of roles; one that does not exist gives nothing. */
  readonly roles?: readonly string[] | undefined;
  readonly teamId?: string | undefined;
  readonly managerId?: string | undefined;
  /** Where they work, such as `AT`: conditions may refer to them. */
  readonly territories?: readonly string[] | undefined;
  readonly customFields?: Readonly<Record<string, unknown>> | undefined;
  /** Somebody who is not has no rights; what they own stays in the scopes of the others. */
  readonly active?: boolean | undefined;
}

/** What permissions know of a team. */
export interface MemberTeam {
  readonly id: string;
  /** The team it is part of. */
  readonly parentId?: string | undefined;
  readonly managerId?: string | undefined;
}

/** Somebody who acts, as far as permissions go. */
export interface Person {
  readonly id: string;
  readonly roles: readonly string[];
  /** The person, their team and the teams above it: what was shared with one of them was shared with the person. */
  readonly groups: readonly string[];
  /** The owners whose rows are in a scope, the person always among them. */
  readonly owners: Readonly<Record<Exclude<Scope, 'shared' | 'all'>, readonly string[]>>;
  /** What conditions refer to with `{ person: … }`. */
  readonly values: PersonValues;
}

/**
 * Finds out who somebody is among the others. Managers and teams that go round in circles are followed once. Somebody
 * unknown, or not active, has no roles.
 */
export function personOf(id: string, users: readonly Member[], teams: readonly MemberTeam[]): Person {
  const self = users.find((user) => user.id === id);
  const membersOf = (teamIds: ReadonlySet<string>): readonly string[] =>
    users.filter(({ teamId }) => teamId !== undefined && teamIds.has(teamId)).map((user) => user.id);
  const below = (from: Iterable<string>): ReadonlySet<string> => closure(from, teams, ({ parentId }) => parentId);

  const home = new Set(self?.teamId === undefined ? [] : [self.teamId]);
  const team = new Set([id, ...membersOf(home)]);
  const led = below(teams.filter(({ managerId }) => managerId === id).map((each) => each.id));
  const teamAndBelow = new Set([...team, ...membersOf(led), ...closure([id], users, ({ managerId }) => managerId)]);
  const unitAndBelow = new Set([...teamAndBelow, ...membersOf(below(home))]);
  const teamIds = [...above(home, teams)];
  return {
    id,
    roles: self && self.active !== false ? (self.roles ?? []) : [],
    groups: [id, ...teamIds],
    owners: {
      own: [id],
      team: [...team],
      'team-and-below': [...teamAndBelow],
      'unit-and-below': [...unitAndBelow],
    },
    values: personValues(self, teamIds),
  };
}

/** Some, and everybody who stands below one of them, each once. */
function closure<Item extends { readonly id: string }>(
  from: Iterable<string>,
  items: readonly Item[],
  over: (item: Item) => string | undefined,
): ReadonlySet<string> {
  const under = new Map<string, string[]>();
  for (const item of items) {
    const head = over(item);
    if (head !== undefined) push(under, head, item.id);
  }
  const found = new Set(from);
  // A set is walked to its end, what is added meanwhile included.
  for (const id of found) for (const next of under.get(id) ?? []) found.add(next);
  return found;
}

function above(from: ReadonlySet<string>, teams: readonly MemberTeam[]): ReadonlySet<string> {
  const parents = new Map(teams.map((team) => [team.id, team.parentId]));
  const found = new Set(from);
  for (const id of found) {
    const parent = parents.get(id);
    if (parent !== undefined) found.add(parent);
  }
  return found;
}

function push(lists: Map<string, string[]>, key: string, item: string): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
