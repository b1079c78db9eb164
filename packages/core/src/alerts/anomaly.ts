/** How unusual a value is among others. */
export interface Anomaly {
  readonly median: number;
  /** The modified z-score: how many deviations it is away, above or below. */
  readonly score: number;
}

/** With fewer values nothing can be said to be unusual. */
const LEAST = 5;

/**
 * The modified z-score by the median absolute deviation: 0.6745 · (x − median) ÷ MAD; where more than half of the values are
 * the same and the MAD is 0, (x − median) ÷ (1.253314 · mean absolute deviation). From 3.5 on a value is taken for an outlier
 * (Iglewicz and Hoaglin, How to Detect and Handle Outliers, 1993). Where all values are the same any other one is infinitely
 * far away. One wild value in the past moves neither. Undefined with fewer than five values.
 */
export function anomalyOf(value: number, history: readonly number[]): Anomaly | undefined {
  if (history.length < LEAST) return undefined;
  const median = medianOf(history);
  const away = value - median;
  if (away === 0) return { median, score: 0 };
  const deviations = history.map((each) => Math.abs(each - median));
  const spread =
    medianOf(deviations) / 0.6745 || 1.253314 * (deviations.reduce((sum, each) => sum + each, 0) / history.length);
  return { median, score: spread === 0 ? Math.sign(away) * Number.POSITIVE_INFINITY : away / spread };
}

/** The middle of some numbers; the mean of the two in the middle of an even count. */
function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((left, right) => left - right);
  const middle = sorted.length >>> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}
