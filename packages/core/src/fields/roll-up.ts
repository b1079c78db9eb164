import { dependenciesOf } from '../filters/dependencies.js';
import type { Filter, FilterMoment } from '../filters/filter.js';
import { compileFilter, type Matcher } from '../filters/matches.js';
import { compareText } from '../filters/text.js';
import { decimalOf, tenTo } from '../kernel/decimal.js';
import type { CustomValue } from '../kernel/entity.js';
import { type Money, money } from '../kernel/money.js';
import { valueAt } from '../kernel/value-at.js';
import type { RollUp } from './definition.js';
import type { Field } from './field.js';
import { roundDecimal } from './formula/decimals.js';
import { DECIMALS } from './value-problem.js';

/** A field whose values come from other rows. */
export type RollUpField = Field & { readonly rollUp: RollUp };

/** Whether a field is a roll-up. */
export const isRollUp = (field: Field): field is RollUpField => field.rollUp !== undefined;

/** The value of a roll-up; undefined where there is none. */
export type RolledUp = CustomValue | undefined;

/** The value cannot be told from the one before: it has to be made anew of all the rows. */
export const FROM_SCRATCH: unique symbol = Symbol('from scratch');

/** Which rows a row counts for: none where its link is empty, or the roll-up's filter does not hold. */
export function countsFor({ rollUp }: RollUpField, row: object, moment: FilterMoment): readonly string[] {
  const link = valueAt(row, rollUp.by);
  const parents = (Array.isArray(link) ? link : [link]).filter((each) => typeof each === 'string');
  return parents.length > 0 && (!rollUp.where || holds(rollUp.where, row, moment)) ? [...new Set(parents)] : [];
}

/** Filters that mean the same at any moment, made ready once. */
const timeless = new WeakMap<Filter, Matcher>();

function holds(where: Filter, row: object, moment: FilterMoment): boolean {
  const known = timeless.get(where);
  if (known) return known(row);
  const matcher = compileFilter(where, moment);
  if (!dependenciesOf(where).readsClock) timeless.set(where, matcher);
  return matcher(row);
}

/** The value of a roll-up over all the rows that count for one row, in any order. */
export function rollUpOf(field: RollUpField, rows: readonly object[]): RolledUp {
  const total = rollUpTotal(field);
  for (const row of rows) total.add(row);
  return total.value();
}

/** A roll-up that is worked out row by row, so that a hundred thousand of them need not be one piece of work. */
export interface RollUpTotal {
  add(row: object): void;
  value(): RolledUp;
}

/** The total of no rows yet. */
export function rollUpTotal(field: RollUpField): RollUpTotal {
  switch (field.rollUp.take) {
    case 'count': {
      let count = 0;
      return { add: () => void count++, value: () => count };
    }
    case 'sum':
      return field.valueType === 'money' ? moneyTotal(field) : numberTotal(field);
    case 'min':
    case 'max':
      return extremeTotal(field);
    case 'last': {
      let last: object | undefined;
      return {
        add(row) {
          last = laterOf(field, last, row);
        },
        value: () => (last && (valueAt(last, field.rollUp.field ?? '') as RolledUp)) ?? undefined,
      };
    }
  }
}

function numberTotal(field: RollUpField): RollUpTotal {
  let units = 0n;
  return {
    add(row) {
      for (const value of numbersIn(field, [row])) units += unitsOf(field, value);
    },
    value: () => numberIn(field, units),
  };
}

function moneyTotal(field: RollUpField): RollUpTotal {
  const sums = new Map<string, bigint>();
  return { add: (row) => addAmounts(sums, amountsIn(field, [row]), 1n), value: () => moneysIn(sums) };
}

