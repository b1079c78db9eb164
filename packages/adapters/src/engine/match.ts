import type { Json, RowData } from '../adapter.js';
import { StorageFault } from '../fault.js';
import type { Filter } from '../filter.js';
import { collate } from './collate.js';
import { parsePath, someAt } from './path.js';

/** A filter made ready to run over many rows. */
export type Matcher = (data: RowData) => boolean;

type Test = (value: Json) => boolean;
type Condition = Extract<Filter, { readonly f: string }>;

const holdsAlways: Matcher = () => true;

/** Compiles a filter; undefined holds for every row. A filter of a wrong shape is `invalid`. */
export function compileFilter(filter: Filter | undefined): Matcher {
  if (filter === undefined) return holdsAlways;
  if (typeof filter !== 'object' || filter === null) throw invalid(filter);
  if ('and' in filter) return every(list(filter.and, filter).map(compileFilter));
  if ('or' in filter) return some(list(filter.or, filter).map(compileFilter));
  if ('not' in filter) {
    const inner = compileFilter(filter.not);
    return (data) => !inner(data);
  }
  if ('f' in filter) return compileCondition(filter);
  throw invalid(filter);
}

function compileCondition(filter: Condition): Matcher {
  const path = parsePath(filter.f);
  switch (filter.is) {
    case 'eq':
      return filter.v === null ? (data) => isNullAt(data) : (data) => someAt(path, data, (value) => value === filter.v);
    case 'ne': {
      const equal = compileCondition({ f: filter.f, is: 'eq', v: filter.v });
      return (data) => !equal(data);
    }
    case 'in': {
      const wanted = new Set(list(filter.v, filter));
      const wantsNull = wanted.has(null);
      return (data) => (wantsNull && isNullAt(data)) || someAt(path, data, (value) => wanted.has(value));
    }
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const test = compare(filter.is, filter.v);
      return (data) => someAt(path, data, test);
    }
    case 'prefix': {
      const test = beginsWith(text(filter));
      return (data) => someAt(path, data, test);
    }
    case 'contains': {
      const test = contains(filter.v);
      return (data) => someAt(path, data, test, true);
    }
    case 'exists': {
      if (typeof filter.v !== 'boolean') throw invalid(filter);
      return (data) => someAt(path, data, (value) => value !== null, true) === filter.v;
    }
    default:
      throw invalid(filter);
  }

  function isNullAt(data: RowData): boolean {
    let found = false;
    return (
      someAt(path, data, (value) => {
        found = true;
        return value === null;
      }) || !found
    );
  }
}

function compare(is: 'lt' | 'lte' | 'gt' | 'gte', bound: Json): Test {
  const limit = typeof bound === 'string' ? collate(bound) : bound;
  if (typeof limit !== 'string' && typeof limit !== 'number') return () => false;
  const keyOf = (value: Json) => (typeof value === 'string' ? collate(value) : value);
  const ofSameType =
    (test: (key: string | number) => boolean): Test =>
    (value) =>
      typeof value === typeof limit && test(keyOf(value) as string | number);
  switch (is) {
    case 'lt':
      return ofSameType((key) => key < limit);
    case 'lte':
      return ofSameType((key) => key <= limit);
    case 'gt':
      return ofSameType((key) => key > limit);
    case 'gte':
      return ofSameType((key) => key >= limit);
  }
}

const HIGH_AT_END = /[\ud800-\udbff]$/;
const LOW_AT_START = /^[\udc00-\udfff]/;

// Half of a surrogate pair is no code point, so a text that begins or ends with a lone one must not match inside a pair.
function beginsWith(part: string): Test {
  const endsOpen = HIGH_AT_END.test(part);
  return (value) =>
    typeof value === 'string' && value.startsWith(part) && !(endsOpen && LOW_AT_START.test(value.slice(part.length)));
}

function contains(wanted: Json): Test {
  const has: Test = typeof wanted === 'string' ? includesText(wanted) : () => false;
  return (value) => (Array.isArray(value) ? (value as readonly Json[]).includes(wanted) : has(value));
}

function includesText(part: string): Test {
  const isPlain = !HIGH_AT_END.test(part) && !LOW_AT_START.test(part);
  return (value) => {
    if (typeof value !== 'string') return false;
    if (isPlain) return value.includes(part);
    for (let at = value.indexOf(part); at >= 0; at = value.indexOf(part, at + 1)) {
      const splitsBefore = LOW_AT_START.test(part) && HIGH_AT_END.test(value.slice(0, at));
      const splitsAfter = HIGH_AT_END.test(part) && LOW_AT_START.test(value.slice(at + part.length));
      if (!splitsBefore && !splitsAfter) return true;
    }
    return false;
  };
}

const every = (matchers: readonly Matcher[]): Matcher =>
  matchers.length === 1 ? (matchers[0] as Matcher) : (data) => matchers.every((matches) => matches(data));
const some =
  (matchers: readonly Matcher[]): Matcher =>
  (data) =>
    matchers.some((matches) => matches(data));

function list<Item>(items: readonly Item[], filter: Filter): readonly Item[] {
  if (!Array.isArray(items)) throw invalid(filter);
  return items;
}

function text(filter: Condition): string {
  if (typeof filter.v !== 'string') throw invalid(filter);
  return filter.v;
}

function invalid(filter: unknown): StorageFault {
  return new StorageFault({
    kind: 'invalid',
    detail: `${JSON.stringify(filter)?.slice(0, 200)} is not a filter. See the Filter type for the conditions there are.`,
  });
}
