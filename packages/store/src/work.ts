import type { Env, Filter, Result } from '@kith/core';
import type { Collection, Identified } from './collection.js';
import type { RowsQuery } from './query.js';

/** What a command works with: reads that are remembered with their revision, and steps that are staged until the commit. */
export interface Work {
  readonly env: Env;
  /**
   * The same work past the permissions of whoever acts: for what a rule has to know or write though they may not (places
   * among deals they do not see, a journal). Nothing it answers may be told. Without a policy, the work itself.
   */
  readonly system: Work;
  /** The row as this command has left it so far. */
  get<Entity extends Identified>(collection: Collection<Entity>, id: string): Promise<Entity | undefined>;
  /** Like get, but a missing row is the problem `store/not-found`. */
  require<Entity extends Identified>(collection: Collection<Entity>, id: string): Promise<Result<Entity>>;
  /** Rows in order, as stored (what this command staged is not among them). */
  find<Entity extends Identified>(query: RowsQuery<Entity>): Promise<readonly Entity[]>;
  /** How many rows meet a filter, as stored; counted by the storage, not by reading them where that can be helped. */
  count(collection: Collection, where: Filter): Promise<number>;
  /** Stages a new or changed row; it is parsed by its schema, and a row that does not fit is the problem `store/invalid`. */
  put<Entity extends Identified>(collection: Collection<Entity>, entity: Entity): Result<Entity>;
  /** Stages a deletion. */
  remove(collection: Collection, id: string): void;
  /** Stages an erasure: the content goes from everywhere, the history and the audit log included. */
  purge(collection: Collection, id: string): void;
}
