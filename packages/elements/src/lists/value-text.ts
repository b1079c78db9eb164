import type { Day, Instant } from '@kith/core';
import type { Field } from '@kith/core/fields';
import { type CellContext, optionLabel } from './cell.js';

/** A value in words, for group heads, chips and screen readers; undefined while a name is on its way. */
export function valueText(value: unknown, field: Field, { locale, say, references }: CellContext): string | undefined {
  switch (field.valueType) {
    case 'choice':
    case 'choices':
      return optionLabel(field, value, locale);
    case 'user':
    case 'reference':
      return references.nameOf(String(value));
    case 'boolean':
      return value === true || value === 'true' ? say.yes : say.no;
    case 'day':
      return locale.format.day(value as Day);
    case 'instant':
      return locale.format.instant(value as Instant);
    case 'number':
      return locale.format.number(Number(value));
    case 'percent':
      return locale.format.percent(Number(value));
    default:
      return String(value);
  }
}
