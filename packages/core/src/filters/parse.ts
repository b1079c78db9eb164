import { ok, type Result, refuse } from '../kernel/result.js';
import { tooDeep } from './depth.js';
import type { Filter, FilterValue } from './filter.js';
import { suggest } from './suggest.js';

/** Groups and lists may be nested this deep. */
const MAX_DEPTH = 32;
/** All conditions, groups and listed values together. */
const MAX_PARTS = 20_000;
const MAX_TEXT = 10_000;
const MAX_FIELD = 200;
/** Relative days reach this far, some 270 years; relative moments as far. */
const MAX_DAYS = 100_000;

const PROPERTIES = ['and', 'or', 'not', 'field', 'is', 'value'];
const OPERATORS = ['eq', 'ne', 'lt', 'lte', 'gt', 'gte', 'contains', 'startsWith', 'in', 'exists'];
/** What people write who come from somewhere else. */
const OTHER_NAMES: Readonly<Record<string, string>> = {
  '=': 'eq',
  '==': 'eq',
  equals: 'eq',
  is: 'eq',
  '!=': 'ne',
  '<': 'lt',
  '<=': 'lte',
  '>': 'gt',
  '>=': 'gte',
  includes: 'contains',
  like: 'contains',
  prefix: 'startsWith',
  anyOf: 'in',
  isSet: 'exists',
};

/**
 * Reads a filter from JSON that somebody else wrote: a saved view, a link, a request. Never throws on JSON. A refusal
 * says in `path` where the trouble is (`and[1].value`) and what would do instead.
 * Problems: `filters/not-a-condition`, `filters/unknown-property`, `filters/missing-property`,
 * `filters/unknown-operator`, `filters/wrong-value`, `filters/too-deep`, `filters/too-large`.
 *
 * ```ts
 * import { parseFilter } from '@kith/core';
 * const parsed = parseFilter({ and: [{ field: 'name', is: 'startWith', value: 'A' }] });
 * expect(parsed).toMatchObject({ problem: { code: 'filters/unknown-operator', path: 'and[0].is' } });
 * if (!parsed.ok) expect(parsed.problem.message).toContain('Did you mean "startsWith"?');
 * ```
 */
export const parseFilter = (value: unknown): Result<Filter> => readFilter(value, '', 0, { left: MAX_PARTS });

/** How many parts may still come. */
interface Allowance {
  left: number;
}

function readFilter(value: unknown, path: string, depth: number, allowance: Allowance): Result<Filter> {
  if (depth > MAX_DEPTH) return wrong('too-deep', path, tooDeep(MAX_DEPTH));
  if (--allowance.left < 0) return tooLarge(path);
  if (!isObject(value))
    return wrong(
      'not-a-condition',
      path,
      `Expected a condition such as { "field": "name", "is": "eq", "value": "Acme" }, got ${shown(value)}.`,
    );
  const keys = Object.keys(value);
  const unknown = keys.find((key) => !PROPERTIES.includes(key));
  if (unknown !== undefined)
    return wrong(
      'unknown-property',
      at(path, unknown),
      `A condition has no "${cut(unknown)}".${suggest(unknown, PROPERTIES)}`,
    );
  const group = keys.find((key) => key === 'and' || key === 'or' || key === 'not');
  if (group === undefined) return readCondition(value, path, allowance);
  const other = keys.find((key) => key !== group);
  if (other !== undefined)
    return wrong(
      'unknown-property',
      at(path, other),
      `"${other}" cannot stand beside "${group}". Put both into one "and".`,
    );
  if (group === 'not') {
    const inner = readFilter(value[group], at(path, group), depth + 1, allowance);
    return inner.ok ? ok({ not: inner.value }) : inner;
  }
  const parts = readList(value[group], at(path, group), (item, itemPath) =>
    readFilter(item, itemPath, depth + 1, allowance),
  );
  if (!parts.ok) return parts;
  return ok(group === 'and' ? { and: parts.value } : { or: parts.value });
}

