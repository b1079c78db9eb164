import { decimalOf, divideHalfEven, tenTo } from './decimal.js';
import { ok, type Result, refuse } from './result.js';

/**
 * An amount of money: whole minor units (cents, fils; yen have none) and an ISO 4217 code. Integers up to 2^53, so no
 * sum is ever off by a rounding. Two currencies are never added.
 */
export interface Money<Currency extends string = string> {
  readonly minor: number;
  readonly currency: Currency;
}

/** ISO 4217 currencies whose minor unit is not two digits. Not what Intl says: CLDR shows some of them with fewer. */
const EXPONENTS: ReadonlyMap<string, number> = new Map([
  ...'BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF'.split(' ').map((code) => [code, 0] as const),
  ...'BHD IQD JOD KWD LYD OMR TND'.split(' ').map((code) => [code, 3] as const),
  ...'CLF UYW'.split(' ').map((code) => [code, 4] as const),
]);

/** How many decimal digits a currency has (ISO 4217): 2 for EUR, 0 for JPY, 3 for KWD, 4 for CLF. */
export const currencyExponent = (currency: string): number => EXPONENTS.get(currency) ?? 2;

/** Whether a text has the shape of an ISO 4217 code. */
export const isCurrencyCode = (text: string): boolean => /^[A-Z]{3}$/.test(text);

/**
 * An amount from whole minor units. Throws a RangeError for a number that is no safe integer: that is a bug at the call.
 *
 * ```ts
 * import { money } from '@kith/core';
 * expect(money(125_000, 'EUR')).toEqual({ minor: 125000, currency: 'EUR' }); // 1,250.00 euros
 * ```
 */
export function money<Currency extends string>(minor: number, currency: Currency): Money<Currency> {
  if (!Number.isSafeInteger(minor))
    throw new RangeError(`money(${minor}, '${currency}'): minor units are whole numbers below 2^53. Round first.`);
  return { minor: minor === 0 ? 0 : minor, currency };
}

/** The longest text that is looked at as an amount: more than any exact amount needs, with room for leading zeros. */
const LONGEST = 64;

/**
 * Reads a plain decimal (`1234.5`, `-0.07`; no grouping, a point before the fraction) exactly, without floating point.
 * Refuses with `money/not-a-number`, `money/not-a-currency`, `money/too-many-decimals` (nothing is rounded silently) or
 * `money/too-large`.
 *
 * ```ts
 * import { money, ok, parseMoney } from '@kith/core';
 * expect(parseMoney('1234.5', 'EUR')).toEqual(ok(money(123_450, 'EUR')));
 * expect(parseMoney('0.005', 'EUR')).toMatchObject({ problem: { code: 'money/too-many-decimals' } });
 * ```
 */
export function parseMoney<Currency extends string>(text: string, currency: Currency): Result<Money<Currency>> {
  const shown = text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
  if (!isCurrencyCode(currency))
    return refuse({
      code: 'money/not-a-currency',
      message: `"${currency.slice(0, LONGEST)}" is not a currency. Write the three capital letters of ISO 4217, such as EUR.`,
      path: 'currency',
      params: { currency: currency.slice(0, LONGEST) },
    });
  const match = text.length > LONGEST ? null : /^([+-]?)(\d+)(?:\.(\d*?)0*)?$/.exec(text.trim());
  if (!match)
    return refuse({
      code: 'money/not-a-number',
      message: `"${shown}" is not an amount. Write digits with a point before the fraction, such as 1234.50.`,
      path: 'minor',
      params: { text: shown },
    });
  const exponent = currencyExponent(currency);
  const fraction = match[3] ?? '';
  if (fraction.length > exponent)
    return refuse({
      code: 'money/too-many-decimals',
      message: `"${text}" has more decimals than ${currency} allows (${exponent}). Round it first.`,
      path: 'minor',
      params: { text, currency, exponent },
    });
  const minor = Number(`${match[2] ?? ''}${fraction.padEnd(exponent, '0')}`);
  if (!Number.isSafeInteger(minor))
    return refuse({
      code: 'money/too-large',
      message: `"${text}" is larger than an amount can be (2^53 minor units).`,
      path: 'minor',
      params: { text },
    });
  return ok(money(match[1] === '-' ? -minor : minor, currency));
}

