import type { ContactPoint, Day, Instant, Money } from '@kith/core';
import type { Field } from '@kith/core/fields';
import { labelOf } from '../base/label-of.js';
import type { Locale } from '../base/locale.js';
import { addressText, type PostalAddress } from '../parts/address-lines.js';

/** A value of a row in words, whatever it is: a list stands in one line, what nobody can say as words is left out. */
export function fieldText(
  value: unknown,
  field: Field | undefined,
  locale: Locale,
  words: { readonly yes: string; readonly no: string },
): string {
  const { format } = locale;
  if (value === undefined || value === null) return '';
  if (Array.isArray(value))
    return format.list(value.map((each) => fieldText(each, field, locale, words)).filter(Boolean));
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'number') return format.number(value);
  if (typeof value === 'object') return objectText(value, locale);
  const text = String(value);
  if (field?.valueType === 'day') return format.day(text as Day);
  if (field?.valueType === 'instant') return format.instant(text as Instant);
  const option = field?.options?.find((each) => each.value === text);
  return option ? labelOf({ name: option.value, labels: option.labels }, locale) : text;
}

function objectText(value: object, { format, lang }: Locale): string {
  if ('minor' in value && 'currency' in value) return format.money(value as Money);
  if ('value' in value) return (value as ContactPoint).value;
  return addressText(value as PostalAddress, lang);
}
