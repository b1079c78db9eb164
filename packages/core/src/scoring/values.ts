import { someAt } from '../filters/path.js';
import { type Day, daysBetween, isDay } from '../kernel/day.js';

/** What a field holds, as a model sees it: a number, or a level of a category. */
export type Reading = number | string;

/** Reads what a row holds at a path; one list, used again for the next row. */
export type FieldReader = (row: unknown) => readonly Reading[];

const EPOCH = '1970-01-01' as Day;
const NUMBER = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,3})?$/i;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d/;
/** What stands for a value that is an object: that it is there. */
const FILLED = '(filled)';

/**
 * Makes a reader for a path. Texts lose the white space around them, empty ones and `blanks` count as nothing, days and
 * moments become days since 1970, true and false become levels, an object says only that it is there. Arrays stand for
 * each of their items. Only what the row itself holds is read.
 */
export function fieldReader(field: string, blanks: ReadonlySet<string> = new Set()): FieldReader {
  const path = field.split('.');
  let found: Reading[] = [];
  const take = (value: unknown): boolean => {
    const reading = readingOf(value, blanks);
    if (reading !== undefined) found.push(reading);
    return false;
  };
  return (row) => {
    if (found.length > 0) found = [];
    someAt(path, row, take);
    return found;
  };
}

function readingOf(value: unknown, blanks: ReadonlySet<string>): Reading | undefined {
  switch (typeof value) {
    case 'number':
      return Number.isFinite(value) ? value : undefined;
    case 'boolean':
      return String(value);
    case 'string': {
      const text = value.trim();
      return text === '' || blanks.has(text) ? undefined : text;
    }
    case 'object':
      return value === null ? undefined : FILLED;
    default:
      return undefined;
  }
}

/** A reading as a number: a number, a text that is one, a day or a moment (as days since 1970); NaN for anything else. */
export function numberOf(reading: Reading): number {
  if (typeof reading === 'number') return reading;
  if (NUMBER.test(reading)) {
    const number = Number(reading);
    return Number.isFinite(number) ? number : Number.NaN;
  }
  if (reading.length === 10 && isDay(reading)) return daysBetween(EPOCH, reading);
  return MOMENT.test(reading) ? Date.parse(reading) / 86_400_000 : Number.NaN;
}

/** Whether a text is a number that must stay a text: an article or phone number with a zero in front. */
export const isCode = (reading: Reading): boolean =>
  typeof reading === 'string' && /^[+-]?0\d/.test(reading) && NUMBER.test(reading);
