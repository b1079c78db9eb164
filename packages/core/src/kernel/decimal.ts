/** An exact fraction; the denominator is a power of ten. */
export interface Fraction {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * The fraction that a number's shortest decimal spelling stands for: `0.1` is exactly one tenth here, not the binary
 * double nearest to it, because whoever wrote a rate or a weight wrote it in decimals. Throws a RangeError unless finite.
 */
export function fractionOf(value: number): Fraction {
  const match = /^(-?\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(String(value));
  if (!match) throw new RangeError(`Expected a finite number, got ${value}.`);
  const decimals = match[2] ?? '';
  const digits = BigInt(`${match[1] ?? ''}${decimals}`);
  const exponent = Number(match[3] ?? 0) - decimals.length;
  return exponent < 0
    ? { numerator: digits, denominator: 10n ** BigInt(-exponent) }
    : { numerator: digits * 10n ** BigInt(exponent), denominator: 1n };
}

/** The whole number nearest to a quotient; a tie goes to the even one (banker's rounding, IEEE 754 roundTiesToEven). */
export function divideHalfEven(numerator: bigint, denominator: bigint): bigint {
  if (denominator < 0n) return divideHalfEven(-numerator, -denominator);
  if (numerator < 0n) return -divideHalfEven(-numerator, denominator);
  const quotient = numerator / denominator;
  const twice = 2n * (numerator % denominator);
  return twice > denominator || (twice === denominator && quotient % 2n === 1n) ? quotient + 1n : quotient;
}
