// A second reading of docs/spec/filters.md, written for plainness and without the compiled one in view: it collects all
// values first and then asks. Slow, and the judge of the fast one.
import {
  addDays,
  type Filter,
  type FilterMoment,
  type FilterValue,
  type RowFilter,
  startOfDay,
  today,
} from '@kith/core';

/** All values that a path finds; items of arrays one by one. */
function valuesAt(value: unknown, path: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesAt(item, path));
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return [];
  return valuesAt(Reflect.get(value, step), rest);
}

/** What a path ends at; an array at the end as it is. */
function endsAt(value: unknown, path: readonly string[]): readonly unknown[] {
  const [step, ...rest] = path;
  if (step === undefined) return [value];
  if (Array.isArray(value)) return value.flatMap((item) => endsAt(item, path));
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, step)) return [];
  return endsAt(Reflect.get(value, step), rest);
}

function plain(value: FilterValue, moment: FilterMoment): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if ('day' in value) return addDays(today(moment), value.day);
  if ('startOfDay' in value) return startOfDay(addDays(today(moment), value.startOfDay), moment.timeZone);
  return new Date(Date.parse(moment.now) + value.instant).toISOString();
}

const codePoints = (text: string): readonly number[] =>
  Array.from(text.normalize('NFC'), (each) => each.codePointAt(0) ?? 0);

/** -1, 0 or 1; undefined when the two cannot be compared. */
function order(left: unknown, right: unknown): number | undefined {
  if (typeof left === 'number' && typeof right === 'number') return Math.sign(left - right);
  if (typeof left !== 'string' || typeof right !== 'string') return undefined;
  const [a, b] = [codePoints(left), codePoints(right)];
  for (let index = 0; index < Math.max(a.length, b.length); index++) {
    const difference = (a[index] ?? -1) - (b[index] ?? -1);
    if (difference !== 0) return Math.sign(difference);
  }
  return 0;
}

/** The fold is a definition rather than a law, so it is spelled here once more. */
const fold = (text: string): string =>
  text.normalize('NFC').toUpperCase().toLowerCase().split('ς').join('σ').split('i\u0307').join('i').normalize('NFC');

/** Whether an entity meets a filter. */
export function meets(filter: Filter, entity: unknown, moment: FilterMoment): boolean {
  if ('and' in filter) return !filter.and.some((each) => !meets(each, entity, moment));
  if ('or' in filter) return filter.or.some((each) => meets(each, entity, moment));
  if ('not' in filter) return !meets(filter.not, entity, moment);
  const path = filter.field.split('.');
  const values = valuesAt(entity, path);
  const equals = (wanted: unknown): boolean => values.includes(wanted) || (wanted === null && values.length === 0);
  switch (filter.is) {
    case 'eq':
      return equals(plain(filter.value, moment));
    case 'ne':
      return !equals(plain(filter.value, moment));
    case 'in':
      return filter.value.some((value) => equals(plain(value, moment)));
    case 'lt':
    case 'lte':
    case 'gt':
    case 'gte': {
      const wanted = { lt: [-1], lte: [-1, 0], gt: [1], gte: [0, 1] }[filter.is];
      const bound = plain(filter.value, moment);
      return values.some((value) => wanted.includes(order(value, bound) ?? Number.NaN));
    }
    case 'contains': {
      const wanted = fold(filter.value);
      return endsAt(entity, path).some((end) =>
        Array.isArray(end)
          ? end.some((item) => typeof item === 'string' && fold(item) === wanted)
          : typeof end === 'string' && fold(end).includes(wanted),
      );
    }
    case 'startsWith':
      return values.some((value) => typeof value === 'string' && fold(value).startsWith(fold(filter.value)));
    case 'exists':
      return endsAt(entity, path).some((end) => end !== null) === filter.value;
  }
}

/** Whether a row meets the port's filter, as its documentation says. */
export function rowMeets(filter: RowFilter, row: unknown): boolean {
  if ('and' in filter) return filter.and.every((each) => rowMeets(each, row));
  if ('or' in filter) return filter.or.some((each) => rowMeets(each, row));
  if ('not' in filter) return !rowMeets(filter.not, row);
  const path = filter.f.split('.');
  const values = valuesAt(row, path);
  const equals = (wanted: unknown): boolean => values.includes(wanted) || (wanted === null && values.length === 0);
  switch (filter.is) {
    case 'eq':
      return equals(filter.v);
    case 'ne':
      return !equals(filter.v);
    case 'in':
      return filter.v.some(equals);
    case 'lt':
      return values.some((value) => order(value, filter.v) === -1);
    case 'lte':
      return values.some((value) => (order(value, filter.v) ?? 1) < 1);
    case 'gt':
      return values.some((value) => order(value, filter.v) === 1);
    case 'gte':
      return values.some((value) => (order(value, filter.v) ?? -1) > -1);
    case 'prefix':
      return values.some((value) => typeof value === 'string' && value.startsWith(String(filter.v)));
    case 'contains':
      return endsAt(row, path).some((end) =>
        Array.isArray(end) ? end.includes(filter.v) : typeof end === 'string' && end.includes(String(filter.v)),
      );
    case 'exists':
      return endsAt(row, path).some((end) => end !== null) === filter.v;
  }
}
