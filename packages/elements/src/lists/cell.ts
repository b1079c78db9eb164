import { type Day, type Instant, kindOf, type Money } from '@kith/core';
import type { Field } from '@kith/core/fields';
import { html, nothing } from 'lit';
import { labelOf } from '../base/label-of.js';
import type { Locale } from '../base/locale.js';
import { avatar } from '../parts/avatar.js';
import { badge } from '../parts/badge.js';
import { tag } from '../parts/tag.js';
import type { ListSentences } from './messages.js';
import type { References } from './references.js';

/** What cells need besides the row. */
export interface CellContext {
  readonly locale: Locale;
  readonly say: ListSentences;
  readonly references: References;
  /** Puts what people read in groups into them, where it is one: telephone numbers. It is fetched when there are any. */
  readonly grouped?: ((value: unknown, field: Field) => string | undefined) | undefined;
}

/** Tags that stand in a cell; the others are counted. */
const TAGS_SHOWN = 2;

/** The values at a path of a row, through lists on the way; none where nothing is. */
export function valuesAt(row: unknown, path: string): readonly unknown[] {
  let values: readonly unknown[] = [row];
  for (const step of path.split('.'))
    values = values.flatMap((value) => {
      const next =
        typeof value === 'object' && value !== null && Object.hasOwn(value, step)
          ? Reflect.get(value, step)
          : undefined;
      return Array.isArray(next) ? next : next === undefined || next === null ? [] : [next];
    });
  return values;
}

/** The ids of the rows whose names stand in a cell. */
export const pointedAt = (row: object, { path, valueType }: Field): readonly string[] =>
  valueType === 'user' || valueType === 'reference' ? valuesAt(row, path).slice(0, 1).map(String) : [];

/** What stands in a cell for the values of a row. */
export function cellContent(row: object, field: Field, context: CellContext): unknown {
  const values = valuesAt(row, field.path);
  if (values.length === 0) return nothing;
  const [first, ...others] = values;
  const { say } = context;
  const rest = (left: number): unknown =>
    left > 0 ? html`<span class="count rest">${say.more(left)}</span>` : nothing;
  const isTags = field.name === 'tags';
  if (isTags || field.valueType === 'choices')
    return html`${values.slice(0, TAGS_SHOWN).map((value) => (isTags ? tag(String(value)) : badge(optionLabel(field, value, context.locale))))}${rest(values.length - TAGS_SHOWN)}`;
  return html`${oneValue(first, field, context)}${rest(others.length)}`;
}

function oneValue(value: unknown, field: Field, { locale, say, references, grouped }: CellContext): unknown {
  const { format } = locale;
  switch (field.valueType) {
    case 'number':
    case 'percent':
      return typeof value === 'number' ? format[field.valueType](value) : nothing;
    case 'money':
      return format.money(value as Money);
    case 'day':
      return html`<span class="truncate">${format.day(value as Day)}</span>`;
    case 'instant':
      return html`<time class="truncate" datetime=${String(value)} title=${format.instant(value as Instant)}>${format.relative(value as Instant)}</time>`;
    case 'boolean':
      return value === true ? say.yes : say.no;
    case 'choice':
    case 'choices':
      return badge(optionLabel(field, value, locale));
    case 'user':
    case 'reference':
      return pointer(String(value), references, locale);
    case 'email':
    case 'phone':
    case 'url':
      return html`<span class="truncate" dir="ltr">${grouped?.(value, field) ?? value}</span>`;
    case 'text':
    case 'longText':
      return html`<bdi class="truncate">${String(value)}</bdi>`;
  }
}

function pointer(id: string, references: References, { format }: Locale): unknown {
  const name = references.nameOf(id);
  if (name === undefined) return nothing;
  const kind = kindOf(id);
  const picture =
    kind === 'user' || kind === 'contact' || kind === 'company'
      ? avatar({ id, name, size: 20, shape: kind === 'company' ? 'company' : 'person' }, format)
      : nothing;
  return html`${picture}<bdi class="truncate">${name}</bdi>`;
}

/** The words for an option of a choice. */
export function optionLabel(field: Field, value: unknown, locale: Locale): string {
  const option = field.options?.find((each) => each.value === value);
  return option ? labelOf({ name: option.value, labels: option.labels }, locale) : String(value);
}
