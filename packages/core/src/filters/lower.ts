import type { FieldCondition, Filter, FilterMoment } from './filter.js';
import { resolve } from './resolve.js';

/** Any JSON value. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [field: string]: Json };

/** The storage port's filter over rows, with all values resolved: what a filter is lowered to. */
export type RowFilter =
  | { readonly and: readonly RowFilter[] }
  | { readonly or: readonly RowFilter[] }
  | { readonly not: RowFilter }
  | {
      readonly f: string;
      readonly is: 'eq' | 'ne' | 'lt' | 'lte' | 'gt' | 'gte' | 'prefix' | 'contains';
      readonly v: Json;
    }
  | { readonly f: string; readonly is: 'in'; readonly v: readonly Json[] }
  | { readonly f: string; readonly is: 'exists'; readonly v: boolean };

/** A filter as storage can answer it. */
export interface Lowered {
  /** Holds for every row that meets the filter, and when not `exact` possibly for more. */
  readonly filter: RowFilter;
  /** Whether it holds for those rows only. If not, test what comes back with `matches`. */
  readonly exact: boolean;
}

/**
 * Lowers a filter to the storage port's: relative values are resolved at the moment, and what rows cannot be asked (text
 * without regard to case) becomes the tightest wider question. Inside a `not`, wider means a tighter question within.
 */
export function lowerFilter(filter: Filter, moment: FilterMoment): Lowered {
  const { over, under } = bounds(filter, moment);
  return { filter: over, exact: over === under };
}

/** A row filter that holds at least where the filter does, and one that holds at most there; the same one when exact. */
interface Bounds {
  readonly over: RowFilter;
  readonly under: RowFilter;
}

function bounds(filter: Filter, moment: FilterMoment): Bounds {
  if ('and' in filter)
    return combine(
      filter.and.map((each) => bounds(each, moment)),
      allOf,
    );
  if ('or' in filter)
    return combine(
      filter.or.map((each) => bounds(each, moment)),
      anyOf,
    );
  if ('not' in filter) {
    const { over, under } = bounds(filter.not, moment);
    return over === under ? exactly(negation(over)) : { over: negation(under), under: negation(over) };
  }
  return conditionBounds(filter, moment);
}

function combine(parts: readonly Bounds[], join: (filters: readonly RowFilter[]) => RowFilter): Bounds {
  const over = join(parts.map((part) => part.over));
  return parts.every((part) => part.over === part.under)
    ? exactly(over)
    : { over, under: join(parts.map((part) => part.under)) };
}

function conditionBounds(condition: FieldCondition, moment: FilterMoment): Bounds {
  const f = condition.field;
  switch (condition.is) {
    case 'eq':
    case 'ne':
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return exactly({ f, is: condition.is, v: resolve(condition.value, moment) });
    case 'in':
      return exactly({ f, is: 'in', v: condition.value.map((value) => resolve(value, moment)) });
    case 'contains':
    case 'startsWith':
      return isSpelledOneWay(condition.value)
        ? exactly({ f, is: condition.is === 'contains' ? 'contains' : 'prefix', v: condition.value })
        : { over: { f, is: 'exists', v: true }, under: NONE };
    case 'exists':
      return exactly({ f, is: 'exists', v: condition.value });
  }
}

/** Whether folding changes nothing about a text, nor makes anything else into it: no letters, no marks that compose. */
const isSpelledOneWay = (text: string): boolean => /^[0-9 @.,:/+()#&_-]*$/.test(text);

const ALL: RowFilter = { and: [] };
const NONE: RowFilter = { or: [] };

const exactly = (filter: RowFilter): Bounds => ({ over: filter, under: filter });

function allOf(filters: readonly RowFilter[]): RowFilter {
  if (filters.includes(NONE)) return NONE;
  const narrowing = filters.filter((each) => each !== ALL);
  return narrowing.length === 0 ? ALL : (narrowing.length === 1 && narrowing[0]) || { and: narrowing };
}

function anyOf(filters: readonly RowFilter[]): RowFilter {
  if (filters.includes(ALL)) return ALL;
  const widening = filters.filter((each) => each !== NONE);
  return widening.length === 0 ? NONE : (widening.length === 1 && widening[0]) || { or: widening };
}

function negation(filter: RowFilter): RowFilter {
  if (filter === ALL) return NONE;
  if (filter === NONE) return ALL;
  return 'not' in filter ? filter.not : { not: filter };
}
