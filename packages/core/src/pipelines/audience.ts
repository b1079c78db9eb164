import type { Id } from '../kernel/id.js';
import type { Audience } from '../kernel/result.js';

/** Who acts, as far as rules ask: which teams and which roles are theirs. */
export interface Actor {
  readonly id: Id<'user'>;
  readonly teams: readonly Id<'team'>[];
  readonly roles: readonly string[];
}

/** Whether somebody is meant by an audience. */
export const isAmong = ({ users = [], teams = [], roles = [] }: Audience, actor: Actor): boolean =>
  users.includes(actor.id) ||
  teams.some((team) => actor.teams.includes(team)) ||
  roles.some((role) => actor.roles.includes(role));

/** Whether nobody can be meant by an audience. */
export const isNobody = ({ users = [], teams = [], roles = [] }: Audience): boolean =>
  users.length + teams.length + roles.length === 0;
