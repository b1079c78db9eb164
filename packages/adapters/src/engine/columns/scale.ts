import { collate } from '../collate.js';
import type { Condition } from '../match.js';
import type { ScaleName } from './column.js';

/**
 * What the numbers of a column stand for: themselves, days, or instants. Days and instants are strings in the rows, in
 * a form whose order is that of time, so that a comparison of strings is one of numbers.
 */
export interface Scale {
  readonly name: ScaleName;
  /** The number of a cell; NaN when it has none on this scale. */
  numberOf(cell: unknown): number;
  /** The cell that a number stands for. */
  cellOf(number: number): number | string;
  /** The numbers that a condition is about, its negation left aside; undefined when they are no stretch. */
  stretchOf(condition: Condition): Stretch | undefined;
}

/** The numbers from `low` to `high`, or with `isOpposite` all others; null and nothing are in no stretch. */
export interface Stretch {
  readonly low: number;
  readonly high: number;
  readonly isOpposite: boolean;
}

const LOWEST = -Number.MAX_VALUE;
const HIGHEST = Number.MAX_VALUE;
const stretch = (low: number, high: number, isOpposite = false): Stretch => ({ low, high, isOpposite });
const NONE = stretch(1, 0);
const ALL = stretch(LOWEST, HIGHEST);
const NULL = stretch(LOWEST, HIGHEST, true);

/** Numbers that stand for themselves. */
const plainNumbers: Scale = {
  name: 'number',
  numberOf: (cell) => (typeof cell === 'number' ? cell : Number.NaN),
  cellOf: (number) => number,
  stretchOf({ is, v }) {
    if (is === 'exists') return ALL;
    if (is === 'prefix' || is === 'contains') return NONE;
    if (is === 'in') return undefined;
    // Whatever is neither a number nor null is among the others, and asked by itself.
    if (v === null) return is === 'eq' || is === 'ne' ? NULL : NONE;
    if (typeof v !== 'number') return NONE;
    switch (is) {
      case 'eq':
      case 'ne':
        return stretch(Math.max(v, LOWEST), v);
      case 'lt':
        return stretch(LOWEST, nextTo(v, -1));
      case 'lte':
        return stretch(LOWEST, v);
      case 'gt':
        return stretch(nextTo(v, 1), HIGHEST);
      case 'gte':
        return stretch(Math.max(v, LOWEST), HIGHEST);
    }
  },
};

const bits = new DataView(new ArrayBuffer(8));

/** The next number that there is, upwards or downwards. */
function nextTo(number: number, direction: 1 | -1): number {
  if (number === 0) return direction * Number.MIN_VALUE;
  bits.setFloat64(0, number);
  bits.setBigInt64(0, bits.getBigInt64(0) + BigInt(number > 0 ? direction : -direction));
  return bits.getFloat64(0);
}

/** Strings whose order is that of whole numbers. */
function timeScale(
  name: ScaleName,
  numberOf: (text: string) => number,
  textOf: (number: number) => string,
  [first, last]: readonly [number, number],
): Scale {
  /** The first number whose text is not before the bound, or is behind it. */
  function firstNotBefore(bound: string, behind: boolean): number {
    let low = first;
    let high = last + 1;
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      const text = textOf(middle);
      if (behind ? text <= bound : text < bound) low = middle + 1;
      else high = middle;
    }
    return low;
  }
  return {
    name,
    numberOf: (cell) => (typeof cell === 'string' ? numberOf(cell) : Number.NaN),
    cellOf: textOf,
    stretchOf({ is, v }) {
      if (is === 'exists') return ALL;
      if (is === 'in' || is === 'contains') return undefined;
      if (v === null) return is === 'eq' || is === 'ne' ? NULL : NONE;
      if (typeof v !== 'string') return NONE;
      const exact = numberOf(v);
      switch (is) {
        case 'eq':
        case 'ne':
          return Number.isNaN(exact) ? NONE : stretch(exact, exact);
        case 'lt':
          return stretch(LOWEST, firstNotBefore(collate(v), false) - 1);
        case 'lte':
          return stretch(LOWEST, firstNotBefore(collate(v), true) - 1);
        case 'gt':
          return stretch(firstNotBefore(collate(v), true), HIGHEST);
        case 'gte':
          return stretch(firstNotBefore(collate(v), false), HIGHEST);
        case 'prefix':
          return stretch(firstNotBefore(v, false), firstNotBefore(`${v}\uffff`, false) - 1);
      }
    },
  };
}

const DAY = 86_400_000;
const FIRST_YEAR = Date.UTC(1000, 0, 1);
const LAST_YEAR = Date.UTC(9999, 11, 31, 23, 59, 59, 999);

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let at = from; at < to; at++) {
    const digit = text.charCodeAt(at) - 48;
    if (digit < 0 || digit > 9) return Number.NaN;
    number = number * 10 + digit;
  }
  return number;
}

/** Milliseconds of a day such as 2026-11-22; NaN for everything that is not in this very form, or no day. */
function dayOf(text: string): number {
  if (text.charCodeAt(4) !== 45 || text.charCodeAt(7) !== 45) return Number.NaN;
  const year = digits(text, 0, 4);
  const month = digits(text, 5, 7);
  const day = digits(text, 8, 10);
  if (!(year >= 1000 && month >= 1 && month <= 12 && day >= 1)) return Number.NaN;
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate()
    ? Date.UTC(year, month - 1, day)
    : Number.NaN;
}

function dateNumber(text: string): number {
  return text.length === 10 ? dayOf(text) / DAY : Number.NaN;
}

/** Milliseconds of an instant as `toISOString` writes it. */
function instantNumber(text: string): number {
  if (
    text.length !== 24 ||
    text[10] !== 'T' ||
    text[13] !== ':' ||
    text[16] !== ':' ||
    text[19] !== '.' ||
    text[23] !== 'Z'
  )
    return Number.NaN;
  const hours = digits(text, 11, 13);
  const minutes = digits(text, 14, 16);
  const seconds = digits(text, 17, 19);
  if (!(hours < 24 && minutes < 60 && seconds < 60)) return Number.NaN;
  return dayOf(text) + ((hours * 60 + minutes) * 60 + seconds) * 1000 + digits(text, 20, 23);
}

/** The scales there are. */
export const scales: Readonly<Record<ScaleName, Scale>> = {
  number: plainNumbers,
  date: timeScale('date', dateNumber, (day) => new Date(day * DAY).toISOString().slice(0, 10), [
    FIRST_YEAR / DAY,
    Math.floor(LAST_YEAR / DAY),
  ]),
  instant: timeScale('instant', instantNumber, (time) => new Date(time).toISOString(), [FIRST_YEAR, LAST_YEAR]),
};
