import { isDay, matches, type Problem } from '@kith/core';
import { type Field, valueProblem } from '@kith/core/fields';
import type { Store } from '@kith/store';
import { html, nothing } from 'lit';
import { labelOf } from '../base/label-of.js';
import { type Locale, sentencesIn } from '../base/locale.js';
import { optionLabel, valuesAt } from '../lists/cell.js';
import { editMessages } from '../lists/cell-editor.messages.js';
import { changesFor, readTyped, typedText } from '../lists/editable.js';
import type { References } from '../lists/references.js';
import type { Choice } from '../parts/choice.js';
import type { DetailField } from '../parts/details.js';
import type { EditableKind } from '../parts/editable-field.js';
import { icon } from '../parts/icon.js';
import { bolt, shield } from '../parts/icons/tools.js';
import { amountAsText, amountFromText, linesOf } from '../parts/typed-values.js';
import { fieldValue } from './field-value.js';
import type { RecordSentences } from './messages.js';
import { previewAmount } from './preview-amount.js';
import { isSearched, searchRows } from './search-rows.js';
import type { RowSight } from './sight.js';

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
  const { locale, say, references, store, sight } = options;
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
    ...(kind === 'choice' || kind === 'choices' ? { choices: optionsOf(field, values, locale) } : {}),
    ...(kind === 'reference' && referenceOptions(field, values, references, store)),
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

/** Reads what was typed, holds it against the definition, and saves it. */
async function saveTyped(
  typed: string,
  row: object,
  field: Field,
  isRequired: boolean,
  { locale, save }: RegistryFieldsOptions,
): Promise<string | undefined> {
  const { wrong } = sentencesIn(editMessages, locale);
  if (typed === '' && isRequired) return wrong.required;
  const read = readValue(typed, field, locale, valuesAt(row, field.path)[0]);
  if ('wrong' in read) return wrong[read.wrong];
  const problem = read.value === undefined ? undefined : valueProblem(field, read.value);
  if (problem) return wordsOf(problem, wrong);
  return save(changesFor(row, field.path, read.value), labelOf(field, locale));
}

type Wrongs = ReturnType<typeof editMessages.en>['wrong'];

const wordsOf = ({ code }: Problem, wrong: Wrongs): string =>
  code === 'fields/out-of-bounds' ? wrong.bounds : wrong.format;

function readValue(typed: string, field: Field, locale: Locale, before: unknown): ReturnType<typeof readTyped> {
  if (typed === '') return { value: undefined };
  switch (field.valueType) {
    case 'money':
      return { value: amountFromText(typed) };
    case 'choices':
      return { value: linesOf(typed) };
    case 'boolean':
      return { value: typed === 'true' };
    default:
      return readTyped(typed, field, locale, before);
  }
}

/** A value as the text that editing starts from. */
function textOf(row: object, field: Field, locale: Locale): string {
  const [value] = valuesAt(row, field.path);
  if (value === undefined) return '';
  if (field.valueType === 'money') return amountAsText(value as never);
  if (field.valueType === 'choices') return valuesAt(row, field.path).join('\n');
  return typedText(row, field, locale);
}

/** How a field is typed; undefined where it cannot be in one row. */
function kindOfField({ valueType, isMany, to }: Field): EditableKind | undefined {
  if (isMany && valueType !== 'choices') return undefined;
  switch (valueType) {
    case 'longText':
      return 'lines';
    case 'percent':
      return 'number';
    case 'instant':
      return 'moment';
    case 'boolean':
      return 'switch';
    case 'user':
      return 'reference';
    case 'reference':
      return isSearched(to) ? 'reference' : undefined;
    default:
      return valueType;
  }
}

function markOf({ sensitivity }: Field, isComputed: boolean, say: RecordSentences): unknown {
  const mark = (shape: typeof shield, words: string): unknown =>
    html`<span class="mark icon-small" title=${words}>${icon(shape)}<span class="unseen">${words}</span></span>`;
  if (isComputed) return mark(bolt, say.isComputed);
  if (sensitivity === 'health') return mark(shield, say.health);
  return sensitivity === 'personal' ? mark(shield, say.personal) : nothing;
}

const optionsOf = (field: Field, values: readonly unknown[], locale: Locale): readonly Choice[] =>
  (field.options ?? [])
    .filter(({ retired, value }) => !retired || values.includes(value))
    .map(({ value }) => ({ value, label: optionLabel(field, value, locale) }));

function referenceOptions(
  field: Field,
  values: readonly unknown[],
  references: References,
  store: Store | undefined,
): Partial<DetailField> {
  const chosen = values.map((value) => ({
    value: String(value),
    label: references.nameOf(String(value)) ?? String(value),
  }));
  if (field.valueType === 'user')
    return { chosen, choices: references.users.map(({ id, name }) => ({ value: id, label: name })) };
  return { chosen, ...(store && isSearched(field.to) && { search: searchRows(store, field.to) }) };
}
