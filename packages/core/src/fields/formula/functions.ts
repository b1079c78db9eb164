import { compareText, foldText } from '../../filters/text.js';
import { addDays, type Day, dayIn, daysBetween, isDay } from '../../kernel/day.js';
import { today } from '../../kernel/env.js';
import { type Instant, millisBetween } from '../../kernel/instant.js';
import { isCurrencyCode, type Money, money, moneyToDecimal, parseMoney } from '../../kernel/money.js';
import {
  compareDecimals,
  type Decimal,
  divideDecimals,
  floorDecimal,
  negated,
  numberOf,
  readDecimal,
  roundDecimal,
  textOf,
} from './decimals.js';
import type { FormulaType, FormulaValue, Reckoning } from './value.js';

/** A function of the formula language. A blank argument makes its result blank, so `run` never sees one. */
export interface FormulaFunction {
  /** What each argument may be. */
  readonly takes: ReadonlyArray<readonly FormulaType[]>;
  /** How many may be left out at the end. */
  readonly optional?: number;
  /** The last one may come again and again, and all are of one type. */
  readonly isRepeated?: true;
  /** What it comes to: a type, or that of the first argument. */
  readonly gives: FormulaType | 'same';
  readonly readsClock?: true;
  /** Undefined where there is no result: a day that does not exist, a number that is too large. */
  run(values: readonly FormulaValue[], reckoning: Reckoning): FormulaValue | undefined;
}

const COMPARABLE: readonly FormulaType[] = ['number', 'money', 'text', 'day', 'instant'];
const number = (value: FormulaValue | undefined): number => numberOf(value as Decimal);
const whole = (value: number): Decimal => ({ digits: BigInt(value), decimals: 0 });

/** Every function but `if`, `coalesce` and `isBlank`, which look at blank values themselves. */
export const FUNCTIONS: ReadonlyMap<string, FormulaFunction> = new Map<string, FormulaFunction>(
  Object.entries({
    min: { takes: [COMPARABLE], isRepeated: true, gives: 'same', run: (values) => extreme(values, -1) },
    max: { takes: [COMPARABLE], isRepeated: true, gives: 'same', run: (values) => extreme(values, 1) },
    abs: {
      takes: [['number', 'money']],
      gives: 'same',
      run: ([value]) =>
        isMoney(value)
          ? money(Math.abs(value.minor), value.currency)
          : (value as Decimal).digits < 0n
            ? negated(value as Decimal)
            : (value as Decimal),
    },
    round: {
      takes: [['number'], ['number']],
      optional: 1,
      gives: 'number',
      run: ([value, digits]) => {
        const decimals = digits === undefined ? 0 : number(digits);
        return Number.isInteger(decimals) && decimals >= 0 && decimals <= 20
          ? roundDecimal(value as Decimal, decimals)
          : undefined;
      },
    },
    floor: { takes: [['number']], gives: 'number', run: ([value]) => floorDecimal(value as Decimal) },
    ceiling: {
      takes: [['number']],
      gives: 'number',
      run: ([value]) => negated(floorDecimal(negated(value as Decimal))),
    },
    money: {
      takes: [['number'], ['text']],
      gives: 'money',
      run: ([value, currency]) => {
        if (!isCurrencyCode(currency as string)) return undefined;
        const made = parseMoney(textOf(value as Decimal), currency as string);
        return made.ok ? made.value : undefined;
      },
    },
    amountOf: { takes: [['money']], gives: 'number', run: ([value]) => readSigned(moneyToDecimal(value as Money)) },
    currencyOf: { takes: [['money']], gives: 'text', run: ([value]) => (value as Money).currency },
    amountIn: {
      takes: [['moneys'], ['text']],
      gives: 'money',
      run: ([values, currency]) =>
        (values as readonly Money[]).find((each) => each.currency === currency) ??
        (isCurrencyCode(currency as string) ? money(0, currency as string) : undefined),
    },
    today: { takes: [], gives: 'day', readsClock: true, run: (_, { moment }) => today(moment) },
    now: { takes: [], gives: 'instant', readsClock: true, run: (_, { moment }) => moment.now },
    dayOf: {
      takes: [['instant']],
      gives: 'day',
      run: ([at], { moment }) => dayIn(moment.timeZone, at as Instant),
    },
    date: {
      takes: [['number'], ['number'], ['number']],
      gives: 'day',
      run: ([year, month, day]) => dayOf(number(year), number(month), number(day)),
    },
    days: {
      takes: [['day'], ['day']],
      gives: 'number',
      run: ([from, to]) => whole(daysBetween(from as Day, to as Day)),
    },
    hours: {
      takes: [['instant'], ['instant']],
      gives: 'number',
      run: ([from, to]) => divideDecimals(whole(millisBetween(from as Instant, to as Instant)), whole(3_600_000)),
    },
    addDays: { takes: [['day'], ['number']], gives: 'day', run: ([day, days]) => later(day as Day, number(days)) },
    addMonths: {
      takes: [['day'], ['number']],
      gives: 'day',
      run: ([day, months]) => monthsLater(day as Day, number(months)),
    },
    year: { takes: [['day']], gives: 'number', run: ([day]) => whole(Number((day as string).slice(0, 4))) },
    month: { takes: [['day']], gives: 'number', run: ([day]) => whole(Number((day as string).slice(5, 7))) },
    dayOfMonth: { takes: [['day']], gives: 'number', run: ([day]) => whole(Number((day as string).slice(8))) },
    weekday: {
      takes: [['day']],
      gives: 'number',
      // 1970-01-05 was a Monday.
      run: ([day]) => whole((((daysBetween('1970-01-05' as Day, day as Day) % 7) + 7) % 7) + 1),
    },
    length: { takes: [['text']], gives: 'number', run: ([text]) => whole([...(text as string)].length) },
    upper: { takes: [['text']], gives: 'text', run: ([text]) => (text as string).toUpperCase() },
    lower: { takes: [['text']], gives: 'text', run: ([text]) => (text as string).toLowerCase() },
    trim: { takes: [['text']], gives: 'text', run: ([text]) => (text as string).trim() },
    left: {
      takes: [['text'], ['number']],
      gives: 'text',
      run: ([text, count]) => [...(text as string)].slice(0, Math.max(0, number(count))).join(''),
    },
    right: {
      takes: [['text'], ['number']],
      gives: 'text',
      run: ([text, count]) => (number(count) < 1 ? '' : [...(text as string)].slice(-number(count)).join('')),
    },
    contains: {
      takes: [['text', 'texts'], ['text']],
      gives: 'boolean',
      run: ([text, sought]) =>
        typeof text === 'string'
          ? foldText(text).includes(foldText(sought as string))
          : (text as readonly string[]).includes(sought as string),
    },
    startsWith: {
      takes: [['text'], ['text']],
      gives: 'boolean',
      run: ([text, sought]) => foldText(text as string).startsWith(foldText(sought as string)),
    },
    text: {
      takes: [['number', 'money', 'day', 'instant', 'boolean', 'text']],
      gives: 'text',
      run: ([value]) => written(value ?? null),
    },
  } satisfies Record<string, FormulaFunction>),
);

