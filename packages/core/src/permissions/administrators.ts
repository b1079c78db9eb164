import { ok, type Result, refuse } from '../kernel/result.js';
import type { Member } from './people.js';
import type { Role } from './policy.js';

/** Who administers: active users with a role that does. */
export function administratorsOf(roles: readonly Role[], users: readonly Member[]): readonly string[] {
  const keys = new Set(roles.filter(({ administers }) => administers).map(({ key }) => key));
  return users
    .filter(({ active, roles: own }) => active !== false && own?.some((key) => keys.has(key)))
    .map(({ id }) => id);
}

/** Roles and who has them, at one time. */
export interface Staffing {
  readonly roles: readonly Role[];
  readonly users: readonly Member[];
}

/**
 * Refuses what would leave nobody who administers, where there was somebody: `permissions/locks-everyone-out` names the
 * last ones. A book that nobody administers yet can be filled by a store without a policy.
 */
export function checkLockOut(before: Staffing, after: Staffing): Result<undefined> {
  if (administratorsOf(after.roles, after.users).length > 0) return ok(undefined);
  const last = administratorsOf(before.roles, before.users);
  if (last.length === 0) return ok(undefined);
  const names = before.roles.filter(({ administers }) => administers).map(({ key }) => `"${key}"`);
  return refuse({
    code: 'permissions/locks-everyone-out',
    message: `Nobody would be left to administer roles: ${last.join(', ')} would be the last. Give a role that administers (${names.join(', ')}) to another active user first.`,
    params: { last: last.join(', ') },
  });
}
