import type { Day } from '../kernel/day.js';
import { isDay } from '../kernel/day.js';
import { instantOf } from '../kernel/instant.js';
import { currencyExponent, type Money, money } from '../kernel/money.js';
import { ok, type Problem, type Result, refuse } from '../kernel/result.js';
import { restored } from './csv-writer.js';
import { foldedKeys, foldedWord } from './folded-keys.js';
import type { Reading } from './mapping.js';

/** What a cell may hold. */
export type CellValue = string | number | boolean | Money | readonly string[];

type NumberFormat = Extract<Reading, { as: 'number' | 'money' | 'amount' }>;
type Choice = Extract<Reading, { as: 'choice' }>;

/**
 * Reads the text of a filled cell, without white space around it unless the reading is `exact`. Problems:
 * `imports/not-a-number`, `imports/out-of-bounds`, `imports/too-many-decimals`, `imports/no-such-day`,
 * `imports/not-a-moment`, `imports/unknown-choice`, `imports/no-currency`.
 */
export function readCell(text: string, reading: Reading): Result<CellValue> {
  switch (reading.as) {
    case 'text':
      return ok(reading.exact ? restored(text) : text);
    case 'number':
      return readNumber(text, reading);
    case 'money':
      return readMoney(text, reading);
    case 'amount':
      return readAmount(text, reading);
    case 'day':
      return readDay(text, reading.format);
    case 'instant':
      return readInstant(text);
    case 'choice':
      return readChoice(text, reading);
    case 'list':
      return ok([...new Set(itemsOf(text, reading))]);
  }
}

/** One of the choices, or several where there is something between them. */
function readChoice(text: string, reading: Choice): Result<CellValue> {
  const { values, separator } = reading;
  if (separator === undefined) {
    const value = chosen(reading.exact ? restored(text) : text, reading);
    return value === undefined ? refuse(unknownChoice(text, Object.keys(values))) : ok(value);
  }
  const found = new Set<string>();
  for (const item of itemsOf(text, { ...reading, separator })) {
    const value = chosen(item, reading);
    if (value === undefined) return refuse(unknownChoice(item, Object.keys(values)));
    found.add(String(value));
  }
  return ok([...found]);
}

/** What stands between the separators, none of it empty. */
const itemsOf = (
  text: string,
  { separator, exact }: { separator: string; exact?: boolean | undefined },
): readonly string[] =>
  (exact ? writtenItems(restored(text), separator) : text.split(separator).map((item) => item.trim())).filter(
    (item) => item !== '',
  );

const chosen = (word: string, { values, anyCase }: Choice): string | number | boolean | undefined => {
  if (Object.hasOwn(values, word)) return values[word];
  return anyCase ? foldedKeys(values).get(foldedWord(word)) : undefined;
};

/** Items as `writtenItem` writes them: `\\` stands before a character that is meant as it is. */
function writtenItems(text: string, separator: string): readonly string[] {
  const items = [''];
  for (let at = 0; at < text.length; at++) {
    const isMeant = text.charAt(at) === '\\' && at + 1 < text.length;
    if (!isMeant && text.startsWith(separator, at)) {
      items.push('');
      at += separator.length - 1;
    } else items[items.length - 1] += text.charAt(isMeant ? ++at : at);
  }
  return items;
}

/** A number as the file writes it → `-1234.5`; undefined when it is none. */
function plainDecimal(text: string, { decimal = '.', grouping, ignore = [] }: NumberFormat): string | undefined {
  let bare = text;
  for (const affix of ignore) {
    if (bare.startsWith(affix)) bare = bare.slice(affix.length).trim();
    else if (bare.endsWith(affix)) bare = bare.slice(0, -affix.length).trim();
  }
  const [, sign, whole = '', fraction = ''] = numberShape(decimal, grouping ?? '').exec(bare) ?? [];
  if (whole === '' && fraction === '') return undefined;
  const digits = grouping === undefined ? whole : whole.replaceAll(grouping, '');
  return `${sign ? '-' : ''}${digits || '0'}${fraction && `.${fraction}`}`;
}

const numberShapes = new Map<string, RegExp>();

/** Thousands have to come in threes: `1.234,5` read with the wrong separators must not become 12345. */
function numberShape(decimal: string, grouping: string): RegExp {
  const known = numberShapes.get(decimal + grouping);
  if (known) return known;
  const grouped = grouping && `\\d{1,3}(?:[${grouping}]\\d{3})+|`;
  const shape = new RegExp(`^(?:\\+|([-\u2212]))?(${grouped}\\d*)(?:[${decimal}](\\d+))?$`);
  numberShapes.set(decimal + grouping, shape);
  return shape;
}

function readNumber(text: string, reading: Extract<Reading, { as: 'number' }>): Result<number> {
  const decimal = plainDecimal(text, reading);
  if (decimal === undefined) return refuse(notANumber(text, reading));
  const value = Number(decimal);
  if (reading.whole && !Number.isSafeInteger(value)) return refuse(notANumber(text, reading));
  return outOfBounds(text, value, reading) ?? ok(value);
}

