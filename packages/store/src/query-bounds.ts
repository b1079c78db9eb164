import { compareKeys, distinctAt, type Json, type Key, type RowData, toKey } from '@kith/adapters';
import type { Filter } from '@kith/core';

/** One end of a stretch of values, in the order in which the port sorts them. */
export interface End {
  readonly key: Key;
  readonly isIncluded: boolean;
}

/** A stretch of the values at a path: a row is within when one of its values there is. */
export interface Range {
  readonly path: string;
  readonly lower?: End;
  readonly upper?: End;
}

/**
 * What all rows that can matter to a question have in common. A change of a row that is outside before and after is
 * none of its business; one within may be.
 */
export interface QueryBounds {
  /** At each path the row has one of the values. */
  readonly equal: ReadonlyArray<{ readonly path: string; readonly values: readonly Json[] }>;
  readonly ranges: readonly Range[];
}

/**
 * Reads the bounds of a filter from its outermost `and`. What cannot be read there (`or`, `not`, text, values relative to
 * now, which move on by themselves) bounds nothing, so the bounds are never too narrow.
 */
export function boundsOf(where: Filter | undefined): QueryBounds {
  const equal: { path: string; values: readonly Json[] }[] = [];
  const ranges: Range[] = [];
  const read = (filter: Filter): void => {
    if ('and' in filter) filter.and.forEach(read);
    if (!('field' in filter)) return;
    const path = filter.field;
    switch (filter.is) {
      case 'eq':
      case 'in': {
        const values = filter.is === 'in' ? filter.value : [filter.value];
        if (values.every(isAbsolute)) equal.push({ path, values });
        return;
      }
      case 'lt':
      case 'lte':
      case 'gt':
      case 'gte': {
        if (!isAbsolute(filter.value)) return;
        const end: End = { key: toKey(filter.value), isIncluded: filter.is === 'lte' || filter.is === 'gte' };
        ranges.push(filter.is === 'lt' || filter.is === 'lte' ? { path, upper: end } : { path, lower: end });
        return;
      }
      default:
    }
  };
  if (where) read(where);
  return { equal, ranges };
}

/** The bounds of a list that is full, and so ends with its last row: what sorts behind that is beyond it. */
export function boundedBy(bounds: QueryBounds, order: readonly [string, 'asc' | 'desc'], last: object): QueryBounds {
  const [path, direction] = order;
  const end: End = { key: toKey(distinctAt(path.split('.'), last as RowData)[0]), isIncluded: true };
  // The list's own end first: it is the one that is most often near.
  return { ...bounds, ranges: [direction === 'asc' ? { path, upper: end } : { path, lower: end }, ...bounds.ranges] };
}

/** The keys at a path; a row without any value there has null. */
export const keysAt = (path: string, row: object): readonly Key[] =>
  distinctAt(path.split('.'), row as RowData).map(toKey);

/** Whether a row has a value in every range. */
export const isWithin = (ranges: readonly Range[], row: object): boolean =>
  ranges.every(({ path, lower, upper }) =>
    keysAt(path, row).some(
      (key) =>
        (!lower || compareKeys(key, lower.key) >= (lower.isIncluded ? 0 : 1)) &&
        (!upper || compareKeys(key, upper.key) <= (upper.isIncluded ? 0 : -1)),
    ),
  );

const isAbsolute = (value: unknown): value is Exclude<Json, object> => typeof value !== 'object' || value === null;
