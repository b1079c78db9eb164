import type { Id } from '@kith/core';
import type { CustomEntity } from '@kith/core/fields';
import type { Collection } from '../collection.js';
import type { OneQuery, RowsQuery } from '../query.js';
import { entityDefinitions, fieldDefinitions, type StoredEntity, type StoredField } from './collection.js';

/** Every definition of a field that was made while the application runs. */
export const definitions = (): RowsQuery<StoredField> => ({ ask: 'rows', collection: fieldDefinitions });

/** Every kind of entity that was defined while the application runs. */
export const entities = (): RowsQuery<StoredEntity> => ({ ask: 'rows', collection: entityDefinitions });

/** One row of a kind that a house added. */
export const byId = (collection: Collection<CustomEntity>, id: Id): OneQuery<CustomEntity> => ({
  ask: 'one',
  collection,
  id,
});

/** Every row of such a kind, by name. */
export const all = (collection: Collection<CustomEntity>): RowsQuery<CustomEntity> => ({
  ask: 'rows',
  collection,
  order: [['name', 'asc']],
});
