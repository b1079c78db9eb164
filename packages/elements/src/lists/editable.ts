import { currencyExponent, type Day, type Instant, type Money } from '@kith/core';
import { type Field, valueProblem } from '@kith/core/fields';
import { clockText, readClockText } from '@kith/core/working-time';
import { amountText } from '../base/amount.js';
import type { Locale } from '../base/locale.js';
import { readMoney } from '../base/read-money.js';
import { readNumber } from '../base/read-number.js';
import { valuesAt } from './cell.js';
import type { ListSource } from './source.js';

/** Whether somebody can change a field in the list: nobody computes it, and the source's command takes it. */
export function isEditable(field: Field, source: ListSource | undefined): boolean {
  if (!source?.edit || field.isReadOnly || field.type === 'formula' || field.type === 'rollUp') return false;
  if (source.fixed?.includes(field.path)) return false;
  // One of several values is changed where all of them are in sight, and rows are found in forms of their own.
  return (
    field.name === 'tags' ||
    (!field.isMany && field.valueType !== 'reference' && field.valueType !== 'choices' && !isDeep(field))
  );
}

/** Whether a field lies inside a part of the row that is neither the row nor its custom fields. */
const isDeep = ({ path }: Field): boolean => path.includes('.') && !path.startsWith('customFields.');

/** A value as somebody would type it. */
export function typedText(row: object, field: Field, locale: Locale): string {
  const values = valuesAt(row, field.path);
  if (field.name === 'tags') return values.join(', ');
  const [value] = values;
  if (value === undefined) return '';
  switch (field.valueType) {
    case 'money':
      return amountText(value as Money, locale);
    case 'number':
    case 'percent':
      return new Intl.NumberFormat(locale.lang, { useGrouping: false, maximumFractionDigits: 10 }).format(
        Number(value),
      );
    case 'instant':
      return clockText(value as Instant, locale.timeZone);
    default:
      return String(value);
  }
}

/** What was typed, as the row holds it: a value (undefined empties the field), or that it is none. */
type Typed = { readonly value: unknown } | { readonly wrong: 'number' | 'money' | 'format' | 'bounds' | 'required' };

/** Reads what was typed into a field. `before` is the value there was: money keeps its currency. */
export function readTyped(text: string, field: Field, locale: Locale, before: unknown): Typed {
  if (field.name === 'tags') {
    const tags = [
      ...new Set(
        text
          .split(/[,，、;]/u)
          .map((tag) => tag.trim())
          .filter(Boolean),
      ),
    ];
    return { value: tags.length > 0 ? tags : undefined };
  }
  if (text === '') return field.required === true ? { wrong: 'required' } : { value: undefined };
  const value = valueOf(text, field, locale, before);
  if (value === undefined) return { wrong: field.valueType === 'money' ? 'money' : 'number' };
  const problem = field.options && field.valueType === 'choice' ? undefined : valueProblem(field, value);
  return problem ? { wrong: problem.code === 'fields/out-of-bounds' ? 'bounds' : 'format' } : { value };
}

function valueOf(text: string, field: Field, locale: Locale, before: unknown): unknown {
  switch (field.valueType) {
    case 'number':
    case 'percent': {
      const plain = readNumber(text, locale.lang);
      return plain === undefined ? undefined : Number(plain);
    }
    case 'money':
      return readMoney(text, currencyOf(field, before, locale), locale);
    case 'boolean':
      return text === 'true';
    case 'day':
      return text as Day;
    case 'instant':
      // What is no moment is refused as what it is, text.
      return readClockText(text, locale.timeZone) ?? text;
    default:
      return text;
  }
}

/** The currency an amount is in: its own, the field's, or the page's. */
export const currencyOf = (field: Field, before: unknown, locale: Locale): string =>
  (before as Money | undefined)?.currency ?? field.currency ?? locale.currency;

/** The changes that a new value at a path comes to, as the source's command takes them. */
export function changesFor(row: object, path: string, value: unknown): Readonly<Record<string, unknown>> {
  if (!path.startsWith('customFields.')) return { [path]: value };
  const name = path.slice('customFields.'.length);
  const { customFields = {} } = row as { readonly customFields?: Readonly<Record<string, unknown>> };
  const { [name]: _, ...others } = customFields;
  return { customFields: value === undefined ? others : { ...others, [name]: value } };
}

/** Whole minor units from what a person types as major ones, for bounds of filters. */
export const minorOf = (major: number, currency: string): number =>
  Math.round(major * 10 ** currencyExponent(currency));
