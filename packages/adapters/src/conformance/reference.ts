import type { Json, Query, Row, RowData, TallyGroup, TallyQuery } from '../adapter.js';
import type { Filter } from '../filter.js';

// A second, slow and simple reading of the same definitions. It shares no code with the engine, so that a mistake would
// have to be made twice to stay hidden.

/** Whether a filter holds for a row's content. */
export function referenceMatches(filter: Filter, data: RowData): boolean {
  if ('and' in filter) return filter.and.filter((each) => !referenceMatches(each, data)).length === 0;
  if ('or' in filter) return filter.or.filter((each) => referenceMatches(each, data)).length > 0;
  if ('not' in filter) return !referenceMatches(filter.not, data);
  const whole = valuesAt(data, filter.f.split('.'));
  const items = whole.flatMap(itemsOf);
  switch (filter.is) {
    case 'eq':
      return items.some((value) => isScalar(value) && value === filter.v) || (filter.v === null && items.length === 0);
    case 'ne':
      return !referenceMatches({ ...filter, is: 'eq' }, data);
    case 'in':
      return filter.v.some((v) => referenceMatches({ f: filter.f, is: 'eq', v }, data));
    case 'lt':
      return items.some((value) => isComparable(value, filter.v) && compareJson(value, filter.v) < 0);
    case 'lte':
      return items.some((value) => isComparable(value, filter.v) && compareJson(value, filter.v) <= 0);
    case 'gt':
      return items.some((value) => isComparable(value, filter.v) && compareJson(value, filter.v) > 0);
    case 'gte':
      return items.some((value) => isComparable(value, filter.v) && compareJson(value, filter.v) >= 0);
    case 'prefix':
      return items.some(
        (value) => typeof value === 'string' && startsAt(codePoints(value), codePoints(String(filter.v)), 0),
      );
    case 'contains':
      return whole.some((value) =>
        Array.isArray(value) ? value.some((item) => isScalar(item) && item === filter.v) : holdsText(value, filter.v),
      );
    case 'exists':
      return whole.some((value) => value !== null) === filter.v;
  }
}

/** The rows of a question, all of them, in order. */
export function referenceRows(
  rows: readonly Row[],
  { where, order = [] }: Pick<Query, 'where' | 'order'>,
): readonly Row[] {
  const found = rows.filter((row) => !row.deleted && (where === undefined || referenceMatches(where, row.data)));
  const lastDirection = order.at(-1)?.[1] ?? 'asc';
  // Looked up once for each row: a sort compares it many times.
  const placed = found.map((row) => ({ row, keys: order.map(([field]) => firstAt(row.data, field)) }));
  placed.sort((a, b) => {
    for (const [index, [, direction]] of order.entries()) {
      const result = compareJson(a.keys[index] ?? null, b.keys[index] ?? null);
      if (result !== 0) return direction === 'asc' ? result : -result;
    }
    return (a.row.id < b.row.id ? -1 : 1) * (lastDirection === 'asc' ? 1 : -1);
  });
  return placed.map(({ row }) => row);
}

/** The groups of a tally. */
export function referenceTally(
  rows: readonly Row[],
  { where, by, sum = [] }: Pick<TallyQuery, 'where' | 'by' | 'sum'>,
): readonly TallyGroup[] {
  const groups: { key: Json[]; count: number; sums: number[] }[] = [];
  for (const { data } of referenceRows(rows, where === undefined ? {} : { where })) {
    const key = by.map((path) => {
      const value = firstAt(data, path);
      return isScalar(value) ? value : null;
    });
    let group = groups.find((each) => each.key.every((value, index) => value === key[index]));
    if (group === undefined) {
      group = { key, count: 0, sums: sum.map(() => 0) };
      groups.push(group);
    }
    group.count++;
    for (const [index, path] of sum.entries()) {
      for (const value of valuesAt(data, path.split('.')).flatMap(itemsOf))
        if (typeof value === 'number') group.sums[index] = (group.sums[index] ?? 0) + value;
    }
  }
  // Composed and decomposed letters sort alike, but they are two groups.
  const compareKeys = (a: Json, b: Json): number =>
    compareJson(a, b) || (typeof a === 'string' && typeof b === 'string' && a !== b ? (a < b ? -1 : 1) : 0);
  return groups.sort(
    (a, b) => a.key.map((value, index) => compareKeys(value, b.key[index] ?? null)).find((result) => result !== 0) ?? 0,
  );
}

const isScalar = (value: Json): value is string | number | boolean | null =>
  typeof value !== 'object' || value === null;
const isComparable = (a: Json, b: Json): boolean =>
  typeof a === typeof b && (typeof a === 'string' || typeof a === 'number');
const codePoints = (text: string): readonly number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);

/** The values a path leads to; arrays on the way stand for their items, one at the end stays whole. */
function valuesAt(value: Json, path: readonly string[]): readonly Json[] {
  if (path.length === 0) return [value];
  if (Array.isArray(value)) return (value as readonly Json[]).flatMap((item) => valuesAt(item, path));
  if (isScalar(value)) return [];
  const key = path[0] ?? '';
  // `__proto__` is a field like any other.
  const own = Object.getOwnPropertyDescriptor(value, key);
  return own === undefined ? [] : valuesAt(own.value as Json, path.slice(1));
}

function itemsOf(value: Json): readonly Json[] {
  return Array.isArray(value) ? (value as readonly Json[]).flatMap(itemsOf) : [value];
}

const firstAt = (data: RowData, path: string): Json => valuesAt(data, path.split('.')).flatMap(itemsOf)[0] ?? null;

function startsAt(text: readonly number[], part: readonly number[], at: number): boolean {
  return part.every((point, index) => text[at + index] === point);
}

function holdsText(value: Json, part: Json): boolean {
  if (typeof value !== 'string' || typeof part !== 'string') return false;
  const [text, wanted] = [codePoints(value), codePoints(part)];
  return Array.from({ length: text.length + 1 }, (_, at) => at).some((at) => startsAt(text, wanted, at));
}

/** null, false, true, numbers, strings by the code points of their NFC, everything else. */
function compareJson(a: Json, b: Json): number {
  const rank = (value: Json): number =>
    value === null ? 0 : ['boolean', 'number', 'string', 'object'].indexOf(typeof value) + 1;
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    const [left, right] = [codePoints(a.normalize('NFC')), codePoints(b.normalize('NFC'))];
    const at = left.findIndex((point, index) => point !== right[index]);
    return at < 0 ? left.length - right.length : (left[at] ?? 0) - (right[at] ?? -1);
  }
  if (isScalar(a) && isScalar(b)) return Number(a) - Number(b);
  return 0;
}