function extremeTotal(field: RollUpField): RollUpTotal {
  const isMoney = field.valueType === 'money';
  let moneys: readonly Money[] | undefined;
  let best: Scalar | undefined;
  return {
    add(row) {
      if (isMoney) {
        const amounts = amountsIn(field, [row]);
        if (amounts.length > 0) moneys = moneyExtremes(field, moneys ?? [], amounts);
      } else
        for (const value of scalarsIn(field, [row])) if (best === undefined || beats(field, value, best)) best = value;
    },
    value: () => (isMoney ? moneys : best),
  };
}

/**
 * The value of a roll-up after some rows have left and others have come, without a look at the rest; `FROM_SCRATCH` where
 * that cannot be told: the least one left, the value is beyond what a number holds, or there was none yet.
 */
export function advanceRollUp(
  field: RollUpField,
  value: RolledUp,
  gone: readonly object[],
  come: readonly object[],
): RolledUp | typeof FROM_SCRATCH {
  const { take, where } = field.rollUp;
  // What time alone moves in and out was never told to anybody.
  if (take === 'last' || (where && dependenciesOf(where).readsClock)) return FROM_SCRATCH;
  if (value === undefined) return FROM_SCRATCH;
  switch (take) {
    case 'count':
      return typeof value === 'number' ? value + come.length - gone.length : FROM_SCRATCH;
    case 'sum': {
      if (field.valueType === 'money')
        return isMoneys(value) && value.every(({ minor }) => Math.abs(minor) < Number.MAX_SAFE_INTEGER)
          ? moneySums(field, value, come, gone)
          : FROM_SCRATCH;
      const units = typeof value === 'number' ? unitsOf(field, value) : LARGEST;
      return units < LARGEST && units > -LARGEST ? numberSum(field, units, come, gone) : FROM_SCRATCH;
    }
    case 'min':
    case 'max':
      return advanceExtremes(field, value, gone, come);
  }
}

const LARGEST = BigInt(Number.MAX_SAFE_INTEGER);
const isMoneys = (value: RolledUp): value is readonly Money[] =>
  Array.isArray(value) && value.every((each) => typeof each === 'object');

const numbersIn = ({ rollUp: { field = '' } }: RollUpField, rows: readonly object[]): readonly number[] =>
  rows.map((row) => valueAt(row, field)).filter(isNumber);

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value);

/** Amounts of the rows: one of each, or those of several currencies. */
const amountsIn = ({ rollUp: { field = '' } }: RollUpField, rows: readonly object[]): readonly Money[] =>
  rows.flatMap((row) => valueAt(row, field)).filter(isAmount);

const isAmount = (value: unknown): value is Money =>
  Number.isSafeInteger(valueAt(value, 'minor')) && typeof valueAt(value, 'currency') === 'string';

/** A number in units of the last digit that its field has, so that sums are exact whatever their order. */
function unitsOf({ decimals = DECIMALS }: RollUpField, value: number): bigint {
  const { digits, decimals: places } = roundDecimal(decimalOf(value), decimals);
  return digits * tenTo(decimals - places);
}

function numberSum(field: RollUpField, units: bigint, come: readonly object[], gone: readonly object[]): number {
  let sum = units;
  for (const value of numbersIn(field, come)) sum += unitsOf(field, value);
  for (const value of numbersIn(field, gone)) sum -= unitsOf(field, value);
  return numberIn(field, sum);
}

/** Units of the last digit as a number. */
function numberIn({ decimals = DECIMALS }: RollUpField, sum: bigint): number {
  const text = String(sum < 0n ? -sum : sum).padStart(decimals + 1, '0');
  const point = text.length - decimals;
  return Number(`${sum < 0n ? '-' : ''}${text.slice(0, point)}.${text.slice(point)}`);
}

function addAmounts(sums: Map<string, bigint>, amounts: readonly Money[], by: bigint): void {
  for (const { minor, currency } of amounts) sums.set(currency, (sums.get(currency) ?? 0n) + by * BigInt(minor));
}