/** The functions that compile by themselves, with those of the table: what a wrong name is held against. */
export const FUNCTION_NAMES: readonly string[] = ['if', 'coalesce', 'isBlank', ...FUNCTIONS.keys()];

/** Less than, the same or more; undefined for amounts in two currencies. */
export function compareValues(left: FormulaValue, right: FormulaValue): number | undefined {
  if (isMoney(left) && isMoney(right)) return left.currency === right.currency ? left.minor - right.minor : undefined;
  if (typeof left === 'string' && typeof right === 'string') return compareText(left, right);
  if (typeof left === 'boolean') return Number(left) - Number(right);
  return compareDecimals(left as Decimal, right as Decimal);
}

/** Whether a value is an amount. */
export const isMoney = (value: FormulaValue | undefined): value is Money =>
  typeof value === 'object' && value !== null && 'minor' in value;

function extreme(values: readonly FormulaValue[], sign: 1 | -1): FormulaValue | undefined {
  let best = values[0] ?? null;
  for (const value of values.slice(1)) {
    const order = compareValues(value, best);
    if (order === undefined) return undefined;
    if (order * sign > 0) best = value;
  }
  return best;
}

function written(value: FormulaValue): string {
  if (isMoney(value)) return `${moneyToDecimal(value)} ${value.currency}`;
  return typeof value === 'object' ? textOf(value as Decimal) : String(value);
}

function dayOf(year: number, month: number, day: number): Day | undefined {
  const text = [String(year).padStart(4, '0'), ...[month, day].map((part) => String(part).padStart(2, '0'))].join('-');
  return isDay(text) ? text : undefined;
}

/** A day so many days later, as far as the calendar goes. */
export function later(day: Day, days: number): Day | undefined {
  return Number.isInteger(days) && Math.abs(days) < 4_000_000 && isWithin(day, days) ? addDays(day, days) : undefined;
}

const isWithin = (day: Day, days: number): boolean => {
  const left = daysBetween('0001-01-01' as Day, day) + days;
  return left >= 0 && left <= 3_652_058;
};

/** The same day of another month; its last one where it has fewer days. */
function monthsLater(day: Day, months: number): Day | undefined {
  if (!Number.isInteger(months)) return undefined;
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months;
  const [year, month] = [Math.floor(count / 12), (((count % 12) + 12) % 12) + 1];
  for (let last = Number(day.slice(8)); last >= 28; last--) {
    const found = dayOf(year, month, last);
    if (found) return found;
  }
  return dayOf(year, month, Number(day.slice(8)));
}

const readSigned = (written: string): Decimal =>
  written.startsWith('-') ? negated(readDecimal(written.slice(1))) : readDecimal(written);
