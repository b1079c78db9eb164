import type { Query, Row, TallyGroup, TallyQuery } from '../adapter.js';
import type { Filter } from '../filter.js';
import { type Access, visitAccess, waysTo } from './access.js';
import { compareIds } from './collate.js';
import { type Collection, rowsById, visitAll, type Wanted } from './collection.js';
import { countSlots, type SlotIds, tallySlots, topSlots } from './columns/select.js';
import { pathsIn } from './columns/selection.js';
import { columnOf } from './columns/table.js';
import { type Conditions, conditionsOf } from './conditions.js';
import { groupValueAt, numberAt, readCounter } from './counter.js';
import { groupKey } from './group-key.js';
import { compileFilter } from './match.js';
import { compileOrder, type Order, type Place } from './order.js';
import { parsePath } from './path.js';
import { locate } from './sorted-list.js';
import { createTopItems } from './top-items.js';
import { addToSum, answerOf, createTotal, type GroupTotal } from './totals.js';

/** An answer, or what should be made first because it makes this question and the next ones like it much cheaper. */
export type Answer<Found> = { readonly found: Found } | { readonly wants: Wanted };

/** Collections of fewer rows are looked through row by row. */
const FEW = 64;

/** How many rows that lie in order are tried for a page before its filter is held to be a rare one. */
const MOST_TRIED = 2048;

/** Looking at a row costs as much as passing over so many slots of columns. */
const SLOTS_PER_ROW = 32;

/**
 * The first `limit` rows of a question behind a place, in order. With `patience` it may answer what it wants; without,
 * it makes do with what is there.
 */
export function findRows(
  collection: Collection,
  { where, order: names }: Pick<Query, 'where' | 'order'>,
  after: Place | undefined,
  limit: number,
  patience: boolean,
): Answer<readonly Row[]> {
  const matches = compileFilter(where);
  const order = compileOrder(names);
  const conditions = conditionsOf(where);
  if (patience && order.names.length === 0 && conditions.equal.size === 0 && rowsById(collection) === undefined)
    return { wants: { columns: [], byId: true } };
  const way = cheapest(waysTo(collection, conditions, order), collection, limit);
  const hasColumns = collection.live >= FEW;
  if (way?.inOrder !== undefined) {
    const rows: Row[] = [];
    let tries = hasColumns ? Math.max(MOST_TRIED, limit * 4) : Number.POSITIVE_INFINITY;
    visitAccess(after === undefined ? way : behind(way, order, after), (row) => {
      if (way.isExact || matches(row.data)) rows.push(row);
      return rows.length < limit && --tries > 0;
    });
    if (tries > 0 || rows.length === limit) return { found: rows };
  }
  if (hasColumns && (way?.inOrder !== undefined || isWide(way, collection))) {
    const columns = missing(collection, where, order.names);
    if (patience && columns.length > 0) return { wants: { columns, byId: false } };
    const slots = topSlots(collection.table, where, order, after, limit, slotIds(collection));
    if (slots !== undefined) return { found: slots.flatMap((slot) => collection.slots[slot]?.row ?? []) };
  }
  const top = createTopItems<{ readonly row: Row; readonly place: Place }>(
    (a, b) => order.compare(a.place, b.place),
    limit,
  );
  visitRows(collection, way, (row) => {
    if (!matches(row.data)) return;
    const place = order.placeOf(row);
    if (after === undefined || order.compare(place, after) > 0) top.offer({ row, place });
  });
  return { found: top.sorted().map(({ row }) => row) };
}

/** How many rows pass the filter. `patience` as for findRows. */
export function countRows(collection: Collection, where: Filter | undefined, patience: boolean): Answer<number> {
  const matches = compileFilter(where);
  if (where === undefined) return { found: collection.live };
  const conditions = conditionsOf(where);
  const counted = readCounters(collection, [], [], conditions);
  if (counted !== undefined) return { found: counted[0]?.count ?? 0 };
  const way = cheapest(waysTo(collection, conditions, undefined), collection, Number.POSITIVE_INFINITY);
  if (isWide(way, collection)) {
    const columns = missing(collection, where, []);
    if (patience && columns.length > 0) return { wants: { columns, byId: false } };
    const count = countSlots(collection.table, where);
    if (count !== undefined) return { found: count };
  }
  let count = 0;
  visitRows(collection, way, (row) => {
    if (matches(row.data)) count++;
  });
  return { found: count };
}

/** The rows that pass the filter, counted and summed by group. `patience` as for findRows. */
export function tallyRows(
  collection: Collection,
  { where, by, sum = [] }: Pick<TallyQuery, 'where' | 'by' | 'sum'>,
  patience: boolean,
): Answer<readonly TallyGroup[]> {
  const matches = compileFilter(where);
  const conditions = conditionsOf(where);
  const counted = readCounters(collection, by, sum, conditions);
  if (counted !== undefined) return { found: counted };
  const way = cheapest(waysTo(collection, conditions, undefined), collection, Number.POSITIVE_INFINITY);
  if (isWide(way, collection)) {
    const columns = missing(collection, where, [...by, ...sum]);
    if (patience && columns.length > 0) return { wants: { columns, byId: false } };
    const groups = tallySlots(collection.table, where, by, sum);
    if (groups !== undefined) return { found: groups };
  }
  const byPaths = by.map(parsePath);
  const sumPaths = sum.map(parsePath);
  const groups = new Map<string, GroupTotal>();
  visitRows(collection, way, ({ data }) => {
    if (!matches(data)) return;
    const key = byPaths.map((path) => groupValueAt(path, data));
    const name = groupKey(key);
    const group = groups.get(name) ?? createTotal(key, sum.length);
    groups.set(name, group);
    group.count++;
    for (const [index, path] of sumPaths.entries()) addToSum(group, index, numberAt(path, data));
  });
  return { found: answerOf(groups.values()) };
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

function slotIds({ slots }: Collection): SlotIds {
  const at = (slot: number): string => slots[slot]?.row.id ?? '';
  return { at, compare: (slotA, slotB) => compareIds(at(slotA), at(slotB)) };
}

/** The paths of a question that have no column yet. */
function missing({ table }: Collection, where: Filter | undefined, others: readonly string[]): readonly string[] {
  return [...new Set([...pathsIn(where), ...others])].filter((path) => columnOf(table, path) === undefined);
}

/** Whether a way leads past so many rows that columns are cheaper. */
function isWide(way: Access | undefined, { live }: Collection): boolean {
  return live >= FEW && (way === undefined || way.rows * SLOTS_PER_ROW > live);
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
 * The way that looks at the fewest rows; undefined is a scan of all. A way in order stops when the page is full, and is
 * given up when that takes too long; of two such the one through fewer rows meets them sooner. Rows out of order cost
 * about double, for sorting.
 */
function cheapest(ways: readonly Access[], { live }: Collection, limit: number): Access | undefined {
  let best: Access | undefined;
  let bestCost = live * 2;
  for (const way of ways) {
    const cost = way.inOrder === undefined ? way.rows * 2 : Math.min(way.rows, Math.max(limit, MOST_TRIED));
    if (cost < bestCost || (cost === bestCost && way.rows < (best?.rows ?? live + 1))) {
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
