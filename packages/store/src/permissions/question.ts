import { compileFilter, type Filter, type Query, type RowData } from '@kith/adapters';
import type { Held } from '@kith/core/permissions';

/**
 * How somebody sees what stands at a path in the rows they see: in all of them, in none, or in some only (or some of what
 * is below it).
 */
export type PathSight = 'seen' | 'hidden' | 'mixed';

/** How somebody with these rights sees a path. */
export function pathSight(held: readonly Held[], path: string): PathSight {
  if (held.every(({ reaches }) => reaches(path) === 'whole')) return 'seen';
  return held.every(({ reaches }) => reaches(path) === 'none') ? 'hidden' : 'mixed';
}

/**
 * A filter as it answers where hidden fields were never filled in: a condition on one of them is decided without looking.
 * Undefined when it cannot be said without looking at the rows.
 */
export function withoutHidden(filter: Filter, sight: (path: string) => PathSight): Filter | undefined {
  if ('and' in filter || 'or' in filter) {
    const parts = ('and' in filter ? filter.and : filter.or).map((part) => withoutHidden(part, sight));
    if (parts.some((part) => part === undefined)) return undefined;
    return 'and' in filter ? { and: parts as Filter[] } : { or: parts as Filter[] };
  }
  if ('not' in filter) {
    const part = withoutHidden(filter.not, sight);
    return part && { not: part };
  }
  switch (sight(filter.f)) {
    case 'seen':
      return filter;
    case 'hidden':
      return compileFilter(filter)(NOTHING) ? { and: [] } : { or: [] };
    case 'mixed':
      return undefined;
  }
}

const NOTHING: RowData = {};

/** An order as it is where hidden fields were never filled in: they tell no two rows apart. */
export function orderWithoutHidden(
  order: Query['order'],
  sight: (path: string) => PathSight,
): Query['order'] | 'mixed' {
  if (!order) return order;
  if (order.some(([path]) => sight(path) === 'mixed')) return 'mixed';
  const seen = order.filter(([path]) => sight(path) === 'seen');
  const last = order.at(-1);
  // The direction of the last key is that of the ids behind it.
  return last && seen.at(-1) !== last ? [...seen, ['id', last[1]]] : seen;
}
