import { decimalOf, tenTo } from '../kernel/decimal.js';
import { kept } from '../kernel/kept.js';
import { allocate, money } from '../kernel/money.js';
import { ok, type Problem, type Result, refuse } from '../kernel/result.js';
import { discountTooLarge, linesProblem, type PricedLine } from './check-lines.js';
import { type Exact, type Half, roundEach, rounded, roundTogether } from './rounding.js';
import type { Discount, LineItem, Terms } from './schema.js';

/** What one line comes to, in minor units. */
export interface LineTotal {
  readonly id: LineItem['id'];
  /** Quantity times price. */
  readonly list: number;
  /** What the line's own discount takes off. */
  readonly discount: number;
  /** `list − discount`. */
  readonly subtotal: number;
  /** Its part of the discount on the whole. */
  readonly share: number;
  /** Without tax. */
  readonly net: number;
  readonly tax: number;
  /** `net + tax`. */
  readonly total: number;
}

/** What is taxed at one rate. */
export interface TaxTotal {
  readonly percent: number;
  readonly net: number;
  readonly tax: number;
}

/** What lines come to, in minor units of one currency. Each sum is that of the figures of the lines, to the unit. */
export interface Totals extends Omit<LineTotal, 'id' | 'share'> {
  readonly currency: string;
  readonly lines: readonly LineTotal[];
  /** What the discount on the whole takes off. */
  readonly share: number;
  /** By rate, in the order in which they first come. */
  readonly taxes: readonly TaxTotal[];
}

/**
 * Adds lines up: quantity × price, the line's discount, its part of the discount on the whole (largest remainder by what
 * the lines come to), then tax. All in exact numbers; rounded as the terms say, line by line or the document once, and
 * then each figure is a whole number of minor units and every sum is exactly that of its lines. Lists of no lines come
 * to nothing. Problems: `pricing/wrong-quantity`, `pricing/negative-price`, `pricing/other-currency`,
 * `pricing/wrong-tax`, `pricing/wrong-discount`, `pricing/discount-too-large`, `pricing/too-many-lines`,
 * `pricing/line-twice`, `pricing/too-large`.
 */
export function totalsOf(lines: readonly PricedLine[], terms: Terms): Result<Totals> {
  const problem = linesProblem(lines, terms);
  if (problem) return refuse(problem);
  const priced = terms.rounding === 'line' ? pricedByLine(lines, terms.half) : pricedTogether(lines, terms.half);
  if (!priced.ok) return priced;
  const subtotals = priced.value.map(({ list, discount }) => list - discount);
  const subtotal = sum(subtotals);
  const off = terms.discount ? takenOff(terms.discount, subtotal, terms.half) : 0;
  if (off > subtotal) return refuse(discountTooLarge('terms.discount'));
  const shares = off > 0 ? allocate(money(off, terms.currency), subtotals).map(({ minor }) => minor) : [];
  const bases = subtotals.map((each, index) => each - (shares[index] ?? 0));
  const taxes = taxesOf(lines, bases, terms);
  const totals = lines.map(({ id }, index): LineTotal => {
    const { list, discount } = priced.value[index] ?? NOTHING;
    const [base, tax] = [bases[index] ?? 0, taxes[index] ?? 0];
    const net = terms.tax === 'inclusive' ? base - tax : base;
    return { id, list, discount, subtotal: list - discount, share: shares[index] ?? 0, net, tax, total: net + tax };
  });
  const whole = {
    currency: terms.currency,
    lines: totals,
    list: sum(totals.map(({ list }) => list)),
    discount: sum(totals.map(({ discount }) => discount)),
    subtotal,
    share: off,
    taxes: byRate(lines, totals),
    net: sum(totals.map(({ net }) => net)),
    tax: sum(totals.map(({ tax }) => tax)),
    total: sum(totals.map(({ total }) => total)),
  };
  return Number.isSafeInteger(whole.list) && Number.isSafeInteger(whole.total) ? ok(whole) : refuse(TOO_LARGE);
}

interface Priced {
  readonly list: number;
  readonly discount: number;
}

const NOTHING: Priced = { list: 0, discount: 0 };

