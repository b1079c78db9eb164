/** A chance that a model gave (0–1), and what came. */
export interface JudgedChance {
  readonly chance: number;
  readonly won: boolean;
}

/** How far a figure can be trusted: 95 in 100 such ranges hold the true one. */
export interface ConfidenceInterval {
  readonly low: number;
  readonly high: number;
}

/** A figure with its range. */
export interface Measured {
  readonly value: number;
  readonly interval: ConfidenceInterval;
}

/** 97.5 % of a normal distribution lie below this many deviations. */
const DEVIATIONS = 1.959963984540054;

/** A figure between two ends with its normal range, from its standard error. */
export const measured = (value: number, standardError: number, [least, most]: readonly [number, number]): Measured => ({
  value,
  interval: {
    low: Math.max(least, value - DEVIATIONS * standardError),
    high: Math.min(most, value + DEVIATIONS * standardError),
  },
});

/** The mean of figures with the range of a mean. */
export function measuredMean(values: readonly number[], ends: readonly [number, number]): Measured {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(1, values.length - 1);
  return measured(mean, Math.sqrt(variance / values.length), ends);
}
