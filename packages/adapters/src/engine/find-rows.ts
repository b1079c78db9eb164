import type { Query, Row, TallyGroup, TallyQuery } from '../adapter.js';
import type { Filter } from '../filter.js';
import { type Access, visitAccess, waysTo } from './access.js';
import { type Collection, visitAll } from './collection.js';
import { type Conditions, conditionsOf } from './conditions.js';
import { foldGroups, readCounter } from './counter.js';
import { compileFilter } from './match.js';
import { compileOrder, type Order, type Place } from './order.js';
import { locate } from './sorted-list.js';
import { createTopRows } from './top-rows.js';

/** The first `limit` rows of a question behind a place, in order. */
export function findRows(
  collection: Collection,
  { where, order: names = [] }: Pick<Query, 'where' | 'order'>,
  after: Place | undefined,
  limit: number,
): readonly Row[] {
  const matches = compileFilter(where);
  const order = compileOrder(names);
  const conditions = conditionsOf(where);
  const ways = waysTo(
    collection,
    conditions,
    order,
    names.map(([field]) => field),
  );
  const way = cheapest(ways, collection.live, limit, where !== undefined);
  if (way?.inOrder !== undefined) {
    const rows: Row[] = [];
    visitAccess(after === undefined ? way : behind(way, order, after), (row) => {
      if (matches(row.data)) rows.push(row);
      return rows.length < limit;
    });
    return rows;
  }
  const top = createTopRows(order, limit);
  visitRows(collection, way, (row) => {
    if (!matches(row.data)) return;
    const place = order.placeOf(row);
    if (after === undefined || order.compare(place, after) > 0) top.offer(row, place);
  });
  return top.sorted();
}

/** How many rows pass the filter. */
export function countRows(collection: Collection, where: Filter | undefined): number {
  const matches = compileFilter(where);
  if (where === undefined) return collection.live;
  const conditions = conditionsOf(where);
  const counted = readCounters(collection, [], [], conditions);
  if (counted !== undefined) return counted[0]?.count ?? 0;
  let count = 0;
  visitCandidates(collection, conditions, (row) => {
    if (matches(row.data)) count++;
  });
  return count;
}

/** The rows that pass the filter, counted and summed by group. */
export function tallyRows(
  collection: Collection,
  { where, by, sum = [] }: Pick<TallyQuery, 'where' | 'by' | 'sum'>,
): readonly TallyGroup[] {
  const matches = compileFilter(where);
  const conditions = conditionsOf(where);
  const counted = readCounters(collection, by, sum, conditions);
  if (counted !== undefined) return counted;
  return foldGroups(by, sum, (count) =>
    visitCandidates(collection, conditions, (row) => {
      if (matches(row.data)) count(row);
    }),
  );
}

function readCounters(
  collection: Collection,
  by: readonly string[],
  sum: readonly string[],
  conditions: Conditions,
): readonly TallyGroup[] | undefined {
  if (!conditions.isOnlyEqual) return undefined;
  for (const counter of collection.counters) {
    const groups = readCounter(counter, by, sum, conditions.equal);
    if (groups !== undefined) return groups;
  }
  return undefined;
}

function visitCandidates(collection: Collection, conditions: Conditions, visit: (row: Row) => void): void {
  const ways = waysTo(collection, conditions, undefined, []);
  visitRows(collection, cheapest(ways, collection.live, Number.POSITIVE_INFINITY, true), visit);
}

function visitRows(collection: Collection, way: Access | undefined, visit: (row: Row) => void): void {
  if (way === undefined) {
    visitAll(collection, visit);
    return;
  }
  visitAccess(way, (row) => {
    visit(row);
    return true;
  });
}

/**
 * The way that looks at the fewest rows; undefined is a scan of all. A way in order stops when the page is full: at
 * once without a filter, and with one we expect halfway. Rows out of order cost about double, for sorting.
 */
function cheapest(ways: readonly Access[], all: number, limit: number, isFiltered: boolean): Access | undefined {
  let best: Access | undefined;
  let bestCost = all * 2;
  for (const way of ways) {
    const cost =
      way.inOrder === undefined
        ? way.rows * 2
        : isFiltered
          ? Math.max(Math.min(way.rows, limit), way.rows / 2)
          : Math.min(way.rows, limit);
    if (cost < bestCost || (cost === bestCost && best === undefined)) {
      best = way;
      bestCost = cost;
    }
  }
  return best;
}

/** The part of a way in order that lies behind a place. */
function behind(way: Access, order: Order, { keys, id }: Place): Access {
  const [stretch] = way.stretches;
  if (stretch === undefined) return way;
  const { list, from, to } = stretch;
  // Without an order of its own a stretch has one sort key, that of its entries.
  const key = order.paths.length > 0 ? (keys[0] ?? null) : (list.chunks[from.chunk]?.keys[from.offset] ?? null);
  if (way.inOrder === 'backwards') {
    const end = locate(list, key, id, false);
    return { ...way, stretches: [{ list, from, to: isEarlier(end, to) ? end : to }] };
  }
  const start = locate(list, key, id, true);
  return { ...way, stretches: [{ list, from: isEarlier(start, from) ? from : start, to }] };
}

const isEarlier = (a: { chunk: number; offset: number }, b: { chunk: number; offset: number }): boolean =>
  a.chunk < b.chunk || (a.chunk === b.chunk && a.offset < b.offset);
