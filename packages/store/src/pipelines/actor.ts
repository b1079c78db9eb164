import type { Id } from '@kith/core';
import type { Actor } from '@kith/core/pipelines';
import { users } from '../users/collection.js';
import type { Work } from '../work.js';

/** Somebody as rules see them, as they are stored now; undefined for the system itself. */
export async function actorOf(work: Work, id: Id<'user'> | undefined): Promise<Actor | undefined> {
  if (id === undefined) return undefined;
  const user = await work.system.get(users, id);
  return { id, teams: user?.teamId ? [user.teamId] : [], roles: user?.roles ?? [] };
}
