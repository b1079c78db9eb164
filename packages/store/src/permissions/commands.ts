import { type Id, ok, refuse } from '@kith/core';
import { SHARED_WITH, type StoredRole } from '@kith/core/permissions';
import type { Collection, Identified } from '../collection.js';
import { type Command, command } from '../command.js';
import { type Changes, create, type Draft, edit } from '../entity.js';
import { roles } from './collection.js';

/** Adds a role to those of the book. Problems: `permissions/duplicate-role`, `store/invalid`. */
export const createRole = (
  draft: Pick<Draft<StoredRole>, 'key' | 'name' | 'grants' | 'administers'>,
): Command<StoredRole> =>
  command('roles/create', draft, async (work) => {
    const [same] = await work.find({
      ask: 'rows',
      collection: roles,
      where: { field: 'key', is: 'eq', value: draft.key },
      limit: 1,
    });
    if (!same) return create(work, roles, draft);
    return refuse({
      code: 'permissions/duplicate-role',
      message: `There is a role "${draft.key}" already. Give this one another key, or change that one.`,
      path: 'key',
      params: { key: draft.key },
    });
  });

/** Changes a role of the book; who has it has other rights at once. Its key stays. */
export const editRole = (input: {
  readonly id: Id<'role'>;
  readonly changes: Changes<StoredRole, 'key'>;
}): Command<StoredRole> => command('roles/edit', input, (work) => edit(work, roles, input, ['key']));

/** Removes a role of the book. Users may still name it; it gives them nothing then. */
export const removeRole = (input: { readonly id: Id<'role'> }): Command<undefined> =>
  command('roles/remove', input, async (work) => {
    const found = await work.require(roles, input.id);
    if (!found.ok) return found;
    work.remove(roles, input.id);
    return ok(undefined);
  });

/** Says with which users and teams a row is shared, all of them; with nobody when the list is empty. It needs the right to transfer. */
export const share = <Entity extends Identified>(
  collection: Collection<Entity>,
  input: { readonly id: string; readonly with: readonly (Id<'user'> | Id<'team'>)[] },
): Command<Entity> =>
  command(`${collection.name}/share`, { collection: collection.name, ...input }, async (work) => {
    const found = await work.require(collection, input.id);
    if (!found.ok) return found;
    const { [SHARED_WITH]: _, ...rest } = found.value as Entity & { readonly [SHARED_WITH]?: unknown };
    const shared = input.with.length > 0 ? { ...rest, [SHARED_WITH]: [...new Set(input.with)] } : rest;
    return work.put(collection, shared as unknown as Entity);
  });
