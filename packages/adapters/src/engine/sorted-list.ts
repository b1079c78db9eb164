import type { Row } from '../adapter.js';
import { compareIds, compareKeys, type Key } from './collate.js';

/**
 * Rows sorted by (key, id), in chunks of a few hundred: an insert moves one chunk's tail, a search is two binary
 * searches, and a stretch is read in order from any place. Plain data with functions, since an index may hold many
 * thousands of small lists.
 */
export interface SortedList {
  readonly chunks: Chunk[];
  size: number;
}

interface Chunk {
  keys: Key[];
  rows: Row[];
}

/** A place between two entries: before entry `offset` of chunk `chunk`. */
export interface Position {
  readonly chunk: number;
  readonly offset: number;
}

const CHUNK_LIMIT = 128;

/** An empty list. */
export const createSortedList = (): SortedList => ({ chunks: [], size: 0 });

/** A list of entries that are sorted already. */
export function sortedListOf(keys: readonly Key[], rows: readonly Row[]): SortedList {
  const chunks: Chunk[] = [];
  const step = CHUNK_LIMIT / 2;
  for (let at = 0; at < rows.length; at += step)
    chunks.push({ keys: keys.slice(at, at + step), rows: rows.slice(at, at + step) });
  return { chunks, size: rows.length };
}

/**
 * The place of (key, id): before the entry, or with `behind` after it. Without an id it is before or behind all
 * entries of that key.
 */
export function locate(list: SortedList, key: Key, id: string | undefined, behind: boolean): Position {
  const { chunks } = list;
  let low = 0;
  let high = chunks.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const chunk = chunks[middle] as Chunk;
    if (comesBefore(chunk, chunk.rows.length - 1, key, id, behind)) low = middle + 1;
    else high = middle;
  }
  const chunk = chunks[low];
  if (chunk === undefined) return { chunk: low, offset: 0 };
  let first = 0;
  let last = chunk.rows.length;
  while (first < last) {
    const middle = (first + last) >>> 1;
    if (comesBefore(chunk, middle, key, id, behind)) first = middle + 1;
    else last = middle;
  }
  return { chunk: low, offset: first };
}

function comesBefore(chunk: Chunk, index: number, key: Key, id: string | undefined, behind: boolean): boolean {
  const there = chunk.keys[index] as Key;
  // Most keys are strings, and this is the innermost loop of every write.
  if (typeof there === 'string' && typeof key === 'string') {
    if (there !== key) return there < key;
  } else {
    const order = compareKeys(there, key);
    if (order !== 0) return order < 0;
  }
  if (id === undefined) return behind;
  const idOrder = compareIds((chunk.rows[index] as Row).id, id);
  return behind ? idOrder <= 0 : idOrder < 0;
}

/** The place before the first entry. */
export const startOf = (_list: SortedList): Position => ({ chunk: 0, offset: 0 });

/** The place behind the last entry. */
export const endOf = (list: SortedList): Position => ({ chunk: list.chunks.length, offset: 0 });

/** Whether a is before b, or the same place. */
export const isNotAfter = (a: Position, b: Position): boolean =>
  a.chunk < b.chunk || (a.chunk === b.chunk && a.offset <= b.offset);

/** Chunks whose entries are counted; more of them are estimated by their mean. */
const COUNTED_CHUNKS = 16;

/** About how many entries lie between two places: exactly where they are near each other, and never a look at every chunk. */
export function distance(list: SortedList, from: Position, to: Position): number {
  if (isNotAfter(to, from)) return 0;
  const chunks = to.chunk - from.chunk;
  let count = to.offset - from.offset;
  if (chunks > COUNTED_CHUNKS) count += Math.round((chunks * list.size) / list.chunks.length);
  else for (let index = from.chunk; index < to.chunk; index++) count += (list.chunks[index] as Chunk).rows.length;
  return Math.max(0, count);
}

/** Visits the entries between two places, forwards or backwards, until the visitor answers false. */
export function visitBetween(
  list: SortedList,
  from: Position,
  to: Position,
  backwards: boolean,
  visit: (row: Row) => boolean,
): void {
  const { chunks } = list;
  if (backwards) {
    for (let index = Math.min(to.chunk, chunks.length - 1); index >= from.chunk; index--) {
      const { rows } = chunks[index] as Chunk;
      const first = index === from.chunk ? from.offset : 0;
      for (let at = (index === to.chunk ? to.offset : rows.length) - 1; at >= first; at--)
        if (!visit(rows[at] as Row)) return;
    }
    return;
  }
  for (let index = from.chunk; index <= to.chunk && index < chunks.length; index++) {
    const { rows } = chunks[index] as Chunk;
    const last = index === to.chunk ? to.offset : rows.length;
    for (let at = index === from.chunk ? from.offset : 0; at < last; at++) if (!visit(rows[at] as Row)) return;
  }
}

/** Puts a row in its place. */
export function insert(list: SortedList, key: Key, row: Row): void {
  const { chunks } = list;
  list.size++;
  const place = locate(list, key, row.id, false);
  // Behind everything means at the end of the last chunk, not in a chunk of its own.
  const isAtEnd = place.chunk === chunks.length;
  const index = isAtEnd ? chunks.length - 1 : place.chunk;
  const chunk = chunks[index];
  if (chunk === undefined) {
    chunks.push({ keys: [key], rows: [row] });
    return;
  }
  if (isAtEnd) {
    chunk.keys.push(key);
    chunk.rows.push(row);
  } else {
    chunk.keys.splice(place.offset, 0, key);
    chunk.rows.splice(place.offset, 0, row);
  }
  if (chunk.rows.length > CHUNK_LIMIT) {
    // Rows that arrive in order leave full chunks behind them.
    const half = isAtEnd ? CHUNK_LIMIT : CHUNK_LIMIT / 2;
    chunks.splice(index + 1, 0, { keys: chunk.keys.splice(half), rows: chunk.rows.splice(half) });
  }
}

/** Takes a row out. */
export function remove(list: SortedList, key: Key, id: string): void {
  const { chunk: index, offset } = locate(list, key, id, false);
  const chunk = list.chunks[index];
  if (chunk?.rows[offset]?.id !== id) return;
  chunk.keys.splice(offset, 1);
  chunk.rows.splice(offset, 1);
  list.size--;
  if (chunk.rows.length === 0) list.chunks.splice(index, 1);
}

/** Puts a newer version of a row in the place of the one before. */
export function replace(list: SortedList, key: Key, row: Row): void {
  const { chunk: index, offset } = locate(list, key, row.id, false);
  const rows = list.chunks[index]?.rows;
  if (rows?.[offset]?.id === row.id) rows[offset] = row;
}
