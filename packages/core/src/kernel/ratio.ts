import { decimalOf, divideHalfEven, tenTo } from './decimal.js';

/** A decimal number as a fraction, kept so that a hundred thousand amounts can be multiplied by it exactly and fast. */
export interface Ratio {
  readonly numerator: bigint;
  readonly denominator: bigint;
  readonly fast?: { readonly numerator: number; readonly denominator: number };
}

/** `value × 10^shift` as a fraction; the value is taken as the decimal it is written as. */
export function ratioOf(value: number, shift = 0): Ratio {
  const { digits, decimals } = decimalOf(value);
  return fraction(digits * tenTo(Math.max(0, shift)), tenTo(decimals + Math.max(0, -shift)));
}

/** One divided by a fraction, which is above nothing. */
export const inverseOf = ({ numerator, denominator }: Ratio): Ratio => fraction(denominator, numerator);

/** One fraction times another. */
export const productOf = (left: Ratio, right: Ratio): Ratio =>
  fraction(left.numerator * right.numerator, left.denominator * right.denominator);

/** Minor units times a fraction, rounded half to even. In plain numbers while the product is exact in them. */
export function scaled(minor: number, { numerator, denominator, fast }: Ratio): number {
  if (fast) {
    const product = minor * fast.numerator;
    if (Number.isSafeInteger(product)) return divideExactly(product, fast.denominator);
  }
  return Number(divideHalfEven(BigInt(minor) * numerator, denominator));
}

function fraction(numerator: bigint, denominator: bigint): Ratio {
  const fast = { numerator: Number(numerator), denominator: Number(denominator) };
  const isExact = Number.isSafeInteger(fast.numerator) && Number.isSafeInteger(fast.denominator);
  return isExact ? { numerator, denominator, fast } : { numerator, denominator };
}

function divideExactly(product: number, denominator: number): number {
  let quotient = Math.floor(product / denominator);
  let rest = product - quotient * denominator;
  // The division may have been rounded up to the next whole number.
  if (rest < 0) {
    quotient--;
    rest += denominator;
  }
  const twice = 2 * rest;
  const up = twice > denominator || (twice === denominator && quotient % 2 !== 0);
  return (up ? quotient + 1 : quotient) + 0;
}
