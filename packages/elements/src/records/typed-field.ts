import type { Problem } from '@kith/core';
import { type Field, valueProblem } from '@kith/core/fields';
import type { Store } from '@kith/store';
import { type Locale, sentencesIn } from '../base/locale.js';
import { optionLabel, valuesAt } from '../lists/cell.js';
import { editMessages } from '../lists/cell-editor.messages.js';
import { readTyped } from '../lists/editable.js';
import type { References } from '../lists/references.js';
import type { Choice } from '../parts/choice.js';
import type { EditableField, EditableKind } from '../parts/editable-field.js';
import { amountFromText, linesOf } from '../parts/typed-values.js';
import { isSearched, searchRows } from './search-rows.js';

/** What a control needs to offer choices. */
export interface ChoosingOptions {
  readonly locale: Locale;
  readonly references: Pick<References, 'nameOf' | 'users'>;
  readonly store: Store | undefined;
}

/** How a field of the registry is typed; undefined where it cannot be in one row. */
export function kindOfField({ valueType, isMany, to }: Field): EditableKind | undefined {
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

/** What may be chosen in a field, and what of it is chosen in a row; nothing where a field is no choice. */
export function choosingOf(
  row: object,
  field: Field,
  { locale, references, store }: ChoosingOptions,
): Pick<EditableField, 'choices' | 'chosen' | 'search'> {
  const values = valuesAt(row, field.path);
  if (field.valueType === 'choice' || field.valueType === 'choices')
    return { choices: optionsOf(field, values, locale) };
  if (field.valueType !== 'user' && field.valueType !== 'reference') return {};
  const chosen = values.map((value) => ({
    value: String(value),
    label: references.nameOf(String(value)) ?? String(value),
  }));
  if (field.valueType === 'user')
    return { chosen, choices: references.users.map(({ id, name }) => ({ value: id, label: name })) };
  return { chosen, ...(store && isSearched(field.to) && { search: searchRows(store, field.to) }) };
}

const optionsOf = (field: Field, values: readonly unknown[], locale: Locale): readonly Choice[] =>
  (field.options ?? [])
    .filter(({ retired, value }) => !retired || values.includes(value))
    .map(({ value }) => ({ value, label: optionLabel(field, value, locale) }));

/**
 * Reads the text of a control and holds it against the field's definition: the value as a row has it (undefined for an
 * empty text), or what is wrong with it, in words. An amount is `36000.00 EUR`, several values stand one to a line;
 * `before` is what the row has, whose currency an amount keeps.
 */
export function readField(
  typed: string,
  field: Field,
  locale: Locale,
  before?: unknown,
): { readonly value: unknown } | { readonly wrong: string } {
  const { wrong } = sentencesIn(editMessages, locale);
  const read = readValue(typed, field, locale, before);
  if ('wrong' in read) return { wrong: wrong[read.wrong] };
  const problem = read.value === undefined ? undefined : valueProblem(field, read.value);
  return problem ? { wrong: wordsOf(problem, wrong) } : read;
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
      return field.isMany ? { value: linesOf(typed) } : readTyped(typed, field, locale, before);
  }
}