/** Exactly, in whole minor units: never by way of a floating-point number. */
function readMoney(text: string, reading: Extract<Reading, { as: 'money' }>): Result<Money> {
  const decimal = plainDecimal(text, reading);
  if (decimal === undefined) return refuse(notANumber(text, reading));
  const outside = outOfBounds(text, Number(decimal) * (reading.multiplier ?? 1), reading);
  if (outside) return outside;
  const [whole = '', fraction = ''] = decimal.split('.');
  const exponent = currencyExponent(reading.currency);
  const scaled = BigInt(`${whole}${fraction}`) * BigInt(reading.multiplier ?? 1) * 10n ** BigInt(exponent);
  const divisor = 10n ** BigInt(fraction.length);
  if (scaled % divisor !== 0n)
    return refuse({
      code: 'imports/too-many-decimals',
      message: `"${text}" has more decimals than ${reading.currency} allows (${exponent}). Round it in the file.`,
      params: { value: text, currency: reading.currency, exponent },
    });
  const minor = Number(scaled / divisor);
  if (!Number.isSafeInteger(minor)) return refuse(bounds(text, 'larger than an amount can be (2^53 minor units)'));
  return ok(money(minor, reading.currency));
}

/** The currency stands before the number or behind it. */
function readAmount(text: string, reading: Extract<Reading, { as: 'amount' }>): Result<Money> {
  const before = /^[A-Z]{3}(?![A-Za-z])/.exec(text)?.[0];
  const after = /(?<![A-Za-z])[A-Z]{3}$/.exec(text)?.[0];
  const currency = before ?? after ?? reading.currency;
  if (currency === undefined) return refuse(noCurrency(text));
  const bare = before ? text.slice(3) : after ? text.slice(0, -3) : text;
  return readMoney(bare.trim(), { ...reading, as: 'money', currency });
}

function outOfBounds(text: string, value: number, { min, max }: NumberFormat): Result<never> | undefined {
  if (min !== undefined && value < min)
    return refuse(bounds(text, `less than ${min}, the smallest that the mapping allows`));
  if (max !== undefined && value > max)
    return refuse(bounds(text, `more than ${max}, the largest that the mapping allows`));
  return undefined;
}

const dayFormats = new Map<string, { readonly shape: RegExp; readonly parts: readonly string[] }>();

/** The shape of a format and which part each of its groups is. Throws a RangeError for a format that names no whole day. */
export function dayFormat(format: string): { readonly shape: RegExp; readonly parts: readonly string[] } {
  const known = dayFormats.get(format);
  if (known) return known;
  const parts: string[] = [];
  const digits: Readonly<Record<string, string>> = {
    yyyy: '(\\d{4})',
    yy: '(\\d{2})',
    MM: '(\\d{2})',
    M: '(\\d{1,2})',
    dd: '(\\d{2})',
    d: '(\\d{1,2})',
  };
  const pattern = format.replaceAll(/yyyy|yy|MM|M|dd|d|[\s\S]/g, (token) => {
    if (!digits[token]) return token.replaceAll(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
    parts.push(token.charAt(0));
    return digits[token];
  });
  if ([...parts].sort().join('') !== 'Mdy')
    throw new RangeError(
      `"${format}" is no format of a day: it needs a year (yyyy or yy), a month (MM or M) and a day (dd or d), once each.`,
    );
  const made = { shape: new RegExp(`^${pattern}$`), parts };
  dayFormats.set(format, made);
  return made;
}

function readDay(text: string, format: string): Result<Day> {
  const { shape, parts } = dayFormat(format);
  const match = shape.exec(text);
  const part = (name: string): string => match?.[parts.indexOf(name) + 1] ?? '';
  const year = part('y').length === 2 ? `${Number(part('y')) < 69 ? 20 : 19}${part('y')}` : part('y');
  const day = `${year}-${part('M').padStart(2, '0')}-${part('d').padStart(2, '0')}`;
  if (match && isDay(day)) return ok(day);
  return refuse({
    code: 'imports/no-such-day',
    message: match
      ? `There is no day "${text}". Correct it in the file.`
      : `"${text}" is not a day written as ${format}. Correct it, or declare the format the file has.`,
    params: { value: text, format },
  });
}

function readInstant(text: string): Result<string> {
  const match = /^(\d{4}-\d{2}-\d{2})[T ]\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/.exec(text);
  const millis = match && isDay(match[1] ?? '') ? Date.parse(text.replace(' ', 'T')) : Number.NaN;
  if (!Number.isNaN(millis)) return ok(instantOf(millis));
  return refuse({
    code: 'imports/not-a-moment',
    message: `"${text}" is not a moment. Write it as 2026-11-22T09:30:00Z, with its offset from UTC.`,
    params: { value: text },
  });
}

const bounds = (text: string, how: string): Problem => ({
  code: 'imports/out-of-bounds',
  message: `"${text}" is ${how}. Correct it, or widen the bounds in the mapping if it is right.`,
  params: { value: text },
});

function notANumber(text: string, { decimal = '.', grouping }: NumberFormat): Problem {
  const how = `"${decimal}" before the fraction and ${grouping ? `"${grouping}"` : 'nothing'} between thousands`;
  return {
    code: 'imports/not-a-number',
    message: `"${text}" is not a number with ${how}. Correct it, or declare how the file writes numbers.`,
    params: { value: text },
  };
}

const noCurrency = (text: string): Problem => ({
  code: 'imports/no-currency',
  message: `"${text}" does not say its currency. Write it as 12.50 EUR, or declare the currency in the mapping.`,
  params: { value: text },
});

const unknownChoice = (text: string, choices: readonly string[]): Problem => ({
  code: 'imports/unknown-choice',
  message: `"${text}" is none of ${choices.slice(0, 20).join(', ')}. Correct it, or add it to the mapping's choices.`,
  params: { value: text },
});
