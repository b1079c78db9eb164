import type { CollectionShape, Row } from '../adapter.js';
import { compareIds } from './collate.js';
import { type Counter, createCounter, updateCounter } from './counter.js';
import { createIndex, type SecondaryIndex, updateIndex } from './secondary-index.js';
import { insert, remove, replace, type SortedList, sortedListOf } from './sorted-list.js';

/** All rows of one collection with what is derived from them. */
export interface Collection {
  readonly name: string;
  /** The newest version of each row, tombstones included. */
  readonly rows: Map<string, Row>;
  /** What is left of erased rows: their revision, so that it is never used twice. */
  readonly purged: Map<string, Row>;
  /** How many rows are no tombstones. */
  live: number;
  readonly indexes: readonly SecondaryIndex[];
  readonly counters: readonly Counter[];
  /** Live rows by id, made when a question first wants that order. */
  byId: SortedList | undefined;
}

/** An empty collection. */
export function createCollection(name: string, shape: CollectionShape | undefined): Collection {
  return {
    name,
    rows: new Map(),
    purged: new Map(),
    live: 0,
    indexes: (shape?.indexes ?? []).map(createIndex),
    counters: (shape?.tallies ?? []).map(({ by, sum }) => createCounter(by, sum)),
    byId: undefined,
  };
}

/** The newest version of a row, be it a tombstone or what erasure left. */
export const versionOf = (collection: Collection, id: string): Row | undefined =>
  collection.rows.get(id) ?? collection.purged.get(id);

/** Puts the next version of a row in place, in the rows and everything derived. `purged` keeps only its revision. */
export function setVersion(collection: Collection, row: Row, purged: boolean): void {
  const { id } = row;
  const last = collection.rows.get(id);
  const before = last?.deleted ? undefined : last;
  const after = purged || row.deleted ? undefined : row;
  if (purged) {
    collection.rows.delete(id);
    collection.purged.set(id, row);
  } else {
    collection.rows.set(id, row);
    if (last === undefined) collection.purged.delete(id);
  }
  if (before === undefined && after === undefined) return;
  collection.live += Number(after !== undefined) - Number(before !== undefined);
  for (const index of collection.indexes) updateIndex(index, before, after);
  for (const counter of collection.counters) updateCounter(counter, before, after);
  if (collection.byId !== undefined) updateById(collection.byId, before, after);
}

function updateById(list: SortedList, before: Row | undefined, after: Row | undefined): void {
  if (before !== undefined && after !== undefined) replace(list, null, after);
  else if (after !== undefined) insert(list, null, after);
  else if (before !== undefined) remove(list, null, before.id);
}

/** Live rows in the order of their ids. */
export function rowsById(collection: Collection): SortedList {
  if (collection.byId === undefined) {
    const rows = [...collection.rows.values()].filter((row) => !row.deleted).sort((a, b) => compareIds(a.id, b.id));
    collection.byId = sortedListOf(new Array(rows.length).fill(null), rows);
  }
  return collection.byId;
}
