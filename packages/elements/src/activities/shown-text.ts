import type { Money } from '@kith/core';
import type { Field } from '@kith/core/fields';
import { type Locale, sentencesIn } from '../base/locale.js';
import { listMessages } from '../lists/messages.js';
import type { References } from '../lists/references.js';
import { valueText } from '../lists/value-text.js';

/** The values of a field in words, one behind the other; empty where there are none. */
export function shownText(values: readonly unknown[], field: Field, locale: Locale, references: References): string {
  const say = sentencesIn(listMessages, locale);
  const one = (value: unknown): string =>
    field.valueType === 'money'
      ? locale.format.money(value as Money)
      : (valueText(value, field, { locale, say, references }) ?? '…');
  return values.map(one).join(', ');
}
