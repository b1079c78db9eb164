import { below } from './depth.js';
import type { FieldCondition, Filter, FilterMoment } from './filter.js';
import { someAt } from './path.js';
import { resolve, type Scalar } from './resolve.js';
import { compareText, foldText } from './text.js';

/** Whether an entity meets a compiled filter. */
export type Matcher = (entity: unknown) => boolean;

type Test = (value: unknown) => boolean;

/**
 * Whether an entity meets a filter at a moment. For many entities compile the filter once with {@link compileFilter}.
 *
 * ```ts
 * import { type Instant, matches } from '@kith/core';
 * const moment = { now: '2026-11-22T09:30:00.000Z' as Instant, timeZone: 'Europe/Vienna' };
 * const overdue = { field: 'expectedCloseDay', is: 'lt', value: { day: 0 } } as const;
 * expect(matches(overdue, { expectedCloseDay: '2026-11-21' }, moment)).toBe(true);
 * expect(matches(overdue, { name: 'no day promised' }, moment)).toBe(false);
 * ```
 */
export const matches = (filter: Filter, entity: unknown, moment: FilterMoment): boolean =>
  compileFilter(filter, moment)(entity);

/**
 * Makes a filter ready to run over many entities: closures built once, with every relative value resolved at the
 * moment. No code is generated, so it runs under a strict content security policy. Throws a RangeError for a zone that
 * is not known, and one with the code `filters/too-deep` for a filter of more than 500 levels.
 */
export const compileFilter = (filter: Filter, moment: FilterMoment): Matcher => compile(filter, moment, 0);

function compile(filter: Filter, moment: FilterMoment, depth: number): Matcher {
  const part = (each: Filter): Matcher => compile(each, moment, below(depth));
  if ('and' in filter) {
    const all = filter.and.map(part);
    return (entity) => all.every((matcher) => matcher(entity));
  }
  if ('or' in filter) {
    const any = filter.or.map(part);
    return (entity) => any.some((matcher) => matcher(entity));
  }
  if ('not' in filter) {
    const inner = part(filter.not);
    return (entity) => !inner(entity);
  }
  return compileCondition(filter, moment);
}

function compileCondition(condition: FieldCondition, moment: FilterMoment): Matcher {
  const path = condition.field.split('.');
  switch (condition.is) {
    case 'eq':
      return equals(path, resolve(condition.value, moment));
    case 'ne': {
      const equal = equals(path, resolve(condition.value, moment));
      return (entity) => !equal(entity);
    }
    case 'in': {
      const wanted = new Set<unknown>(condition.value.map((value) => resolve(value, moment)));
      const orNull = wanted.has(null) ? equals(path, null) : () => false;
      return (entity) => someAt(path, entity, (value) => wanted.has(value)) || orNull(entity);
    }
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const test = compares(condition.is, resolve(condition.value, moment));
      return (entity) => someAt(path, entity, test);
    }
    case 'contains': {
      const wanted = foldText(condition.value);
      const isWanted: Test = (item) => typeof item === 'string' && foldText(item) === wanted;
      const test: Test = (value) =>
        Array.isArray(value) ? value.some(isWanted) : typeof value === 'string' && foldText(value).includes(wanted);
      return (entity) => someAt(path, entity, test, 'whole');
    }
    case 'startsWith': {
      const wanted = foldText(condition.value);
      return (entity) =>
        someAt(path, entity, (value) => typeof value === 'string' && foldText(value).startsWith(wanted));
    }
    case 'exists':
      return (entity) => someAt(path, entity, (value) => value !== null, 'whole') === condition.value;
  }
}

function equals(path: readonly string[], wanted: Scalar): Matcher {
  if (wanted !== null) return (entity) => someAt(path, entity, (value) => value === wanted);
  return (entity) => someAt(path, entity, (value) => value === null) || !someAt(path, entity, () => true);
}

function compares(is: 'lt' | 'lte' | 'gt' | 'gte', bound: Scalar): Test {
  const holds = HOLDS[is];
  switch (typeof bound) {
    case 'number':
      return (value) => typeof value === 'number' && holds(value - bound);
    case 'string':
      return (value) => typeof value === 'string' && holds(compareText(value, bound));
    default:
      return () => false;
  }
}

const HOLDS = {
  lt: (order: number) => order < 0,
  lte: (order: number) => order <= 0,
  gt: (order: number) => order > 0,
  gte: (order: number) => order >= 0,
};
