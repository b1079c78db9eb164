import type { Json, RowData } from '../adapter.js';
import { StorageFault } from '../fault.js';
import { type Key, toKey } from './collate.js';

/** A field path, taken apart once. */
export type Path = readonly string[];

/** Takes a dotted path apart. */
export function parsePath(path: string): Path {
  if (typeof path !== 'string' || path === '')
    throw new StorageFault({
      kind: 'invalid',
      detail: 'a field path is empty. Name a field, such as name or amount.minor.',
    });
  return path.split('.');
}

const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/** An own field of a value. */
export function fieldOf(value: object, key: string): Json | undefined {
  if (inherited.has(key) && !Object.hasOwn(value, key)) return undefined;
  return (value as Readonly<Record<string, Json>>)[key];
}

/**
 * Whether one of the values that the path finds passes the test. An array on the way or at the end stands for each of
 * its items; `whole` leaves one at the end as it is.
 */
export function someAt(path: Path, data: RowData, test: (value: Json) => boolean, whole = false): boolean {
  return someFrom(path, 0, data, test, whole);
}

function someFrom(path: Path, depth: number, start: Json, test: (value: Json) => boolean, whole: boolean): boolean {
  let value: Json | undefined = start;
  for (let at = depth; at < path.length; at++) {
    if (typeof value !== 'object' || value === null) return false;
    if (Array.isArray(value)) return (value as readonly Json[]).some((item) => someFrom(path, at, item, test, whole));
    value = fieldOf(value, path[at] as string);
    if (value === undefined) return false;
  }
  if (!whole && Array.isArray(value))
    return (value as readonly Json[]).some((item) => someFrom(path, path.length, item, test, whole));
  return test(value);
}

/** The first value that the path finds; undefined when there is none. */
export function firstAt(path: Path, data: RowData): Json | undefined {
  let value: Json | undefined = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined;
    if (Array.isArray(value)) return searchFirst(path, data);
    value = fieldOf(value, key);
  }
  return Array.isArray(value) ? searchFirst(path, data) : value;
}

function searchFirst(path: Path, data: RowData): Json | undefined {
  let first: Json | undefined;
  someAt(path, data, (value) => {
    first = value;
    return true;
  });
  return first;
}

/** What a row is sorted by along a path. */
export const sortKeyAt = (path: Path, data: RowData): Key => toKey(firstAt(path, data));

/** Stands for several values, or for a list of one: look for them with distinctAt. */
export const MANY: unique symbol = Symbol('many');

/** The one value that a path finds, null when there is none, or MANY. */
export function onlyAt(path: Path, data: RowData): Json | typeof MANY {
  let value: Json | undefined = data;
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return null;
    if (Array.isArray(value)) return MANY;
    value = fieldOf(value, key);
  }
  if (value === undefined) return null;
  return Array.isArray(value) ? MANY : value;
}

/** The different values that the path finds, at least one: a row without any counts under null. */
export function distinctAt(path: Path, data: RowData): readonly Json[] {
  const only = onlyAt(path, data);
  if (only !== MANY) return [only];
  const found = new Set<Json>();
  someAt(path, data, (value) => {
    found.add(value);
    return false;
  });
  return found.size === 0 ? [null] : [...found];
}
