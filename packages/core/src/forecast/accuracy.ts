/** A forecast of the past beside what came, in the same unit. */
export interface Judged {
  readonly forecast: number;
  readonly actual: number;
}

/** How good one forecast was. The figures are absent where nothing came: nothing can be a share of nothing. */
export interface Accuracy {
  /** 1 − |A − F| ÷ A. */
  readonly accuracy?: number;
  /** (F − A) ÷ A: above 0 is too hopeful. */
  readonly bias?: number;
  /** Within 5 % exceptional, 15 % normal, 30 % weak, beyond broken. */
  readonly band?: 'exceptional' | 'normal' | 'weak' | 'broken';
}

/**
 * Accuracy and bias of one past forecast.
 *
 * ```ts
 * import { accuracyOf } from '@kith/core/forecast';
 * expect(accuracyOf({ forecast: 110, actual: 100 })).toEqual({ accuracy: 0.9, bias: 0.1, band: 'normal' });
 * ```
 */
export function accuracyOf({ forecast, actual }: Judged): Accuracy {
  if (actual === 0) return {};
  const bias = (forecast - actual) / actual;
  const error = Math.abs(bias);
  const band = error <= 0.05 ? 'exceptional' : error <= 0.15 ? 'normal' : error <= 0.3 ? 'weak' : 'broken';
  return { accuracy: 1 - error, bias, band };
}

/** How good many forecasts were. */
export interface TrackRecord {
  /** How many could be judged: those of which something came. */
  readonly count: number;
  /** Mean absolute percentage error, as a share: mean |F − A| ÷ A. */
  readonly meanError: number;
  /** Mean (F − A) ÷ A. */
  readonly bias: number;
}

/** The mean error (MAPE) and bias of past forecasts; undefined when none can be judged. */
export function trackRecord(past: readonly Judged[]): TrackRecord | undefined {
  const biases = past.flatMap((each) => accuracyOf(each).bias ?? []);
  if (biases.length === 0) return undefined;
  return { count: biases.length, meanError: mean(biases.map(Math.abs)), bias: mean(biases) };
}

/** Mean squared distance between chances (0–1) and outcomes (Brier 1950); undefined without any. 0 is perfect, 0.25 is tossing coins. */
export function brierScore(
  guesses: readonly { readonly chance: number; readonly came: boolean }[],
): number | undefined {
  return guesses.length === 0 ? undefined : mean(guesses.map(({ chance, came }) => (chance - (came ? 1 : 0)) ** 2));
}

const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
