import type { TallyGroup } from '../../adapter.js';
import type { Filter } from '../../filter.js';
import { compareIds, type Key } from '../collate.js';
import type { Order, Place } from '../order.js';
import { createTopItems } from '../top-items.js';
import { addToSum, answerOf, createTotal, type GroupTotal } from '../totals.js';
import { visitSelections } from './selection.js';
import { columnOf, type Table } from './table.js';

/** The ids of the rows in the slots. */
export interface SlotIds {
  at(slot: number): string;
  compare(slotA: number, slotB: number): number;
}

/** How many rows pass a filter; undefined when a column is missing. */
export function countSlots(table: Table, where: Filter | undefined): number | undefined {
  let count = 0;
  const isAnswered = visitSelections(table, where, (_selection, passing) => {
    count += passing;
  });
  return isAnswered ? count : undefined;
}

/**
 * The slots of the first `limit` rows of an order that pass a filter and lie behind a place; undefined when a column is
 * missing, or knows no order.
 */
export function topSlots(
  table: Table,
  where: Filter | undefined,
  order: Order,
  after: Place | undefined,
  limit: number,
  ids: SlotIds,
): readonly number[] | undefined {
  const keys: SlotOrder[] = [];
  for (const [index, name] of order.names.entries()) {
    const column = columnOf(table, name)?.order;
    if (column === undefined) return undefined;
    keys.push({ ...column, sign: order.descending[index] ? -1 : 1 });
  }
  const idSign = order.idDescending ? -1 : 1;
  const top = createTopItems<number>((a, b) => {
    for (const { compare, sign } of keys) {
      const result = compare(a, b);
      if (result !== 0) return result * sign;
    }
    return ids.compare(a, b) * idSign;
  }, limit);
  const isBehind = after === undefined ? undefined : behind(keys, after, idSign, ids);
  const isAnswered = visitSelections(table, where, (selection, count) => {
    for (let at = 0; at < count; at++) {
      const slot = selection[at] as number;
      if (isBehind === undefined || isBehind(slot)) top.offer(slot);
    }
  });
  return isAnswered ? top.sorted() : undefined;
}

interface SlotOrder {
  compare(slotA: number, slotB: number): number;
  comparedTo(key: Key): (slot: number) => number;
  readonly sign: 1 | -1;
}

function behind(
  keys: readonly SlotOrder[],
  { keys: bounds, id }: Place,
  idSign: 1 | -1,
  ids: SlotIds,
): (slot: number) => boolean {
  const tests = keys.map(({ comparedTo, sign }, index) => ({ compare: comparedTo(bounds[index] ?? null), sign }));
  return (slot) => {
    for (const { compare, sign } of tests) {
      const result = compare(slot);
      if (result !== 0) return result * sign > 0;
    }
    return compareIds(ids.at(slot), id) * idSign > 0;
  };
}

/** The rows that pass a filter, counted and summed by group; undefined when a column is missing or cannot tell. */
export function tallySlots(
  table: Table,
  where: Filter | undefined,
  by: readonly string[],
  sum: readonly string[],
): readonly TallyGroup[] | undefined {
  const groupings = by.map((path) => columnOf(table, path)?.grouping());
  const addends = sum.map((path) => columnOf(table, path)?.addend());
  if (!groupings.every((each) => each !== undefined) || !addends.every((each) => each !== undefined)) return undefined;
  const level = groupings.map(({ groupAt, values }) => ({ groupAt, values, states: new Map<number, number>() }));
  const groups: GroupTotal[] = [];
  const isAnswered = visitSelections(table, where, (selection, count) => {
    for (let at = 0; at < count; at++) {
      const slot = selection[at] as number;
      const group = totalAt(slot);
      group.count++;
      for (let index = 0; index < addends.length; index++) addToSum(group, index, addends[index]?.(slot) ?? 0);
    }
  });
  return isAnswered ? answerOf(groups) : undefined;

  /** Groups of several paths are found path by path: where the paths so far have led, and the group at the next. */
  function totalAt(slot: number): GroupTotal {
    let state = 0;
    for (const { groupAt, states } of level) {
      const step = state * MOST_STATES + groupAt(slot);
      let next = states.get(step);
      if (next === undefined) {
        next = states.size;
        states.set(step, next);
      }
      state = next;
    }
    const known = groups[state];
    if (known !== undefined) return known;
    const total = createTotal(
      level.map(({ groupAt, values }) => values[groupAt(slot)] ?? null),
      sum.length,
    );
    groups[state] = total;
    return total;
  }
}

const MOST_STATES = 2 ** 26;
