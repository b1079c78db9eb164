import { type Row, rowOrder, type StorageAdapter } from '@kith/adapters';
import type { FilterMoment } from '@kith/core';
import type { Identified } from './collection.js';
import type { OneQuery, RowsQuery, TallyGroup, TallyQuery } from './query.js';
import { condition, readRows, readTally, valueAt } from './read.js';
import type { Seen } from './store.js';

/** How one kind of question finds its answer and keeps it true. */
export interface Keeper<Answer> {
  load(): Promise<Answer>;
  /** The answer after some changes (the same one when none mattered), or undefined when it has to be loaded anew. */
  next(answer: Answer, changes: readonly Seen[]): { readonly answer: Answer } | undefined;
  same(left: Answer, right: Answer): boolean;
}

/** Keeps one row. */
export function keepOne(adapter: StorageAdapter, query: OneQuery<Identified>): Keeper<unknown> {
  return {
    async load() {
      const row = (await adapter.get(query.collection.name, [query.id]))[0];
      return row && !row.deleted ? row.data : undefined;
    },
    next(answer, changes) {
      const last = changes.findLast((change) => change.id === query.id);
      return { answer: last ? (last.to ?? undefined) : answer };
    },
    same: sameJson,
  };
}

/** Keeps rows in their order: a change takes its row out and puts it in again where it belongs now. */
export function keepRows(
  adapter: StorageAdapter,
  query: RowsQuery<Identified>,
  moment: () => FilterMoment,
): Keeper<readonly Identified[]> {
  const compare = rowOrder(query.order ?? []);
  return {
    load: async () =>
      (await readRows(adapter, query, condition(query.where, moment()))).map(
        (row: Row) => row.data as unknown as Identified,
      ),
    next(answer, changes) {
      const { matches } = condition(query.where, moment());
      const rows = [...answer];
      let changed = false;
      // A full page knows nothing of what comes behind it: a row that left it, or went to its end, may have to give way
      // to one that was never read.
      let uncertain = false;
      for (const change of changes) {
        const to = change.to && matches(change.to) ? (change.to as Identified) : undefined;
        const at = rows.findIndex((row) => row.id === change.id);
        if (at < 0 && !to) continue;
        if (at >= 0 && to && sameJson(rows[at], to)) continue;
        changed = true;
        if (at >= 0) rows.splice(at, 1);
        const place = to ? placeOf(rows, to, compare) : rows.length;
        uncertain ||= at >= 0 && place === rows.length;
        if (to) rows.splice(place, 0, to);
      }
      if (!changed) return { answer };
      const { limit = Number.POSITIVE_INFINITY } = query;
      return uncertain && answer.length >= limit ? undefined : { answer: rows.slice(0, limit) };
    },
    same: (left, right) =>
      left.length === right.length && left.every((row, index) => row === right[index] || sameJson(row, right[index])),
  };
}

/** Keeps counts and sums: a change that moves no group's figures asks nothing. */
export function keepTally(
  adapter: StorageAdapter,
  query: TallyQuery,
  moment: () => FilterMoment,
): Keeper<readonly TallyGroup[]> {
  const paths = [...query.by, ...(query.sum ?? [])];
  return {
    load: () => readTally(adapter, query, condition(query.where, moment())),
    next(answer, changes) {
      const { matches } = condition(query.where, moment());
      const figures = (entity: unknown): string | undefined =>
        entity && matches(entity) ? JSON.stringify(paths.map((path) => valueAt(entity, path) ?? null)) : undefined;
      const unmoved = changes.every(({ from, to }) => from !== undefined && figures(from) === figures(to));
      return unmoved ? { answer } : undefined;
    },
    same: sameJson,
  };
}

/** Where a row belongs among ordered rows (binary search). */
function placeOf(
  rows: readonly Identified[],
  row: Identified,
  compare: (left: Identified, right: Identified) => number,
): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    const there = rows[middle];
    if (there && compare(there, row) <= 0) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Whether two plain JSON values are the same, whatever the order of their fields. */
function sameJson(left: unknown, right: unknown): boolean {
  if (Object.is(left, right)) return true;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return false;
  if (Array.isArray(left) !== Array.isArray(right)) return false;
  const keys = Object.keys(left);
  return (
    keys.length === Object.keys(right).length &&
    keys.every((key) => Object.hasOwn(right, key) && sameJson(Reflect.get(left, key), Reflect.get(right, key)))
  );
}
