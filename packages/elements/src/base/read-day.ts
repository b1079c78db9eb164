import { addDays, type Day, isDay } from '@kith/core';
import { inAsciiFigures } from './figures.js';

/** How a language writes a day in figures: the order of its parts, its figures, and its names of months. */
interface Writing {
  readonly order: readonly ('year' | 'month' | 'day')[];
  /** Names with the number of the month, the longer ones first: "mar" stands in "march", too. */
  readonly months: readonly (readonly [name: string, month: number])[];
  readonly zero: number;
  readonly nearDays: readonly string[];
}

const writings = new Map<string, Writing>();
const NEAR = [-1, 0, 1];

/** A year in two figures is at most so far ahead: in 2026, 45 is 2045 and 47 is 1947. */
const AHEAD = 20;

/**
 * Reads a day as people of a language type it: `18.12.2026`, `12/18/26`, `18 Dec`, `2026年12月18日`, "tomorrow", and in
 * every language `2026-12-18`. Without a year it is this one. Undefined when it is none, or one that does not exist.
 */
export function readDay(text: string, lang: string, today: Day): Day | undefined {
  const writing = writingOf(lang);
  const typed = plain(text, writing.zero);
  const near = writing.nearDays.indexOf(typed);
  if (near >= 0) return addDays(today, NEAR[near] ?? 0);
  const figures = typed.match(/\d+/g) ?? [];
  const named = writing.months.find(([name]) => typed.includes(name));
  if (named) {
    const isYearFirst = (figures[0]?.length ?? 0) > 2;
    const [day, year] = isYearFirst ? [figures[1], figures[0]] : figures;
    return figures.length > 2 ? undefined : made(year, named[1], day, today);
  }
  if (figures.length < 2 || figures.length > 3 || /^[-+]/.test(typed)) return undefined;
  // A year of four figures at the beginning can be nothing else, as in ISO 8601.
  const order = figures[0]?.length === 4 ? (['year', 'month', 'day'] as const) : writing.order;
  const parts = figures.length === 3 ? order : order.filter((part) => part !== 'year');
  const found = new Map(parts.map((part, index) => [part, figures[index]]));
  return made(found.get('year'), Number(found.get('month')), found.get('day'), today);
}

/** A day as people of a language read it best: with the name of its month where that can be read back, else in figures. */
export function writeDay(day: Day, lang: string): string {
  const date = Date.parse(day);
  const named = new Intl.DateTimeFormat(lang, { ...GREGORIAN, day: 'numeric', month: 'short', year: 'numeric' });
  const text = named.format(date);
  return readDay(text, lang, day) === day ? text : inFigures(lang).format(date);
}

const inFigures = (lang: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat(lang, { ...GREGORIAN, year: 'numeric', month: '2-digit', day: '2-digit' });

/** How a day of this year looks in figures, to show what may be typed. */
export const dayExample = (lang: string, today: Day): string =>
  inFigures(lang).format(Date.parse(`${today.slice(0, 4)}-12-31`));

const GREGORIAN = { calendar: 'gregory', timeZone: 'UTC' } as const;

function made(year: string | undefined, month: number, day: string | undefined, today: Day): Day | undefined {
  const thisYear = Number(today.slice(0, 4));
  const century = Math.floor(thisYear / 100) * 100;
  let full = year === undefined ? thisYear : Number(year);
  if (year !== undefined && year.length <= 2) {
    full += century;
    if (full > thisYear + AHEAD) full -= 100;
  } else if (year !== undefined && year.length !== 4) return undefined;
  const text = `${String(full).padStart(4, '0')}-${String(month).padStart(2, '0')}-${(day ?? '').padStart(2, '0')}`;
  return isDay(text) ? text : undefined;
}

function writingOf(lang: string): Writing {
  const known = writings.get(lang);
  if (known) return known;
  const zero = new Intl.NumberFormat(lang).format(0).charCodeAt(0);
  const order = new Intl.DateTimeFormat(lang, { ...GREGORIAN, year: 'numeric', month: 'numeric', day: 'numeric' })
    .formatToParts(0)
    .map(({ type }) => type)
    .filter((type) => type === 'year' || type === 'month' || type === 'day');
  const monthIn = (style: 'long' | 'short', at: number): string[] => {
    const date = Date.UTC(2026, at, 18);
    const alone = new Intl.DateTimeFormat(lang, { ...GREGORIAN, month: style }).format(date);
    const withDay = new Intl.DateTimeFormat(lang, { ...GREGORIAN, month: style, day: 'numeric' })
      .formatToParts(date)
      .find(({ type }) => type === 'month')?.value;
    // What is called by its number ("12月", "tháng 12") is read as a number.
    return [alone, withDay ?? ''].map((name) => plain(name, zero)).filter((name) => /^\P{N}{2,}$/u.test(name));
  };
  const months = [...Array(12).keys()]
    .flatMap((at) => [...monthIn('long', at), ...monthIn('short', at)].map((name) => [name, at + 1] as const))
    .sort(([left], [right]) => right.length - left.length);
  const near = new Intl.RelativeTimeFormat(lang, { numeric: 'auto' });
  const writing = { order, months, zero, nearDays: NEAR.map((days) => plain(near.format(days, 'day'), zero)) };
  writings.set(lang, writing);
  return writing;
}

/** In lower case, with the figures of ASCII, and without the points of abbreviations and the marks of direction. */
const plain = (text: string, zero: number): string =>
  inAsciiFigures(text.normalize('NFKC').toLocaleLowerCase(), zero)
    .replace(/[\u200e\u200f\u061c]/g, '')
    .replace(/(\P{N})\./gu, '$1')
    .trim();
