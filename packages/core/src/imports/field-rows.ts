import type { Field } from '../fields/field.js';
import { labelIn } from '../fields/labels.js';
import { currencyExponent } from '../kernel/money.js';
import { valueAt } from '../kernel/value-at.js';
import { type CsvWriterOptions, neutralised, writeCsvRow } from './csv-writer.js';
import { foldedWord } from './folded-keys.js';
import { optionWords } from './option-words.js';

/** How rows are written by their fields. */
export interface FieldRowsOptions extends Pick<CsvWriterOptions, 'delimiter'> {
  /** The language of the header and of what was chosen (BCP 47): English when left out. */
  readonly language?: string;
}

/**
 * Rows as CSV with a column for each field: labels in the header, amounts as `-12.50 EUR`, options by their labels, several
 * values with `; ` between them; where a label could be another field or option, the name or key. `fieldColumns` with
 * `isOurs` reads them back exactly. What somebody wrote is never a formula to a spreadsheet: such a text gets an apostrophe
 * before it, numbers and amounts stay as they are. A line at a time, so that a long list is written in slices. Give it rows
 * that whoever exports may take along (`exportRows` of `@kith/store/permissions`).
 *
 * ```ts
 * import { fieldRegistry } from '@kith/core/fields';
 * import { writeFieldRows } from '@kith/core/imports';
 *
 * const fields = fieldRegistry().fieldsOf('deal').filter(({ name }) => ['name', 'amount'].includes(name));
 * const rows = [{ name: '=1+1', amount: { minor: -1250, currency: 'EUR' } }];
 * const header = fields.map(({ labels }) => labels['en']).join(',');
 * const cells = fields.map(({ name }) => (name === 'name' ? "'=1+1" : '-12.50 EUR')).join(',');
 * expect([...writeFieldRows(fields, rows)]).toEqual([`${header}\r\n`, `${cells}\r\n`]);
 * ```
 */
export function* writeFieldRows(
  fields: readonly Field[],
  rows: Iterable<object>,
  { language = 'en', delimiter }: FieldRowsOptions = {},
): Generator<string, void, undefined> {
  yield writeCsvRow(headerOf(fields, language).map(neutralised), { delimiter });
  for (const row of rows)
    yield writeCsvRow(
      fields.map((field) => cellOf(field, row, language)),
      { delimiter },
    );
}

/** The words for the fields; the path of one whose words another has, too, or cannot be read back. */
function headerOf(fields: readonly Field[], language: string): readonly string[] {
  const owners = new Map<string, Field | undefined>();
  for (const field of fields)
    for (const word of [field.name, field.path, ...Object.values(field.labels)]) {
      const folded = foldedWord(word);
      owners.set(folded, owners.has(folded) && owners.get(folded) !== field ? undefined : field);
    }
  return fields.map((field) => {
    const label = labelIn(field, language).trim();
    const isOwn = label !== '' && owners.get(foldedWord(label)) === field && !label.includes('\0');
    return isOwn ? label : field.path;
  });
}

function cellOf(field: Field, row: object, language: string): string {
  const values = valuesIn(row, field.path.split('.'));
  const isList = field.isMany || field.valueType === 'choices';
  const texts = values.map((value) => textOf(field, value, language));
  const cell = isList
    ? texts
        .map((text) => text.replaceAll(/[\\;]/g, '\\$&'))
        .filter((text) => text !== '')
        .join('; ')
    : texts.join('');
  const isOurs = field.valueType === 'number' || field.valueType === 'percent' || field.valueType === 'money';
  // A value that fits its type no longer is what somebody wrote, whatever the type says.
  return isOurs && OURS.test(cell) ? cell : neutralised(cell);
}

const OURS = /^-?\d+(?:\.\d+)?(?: [A-Z]{3})?(?:; -?\d+(?:\.\d+)?(?: [A-Z]{3})?)*$/;

/** The values at a path, through lists on the way. */
function valuesIn(value: unknown, [step, ...rest]: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesIn(item, step === undefined ? [] : [step, ...rest]));
  return step === undefined ? [value] : valuesIn(valueAt(value, step), rest);
}

function textOf(field: Field, value: unknown, language: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return amountText(value);
  if (typeof value === 'number') return plainNumber(value);
  const option = field.options?.find((each) => each.value === value);
  if (!option?.labels) return String(value);
  const label = labelIn({ name: option.value, labels: option.labels }, language);
  return optionWords(field).get(label) === value ? label : option.value;
}

/** All the digits of a number: `1e-7` is a text to many. */
function plainNumber(value: number): string {
  const [, sign = '', whole = '', fraction = '', power] = /^(-?)(\d+)(?:\.(\d+))?e([+-]\d+)$/.exec(String(value)) ?? [];
  if (power === undefined) return String(value);
  const digits = `${whole}${fraction}`;
  const point = whole.length + Number(power);
  if (point <= 0) return `${sign}0.${'0'.repeat(-point)}${digits}`;
  return `${sign}${digits.slice(0, point).padEnd(point, '0')}${point < digits.length ? `.${digits.slice(point)}` : ''}`;
}

/** Whole minor units as a decimal number, exactly. */
function amountText(value: object): string {
  const [minor, currency] = [valueAt(value, 'minor'), valueAt(value, 'currency')];
  if (typeof minor !== 'number' || typeof currency !== 'string') return JSON.stringify(value);
  const digits = currencyExponent(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const whole = text.slice(0, text.length - digits);
  return `${minor < 0 ? '-' : ''}${whole}${digits > 0 ? `.${text.slice(-digits)}` : ''} ${currency}`;
}
