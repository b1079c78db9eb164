import { divideHalfEven } from '../kernel/decimal.js';

/** Where half a unit goes: up (0.5 → 1, 2.5 → 3), or to the even one (0.5 → 0, 2.5 → 2). */
export type Half = 'up' | 'even';

/** An exact number of 0 or more: `top ÷ bottom`. */
export interface Exact {
  readonly top: bigint;
  readonly bottom: bigint;
}

/** The whole number nearest to each. */
export const roundEach = (values: readonly Exact[], half: Half): readonly bigint[] =>
  values.map((value) => rounded(value, half));

/**
 * Whole numbers whose sum is the exact sum, rounded once: each is rounded down, then the units that are missing go one
 * each to the largest remainders, the earlier one winning a tie. None is a whole unit away from its exact value.
 */
export function roundTogether(values: readonly Exact[], half: Half): readonly bigint[] {
  const bottom = values.reduce((common, value) => leastMultiple(common, value.bottom), 1n);
  const tops = values.map((value) => value.top * (bottom / value.bottom));
  const parts = tops.map((top) => top / bottom);
  const sum = rounded({ top: total(tops), bottom }, half);
  const remainder = (index: number): bigint => (tops[index] ?? 0n) % bottom;
  const byRemainder = [...tops.keys()].sort((left, right) => {
    const [a, b] = [remainder(left), remainder(right)];
    return a > b ? -1 : a < b ? 1 : left - right;
  });
  for (const index of byRemainder.slice(0, Number(sum - total(parts)))) parts[index] = (parts[index] ?? 0n) + 1n;
  return parts;
}

/** The whole number nearest to an exact one. */
export const rounded = ({ top, bottom }: Exact, half: Half): bigint =>
  half === 'even' ? divideHalfEven(top, bottom) : (2n * top + bottom) / (2n * bottom);

const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

const leastMultiple = (left: bigint, right: bigint): bigint => (left / greatestDivisor(left, right)) * right;

function greatestDivisor(left: bigint, right: bigint): bigint {
  let [a, b] = [left, right];
  while (b > 0n) [a, b] = [b, a % b];
  return a;
}
