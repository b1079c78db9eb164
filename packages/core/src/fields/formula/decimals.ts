import { type Decimal, decimalOf, divideHalfEven, tenTo } from '../../kernel/decimal.js';

/** Significant digits of a result, as in decimal128 (IEEE 754-2008, 3.6); what is longer is rounded half to even. */
const DIGITS = 34;
/** Digits behind the point; so much smaller is nothing. */
const MOST_DECIMALS = 40;
/** A number with more digits before the point is too large to reckon with. */
const LARGEST = 40;

export const ZERO: Decimal = { digits: 0n, decimals: 0 };

/** The decimal that a text of digits with an optional point says. */
export function readDecimal(written: string): Decimal {
  const [whole = '', fraction = ''] = written.split('.');
  return trimmed({ digits: BigInt(`${whole}${fraction}`), decimals: fraction.length });
}

export const addDecimals = (left: Decimal, right: Decimal): Decimal => {
  const decimals = Math.max(left.decimals, right.decimals);
  return trimmed({ digits: scaled(left, decimals) + scaled(right, decimals), decimals });
};

export const negated = ({ digits, decimals }: Decimal): Decimal => ({ digits: -digits, decimals });

export const multiplyDecimals = (left: Decimal, right: Decimal): Decimal =>
  trimmed({ digits: left.digits * right.digits, decimals: left.decimals + right.decimals });

/** A quotient of 34 digits, or undefined where it is divided by nothing. */
export function divideDecimals(left: Decimal, right: Decimal): Decimal | undefined {
  if (right.digits === 0n) return undefined;
  const room = Math.max(0, DIGITS + 1 + lengthOf(right.digits) - lengthOf(left.digits));
  const decimals = left.decimals + room - right.decimals;
  const numerator = left.digits * tenTo(room);
  if (decimals < 0) return trimmed({ digits: sticky(numerator * tenTo(-decimals), right.digits), decimals: 0 });
  return trimmed({ digits: sticky(numerator, right.digits), decimals });
}

export const compareDecimals = (left: Decimal, right: Decimal): number => {
  const decimals = Math.max(left.decimals, right.decimals);
  const [a, b] = [scaled(left, decimals), scaled(right, decimals)];
  return a < b ? -1 : a > b ? 1 : 0;
};

/** Rounded half to even at so many digits behind the point. */
export const roundDecimal = (value: Decimal, decimals: number): Decimal =>
  value.decimals <= decimals
    ? value
    : trimmed({ digits: divideHalfEven(value.digits, tenTo(value.decimals - decimals)), decimals });

/** The largest whole number that is not above. */
export function floorDecimal({ digits, decimals }: Decimal): Decimal {
  const one = tenTo(decimals);
  const whole = digits / one;
  return { digits: digits < 0n && digits % one !== 0n ? whole - 1n : whole, decimals: 0 };
}

/** Whether a number is larger than formulas reckon with: 10 to the power of 40. */
export const isTooLarge = ({ digits, decimals }: Decimal): boolean => lengthOf(digits) - decimals > LARGEST;

/** The number nearest to a decimal. */
export const numberOf = (value: Decimal): number => Number(textOf(value));

/** A decimal as it is written: `-0.5`. */
export function textOf({ digits, decimals }: Decimal): string {
  const bare = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  const point = bare.length - decimals;
  return `${digits < 0n ? '-' : ''}${bare.slice(0, point)}${decimals > 0 ? `.${bare.slice(point)}` : ''}`;
}

export { type Decimal, decimalOf };

const scaled = ({ digits, decimals }: Decimal, to: number): bigint => digits * tenTo(to - decimals);
const lengthOf = (digits: bigint): number => String(digits < 0n ? -digits : digits).length;

/** A truncated quotient whose last digit says that something was left over, so that rounding it again is right. */
function sticky(numerator: bigint, denominator: bigint): bigint {
  const quotient = numerator / denominator;
  if (numerator % denominator === 0n) return quotient;
  const last = quotient % 10n;
  const away = numerator < 0n === denominator < 0n ? 1n : -1n;
  return last === 0n || last === 5n || last === -5n ? quotient + away : quotient;
}

/** At most 34 digits, and no zeros at the end of the fraction. */
function trimmed({ digits, decimals }: Decimal): Decimal {
  if (digits === 0n) return ZERO;
  if (decimals > MOST_DECIMALS)
    return trimmed({ digits: divideHalfEven(digits, tenTo(decimals - MOST_DECIMALS)), decimals: MOST_DECIMALS });
  const over = lengthOf(digits) - DIGITS;
  if (over > 0) {
    const rounded = divideHalfEven(digits, tenTo(over));
    return decimals >= over
      ? trimmed({ digits: rounded, decimals: decimals - over })
      : { digits: rounded * tenTo(over - decimals), decimals: 0 };
  }
  let [left, places] = [digits, decimals];
  while (places > 0 && left % 10n === 0n) {
    left /= 10n;
    places--;
  }
  return { digits: left, decimals: places };
}
