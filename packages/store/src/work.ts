import type { Env, Filter, Problem, Result } from '@kith/core';
import type { FieldRegistry } from '@kith/core/fields';
import type { Collection, Identified } from './collection.js';
import type { RowsQuery, TallyGroup, TallyQuery } from './query.js';

/** What a command works with: reads that are remembered with their revision, and steps that are staged until the commit. */
export interface Work {
  readonly env: Env;
  /**
   * The same work past the permissions of whoever acts: for what a rule has to know or write though they may not (places
   * among deals they do not see, a journal). Nothing it answers may be told. Without a policy, the work itself.
   */
  readonly system: Work;
  /** Whether whoever acts sees every row and every field of a collection; without a policy always. */
  seesAll(collection: Collection): boolean;
  /** Whether the store was opened with a collection of this name, or somebody has defined it since. */
  knows(collection: string): boolean;
  /** The row as this command has left it so far. */
  get<Entity extends Identified>(collection: Collection<Entity>, id: string): Promise<Entity | undefined>;
  /** Like get, but a missing row is the problem `store/not-found`. */
  require<Entity extends Identified>(collection: Collection<Entity>, id: string): Promise<Result<Entity>>;
  /** Rows in order, as stored (what this command staged is not among them). */
  find<Entity extends Identified>(query: RowsQuery<Entity>): Promise<readonly Entity[]>;
  /** How many rows meet a filter, as stored; counted by the storage, not by reading them where that can be helped. */
  count(collection: Collection, where: Filter): Promise<number>;
  /** How many rows meet a filter as this command has left them so far: what bounds hold against, of many rows at once too. */
  countAhead(collection: Collection, where: Filter): Promise<number>;
  /** Counts and sums by group, as stored; worked out by the storage where that can be helped. */
  tally(query: TallyQuery): Promise<readonly TallyGroup[]>;
  /** Stages a new or changed row; it is parsed by its schema (`store/invalid`) and held against the rules of the house. Answers it as staged. */
  put<Entity extends Identified>(collection: Collection<Entity>, entity: Entity): Result<Entity>;
  /**
   * Whether a row may stand beside those that are stored and staged: a unique value that is taken is `fields/not-unique`.
   * Every commit asks this of all its rows; it is for who refuses rows one by one.
   */
  vet(collection: Collection, entity: Identified): Promise<Result<undefined>>;
  /** Which fields there are; undefined where the store was opened without custom fields, so that there are Kith's own only. */
  registry(): FieldRegistry | undefined;
  /** A row without what is computed (formulas, roll-ups): what somebody wrote. */
  own<Entity extends Identified>(collection: Collection<Entity>, entity: Entity): Entity;
  /**
   * Why a row that was read may not go: whoever acts may not delete it, which refuses the whole command when it is staged all
   * the same, or others need it (`whyStays` of its collection). Undefined when it may.
   */
  mayRemove(collection: Collection, id: string): Promise<Problem | undefined>;
  /**
   * Stages a deletion. A row that was not read before is read for it, and one that is not there needs none; where that is to
   * be a problem, `require` it first.
   */
  remove(collection: Collection, id: string): void;
  /** Stages an erasure: the content goes from everywhere, the history and the audit log included. The command is no step of undo. */
  purge(collection: Collection, id: string): void;
}
