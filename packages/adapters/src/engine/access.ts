import type { Json, Row } from '../adapter.js';
import { toKey } from './collate.js';
import { type Collection, rowsById } from './collection.js';
import type { Conditions } from './conditions.js';
import { groupKey } from './group-key.js';
import type { Order } from './order.js';
import type { SecondaryIndex } from './secondary-index.js';
import {
  distance,
  endOf,
  isNotAfter,
  locate,
  type Position,
  type SortedList,
  startOf,
  visitBetween,
} from './sorted-list.js';

/** A stretch of a sorted list. */
export interface Stretch {
  readonly list: SortedList;
  readonly from: Position;
  readonly to: Position;
}

/** A way to the rows of a question: stretches that hold all of them, and whether they lie there in the wanted order. */
export interface Access {
  readonly stretches: readonly Stretch[];
  /** About how many rows it leads past. */
  readonly rows: number;
  /** The one stretch is in the order of the question, to be read backwards or not. */
  readonly inOrder: 'forwards' | 'backwards' | undefined;
  /** A row may lie in several stretches. */
  readonly repeats: boolean;
  /** All its rows pass the filter: it asks for nothing but the values by which the way was found. */
  readonly isExact: boolean;
}

const MOST_GROUPS = 64;

/** The ways that the indexes of a collection offer; a scan of all rows is always possible besides. */
export function waysTo(collection: Collection, conditions: Conditions, order: Order | undefined): readonly Access[] {
  const ways: Access[] = [];
  for (const index of collection.indexes) {
    const way = wayThrough(index, conditions, order);
    if (way !== undefined) ways.push(way);
  }
  if (order?.names.length === 0) {
    const list = rowsById(collection);
    if (list !== undefined)
      ways.push({
        stretches: [{ list, from: startOf(list), to: endOf(list) }],
        rows: list.size,
        inOrder: 'forwards',
        repeats: false,
        isExact: false,
      });
  }
  return ways;
}

function wayThrough(
  index: SecondaryIndex,
  { equal, ranges, isOnlyEqual }: Conditions,
  order: Order | undefined,
): Access | undefined {
  const groups = groupsFor(index, equal);
  if (groups === undefined) return undefined;
  const lists = groups.flatMap((group) => index.groups.get(group) ?? []);
  const lastEqual = equal.get(index.lastName);
  const isSingle = index.manyValued === 0;
  const range = isSingle ? ranges.get(index.lastName) : undefined;
  let stretches: readonly Stretch[];
  if (lastEqual !== undefined && lastEqual.size <= MOST_GROUPS)
    stretches = lists.flatMap((list) =>
      [...new Set([...lastEqual].map(toKey))].map((key) => ({
        list,
        from: locate(list, key, undefined, false),
        to: locate(list, key, undefined, true),
      })),
    );
  else if (range !== undefined) {
    const { lower, upper } = range;
    stretches = lists.map((list) => ({
      list,
      from: lower === undefined ? startOf(list) : locate(list, lower.key, undefined, !lower.inclusive),
      to: upper === undefined ? endOf(list) : locate(list, upper.key, undefined, upper.inclusive),
    }));
  } else stretches = lists.map((list) => ({ list, from: startOf(list), to: endOf(list) }));
  const isOneStretch = lists.length <= 1 && stretches.length <= 1 && groups.length <= 1;
  const isOneKey = isOneStretch && lastEqual?.size === 1;
  let inOrder: Access['inOrder'];
  if (order !== undefined && isOneStretch) {
    if (order.names.length === 0 && isOneKey) inOrder = 'forwards';
    else if (order.names.length === 1 && order.names[0] === index.lastName && isSingle)
      inOrder = order.idDescending ? 'backwards' : 'forwards';
  }
  return {
    stretches,
    rows: stretches.reduce((sum, { list, from, to }) => sum + distance(list, from, to), 0),
    inOrder,
    repeats: !isOneStretch || !(isSingle || isOneKey),
    isExact: isOnlyEqual && [...equal.keys()].every((name) => index.leadingNames.includes(name)),
  };
}

/** The groups of an index that the conditions leave; undefined when they do not bind all of its leading paths. */
function groupsFor(index: SecondaryIndex, equal: Conditions['equal']): readonly string[] | undefined {
  let groups: readonly string[] = [''];
  for (const name of index.leadingNames) {
    const values: ReadonlySet<Json> | undefined = equal.get(name);
    if (values === undefined || groups.length * values.size > MOST_GROUPS) return undefined;
    groups = groups.flatMap((group) => [...values].map((value) => group + groupKey([value])));
  }
  return groups;
}

/** Visits the rows of a way, each once, until the visitor answers false. */
export function visitAccess(access: Access, visit: (row: Row) => boolean): void {
  const seen = access.repeats ? new Set<string>() : undefined;
  let goesOn = true;
  for (const { list, from, to } of access.stretches) {
    if (!goesOn) return;
    if (!isNotAfter(from, to)) continue;
    visitBetween(list, from, to, access.inOrder === 'backwards', (row) => {
      if (seen?.has(row.id)) return true;
      seen?.add(row.id);
      goesOn = visit(row);
      return goesOn;
    });
  }
}
