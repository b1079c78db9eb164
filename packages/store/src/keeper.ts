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
      const toById = new Map(
        changes.map(({ id, to }) => [id, to && matches(to) ? (to as Identified) : undefined] as const),
      );
      const staying = answer.filter((row) => !toById.has(row.id));
      const before = answer.filter((row) => toById.has(row.id));
      const after = [...toById.values()].filter((row) => row !== undefined);
      if (before.length === after.length && before.every((row) => sameJson(row, toById.get(row.id)))) return { answer };
      const rows = merge(staying, after.sort(compare), compare).slice(0, query.limit);
      // A full page knows nothing of what comes behind its last row: what is beyond may have to give way to a row that
      // was never read.
      const end = answer.length >= (query.limit ?? Number.POSITIVE_INFINITY) ? answer.at(-1) : undefined;
      const last = rows.at(-1);
      const isCertain = !end || (rows.length >= answer.length && last !== undefined && compare(last, end) <= 0);
      return isCertain ? { answer: rows } : undefined;
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

/** Two ordered lists as one. */
function merge<Row>(
  left: readonly Row[],
  right: readonly Row[],
  compare: (left: Row, right: Row) => number,
): readonly Row[] {
  const merged: Row[] = [];
  let at = 0;
  for (const row of left) {
    for (let next = right[at]; next !== undefined && compare(next, row) < 0; next = right[at]) {
      merged.push(next);
      at++;
    }
    merged.push(row);
  }
  return [...merged, ...right.slice(at)];
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