function moneySums(
  field: RollUpField,
  before: readonly Money[],
  come: readonly object[],
  gone: readonly object[],
): readonly Money[] | undefined {
  const sums = new Map<string, bigint>();
  addAmounts(sums, before, 1n);
  addAmounts(sums, amountsIn(field, come), 1n);
  addAmounts(sums, amountsIn(field, gone), -1n);
  return moneysIn(sums);
}

/** By currency; a sum of nothing is left out, and one that is too large stays at the largest amount there is. */
const moneysIn = (sums: ReadonlyMap<string, bigint>): readonly Money[] | undefined =>
  inOrder([...sums].filter(([, sum]) => sum !== 0n).map(([currency, sum]) => money(clamped(sum), currency)));

const clamped = (sum: bigint): number => Number(sum > LARGEST ? LARGEST : sum < -LARGEST ? -LARGEST : sum);

const inOrder = (amounts: readonly Money[]): readonly Money[] | undefined =>
  amounts.length === 0 ? undefined : [...amounts].sort((a, b) => (a.currency < b.currency ? -1 : 1));

type Scalar = number | string;

/** Whether one value takes the place of another as the least or the most. */
function beats(field: RollUpField, value: Scalar, other: Scalar): boolean {
  const order =
    typeof value === 'number' && typeof other === 'number' ? value - other : compareText(String(value), String(other));
  return field.rollUp.take === 'min' ? order < 0 : order > 0;
}

function scalarsIn(field: RollUpField, rows: readonly object[]): readonly Scalar[] {
  if (field.valueType === 'number' || field.valueType === 'percent') return numbersIn(field, rows);
  return rows.map((row) => valueAt(row, field.rollUp.field ?? '')).filter((value) => typeof value === 'string');
}

function moneyExtremes(
  field: RollUpField,
  before: readonly Money[],
  come: readonly Money[],
): readonly Money[] | undefined {
  const best = new Map(before.map(({ currency, minor }) => [currency, minor]));
  for (const { currency, minor } of come) {
    const known = best.get(currency);
    if (known === undefined || beats(field, minor, known)) best.set(currency, minor);
  }
  return inOrder([...best].map(([currency, minor]) => money(minor, currency)));
}

function advanceExtremes(
  field: RollUpField,
  value: CustomValue,
  gone: readonly object[],
  come: readonly object[],
): RolledUp | typeof FROM_SCRATCH {
  if (field.valueType === 'money') {
    if (!isMoneys(value)) return FROM_SCRATCH;
    const left = amountsIn(field, gone);
    const isHeld = left.every(({ currency, minor }) => {
      const best = value.find((each) => each.currency === currency);
      return best !== undefined && beats(field, best.minor, minor);
    });
    return isHeld ? moneyExtremes(field, value, amountsIn(field, come)) : FROM_SCRATCH;
  }
  if (typeof value !== 'number' && typeof value !== 'string') return FROM_SCRATCH;
  if (!scalarsIn(field, gone).every((each) => beats(field, value, each))) return FROM_SCRATCH;
  let best: Scalar = value;
  for (const each of scalarsIn(field, come)) if (beats(field, each, best)) best = each;
  return best;
}

/** Which of two rows comes last in order; of those that come last together, the one with the greatest id. */
function laterOf({ rollUp: { order = '' } }: RollUpField, last: object | undefined, row: object): object | undefined {
  const at = valueAt(row, order);
  if (typeof at !== 'string' && typeof at !== 'number') return last;
  return !last || isLater(row, last, order) ? row : last;
}

function isLater(row: object, other: object, order: string): boolean {
  const [a, b] = [valueAt(row, order), valueAt(other, order)];
  if (typeof a !== typeof b) return typeof a === 'string';
  const difference = typeof a === 'number' && typeof b === 'number' ? a - b : compareText(String(a), String(b));
  return (
    difference > 0 || (difference === 0 && compareText(String(valueAt(row, 'id')), String(valueAt(other, 'id'))) > 0)
  );
}
