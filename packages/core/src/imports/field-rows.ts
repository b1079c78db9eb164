import type { Field } from '../fields/field.js';
import { labelIn } from '../fields/labels.js';
import { currencyExponent } from '../kernel/money.js';
import { valueAt } from '../kernel/value-at.js';
import { type CsvWriterOptions, neutralised, writeCsvRow } from './csv-writer.js';

/** How rows are written by their fields. */
export interface FieldRowsOptions extends Pick<CsvWriterOptions, 'delimiter'> {
  /** The language of the header and of what was chosen (BCP 47): English when left out. */
  readonly language?: string;
}

/**
 * Rows as CSV with a column for each field: labels in the header, amounts as `-12.50 EUR`, options by their labels, several
 * values with `; ` between them. What somebody wrote is never a formula to a spreadsheet: such a text gets an apostrophe
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
  yield writeCsvRow(
    fields.map((field) => neutralised(labelIn(field, language))),
    { delimiter },
  );
  for (const row of rows)
    yield writeCsvRow(
      fields.map((field) => cellOf(field, row, language)),
      { delimiter },
    );
}

function cellOf(field: Field, row: object, language: string): string {
  const texts = valuesIn(row, field.path.split('.')).map((value) => textOf(field, value, language));
  const cell = texts.filter((text) => text !== '').join('; ');
  const isOurs = field.valueType === 'number' || field.valueType === 'percent' || field.valueType === 'money';
  // A value that fits its type no longer is what somebody wrote, whatever the type says.
  return isOurs && OURS.test(cell) ? cell : neutralised(cell);
}

const OURS = /^-?\d+(?:\.\d+)?(?:e[+-]\d+)?(?: [A-Z]{3})?(?:; -?\d+(?:\.\d+)?(?: [A-Z]{3})?)*$/;

/** The values at a path, through lists on the way. */
function valuesIn(value: unknown, [step, ...rest]: readonly string[]): readonly unknown[] {
  if (Array.isArray(value)) return value.flatMap((item) => valuesIn(item, step === undefined ? [] : [step, ...rest]));
  return step === undefined ? [value] : valuesIn(valueAt(value, step), rest);
}

function textOf(field: Field, value: unknown, language: string): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'object') return amountText(value);
  const option = field.options?.find((each) => each.value === value);
  return option?.labels ? labelIn({ name: option.value, labels: option.labels }, language) : String(value);
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
