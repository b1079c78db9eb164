import type { Id } from '../kernel/id.js';
import type { Audience } from '../kernel/result.js';
import { type Actor, isAmong } from './audience.js';
import type { StageRules } from './stage-rules.js';

/** Whose approval a stage needs: anybody's who is meant or, with `need`, one for each name. */
export type Approvers = NonNullable<StageRules['approvers']>;

/**
 * The names whose approval is still missing, in their order, after `given` have approved; empty once it is complete. An
 * approval counts for each name that means whoever gave it. A user who is named and asks is not waited for: nobody decides
 * on what they asked for, unless there is no other name.
 */
export function stillToApprove(
  { need, ...anybody }: Approvers,
  given: readonly Actor[],
  askedBy?: Id<'user'>,
): readonly Audience[] {
  const names = need ? namesIn(anybody) : [anybody];
  const others = names.filter(({ users }) => !(need && askedBy && users?.includes(askedBy)));
  const asked = others.length > 0 ? others : names;
  return asked.filter((name) => !given.some((actor) => isAmong(name, actor)));
}

const namesIn = ({ users = [], teams = [], roles = [] }: Audience): readonly Audience[] => [
  ...users.map((user) => ({ users: [user] })),
  ...teams.map((team) => ({ teams: [team] })),
  ...roles.map((role) => ({ roles: [role] })),
];
