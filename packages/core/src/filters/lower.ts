import { below } from './depth.js';
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
  const { over, under } = bounds(filter, moment, 0);
  return { filter: over, exact: over === under };
}

/** A row filter that holds at least where the filter does, and one that holds at most there; the same one when exact. */
interface Bounds {
  readonly over: RowFilter;
  readonly under: RowFilter;
}

function bounds(filter: Filter, moment: FilterMoment, depth: number): Bounds {
  const part = (each: Filter): Bounds => bounds(each, moment, below(depth));
  if ('and' in filter) return combine('and', filter.and.map(part));
  if ('or' in filter) return combine('or', filter.or.map(part));
  if ('not' in filter) {
    const { over, under } = part(filter.not);
    return over === under ? exactly(negation(over)) : { over: negation(under), under: negation(over) };
  }
  return conditionBounds(filter, moment);
}

function combine(group: 'and' | 'or', parts: readonly Bounds[]): Bounds {
  const joined = (side: keyof Bounds): RowFilter =>
    join(
      group,
      parts.map((part) => part[side]),
    );
  const over = joined('over');
  return parts.every((part) => part.over === part.under) ? exactly(over) : { over, under: joined('under') };
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

function join(group: 'and' | 'or', filters: readonly RowFilter[]): RowFilter {
  const [decisive, idle] = group === 'and' ? [NONE, ALL] : [ALL, NONE];
  if (filters.includes(decisive)) return decisive;
  const rest = filters.filter((each) => each !== idle);
  return rest.length === 0 ? idle : (rest.length === 1 && rest[0]) || ({ [group]: rest } as unknown as RowFilter);
}

function negation(filter: RowFilter): RowFilter {
  if (filter === ALL) return NONE;
  if (filter === NONE) return ALL;
  return 'not' in filter ? filter.not : { not: filter };
}
