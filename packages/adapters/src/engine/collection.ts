import type { CollectionShape, Row } from '../adapter.js';
import { compareIds } from './collate.js';
import { type Counter, createCounter, updateCounter } from './counter.js';
import { createIndex, fillIndex, type SecondaryIndex, updateIndex } from './secondary-index.js';
import { insert, remove, replace, type SortedList, sortedListOf } from './sorted-list.js';
import type { Version } from './version.js';

/** All rows of one collection with what is derived from them. */
export interface Collection {
  readonly name: string;
  /** The newest version of each row: content, tombstone, or what erasure left of it. */
  readonly versions: Map<string, Version>;
  /** How many rows have content. */
  live: number;
  /** Whether indexes and counters follow the rows; while a book is loaded they are left for the end. */
  isDerived: boolean;
  readonly indexes: readonly SecondaryIndex[];
  readonly counters: readonly Counter[];
  /** Rows with content by id, made when a question first wants that order. */
  byId: SortedList | undefined;
}

/** An empty collection. */
export function createCollection(name: string, shape: CollectionShape | undefined, isDerived: boolean): Collection {
  return {
    name,
    versions: new Map(),
    live: 0,
    isDerived,
    indexes: (shape?.indexes ?? []).map(createIndex),
    counters: (shape?.tallies ?? []).map(({ by, sum }) => createCounter(by, sum)),
    byId: undefined,
  };
}

/** A row as readers see it: a tombstone is one, an erased row is not. */
export function rowOf(collection: Collection, id: string): Row | undefined {
  const version = collection.versions.get(id);
  return version === undefined || version.purged ? undefined : version.row;
}

/** Puts the next version of a row in place, in the rows and everything derived. */
export function setVersion(collection: Collection, version: Version): void {
  const { row } = version;
  const last = collection.versions.get(row.id)?.row;
  collection.versions.set(row.id, version);
  const before = last?.deleted ? undefined : last;
  const after = row.deleted ? undefined : row;
  if (before === undefined && after === undefined) return;
  collection.live += Number(after !== undefined) - Number(before !== undefined);
  if (!collection.isDerived) return;
  for (const index of collection.indexes) updateIndex(index, before, after);
  for (const counter of collection.counters) updateCounter(counter, before, after);
  if (collection.byId !== undefined) updateById(collection.byId, before, after);
}

/** Makes the indexes and counters of a loaded collection, in steps. */
export function* derive(collection: Collection): Generator<void, void, undefined> {
  const rows: Row[] = [];
  visitAll(collection, (row) => rows.push(row));
  for (const index of collection.indexes) yield* fillIndex(index, rows);
  for (const [position, row] of rows.entries()) {
    for (const counter of collection.counters) updateCounter(counter, undefined, row);
    if (position % 1024 === 0) yield;
  }
  collection.isDerived = true;
}

function updateById(list: SortedList, before: Row | undefined, after: Row | undefined): void {
  if (before !== undefined && after !== undefined) replace(list, null, after);
  else if (after !== undefined) insert(list, null, after);
  else if (before !== undefined) remove(list, null, before.id);
}

/** Visits every row with content. */
export function visitAll(collection: Collection, visit: (row: Row) => void): void {
  for (const { row } of collection.versions.values()) if (!row.deleted) visit(row);
}

/** Rows with content in the order of their ids. */
export function rowsById(collection: Collection): SortedList {
  if (collection.byId === undefined) {
    const rows: Row[] = [];
    visitAll(collection, (row) => rows.push(row));
    rows.sort((a, b) => compareIds(a.id, b.id));
    collection.byId = sortedListOf(new Array(rows.length).fill(null), rows);
  }
  return collection.byId;
}
