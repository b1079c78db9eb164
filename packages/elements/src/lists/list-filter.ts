import { addDays, type Day, type Filter, type FilterMoment, startOfDay } from '@kith/core';
import type { Field } from '@kith/core/fields';

/** One condition of the filter bar, as it stands in a chip: plain JSON. */
export type ListFilter =
  | { readonly path: string; readonly is: 'contains' | 'equals' | 'startsWith'; readonly text: string }
  /** One of some values: choices, ids, tags, `true` and `false`. */
  | { readonly path: string; readonly is: 'any' | 'none'; readonly values: readonly string[] }
  /** Numbers as they are, money in whole minor units of one currency; both ends count. */
  | {
      readonly path: string;
      readonly is: 'between';
      readonly least?: number;
      readonly most?: number;
      readonly currency?: string;
    }
  /** Days, both of them included; of a moment, the day on which it is for the reader. */
  | { readonly path: string; readonly is: 'days'; readonly from?: Day; readonly to?: Day }
  /** So many days back from today, or ahead of it, today included. */
  | { readonly path: string; readonly is: 'last' | 'next'; readonly days: number }
  | { readonly path: string; readonly is: 'empty' | 'filled' };

/** What a chip asks of the rows. */
export function filterOf(filter: ListFilter, field: Field, { timeZone }: Pick<FilterMoment, 'timeZone'>): Filter {
  const { path } = filter;
  const isMoment = field.valueType === 'instant';
  switch (filter.is) {
    case 'contains':
    case 'startsWith':
      return { field: path, is: filter.is, value: filter.text };
    case 'equals':
      return { field: path, is: 'eq', value: filter.text };
    case 'any':
    case 'none': {
      const values = field.valueType === 'boolean' ? filter.values.map((value) => value === 'true') : filter.values;
      // What was never set is not true.
      const isOff = field.valueType === 'boolean' && filter.values.includes('false');
      const any: Filter = { field: path, is: 'in', value: isOff ? [...values, null] : values };
      return filter.is === 'any' ? any : { not: any };
    }
    case 'between': {
      const value = field.valueType === 'money' ? `${path}.minor` : path;
      return {
        and: [
          ...(filter.currency ? [{ field: `${path}.currency`, is: 'eq', value: filter.currency } as const] : []),
          ...(filter.least === undefined ? [] : [{ field: value, is: 'gte', value: filter.least } as const]),
          ...(filter.most === undefined ? [] : [{ field: value, is: 'lte', value: filter.most } as const]),
        ],
      };
    }
    case 'days':
      return {
        and: [
          ...(filter.from
            ? [{ field: path, is: 'gte', value: isMoment ? startOfDay(filter.from, timeZone) : filter.from } as const]
            : []),
          ...(filter.to ? [endOf(path, filter.to, isMoment ? timeZone : undefined)] : []),
        ],
      };
    case 'last':
      return isMoment
        ? {
            and: [
              { field: path, is: 'gte', value: { startOfDay: 1 - filter.days } },
              { field: path, is: 'lt', value: { startOfDay: 1 } },
            ],
          }
        : {
            and: [
              { field: path, is: 'gte', value: { day: 1 - filter.days } },
              { field: path, is: 'lte', value: { day: 0 } },
            ],
          };
    case 'next':
      return isMoment
        ? {
            and: [
              { field: path, is: 'gte', value: { startOfDay: 0 } },
              { field: path, is: 'lt', value: { startOfDay: filter.days } },
            ],
          }
        : {
            and: [
              { field: path, is: 'gte', value: { day: 0 } },
              { field: path, is: 'lte', value: { day: filter.days - 1 } },
            ],
          };
    case 'empty':
      return { field: path, is: 'exists', value: false };
    case 'filled':
      return { field: path, is: 'exists', value: true };
  }
}

/** Up to the end of a day; of moments, in a zone. */
const endOf = (path: string, day: Day, timeZone: string | undefined): Filter =>
  timeZone === undefined
    ? { field: path, is: 'lte', value: day }
    : { field: path, is: 'lt', value: startOfDay(addDays(day, 1), timeZone) };
