import type { Filter } from '@kith/core';
import type { Collection, Identified } from './collection.js';

/** A question that answers rows, in order. Without a limit it answers all of them. */
export interface RowsQuery<Entity extends Identified> {
  readonly ask: 'rows';
  readonly collection: Collection<Entity>;
  readonly where?: Filter;
  /** Ties are broken by id. */
  readonly order?: ReadonlyArray<readonly [path: string, direction: 'asc' | 'desc']>;
  readonly limit?: number;
}

/** A question for one row; it answers undefined when there is none. */
export interface OneQuery<Entity extends Identified> {
  readonly ask: 'one';
  readonly collection: Collection<Entity>;
  readonly id: string;
}

/** A question for counts and sums by group, such as open deals by stage and currency. */
export interface TallyQuery {
  readonly ask: 'tally';
  readonly collection: Collection;
  readonly where?: Filter;
  readonly by: readonly string[];
  readonly sum?: readonly string[];
}

/**
 * A question in the user's words: rows in which every word of the text is found, the best first. It is asked again when
 * the collection changes. Without storage that searches (`capabilities.search`) it errors with `store/unsupported`.
 */
export interface SearchQuery<Entity extends Identified> {
  readonly ask: 'search';
  readonly collection: Collection<Entity>;
  readonly text: string;
  readonly where?: Filter;
  readonly limit: number;
}

/** One group of a tally: its key (in the order of `by`), how many rows, and the sums (in the order of `sum`). */
export interface TallyGroup {
  readonly key: readonly (string | number | boolean | null)[];
  readonly count: number;
  readonly sums: readonly number[];
}

// biome-ignore lint/suspicious/noExplicitAny: variance
export type Query = RowsQuery<any> | OneQuery<any> | SearchQuery<any> | TallyQuery;

/** What a query answers. */
export type Answer<Q> = Q extends RowsQuery<infer Entity> | SearchQuery<infer Entity>
  ? readonly Entity[]
  : Q extends OneQuery<infer Entity>
    ? Entity | undefined
    : Q extends TallyQuery
      ? readonly TallyGroup[]
      : never;
