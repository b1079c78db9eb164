import type { Json, RowData } from '../adapter.js';
import { StorageFault } from '../fault.js';
import type { Filter } from '../filter.js';
import { collate } from './collate.js';
import { parsePath, someAt } from './path.js';

/** A filter made ready to run over many rows. */
export type Matcher = (data: RowData) => boolean;

type Test = (value: Json) => boolean;

/** A filter about one field. */
export type Condition = Extract<Filter, { readonly f: string }>;

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

/** How a condition tests the values that its path finds; the path itself is another matter. */
export interface ValueTest {
  readonly holds: Test;
  /** An array at the end is tested as it is, not item by item. */
  readonly whole: boolean;
  /** Holds also where there is no value. */
  readonly orNothing: boolean;
  /** The condition is the opposite of all this. */
  readonly negated: boolean;
}

/** Compiles what a condition says about values. A condition of a wrong shape is `invalid`. */
export function compileTest(filter: Condition): ValueTest {
  switch (filter.is) {
    case 'eq':
    case 'ne':
      return {
        ...itemTest((value) => value === filter.v),
        orNothing: filter.v === null,
        negated: filter.is === 'ne',
      };
    case 'in': {
      const wanted = new Set(list(filter.v, filter));
      return { ...itemTest((value) => wanted.has(value)), orNothing: wanted.has(null) };
    }
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
      return itemTest(compare(filter.is, filter.v));
    case 'prefix':
      return itemTest(beginsWith(text(filter)));
    case 'contains':
      return { ...itemTest(contains(filter.v)), whole: true };
    case 'exists':
      if (typeof filter.v !== 'boolean') throw invalid(filter);
      return { ...itemTest((value) => value !== null), whole: true, negated: !filter.v };
    default:
      throw invalid(filter);
  }
}

const itemTest = (holds: Test): ValueTest => ({ holds, whole: false, orNothing: false, negated: false });

function compileCondition(filter: Condition): Matcher {
  const path = parsePath(filter.f);
  const { holds, whole, orNothing, negated } = compileTest(filter);
  if (!orNothing) return (data) => someAt(path, data, holds, whole) !== negated;
  return (data) => {
    let found = false;
    const isHeld = someAt(
      path,
      data,
      (value) => {
        found = true;
        return holds(value);
      },
      whole,
    );
    return (isHeld || !found) !== negated;
  };
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
