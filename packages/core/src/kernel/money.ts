import * as z from 'zod/mini';
import type { Result } from './result.js';
import { ok, refuse } from './result.js';

/**
 * An amount of money: whole minor units (cents, fils; yen have none) and an ISO 4217 code. Integers up to 2^53, so no
 * sum is ever off by a rounding. Two currencies are never added.
 */
export interface Money<Currency extends string = string> {
  readonly minor: number;
  readonly currency: Currency;
}

/** ISO 4217 currencies whose minor unit is not two digits. */
const EXPONENTS: Readonly<Record<string, number>> = {
  BIF: 0, CLP: 0, DJF: 0, GNF: 0, ISK: 0, JPY: 0, KMF: 0, KRW: 0, PYG: 0, RWF: 0, UGX: 0, UYI: 0, VND: 0, VUV: 0,
  XAF: 0, XOF: 0, XPF: 0,
  BHD: 3, IQD: 3, JOD: 3, KWD: 3, LYD: 3, OMR: 3, TND: 3,
  CLF: 4, UYW: 4,
};

/** How many decimal digits a currency has (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD. */
export const currencyExponent = (currency: string): number => EXPONENTS[currency] ?? 2;

/** The schema of an amount. */
export const Money: z.ZodMiniType<Money> = z.object({
  minor: z.number().check(z.refine(Number.isSafeInteger, 'Expected a whole number of minor units below 2^53.')),
  currency: z.string().check(z.regex(/^[A-Z]{3}$/, 'Expected an ISO 4217 code such as EUR.')),
});

/** An amount from whole minor units. Throws a RangeError for a number that is no safe integer: that is a bug at the call. */
export function money<Currency extends string>(minor: number, currency: Currency): Money<Currency> {
  if (!Number.isSafeInteger(minor)) throw new RangeError(`money(${minor}, '${currency}'): minor units are whole numbers below 2^53; round first.`);
  return { minor: minor === 0 ? 0 : minor, currency };
}

/**
 * Reads a plain decimal (`1234.5`, `-0.07`; no grouping, a point before the fraction) exactly, without floating point.
 * Refuses with `money/not-a-number`, `money/too-many-decimals` (nothing is rounded silently) or `money/too-large`.
 */
export function parseMoney<Currency extends string>(text: string, currency: Currency): Result<Money<Currency>> {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(text.trim());
  if (!match) return refuse({ code: 'money/not-a-number', message: `"${text}" is not an amount. Write digits with a point before the fraction, such as 1234.50.`, params: { text } });
  const exponent = currencyExponent(currency);
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > exponent)
    return refuse({ code: 'money/too-many-decimals', message: `"${text}" has more decimals than ${currency} allows (${exponent}). Round it first.`, params: { text, currency, exponent } });
  const minor = Number(`${match[2] ?? ''}${fraction.padEnd(exponent, '0')}`);
  if (!Number.isSafeInteger(minor)) return refuse({ code: 'money/too-large', message: `"${text}" is larger than an amount can be (2^53 minor units).`, params: { text } });
  return ok(money(match[1] === '-' ? -minor : minor, currency));
}

/** The sum of two amounts of one currency. */
export const addMoney = <Currency extends string>(left: Money<Currency>, right: Money<NoInfer<Currency>>): Money<Currency> => {
  if (left.currency !== right.currency) throw new RangeError(`addMoney: ${left.currency} and ${right.currency} do not add up. Sum each currency by itself, or convert with a dated rate.`);
  return money(left.minor + right.minor, left.currency);
};

/** Sums amounts for each currency by itself, in the order in which the currencies first come. */
export function sumByCurrency(amounts: Iterable<Money>): readonly Money[] {
  const totals = new Map<string, number>();
  for (const amount of amounts) totals.set(amount.currency, (totals.get(amount.currency) ?? 0) + amount.minor);
  return [...totals].map(([currency, minor]) => money(minor, currency));
}

/**
 * Splits an amount by weights so that the parts add up to it exactly (largest remainder method, Hare quota): each part
 * gets its rounded-down share, then the units left over go one each to the largest remainders, the earlier part
 * winning a tie. Weights are ≥ 0 with a positive sum.
 */
export function allocate<Currency extends string>(amount: Money<Currency>, weights: readonly number[]): readonly Money<Currency>[] {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0) || weights.some((weight) => !(weight >= 0))) throw new RangeError('allocate: weights are numbers ≥ 0 with a positive sum.');
  const sign = amount.minor < 0 ? -1 : 1;
  const size = Math.abs(amount.minor);
  const exact = weights.map((weight) => (size * weight) / total);
  const parts = exact.map(Math.floor);
  const left = size - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = exact.map((share, index) => ({ index, remainder: share - Math.floor(share) })).sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts.map((part) => money(sign * part, amount.currency));
}
