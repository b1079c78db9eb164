import type { Json } from '../adapter.js';
import type { Filter } from '../filter.js';
import { collate, type Key } from './collate.js';

/** One end of a stretch of sort keys. */
export interface Bound {
  readonly key: Key;
  readonly inclusive: boolean;
}

/** What all rows that pass a filter have in common, as far as an index can use it. */
export interface Conditions {
  /** The values a field must have one of: from `eq` and `in`. */
  readonly equal: ReadonlyMap<string, ReadonlySet<Json>>;
  readonly ranges: ReadonlyMap<string, { readonly lower?: Bound; readonly upper?: Bound }>;
  /** Whether the filter says no more than `equal` does. */
  readonly isOnlyEqual: boolean;
}

/** Reads the conditions that hold for every row of a filter: those of its outermost `and`. */
export function conditionsOf(filter: Filter | undefined): Conditions {
  const equal = new Map<string, ReadonlySet<Json>>();
  const ranges = new Map<string, { lower?: Bound; upper?: Bound }>();
  let isOnlyEqual = true;
  for (const part of filter === undefined ? [] : conjunctsOf(filter)) {
    if (!('f' in part)) {
      isOnlyEqual = false;
      continue;
    }
    if (part.is === 'eq' || part.is === 'in') {
      const values: readonly Json[] = part.is === 'in' ? part.v : [part.v];
      // Two conditions on one field may hold through two of its values; the first is enough to find the rows.
      if (equal.has(part.f) || values.some((value) => typeof value === 'object' && value !== null)) isOnlyEqual = false;
      else equal.set(part.f, new Set(values));
      continue;
    }
    isOnlyEqual = false;
    addRange(ranges, part);
  }
  return { equal, ranges, isOnlyEqual };
}

function conjunctsOf(filter: Filter, into: Filter[] = []): readonly Filter[] {
  if (!('and' in filter)) into.push(filter);
  else for (const part of filter.and) conjunctsOf(part, into);
  return into;
}

function addRange(
  ranges: Map<string, { lower?: Bound; upper?: Bound }>,
  { f, is, v }: Extract<Filter, { readonly f: string }>,
): void {
  if (typeof v !== 'string' && typeof v !== 'number') return;
  if (is !== 'lt' && is !== 'lte' && is !== 'gt' && is !== 'gte') return;
  const bound = { key: typeof v === 'string' ? collate(v) : v, inclusive: is === 'lte' || is === 'gte' };
  const range = ranges.get(f) ?? {};
  if (is === 'gt' || is === 'gte') range.lower ??= bound;
  else range.upper ??= bound;
  ranges.set(f, range);
}
