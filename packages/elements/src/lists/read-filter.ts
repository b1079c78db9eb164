import { addDays, type Day, dayIn, type Filter, type FilterMoment, isDay, isInstant } from '@kith/core';
import type { Field } from '@kith/core/fields';
import { filterOf, type ListFilter } from './list-filter.js';

type Zone = Pick<FilterMoment, 'timeZone'>;
type Part = Extract<Filter, { readonly field: string }>;

/**
 * A filter as conditions that all hold, each of them one that a chip can show: the way back from `filterOf`. Undefined for
 * one that says more, as a house writes it in code.
 */
export function readFilter(filter: Filter, fields: readonly Field[], zone: Zone): readonly ListFilter[] | undefined {
  const whole = readExactly(filter, fields, zone);
  if (whole) return [whole];
  if (!('and' in filter)) return undefined;
  const parts = filter.and.map((part) => readExactly(part, fields, zone));
  return parts.every((part) => part !== undefined) ? parts : undefined;
}

/** A chip that asks what the filter asks, no more and no less: written back, it says the same. */
function readExactly(filter: Filter, fields: readonly Field[], zone: Zone): ListFilter | undefined {
  const chip = readOne(filter, fields, zone);
  const field = chip && fields.find(({ path }) => path === chip.path);
  return field && saying(filterOf(chip, field, zone)) === saying(filter) ? chip : undefined;
}

/** What a filter says, however it is written: the order of its parts, groups of one and repeated values do not count. */
function saying(filter: Filter): string {
  if ('and' in filter) return inAnyOrder(flat(filter).map(saying)).join();
  if ('or' in filter) return JSON.stringify(filter);
  if ('not' in filter) return `not(${saying(filter.not)})`;
  const { field, is, value } = filter;
  if (is !== 'in' && is !== 'eq') return JSON.stringify([field, is, value]);
  const values = is === 'in' ? value : [value];
  return JSON.stringify([field, 'in', inAnyOrder(values.map((each) => JSON.stringify(each)))]);
}

const flat = (filter: Filter): readonly Filter[] => ('and' in filter ? filter.and.flatMap(flat) : [filter]);
const inAnyOrder = (texts: readonly string[]): readonly string[] => [...new Set(texts)].sort();

/** The chip that comes nearest to a filter. */
function readOne(filter: Filter, fields: readonly Field[], zone: Zone): ListFilter | undefined {
  if ('or' in filter) return undefined;
  if ('not' in filter) {
    const inner = readOne(filter.not, fields, zone);
    return inner?.is === 'any' ? { ...inner, is: 'none' } : undefined;
  }
  if (!('and' in filter)) return fromPart(filter, fields, zone);
  const parts = filter.and.filter((part): part is Part => 'field' in part);
  return parts.length === filter.and.length ? fromRange(parts, fields, zone) : undefined;
}

function fromPart(part: Part, fields: readonly Field[], zone: Zone): ListFilter | undefined {
  const path = part.field;
  const field = fields.find((each) => each.path === path);
  if (!field) return fromRange([part], fields, zone);
  switch (part.is) {
    case 'exists':
      return { path, is: part.value ? 'filled' : 'empty' };
    case 'contains':
    case 'startsWith':
      return { path, is: part.is, text: part.value };
    case 'in':
      return {
        path,
        is: 'any',
        values: part.value.filter((value) => value !== null).map(String),
      };
    case 'eq':
      if (typeof part.value === 'boolean' || CHOSEN.includes(field.valueType))
        return { path, is: 'any', values: [String(part.value)] };
      return typeof part.value === 'string' && !DAYS.includes(field.valueType)
        ? { path, is: 'equals', text: part.value }
        : undefined;
    default:
      return fromRange([part], fields, zone);
  }
}

const CHOSEN: readonly Field['valueType'][] = ['choice', 'choices', 'user', 'reference'];
const DAYS: readonly Field['valueType'][] = ['day', 'instant'];

/** Two ends of one field, and perhaps the currency they are in. */
function fromRange(parts: readonly Part[], fields: readonly Field[], zone: Zone): ListFilter | undefined {
  const currency = parts.find(({ field, is }) => field.endsWith('.currency') && is === 'eq')?.value;
  const ends = parts.filter(({ field }) => !field.endsWith('.currency'));
  const [first] = ends;
  if (!first || ends.some(({ field }) => field !== first.field) || ends.length > 2) return undefined;
  const low = ends.find(({ is }) => is === 'gte')?.value;
  const high = ends.find(({ is }) => is === 'lte' || is === 'lt')?.value;
  if (ends.length !== Number(low !== undefined) + Number(high !== undefined)) return undefined;
  const isMinor = first.field.endsWith('.minor');
  const path = isMinor ? first.field.slice(0, -'.minor'.length) : first.field;
  const field = fields.find((each) => each.path === path);
  if (!field || isMinor !== (field.valueType === 'money')) return undefined;
  if (DAYS.includes(field.valueType)) return fromDays(path, low, high, zone);
  if (![low, high].every((end) => end === undefined || typeof end === 'number')) return undefined;
  return {
    path,
    is: 'between',
    ...(low !== undefined && { least: low as number }),
    ...(high !== undefined && { most: high as number }),
    ...(typeof currency === 'string' && { currency }),
  };
}

function fromDays(path: string, low: unknown, high: unknown, { timeZone }: Zone): ListFilter | undefined {
  const [from, to] = [aheadOf(low), aheadOf(high)];
  if (from !== undefined && to !== undefined) {
    // The end of moments is the start of the day behind it.
    const last = typeof high === 'object' && high !== null && 'startOfDay' in high ? to - 1 : to;
    if (last < from) return undefined;
    if (last === 0) return { path, is: 'last', days: 1 - from };
    return from === 0 ? { path, is: 'next', days: last + 1 } : undefined;
  }
  const isRead = (end: unknown): boolean =>
    end === undefined || (typeof end === 'string' && (isDay(end) || isInstant(end)));
  if (![low, high].every(isRead)) return undefined;
  // Moments end before a day begins, days with one.
  const dayOf = (end: string, behind: number): Day =>
    isInstant(end) ? addDays(dayIn(timeZone, end), behind) : (end as Day);
  return {
    path,
    is: 'days',
    ...(typeof low === 'string' && { from: dayOf(low, 0) }),
    ...(typeof high === 'string' && { to: dayOf(high, -1) }),
  };
}

/** So many days from today, of an end that follows the clock. */
const aheadOf = (end: unknown): number | undefined => {
  const days = typeof end === 'object' && end !== null ? Object.values(end)[0] : undefined;
  return typeof days === 'number' ? days : undefined;
};
