import type { Env } from '../kernel/env.js';
import type { Id } from '../kernel/id.js';
import { type Fields, withFields } from './fields.js';

/** A new entity of these fields, made now by whoever imports. Fields of the file win, `createdAt` among them. */
export function newEntity(id: Id, fields: Fields, env: Env): object {
  const made = new Map<string, unknown>([
    ['createdAt', env.now],
    ['createdBy', env.actor],
  ]);
  return withFields(stamped(withFields({ id }, made), env), fields);
}

/** A known entity with what its row says now; only those fields change. The same one when they all stood so. */
export function revisedEntity<Entity extends object>(entity: Entity, fields: Fields, env: Env): Entity {
  const revised = withFields(entity, fields);
  return revised === entity ? entity : stamped(revised, env);
}

/** Says that it was changed now, and by whom. */
export const stamped = <Entity extends object>(entity: Entity, env: Env): Entity =>
  withFields(
    entity,
    new Map<string, unknown>([
      ['modifiedAt', env.now],
      ['modifiedBy', env.actor],
    ]),
  );
