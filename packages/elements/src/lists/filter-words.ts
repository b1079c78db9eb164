import type { Day, Money } from '@kith/core';
import type { Field } from '@kith/core/fields';
import type { Locale } from '../base/locale.js';
import type { CellContext } from './cell.js';
import type { FilterSentences } from './filter-tools.messages.js';
import type { ListFilter } from './list-filter.js';
import { valueText } from './value-text.js';

/** What a chip says after the name of its field: how, and which. */
export function filterWords(
  filter: ListFilter,
  field: Field,
  context: CellContext,
  say: FilterSentences,
): { readonly operator: string; readonly value: string } {
  const operator = say.ways[filter.is];
  switch (filter.is) {
    case 'contains':
    case 'equals':
    case 'startsWith':
      return { operator, value: filter.text };
    case 'any':
    case 'none': {
      const [first = '', second = '', ...others] = filter.values.map(
        (value) => valueText(value, field, context) ?? '…',
      );
      if (filter.values.length === 2) return { operator, value: say.either(first, second) };
      return { operator, value: say.or(first, others.length + (second ? 1 : 0)) };
    }
    case 'between':
      return { operator, value: rangeWords(filter, field, context.locale, say) };
    case 'days': {
      const { format } = context.locale;
      const show = (day: Day): string => format.day(day);
      if (filter.from && filter.to) return { operator, value: say.between(show(filter.from), show(filter.to)) };
      return {
        operator: '',
        value: filter.from ? say.since(show(filter.from)) : filter.to ? say.until(show(filter.to)) : '',
      };
    }
    case 'last':
    case 'next':
      return { operator, value: say.inDays(filter.days) };
    case 'empty':
    case 'filled':
      return { operator, value: '' };
  }
}

function rangeWords(
  { least, most, currency }: Extract<ListFilter, { readonly is: 'between' }>,
  field: Field,
  { format }: Locale,
  say: FilterSentences,
): string {
  const show = (value: number): string =>
    field.valueType === 'money'
      ? currency
        ? format.money({ minor: value, currency } as Money)
        : format.number(value / 100)
      : field.valueType === 'percent'
        ? format.percent(value)
        : format.number(value);
  if (least !== undefined && most !== undefined) return say.between(show(least), show(most));
  if (least !== undefined) return say.atLeast(show(least));
  return most === undefined ? '' : say.atMost(show(most));
}
