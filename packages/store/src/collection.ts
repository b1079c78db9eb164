import type { CollectionShape } from '@kith/adapters';
import type { Filter, Id, Problem, Result } from '@kith/core';
import type { ZodMiniType } from 'zod/mini';

/** What every entity has. */
export interface Identified {
  readonly id: Id;
}

/** The rows as a command is going to leave them. */
export interface RowsAhead {
  /** How many of a collection meet a filter, also those that whoever acts does not see. */
  count(collection: Collection, where: Filter): Promise<number>;
  /** Whether whoever acts sees every row and every field of a collection, so that such a number may be told. */
  seesAll(collection: Collection): boolean;
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
  /** Why a row has to stay, where others need it. Asked of every command that removes one, once all of it is staged, and of a walk through the history. */
  whyStays?(row: Entity, ahead: RowsAhead): Promise<Problem | undefined>;
  /**
   * Where rows may belong to others of the collection by `parentId`: whether one may belong to that one, by what stands above.
   * Asked of every command that puts one, once all of it is staged, of each row of an import, and of a walk through the history.
   */
  checkParent?(
    id: Entity['id'],
    parentId: Entity['id'],
    parentOf: (id: Entity['id']) => Entity['id'] | undefined,
  ): Result<unknown> | Promise<Result<unknown>>;
}
