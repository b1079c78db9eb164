import type { Id, Instant } from '@kith/core';
import { type CustomEntity, customEntitySchema, EntityDefinition, FieldDefinition } from '@kith/core/fields';
import * as z from 'zod/mini';
import type { Collection, Identified } from '../collection.js';

/** A definition as it is stored. */
export interface StoredField extends Identified {
  readonly definition: FieldDefinition;
  /** Rows have not been brought up to it yet. */
  readonly isPending: boolean;
  readonly createdAt: Instant;
  readonly modifiedAt: Instant;
}

/** A kind of entity as it is stored. */
export interface StoredEntity extends Identified {
  readonly definition: EntityDefinition;
  readonly createdAt: Instant;
  readonly modifiedAt: Instant;
}

/** Fields that were defined while the application runs. */
export const fieldDefinitions: Collection<StoredField> = {
  name: 'fields',
  kind: 'field',
  schema: z.looseObject({ id: z.string(), definition: FieldDefinition, isPending: z.boolean() }) as never,
  shape: { indexes: [] },
};

/** Kinds of entities that were defined while the application runs. */
export const entityDefinitions: Collection<StoredEntity> = {
  name: 'entities',
  kind: 'entity',
  schema: z.looseObject({ id: z.string(), definition: EntityDefinition }) as never,
  shape: { indexes: [] },
};

/** What holds unique values apart, and a row that changes with every definition. Nobody asks for them. */
export const fieldGuards: Collection<Identified> = {
  name: 'fieldGuards',
  kind: 'fieldGuard',
  schema: z.looseObject({ id: z.string() }) as never,
  shape: { indexes: [] },
};

/** The id of a definition: whatever the case of its name, there is one. */
export const fieldId = (on: string, name: string): Id<'field'> => `field_${on}.${name.toLowerCase()}` as Id<'field'>;

/** The id of a kind. */
export const entityId = (kind: string): Id<'entity'> => `entity_${kind.toLowerCase()}` as Id<'entity'>;

/**
 * The collection of a kind that a house added: its rows are listed by name and found by it. The same for every caller, so
 * it can be made wherever a question or a command needs it.
 */
export const collectionOf = ({ kind, collection }: EntityDefinition): Collection<CustomEntity> => ({
  name: collection,
  kind,
  schema: customEntitySchema(kind),
  shape: { indexes: [['name'], ['ownerId', 'name']], search: [{ path: 'name', weight: 3 }, { path: 'tags' }] },
});
