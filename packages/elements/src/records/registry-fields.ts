import { isDay, matches } from '@kith/core';
import type { Field } from '@kith/core/fields';
import type { Store } from '@kith/store';
import { html, nothing } from 'lit';
import { labelOf } from '../base/label-of.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { valuesAt } from '../lists/cell.js';
import { editMessages } from '../lists/cell-editor.messages.js';
import { changesFor, typedText } from '../lists/editable.js';
import type { References } from '../lists/references.js';
import type { DetailField } from '../parts/details.js';
import { icon } from '../parts/icon.js';
import { bolt, shield } from '../parts/icons/tools.js';
import { amountAsText } from '../parts/typed-values.js';
import { fieldValue } from './field-value.js';
import type { RecordSentences } from './messages.js';
import { previewAmount } from './preview-amount.js';
import type { RowSight } from './sight.js';
import { choosingOf, kindOfField, readField } from './typed-field.js';

/** What the rows of registered fields need besides the record. */
export interface RegistryFieldsOptions {
  readonly locale: Locale;
  readonly say: RecordSentences;
  readonly references: References;
  readonly store: Store | undefined;
  readonly sight: RowSight;
  /** Carries changes out; answers why not. */
  readonly save: (changes: Readonly<Record<string, unknown>>, label: string) => Promise<string | undefined>;
}

/** The rows of fields as the registry describes them: labelled, grouped, shown and edited by their types. */
export const registryFields = (
  row: object,
  fields: readonly Field[],
  options: RegistryFieldsOptions,
): readonly DetailField[] =>
  fields.filter(({ path }) => options.sight.sees(path)).map((field) => registryField(row, field, options));

function registryField(row: object, field: Field, options: RegistryFieldsOptions): DetailField {
  const { locale, say, references, sight } = options;
  const label = labelOf(field, locale);
  const kind = kindOfField(field);
  const values = valuesAt(row, field.path);
  const isComputed = field.type === 'formula' || field.type === 'rollUp';
  const isRequired =
    typeof field.required === 'object'
      ? matches(field.required, row, { now: locale.now(), timeZone: locale.timeZone })
      : field.required === true;
  const canEdit = !field.isReadOnly && !isComputed && sight.edits(field.path) && kind !== undefined;
  const help = field.help && labelOf({ name: '', labels: field.help }, locale);
  return {
    name: field.path,
    label,
    kind: kind ?? 'text',
    text: textOf(row, field, locale),
    shown: values.length > 0 ? fieldValue(row, field, { locale, say, references }) : '',
    ...previewOf(field, locale),
    isMain: isRequired,
    isRequired,
    isMasked: field.sensitivity === 'health',
    group: isComputed ? say.computed : say.custom,
    mark: markOf(field, isComputed, say),
    ...(help && { help }),
    ...(kind && choosingOf(row, field, options)),
    ...(field.currency && { currency: field.currency }),
    ...(!field.currency && kind === 'money' && { currency: locale.currency }),
    ...(field.valueType === 'percent' && { unit: '%' }),
    ...(canEdit && { save: (typed: string) => saveTyped(typed, row, field, isRequired, options) }),
  };
}

/** What a value that is on its way to the store looks like, where its text says it badly. */
function previewOf({ valueType }: Field, locale: Locale): Pick<DetailField, 'preview'> {
  if (valueType === 'money') return { preview: previewAmount(locale) };
  if (valueType === 'day') return { preview: (day) => (isDay(day) ? locale.format.day(day) : '') };
  return {};
}

/** Reads what was typed, and saves it. */
async function saveTyped(
  typed: string,
  row: object,
  field: Field,
  isRequired: boolean,
  { locale, save }: RegistryFieldsOptions,
): Promise<string | undefined> {
  if (typed === '' && isRequired) return sentencesIn(editMessages, locale).wrong.required;
  const read = readField(typed, field, locale, valuesAt(row, field.path)[0]);
  return 'wrong' in read ? read.wrong : save(changesFor(row, field.path, read.value), labelOf(field, locale));
}

/** A value as the text that editing starts from. */
function textOf(row: object, field: Field, locale: Locale): string {
  const [value] = valuesAt(row, field.path);
  if (value === undefined) return '';
  if (field.valueType === 'money') return amountAsText(value as never);
  if (field.valueType === 'choices') return valuesAt(row, field.path).join('\n');
  return typedText(row, field, locale);
}

function markOf({ sensitivity }: Field, isComputed: boolean, say: RecordSentences): unknown {
  const mark = (shape: typeof shield, words: string): unknown =>
    html`<span class="mark icon-small" title=${words}>${icon(shape)}<span class="unseen">${words}</span></span>`;
  if (isComputed) return mark(bolt, say.isComputed);
  if (sensitivity === 'health') return mark(shield, say.health);
  return sensitivity === 'personal' ? mark(shield, say.personal) : nothing;
}