/** Each line by itself: its discount is that of the amount that stands on it. */
function pricedByLine(lines: readonly PricedLine[], half: Half): Result<readonly Priced[]> {
  const priced: Priced[] = [];
  for (const [index, line] of lines.entries()) {
    const list = Number(rounded(listOf(line), half));
    if (!Number.isSafeInteger(list)) return refuse(TOO_LARGE);
    const discount = line.discount ? takenOff(line.discount, list, half) : 0;
    if (discount > list) return refuse(discountTooLarge(`lines.${index}.discount`));
    priced.push({ list, discount });
  }
  return Number.isSafeInteger(sum(priced.map(({ list }) => list))) ? ok(priced) : refuse(TOO_LARGE);
}

/** The sum is rounded once; what a line comes to is as near to its exact value as the sum allows. */
function pricedTogether(lines: readonly PricedLine[], half: Half): Result<readonly Priced[]> {
  const lists = lines.map(listOf);
  const offs = lines.map(({ discount }, index) => exactlyOff(discount, lists[index] ?? ZERO));
  const over = offs.findIndex((off, index) => isAbove(off, lists[index] ?? ZERO));
  if (over >= 0) return refuse(discountTooLarge(`lines.${over}.discount`));
  const left = lists.map((list, index) => minus(list, offs[index] ?? ZERO));
  const discounts = roundEach(offs, half).map(Number);
  const priced = roundTogether(left, half).map((subtotal, index): Priced => {
    const discount = discounts[index] ?? 0;
    return { list: Number(subtotal) + discount, discount };
  });
  return Number.isSafeInteger(sum(priced.map(({ list }) => list))) ? ok(priced) : refuse(TOO_LARGE);
}

/** The tax of each line: on top of what it comes to, or within it. */
function taxesOf(lines: readonly PricedLine[], bases: readonly number[], { tax, rounding, half }: Terms): number[] {
  const exact = lines.map(({ taxPercent = 0 }, index): Exact => {
    const { digits, decimals } = decimalOf(taxPercent);
    const hundred = 100n * tenTo(decimals);
    return { top: BigInt(bases[index] ?? 0) * digits, bottom: tax === 'inclusive' ? hundred + digits : hundred };
  });
  if (rounding === 'line') return roundEach(exact, half).map(Number);
  const taxes: number[] = [];
  for (const group of ratesOf(lines)) {
    const parts = roundTogether(
      group.map((index) => exact[index] ?? ZERO),
      half,
    );
    group.forEach((index, place) => {
      taxes[index] = Number(parts[place] ?? 0n);
    });
  }
  return taxes;
}

/** Which lines are taxed alike. */
function ratesOf(lines: readonly PricedLine[]): readonly (readonly number[])[] {
  const groups = new Map<number, number[]>();
  for (const [index, { taxPercent = 0 }] of lines.entries()) kept(groups, taxPercent, () => []).push(index);
  return [...groups.values()];
}

const byRate = (lines: readonly PricedLine[], totals: readonly LineTotal[]): readonly TaxTotal[] =>
  ratesOf(lines).map((group) => ({
    percent: lines[group[0] ?? 0]?.taxPercent ?? 0,
    net: sum(group.map((index) => totals[index]?.net ?? 0)),
    tax: sum(group.map((index) => totals[index]?.tax ?? 0)),
  }));

const ZERO: Exact = { top: 0n, bottom: 1n };

function listOf({ quantity, price, per = 1 }: PricedLine): Exact {
  const { digits, decimals } = decimalOf(quantity);
  return { top: digits * BigInt(price.minor), bottom: tenTo(decimals) * BigInt(per) };
}

const takenOff = (discount: Discount, from: number, half: Half): number =>
  Number(rounded(exactlyOff(discount, { top: BigInt(from), bottom: 1n }), half));

function exactlyOff(discount: Discount | undefined, from: Exact): Exact {
  if (!discount) return ZERO;
  if ('amount' in discount) return { top: BigInt(discount.amount.minor), bottom: 1n };
  const { digits, decimals } = decimalOf(discount.percent);
  return { top: from.top * digits, bottom: from.bottom * 100n * tenTo(decimals) };
}

const isAbove = (left: Exact, right: Exact): boolean => left.top * right.bottom > right.top * left.bottom;

const minus = (left: Exact, right: Exact): Exact => ({
  top: left.top * right.bottom - right.top * left.bottom,
  bottom: left.bottom * right.bottom,
});

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);

const TOO_LARGE: Problem = {
  code: 'pricing/too-large',
  message: 'The lines come to more than an amount can be (2^53 minor units). Check quantities and prices.',
  path: 'lines',
};
