import type { Row } from '../adapter.js';
import { compareIds, compareKeys, type Key, toKey } from './collate.js';
import { groupKey, groupPart } from './group-key.js';
import { distinctAt, MANY, onlyAt, type Path, parsePath } from './path.js';
import { sortInSteps } from './sort-in-steps.js';
import { createSortedList, insert, remove, replace, type SortedList, sortedListOf } from './sorted-list.js';

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
  const from = before && placesOf(index, before);
  const to = after && placesOf(index, after);
  if (after !== undefined && from !== undefined && to !== undefined && isSamePlaces(from, to)) {
    visitPlaces(to, (group, key) => replace(listFor(index, group), key, after));
    return;
  }
  if (before !== undefined && from !== undefined) {
    index.manyValued -= Number(from.moreKeys !== undefined);
    visitPlaces(from, (group, key) => {
      const list = listFor(index, group);
      remove(list, key, before.id);
      if (list.size === 0) index.groups.delete(group);
    });
  }
  if (after !== undefined && to !== undefined) {
    index.manyValued += Number(to.moreKeys !== undefined);
    visitPlaces(to, (group, key) => insert(listFor(index, group), key, after));
  }
}

/** Fills an empty index with rows, in steps. Much cheaper than one row after the other. */
export function* fillIndex(index: SecondaryIndex, rows: Iterable<Row>): Generator<void, void, undefined> {
  const entriesByGroup = new Map<string, Entry[]>();
  let sinceStep = 0;
  for (const row of rows) {
    const places = placesOf(index, row);
    index.manyValued += Number(places.moreKeys !== undefined);
    visitPlaces(places, (group, key) => {
      const entries = entriesByGroup.get(group);
      if (entries === undefined) entriesByGroup.set(group, [{ key, row }]);
      else entries.push({ key, row });
    });
    if (++sinceStep % STEP === 0) yield;
  }
  for (const [group, entries] of entriesByGroup) {
    const sorted = yield* sortInSteps(entries, compareEntries);
    const keys: Key[] = [];
    const inOrder: Row[] = [];
    for (const { key, row } of sorted) {
      keys.push(key);
      inOrder.push(row);
    }
    index.groups.set(group, sortedListOf(keys, inOrder));
  }
}

/** Rows between two steps. */
const STEP = 1024;

interface Entry {
  readonly key: Key;
  readonly row: Row;
}

const compareEntries = (a: Entry, b: Entry): number => compareKeys(a.key, b.key) || compareIds(a.row.id, b.row.id);

function listFor(index: SecondaryIndex, group: string): SortedList {
  let list = index.groups.get(group);
  if (list === undefined) {
    list = createSortedList();
    index.groups.set(group, list);
  }
  return list;
}

/** Where a row stands in an index: nearly always in one place, and then without lists. */
interface Places {
  readonly group: string;
  readonly moreGroups: readonly string[] | undefined;
  readonly key: Key;
  readonly moreKeys: readonly Key[] | undefined;
}

function placesOf(index: SecondaryIndex, row: Row): Places {
  let group = '';
  for (const path of index.leading) {
    const value = onlyAt(path, row.data);
    if (value === MANY) return manyPlacesOf(index, row);
    group += groupPart(value);
  }
  const value = onlyAt(index.last, row.data);
  if (value === MANY) return manyPlacesOf(index, row);
  return { group, moreGroups: undefined, key: toKey(value), moreKeys: undefined };
}

function manyPlacesOf({ leading, last }: SecondaryIndex, { data }: Row): Places {
  let group = '';
  let moreGroups: readonly string[] | undefined;
  for (const path of leading) {
    const value = onlyAt(path, data);
    const parts =
      value === MANY ? [...new Set(distinctAt(path, data).map((each) => groupKey([each])))] : [groupPart(value)];
    const groups = [group, ...(moreGroups ?? [])].flatMap((each) => parts.map((part) => each + part));
    group = groups[0] ?? '';
    moreGroups = groups.length > 1 ? groups.slice(1) : undefined;
  }
  const value = onlyAt(last, data);
  if (value !== MANY) return { group, moreGroups, key: toKey(value), moreKeys: undefined };
  const [key = null, ...moreKeys] = new Set(distinctAt(last, data).map(toKey));
  return { group, moreGroups, key, moreKeys: moreKeys.length > 0 ? moreKeys : undefined };
}

function visitPlaces({ group, moreGroups, key, moreKeys }: Places, visit: (group: string, key: Key) => void): void {
  visit(group, key);
  if (moreGroups === undefined && moreKeys === undefined) return;
  for (const each of moreKeys ?? []) visit(group, each);
  for (const other of moreGroups ?? []) {
    visit(other, key);
    for (const each of moreKeys ?? []) visit(other, each);
  }
}

function isSamePlaces(a: Places, b: Places): boolean {
  return a.group === b.group && a.key === b.key && isSame(a.moreGroups, b.moreGroups) && isSame(a.moreKeys, b.moreKeys);
}

function isSame(a: readonly unknown[] | undefined, b: readonly unknown[] | undefined): boolean {
  return a === b || (a?.length === b?.length && a?.every((value, index) => value === b?.[index]) === true);
}