/** The amount as a plain decimal with all the digits of its currency, `1234.50`: what {@link parseMoney} reads back. */
export function moneyToDecimal({ minor, currency }: Money): string {
  const exponent = currencyExponent(currency);
  const digits = String(Math.abs(minor)).padStart(exponent + 1, '0');
  const point = digits.length - exponent;
  return `${minor < 0 ? '-' : ''}${digits.slice(0, point)}${exponent > 0 ? `.${digits.slice(point)}` : ''}`;
}

/**
 * The sum of two amounts of one currency. Two currencies do not compile; where the type is just `Money`, they throw a
 * RangeError, and so does a sum beyond 2^53.
 */
export function addMoney<Currency extends string>(
  left: Money<Currency>,
  right: Money<NoInfer<Currency>>,
): Money<Currency> {
  if (left.currency !== right.currency)
    throw new RangeError(
      `addMoney: ${left.currency} and ${right.currency} do not add up. Sum each currency by itself, or convert with a dated rate.`,
    );
  return money(left.minor + right.minor, left.currency);
}

/**
 * `amount × factor ÷ per`, rounded half to even at the last minor unit. The factor is taken as the decimal it is
 * written as, and nothing passes through floating point: `multiplyMoney(deal, 35, 100)` is 35 percent to the cent.
 */
export function multiplyMoney<Currency extends string>(
  amount: Money<Currency>,
  factor: number,
  per = 1,
): Money<Currency> {
  const by = decimalOf(factor);
  const over = decimalOf(per);
  if (over.digits === 0n) throw new RangeError('multiplyMoney: `per` must not be 0.');
  const numerator = BigInt(amount.minor) * by.digits * tenTo(over.decimals);
  return money(Number(divideHalfEven(numerator, over.digits * tenTo(by.decimals))), amount.currency);
}

/** Sums amounts for each currency by itself, in the order in which the currencies first come. */
export function sumByCurrency(amounts: Iterable<Money>): readonly Money[] {
  const totals = new Map<string, Money>();
  for (const amount of amounts) {
    const total = totals.get(amount.currency);
    totals.set(amount.currency, total ? addMoney(total, amount) : amount);
  }
  return [...totals.values()];
}

/**
 * Splits an amount by weights so that the parts add up to it exactly (largest remainder method, Hare quota): each part
 * gets its rounded-down share, then the units left over go one each to the largest remainders, the earlier part
 * winning a tie. Weights are numbers ≥ 0 with a positive sum, taken as the decimals they are written as; exact for
 * every safe integer.
 *
 * ```ts
 * import { allocate, money } from '@kith/core';
 * const parts = allocate(money(100_00, 'EUR'), [1, 1, 1]);
 * expect(parts.map((part) => part.minor)).toEqual([3334, 3333, 3333]);
 * ```
 */
export function allocate<Currency extends string>(
  amount: Money<Currency>,
  weights: readonly number[],
): readonly Money<Currency>[] {
  if (!weights.every((weight) => weight >= 0 && Number.isFinite(weight)) || !weights.some((weight) => weight > 0))
    throw new RangeError('allocate: weights are finite numbers ≥ 0, at least one of them positive.');
  const decimals = weights.map(decimalOf);
  const finest = Math.max(...decimals.map((each) => each.decimals));
  const scaled = decimals.map((each) => each.digits * tenTo(finest - each.decimals));
  const total = scaled.reduce((sum, weight) => sum + weight, 0n);
  const size = BigInt(Math.abs(amount.minor));
  const parts = scaled.map((weight) => Number((size * weight) / total));
  const remainders = scaled.map((weight) => (size * weight) % total);
  const left = Math.abs(amount.minor) - parts.reduce((sum, part) => sum + part, 0);
  const byRemainder = [...remainders.keys()].sort((a, b) => compare(remainders[b] ?? 0n, remainders[a] ?? 0n) || a - b);
  for (const index of byRemainder.slice(0, left)) parts[index] = (parts[index] ?? 0) + 1;
  return parts.map((part) => money(amount.minor < 0 ? -part : part, amount.currency));
}

const compare = (left: bigint, right: bigint): number => (left < right ? -1 : left > right ? 1 : 0);