function readCondition(
  condition: Readonly<Record<string, unknown>>,
  path: string,
  allowance: Allowance,
): Result<Filter> {
  const missing = ['field', 'is', 'value'].find((key) => condition[key] === undefined);
  if (missing !== undefined)
    return wrong('missing-property', at(path, missing), `The condition has no "${missing}". Add it.`);
  const { field, is, value } = condition;
  if (typeof field !== 'string' || field.length > MAX_FIELD || field.split('.').includes(''))
    return wrong(
      'wrong-value',
      at(path, 'field'),
      `Expected the path of a field such as "amount.minor", got ${shown(field)}.`,
    );
  const valuePath = at(path, 'value');
  switch (is) {
    case 'eq':
    case 'ne': {
      const read = readValue(value, valuePath);
      return read.ok ? ok({ field, is, value: read.value }) : read;
    }
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const read = readValue(value, valuePath);
      if (!read.ok) return read;
      if (read.value === null || typeof read.value === 'boolean')
        return wrong(
          'wrong-value',
          valuePath,
          `Nothing is more or less than ${String(read.value)}. Compare with a number, a text or a date.`,
        );
      return ok({ field, is, value: read.value });
    }
    case 'contains':
    case 'startsWith':
      if (typeof value === 'string' && value.length <= MAX_TEXT) return ok({ field, is, value });
      return wrong('wrong-value', valuePath, `Expected a text of at most ${MAX_TEXT} characters, got ${shown(value)}.`);
    case 'in': {
      const read = readList(value, valuePath, (item, itemPath) =>
        --allowance.left < 0 ? tooLarge(itemPath) : readValue(item, itemPath),
      );
      return read.ok ? ok({ field, is, value: read.value }) : read;
    }
    case 'exists':
      if (typeof value === 'boolean') return ok({ field, is, value });
      return wrong('wrong-value', valuePath, `Expected true or false, got ${shown(value)}.`);
    default: {
      const hint = typeof is === 'string' ? suggest(is, OPERATORS, OTHER_NAMES) : '';
      return wrong(
        'unknown-operator',
        at(path, 'is'),
        `There is no operator ${shown(is)}.${hint} The operators are ${OPERATORS.join(', ')}.`,
      );
    }
  }
}

function readValue(value: unknown, path: string): Result<FilterValue> {
  if (
    value === null ||
    typeof value === 'boolean' ||
    Number.isFinite(value) ||
    (typeof value === 'string' && value.length <= MAX_TEXT)
  )
    return ok(value as FilterValue);
  if (isObject(value)) {
    const [kind = '', ...others] = Object.keys(value);
    const amount = value[kind];
    if (others.length === 0 && typeof amount === 'number' && Number.isInteger(amount)) {
      const days = Math.abs(kind === 'instant' ? amount / 86_400_000 : amount);
      if (['day', 'startOfDay', 'instant'].includes(kind) && days <= MAX_DAYS)
        return ok({ [kind]: amount } as unknown as FilterValue);
    }
  }
  return wrong(
    'wrong-value',
    path,
    `Expected a text, a number, true, false, null, or a relative date such as { "day": -14 } (within ${MAX_DAYS} days), got ${shown(value)}.`,
  );
}

function readList<Item>(
  value: unknown,
  path: string,
  read: (item: unknown, path: string) => Result<Item>,
): Result<readonly Item[]> {
  if (!Array.isArray(value)) return wrong('wrong-value', path, `Expected a list, got ${shown(value)}.`);
  const items: Item[] = [];
  for (const [index, item] of value.entries()) {
    const result = read(item, `${path}[${index}]`);
    if (!result.ok) return result;
    items.push(result.value);
  }
  return ok(items);
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const at = (path: string, key: string): string => (path === '' ? cut(key) : `${path}.${cut(key)}`);
const cut = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text);

function shown(value: unknown): string {
  if (Array.isArray(value)) return 'a list';
  if (isObject(value)) return 'an object';
  return typeof value === 'string' ? `"${cut(value)}"` : String(value);
}

const tooLarge = (path: string): Result<never> =>
  wrong('too-large', path, `The filter has more than ${MAX_PARTS} conditions and values. Use fewer.`);

const wrong = (code: string, path: string, message: string): Result<never> =>
  refuse({
    code: `filters/${code}`,
    message: path === '' ? message : `${path}: ${message}`,
    ...(path !== '' && { path }),
  });
