import type { CollectionShape } from '@kith/adapters';
import type { Id } from '@kith/core';
import type { ZodMiniType } from 'zod/mini';

/** What every entity has. */
export interface Identified {
  readonly id: Id;
}

/** The name, the schema and the indexes of one kind of row. */
export interface Collection<Entity extends Identified = Identified> {
  /** Plural, as it stands in storage: `deals`. */
  readonly name: string;
  /** The kind in its ids: `deal`. */
  readonly kind: string;
  readonly schema: ZodMiniType<Entity>;
  readonly shape: CollectionShape;
  /** Rows that only keep writers apart: they tell nothing, and no step of undo brings them back. */
  readonly isAside?: true;
}
