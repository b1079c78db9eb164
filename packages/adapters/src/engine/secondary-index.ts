import type { Row } from '../adapter.js';
import { type Key, toKey } from './collate.js';
import { groupKey } from './group-key.js';
import { distinctAt, type Path, parsePath } from './path.js';
import { createSortedList, insert, remove, replace, type SortedList } from './sorted-list.js';

/**
 * A declared index: rows in groups by the values of the leading paths, and in each group sorted by the last path, then
 * by id. A row with several values at a path stands under each of them.
 */
export interface SecondaryIndex {
  readonly leading: readonly Path[];
  readonly leadingNames: readonly string[];
  readonly last: Path;
  readonly lastName: string;
  readonly groups: Map<string, SortedList>;
  /** Rows with several values at the last path; while there are any, a group cannot give an order or a range. */
  manyValued: number;
}

/** An empty index over the given paths. */
export function createIndex(names: readonly string[]): SecondaryIndex {
  const paths = names.map(parsePath);
  return {
    leading: paths.slice(0, -1),
    leadingNames: names.slice(0, -1),
    last: paths.at(-1) ?? [],
    lastName: names.at(-1) ?? '',
    groups: new Map(),
    manyValued: 0,
  };
}

/** Brings an index from one version of a row to the next; undefined is "not there". */
export function updateIndex(index: SecondaryIndex, before: Row | undefined, after: Row | undefined): void {
  const groupsBefore = before === undefined ? [] : groupsOf(index, before);
  const groupsAfter = after === undefined ? [] : groupsOf(index, after);
  const keysBefore = before === undefined ? [] : keysOf(index, before);
  const keysAfter = after === undefined ? [] : keysOf(index, after);
  index.manyValued += Number(keysAfter.length > 1) - Number(keysBefore.length > 1);
  if (
    before !== undefined &&
    after !== undefined &&
    isSame(groupsBefore, groupsAfter) &&
    isSame(keysBefore, keysAfter)
  ) {
    for (const group of groupsAfter) for (const key of keysAfter) replace(listFor(index, group), key, after);
    return;
  }
  if (before !== undefined) {
    for (const group of groupsBefore) {
      const list = listFor(index, group);
      for (const key of keysBefore) remove(list, key, before.id);
      if (list.size === 0) index.groups.delete(group);
    }
  }
  if (after !== undefined)
    for (const group of groupsAfter) for (const key of keysAfter) insert(listFor(index, group), key, after);
}

function listFor(index: SecondaryIndex, group: string): SortedList {
  let list = index.groups.get(group);
  if (list === undefined) {
    list = createSortedList();
    index.groups.set(group, list);
  }
  return list;
}

const ONE_GROUP = [''];

function groupsOf(index: SecondaryIndex, row: Row): readonly string[] {
  if (index.leading.length === 0) return ONE_GROUP;
  let groups = ONE_GROUP;
  for (const path of index.leading) {
    const values = distinctAt(path, row.data);
    const first = values[0];
    groups =
      values.length === 1
        ? groups.map((group) => group + groupKey([first]))
        : groups.flatMap((group) => [...new Set(values.map((value) => group + groupKey([value])))]);
  }
  return groups;
}

function keysOf(index: SecondaryIndex, row: Row): readonly Key[] {
  const values = distinctAt(index.last, row.data);
  return values.length === 1 ? [toKey(values[0])] : [...new Set(values.map(toKey))];
}

const isSame = (a: readonly unknown[], b: readonly unknown[]): boolean =>
  a.length === b.length && a.every((value, index) => value === b[index]);
