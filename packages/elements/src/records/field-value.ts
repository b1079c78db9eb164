import { type Day, type Instant, kindOf, type Money } from '@kith/core';
import type { Field } from '@kith/core/fields';
import { html, nothing } from 'lit';
import type { Locale } from '../base/locale.js';
import { webAddress } from '../base/web-address.js';
import { optionLabel, valuesAt } from '../lists/cell.js';
import type { References } from '../lists/references.js';
import { pointLink } from '../parts/point-link.js';
import { recordLink } from '../parts/record-link.js';
import { sums } from '../parts/sums.js';
import { tag } from '../parts/tag.js';
import type { RecordSentences } from './messages.js';

/** What values are shown with. */
export interface ValueContext {
  readonly locale: Locale;
  readonly say: RecordSentences;
  readonly references: References;
}

/** The values of a field as a record shows them: whole, each in the way of its type. Nothing where there is none. */
export function fieldValue(row: object, field: Field, context: ValueContext): unknown {
  const values = valuesAt(row, field.path);
  if (values.length === 0) return nothing;
  if (field.valueType === 'choices')
    return html`<span class="many">${values.map((value) => html`<span class="badge plain"><bdi>${optionLabel(field, value, context.locale)}</bdi></span>`)}</span>`;
  if (field.name === 'tags') return html`<span class="many">${values.map((value) => tag(String(value)))}</span>`;
  if (field.valueType === 'money' && values.length > 1) return sums(values as readonly Money[], context.locale.format);
  if (values.length === 1) return oneValue(values[0], field, context);
  return html`<ul>${values.map((value) => html`<li>${oneValue(value, field, context)}</li>`)}</ul>`;
}

function oneValue(value: unknown, field: Field, { locale, say, references }: ValueContext): unknown {
  const { format, lang } = locale;
  const text = String(value);
  switch (field.valueType) {
    case 'number':
      return html`<span class="number">${format.number(Number(value))}</span>`;
    case 'percent':
      return html`<span class="number">${format.percent(Number(value))}</span>`;
    case 'money':
      return html`<span class="number">${format.money(value as Money)}</span>`;
    case 'day':
      return format.day(value as Day);
    case 'instant':
      return html`<time datetime=${text} title=${format.instant(value as Instant)}>${format.instant(value as Instant)}</time>`;
    case 'boolean':
      return value === true ? say.yes : say.no;
    case 'choice':
    case 'choices':
      return html`<bdi>${optionLabel(field, value, locale)}</bdi>`;
    case 'user':
    case 'reference':
      return referred(text, references);
    case 'email':
    case 'phone':
      return pointLink(field.valueType, text, lang);
    case 'url':
      return webLink(text);
    case 'text':
    case 'longText':
      return html`<bdi>${text}</bdi>`;
  }
}

/** What an id stands for: a link to a record, the name of a person of the house. */
function referred(id: string, references: References): unknown {
  const name = references.nameOf(id);
  const kind = kindOf(id);
  if (name === undefined) return html`<span class="subtle">–</span>`;
  return kind === 'user' || kind === 'stage' || kind === 'pipeline'
    ? html`<bdi>${name}</bdi>`
    : recordLink(kind, id, name);
}

/** An address of the web; what is none is text. */
export function webLink(text: string): unknown {
  const address = webAddress(text);
  return address
    ? html`<a class="point" href=${address} target="_blank" rel="noopener noreferrer" dir="ltr">${text}</a>`
    : html`<bdi dir="ltr">${text}</bdi>`;
}
