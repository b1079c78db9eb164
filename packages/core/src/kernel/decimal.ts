/** An exact decimal number: `digits` divided by ten to the power of `decimals` (≥ 0). */
export interface Decimal {
  readonly digits: bigint;
  readonly decimals: number;
}

/**
 * The decimal number that is a number's shortest spelling: `0.1` is exactly one tenth here, not the binary double
 * nearest to it, because whoever wrote a rate or a weight wrote it in decimals. Throws a RangeError unless finite.
 */
export function decimalOf(value: number): Decimal {
  if (Number.isSafeInteger(value)) return { digits: BigInt(value), decimals: 0 };
  const match = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new RangeError(`Expected a finite number, got ${value}.`);
  const fraction = match[2] ?? '';
  const digits = BigInt(`${match[1] ?? ''}${fraction}`);
  const decimals = fraction.length - Number(match[3] ?? 0);
  return decimals < 0 ? { digits: digits * tenTo(-decimals), decimals: 0 } : { digits, decimals };
}

/** Ten to a power ≥ 0. */
export const tenTo = (power: number): bigint => 10n ** BigInt(power);

/** The whole number nearest to a quotient; a tie goes to the even one (banker's rounding, IEEE 754 roundTiesToEven). */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator < 0n) return divideHalfEven(-numerator, -denominator);
  if (numerator < 0n) return -divideHalfEven(-numerator, denominator);
  const quotient = numerator / denominator;
  const twice = 2n * (numerator % denominator);
  return twice > denominator || (twice === denominator && quotient % 2n === 1n) ? quotient + 1n : quotient;
}
