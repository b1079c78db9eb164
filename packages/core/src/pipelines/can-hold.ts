import type { FieldCondition, Filter, FilterValue } from '../filters/filter.js';

/** As many ways to meet a filter are followed up; beyond it is taken to be possible. */
const MOST_WAYS = 256;

/**
 * Whether there can be a row that meets a filter. `false` is certain: no row meets it. `true` may be wrong where the
 * trouble lies deeper than one field at a time, and where a field may have several values at once, which do not
 * contradict each other: `isSingle` says which fields have one at most.
 */
export function canHold(filter: Filter, isSingle: (field: string) => boolean): boolean {
  const ways = waysOf(filter, false);
  return ways === undefined || ways.some((way) => isPossible(way, isSingle));
}

type Way = readonly FieldCondition[];

/** The filter as alternatives of conditions that hold together; undefined when there are too many. */
function waysOf(filter: Filter, isNegated: boolean): readonly Way[] | undefined {
  if ('not' in filter) return waysOf(filter.not, !isNegated);
  const parts = 'and' in filter ? filter.and : 'or' in filter ? filter.or : undefined;
  if (!parts) {
    const condition = isNegated ? negated(filter as FieldCondition) : (filter as FieldCondition);
    return [condition ? [condition] : []];
  }
  const isAll = 'and' in filter !== isNegated;
  let ways: readonly Way[] = isAll ? [[]] : [];
  for (const part of parts) {
    const inner = waysOf(part, isNegated);
    if (!inner) return undefined;
    ways = isAll ? ways.flatMap((way) => inner.map((other) => [...way, ...other])) : [...ways, ...inner];
    if (ways.length > MOST_WAYS) return undefined;
  }
  return ways;
}

/** The opposite of a condition where one condition says it; otherwise undefined: nothing is concluded from it. */
function negated(condition: FieldCondition): FieldCondition | undefined {
  switch (condition.is) {
    case 'eq':
      return { ...condition, is: 'ne' };
    case 'ne':
      return { ...condition, is: 'eq' };
    case 'exists':
      return { ...condition, value: !condition.value };
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte':
    case 'in':
    case 'contains':
    case 'startsWith':
      return undefined;
  }
}

function isPossible(way: Way, isSingle: (field: string) => boolean): boolean {
  const byField = new Map<string, FieldCondition[]>();
  for (const condition of way) byField.set(condition.field, [...(byField.get(condition.field) ?? []), condition]);
  for (const [field, conditions] of byField) {
    if (conditions.some(({ is, value }) => is === 'in' && value.length === 0)) return false;
    const isEmpty = conditions.some((each) => each.is === 'exists' && !each.value);
    if (isEmpty && conditions.some(needsValue)) return false;
    if (isSingle(field) && !agree(conditions)) return false;
  }
  return true;
}

const needsValue = ({ is, value }: FieldCondition): boolean =>
  is === 'eq'
    ? value !== null
    : is === 'in'
      ? !value.includes(null)
      : is === 'exists'
        ? value
        : is !== 'ne' || value === null;

/** Whether one value can meet all these conditions. */
function agree(conditions: readonly FieldCondition[]): boolean {
  const lists = conditions.flatMap(({ is, value }) => (is === 'in' ? [value] : is === 'eq' ? [[value]] : []));
  const [first, ...others] = lists;
  if (!first) return rangeIsOpen(conditions);
  // Where the values are listed, one of them has to pass everything else.
  const isListed = others.map((list) => {
    const scalars = new Set<FilterValue>(list);
    const relatives = list.filter((each) => typeof each === 'object' && each !== null);
    return (value: FilterValue): boolean =>
      typeof value === 'object' && value !== null
        ? list.some((other) => same(other, value))
        : scalars.has(value) || relatives.some((other) => same(other, value));
  });
  return first.some(
    (value) => isListed.every((isIn) => isIn(value)) && conditions.every((each) => admits(each, value)),
  );
}

function admits(condition: FieldCondition, value: FilterValue): boolean {
  switch (condition.is) {
    case 'ne':
      return !same(condition.value, value);
    case 'exists':
      return condition.value === (value !== null);
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const order = compared(value, condition.value);
      return order === undefined ? value !== null : HOLDS[condition.is](order);
    }
    case 'contains':
    case 'startsWith':
      return typeof value === 'string' || (typeof value === 'object' && value !== null);
    case 'eq':
    case 'in':
      return true;
  }
}

function rangeIsOpen(conditions: readonly FieldCondition[]): boolean {
  const lows = conditions.filter(({ is }) => is === 'gt' || is === 'gte');
  const highs = conditions.filter(({ is }) => is === 'lt' || is === 'lte');
  return lows.every((low) =>
    highs.every((high) => {
      const order = compared(low.value as FilterValue, high.value as FilterValue);
      if (order === undefined) return typeof low.value === typeof high.value || isRelative(low) || isRelative(high);
      return order < 0 || (order === 0 && low.is === 'gte' && high.is === 'lte');
    }),
  );
}

const isRelative = ({ value }: FieldCondition): boolean => typeof value === 'object';

/** Below, at, or above 0; undefined where the two cannot be compared before a moment is given. */
function compared(left: FilterValue, right: FilterValue): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return left - right;
  if (typeof left === 'string' && typeof right === 'string') return left < right ? -1 : left > right ? 1 : 0;
  if (typeof left !== 'object' || typeof right !== 'object' || left === null || right === null) return undefined;
  const [[unit, amount] = [], [otherUnit, otherAmount] = []] = [Object.entries(left)[0], Object.entries(right)[0]];
  return unit === otherUnit ? Number(amount) - Number(otherAmount) : undefined;
}

/** Values that are not comparable yet may turn out to be the same. */
function same(left: FilterValue, right: FilterValue): boolean {
  if (typeof left === 'object' && left !== null) return compared(left, right) === 0 || typeof right === 'string';
  if (typeof right === 'object' && right !== null) return typeof left === 'string';
  return left === right;
}

const HOLDS = {
  lt: (order: number) => order < 0,
  lte: (order: number) => order <= 0,
  gt: (order: number) => order > 0,
  gte: (order: number) => order >= 0,
};
