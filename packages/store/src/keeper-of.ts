import { type Row, rowOrder, type StorageAdapter } from '@kith/adapters';
import type { FilterMoment } from '@kith/core';
import { isSame } from '@kith/core/imports';
import type { Identified } from './collection.js';
import type { Keeper } from './keeper.js';
import type { OneQuery, Query, RowsQuery, SearchQuery } from './query.js';
import { condition, matcherOf, readHits, readRows } from './read.js';
import { keepTally, type Places } from './tally-keeper.js';

/** The keeper for a question. */
export function keeperOf(
  adapter: StorageAdapter,
  query: Query,
  moment: () => FilterMoment,
  places: Places | undefined,
): Keeper<unknown> {
  switch (query.ask) {
    case 'rows':
      return keepRows(adapter, query, moment);
    case 'one':
      return keepOne(adapter, query);
    case 'search':
      return keepHits(adapter, query, moment);
    case 'tally':
      return keepTally(adapter, query, moment, places);
  }
}

function keepOne(adapter: StorageAdapter, query: OneQuery<Identified>): Keeper<unknown> {
  return {
    async load() {
      const row = (await adapter.get(query.collection.name, [query.id]))[0];
      return row && !row.deleted ? row.data : undefined;
    },
    next(answer, changes) {
      // Those of other rows come along where nobody knows how they were before.
      const own = changes.findLast(({ id }) => id === query.id);
      return { answer: own ? (own.to ?? undefined) : answer };
    },
    mayHold: (_, ids) => ids.has(query.id),
    same: isSame,
  };
}

/** Keeps rows in their order: a change takes its row out and puts it in again where it belongs now. */
function keepRows(
  adapter: StorageAdapter,
  query: RowsQuery<Identified>,
  moment: () => FilterMoment,
): Keeper<readonly Identified[]> {
  const compare = rowOrder(query.order ?? []);
  const matcher = matcherOf(query.where, moment);
  return {
    load: async () => (await readRows(adapter, query, condition(query.where, moment()))).map(entityOf),
    next(answer, changes) {
      const matches = matcher();
      const toById = new Map(
        changes.map(({ id, to }) => [id, to && matches(to) ? (to as Identified) : undefined] as const),
      );
      const before = answer.filter((row) => toById.has(row.id));
      const after = [...toById.values()].filter((row) => row !== undefined);
      if (before.length === after.length && before.every((row) => isSame(row, toById.get(row.id)))) return { answer };
      const staying = before.length > 0 ? answer.filter((row) => !toById.has(row.id)) : answer;
      const rows = merge(staying, after.sort(compare), compare).slice(0, query.limit);
      // A full page knows nothing of what comes behind its last row: what is beyond may have to give way to a row that
      // was never read.
      const end = answer.length >= (query.limit ?? Number.POSITIVE_INFINITY) ? answer.at(-1) : undefined;
      const last = rows.at(-1);
      const isCertain = !end || (rows.length >= answer.length && last !== undefined && compare(last, end) <= 0);
      return isCertain ? { answer: rows } : undefined;
    },
    mayHold: holds,
    same: sameRows,
  };
}

/** Keeps what a search finds, by searching again: how well a row fits depends on all the others. */
function keepHits(
  adapter: StorageAdapter,
  query: SearchQuery<Identified>,
  moment: () => FilterMoment,
): Keeper<readonly Identified[]> {
  return {
    load: async () => (await readHits(adapter, query, condition(query.where, moment()))).map(entityOf),
    next: () => undefined,
    mayHold: () => true,
    same: sameRows,
  };
}

/** Two ordered lists as one: `added` is short, so the place of each of its rows is looked up. */
function merge<Item>(
  rows: readonly Item[],
  added: readonly Item[],
  compare: (left: Item, right: Item) => number,
): readonly Item[] {
  const merged: Item[] = [];
  let at = 0;
  for (const row of added) {
    let low = at;
    let high = rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compare(rows[middle] as Item, row) <= 0) low = middle + 1;
      else high = middle;
    }
    while (at < low) merged.push(rows[at++] as Item);
    merged.push(row);
  }
  while (at < rows.length) merged.push(rows[at++] as Item);
  return merged;
}

const entityOf = ({ data }: Row): Identified => data as unknown as Identified;

const holds = (answer: readonly Identified[], ids: ReadonlySet<string>): boolean =>
  answer.some(({ id }) => ids.has(id));

const sameRows = (left: readonly Identified[], right: readonly Identified[]): boolean =>
  left.length === right.length && left.every((row, index) => row === right[index] || isSame(row, right[index]));
