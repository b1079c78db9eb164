import type { CollectionShape, Row } from '../adapter.js';
import { createTable, fillColumns, freeSlot, setCells, type Table, takeSlot } from './columns/table.js';
import { type Counter, createCounter, updateCounter } from './counter.js';
import { createIndex, fillIndex, type SecondaryIndex, updateIndex } from './secondary-index.js';
import { createSortedList, insert, remove, replace, type SortedList } from './sorted-list.js';
import type { Version } from './version.js';

/** All rows of one collection with what is derived from them. */
export interface Collection {
  readonly name: string;
  /** The newest version of each row: content, tombstone, or what erasure left of it. */
  readonly versions: Map<string, Version>;
  /** How many rows have content. */
  live: number;
  /** The rows with content by slot, and columns of them. */
  readonly slots: (Version | undefined)[];
  readonly table: Table;
  /** Whether indexes and counters follow the rows; while a book is loaded they are left for the end. */
  isDerived: boolean;
  readonly indexes: readonly SecondaryIndex[];
  readonly counters: readonly Counter[];
  /** The paths that a search looks into. */
  readonly search: NonNullable<CollectionShape['search']>;
  /** Told of every change of a row. */
  readonly followers: Follower[];
  /** Rows with content by id, as far as a question has wanted that order: those of the slots before `filled`. */
  byId: { readonly list: SortedList; filled: number } | undefined;
}

/** Who keeps something that is made of the rows, and wants to hear when they change. */
export interface Follower {
  /** The row in a slot is another one now, or gone. */
  touch(slot: number, isGone: boolean): void;
}

/** What would help with a question and has to be made first, by `prepare`. */
export interface Wanted {
  /** Paths to make columns of. */
  readonly columns: readonly string[];
  /** The order of the ids. */
  readonly byId: boolean;
}

/** An empty collection. */
export function createCollection(name: string, shape: CollectionShape | undefined, isDerived: boolean): Collection {
  return {
    name,
    versions: new Map(),
    live: 0,
    slots: [],
    table: createTable(),
    isDerived,
    indexes: (shape?.indexes ?? []).map(createIndex),
    counters: (shape?.tallies ?? []).map(({ by, sum }) => createCounter(by, sum)),
    search: shape?.search ?? [],
    followers: [],
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
  const last = collection.versions.get(row.id);
  collection.versions.set(row.id, version);
  const before = last?.row.deleted ? undefined : last;
  const after = row.deleted ? undefined : version;
  if (before === undefined && after === undefined) return;
  collection.live += Number(after !== undefined) - Number(before !== undefined);
  moveSlot(collection, before, after);
  if (!collection.isDerived) return;
  for (const index of collection.indexes) updateIndex(index, before?.row, after?.row);
  for (const counter of collection.counters) updateCounter(counter, before?.row, after?.row);
}

function moveSlot(collection: Collection, before: Version | undefined, after: Version | undefined): void {
  const { slots, table, byId } = collection;
  const slot = before?.slot ?? takeSlot(table);
  slots[slot] = after;
  if (before !== undefined) before.slot = -1;
  if (after !== undefined) {
    after.slot = slot;
    setCells(table, slot, after.row.data);
  } else freeSlot(table, slot);
  for (const follower of collection.followers) follower.touch(slot, after === undefined);
  if (byId === undefined || slot > byId.filled) return;
  if (slot === byId.filled) byId.filled++;
  if (before !== undefined && after !== undefined) replace(byId.list, null, after.row);
  else if (after !== undefined) insert(byId.list, null, after.row);
  else if (before !== undefined) remove(byId.list, null, before.row.id);
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

/** Visits every row with content. */
export function visitAll(collection: Collection, visit: (row: Row) => void): void {
  for (const { row } of collection.versions.values()) if (!row.deleted) visit(row);
}

/** Rows with content in the order of their ids; undefined when that has to be made first. */
export function rowsById({ byId, table }: Collection): SortedList | undefined {
  return byId !== undefined && byId.filled >= table.size ? byId.list : undefined;
}

/** Makes what a question wants, in steps. Rows may change in between. */
export function* prepare(collection: Collection, wanted: Wanted): Generator<void, void, undefined> {
  const { slots, table } = collection;
  yield* fillColumns(table, wanted.columns, (slot) => slots[slot]?.row.data);
  if (!wanted.byId) return;
  collection.byId ??= { list: createSortedList(), filled: 0 };
  const { byId } = collection;
  while (byId.filled < table.size) {
    const end = Math.min(table.size, byId.filled + STEP);
    while (byId.filled < end) {
      const version = slots[byId.filled++];
      if (version !== undefined) insert(byId.list, null, version.row);
    }
    yield;
  }
}

/** Rows between two steps. */
const STEP = 512;
