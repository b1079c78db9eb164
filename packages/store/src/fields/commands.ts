import { type Id, ok, type Result, refuse } from '@kith/core';
import type { CustomEntity, EntityDefinition, FieldDefinition } from '@kith/core/fields';
import { canonical } from '../canonical.js';
import type { Collection } from '../collection.js';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import type { Work } from '../work.js';
import {
  entityDefinitions,
  entityId,
  fieldDefinitions,
  fieldId,
  type StoredEntity,
  type StoredField,
} from './collection.js';
import { concernsRows } from './concerns-rows.js';

/**
 * Defines a field, or changes one. Rows keep the values they have, whatever becomes of the definition; `bringUpToDate`
 * computes what is new and says what does not fit. It is not undone: define it again as it was. `seen` is the
 * definition that this one was made from, null where there was none: what somebody else has made of it since is not
 * overwritten. Problems: `fields/changed-meanwhile`, those of core's `checkDefinition`, and
 * `fields/in-use` when other fields need it as it was.
 */
export const define = (
  definition: FieldDefinition,
  { seen }: { readonly seen?: FieldDefinition | null } = {},
): Command<StoredField> =>
  command(
    'fields/define',
    definition,
    async (work) => {
      const id = fieldId(definition.on, definition.name);
      const known = await work.get(fieldDefinitions, id);
      if (known && known.definition.name !== definition.name)
        return refuse({
          code: 'fields/duplicate',
          message: `A ${definition.on} has a field "${known.definition.name}" already. Choose another name.`,
          path: 'name',
          params: { on: definition.on, name: definition.name.slice(0, 80) },
        });
      if (seen !== undefined && canonical(seen) !== canonical(known?.definition ?? null))
        return refuse({
          code: 'fields/changed-meanwhile',
          message: `Somebody has changed "${definition.name}" meanwhile. Look at what is there now first.`,
          path: 'name',
          params: { on: definition.on, name: definition.name },
        });
      const { now } = work.env;
      const isPending = !known || known.isPending || concernsRows(known.definition, definition);
      return work.put(fieldDefinitions, { createdAt: now, ...known, id, definition, isPending, modifiedAt: now });
    },
    { history: 'none' },
  );

/**
 * Removes the definition of a field. Its values stay in the rows, and are there again when it is defined anew;
 * `eraseValues` has them gone. Problems: `store/not-found`, `fields/in-use`.
 */
export const remove = (field: Pick<FieldDefinition, 'on' | 'name'>): Command<undefined> =>
  command('fields/remove', field, (work) => removeRow(work, fieldDefinitions, fieldId(field.on, field.name)), {
    history: 'none',
  });

/** Adds a kind of entity, or changes what it is called. Problems: `fields/bad-kind`, `fields/duplicate-kind`, `fields/no-label`. */
export const defineEntity = (definition: EntityDefinition): Command<StoredEntity> =>
  command(
    'fields/define-entity',
    definition,
    async (work) => {
      const id = entityId(definition.kind);
      const known = await work.get(entityDefinitions, id);
      const { now } = work.env;
      return work.put(entityDefinitions, { createdAt: now, ...known, id, definition, modifiedAt: now });
    },
    { history: 'none' },
  );

/** Removes a kind of entity. Its rows stay, and are there again when it is defined anew. Problems: `store/not-found`, `fields/in-use`. */
export const removeKind = (kind: string): Command<undefined> =>
  command('fields/remove-kind', { kind }, (work) => removeRow(work, entityDefinitions, entityId(kind)), {
    history: 'none',
  });

/** Adds a row of a kind that a house added; `collectionOf` makes its collection. */
export const create = (collection: Collection<CustomEntity>, draft: Draft<CustomEntity>): Command<CustomEntity> =>
  command(`${collection.name}/create`, draft, async (work) => createEntity(work, collection, draft));

/** Changes such a row; undefined or null empties a field. */
export const edit = (
  collection: Collection<CustomEntity>,
  input: { readonly id: Id; readonly changes: Changes<CustomEntity> },
): Command<CustomEntity> =>
  command(`${collection.name}/edit`, input, (work) => editEntity(work, collection, input), { history: 'typing' });

/** Deletes such a row; undo brings it back. */
export const removeEntity = (collection: Collection<CustomEntity>, id: Id): Command<undefined> =>
  command(`${collection.name}/remove`, { id }, (work) => removeRow(work, collection, id));

async function removeRow(work: Work, collection: Collection, id: string): Promise<Result<undefined>> {
  const found = await work.require(collection, id);
  if (!found.ok) return found;
  work.remove(collection, id);
  return ok(undefined);
}
