/** How sure a deal is, in the words sales people use (Salesforce): from hardly to done, and what is left out. */
export type ForecastCategory = 'pipeline' | 'bestCase' | 'mostLikely' | 'commit' | 'closed' | 'omitted';

/** What an open deal can be in: only winning it makes it `closed`. */
export type OpenCategory = Exclude<ForecastCategory, 'closed'>;

/** All categories, from the least sure; `closed` is won, `omitted` counts nowhere. */
export const FORECAST_CATEGORIES: readonly ForecastCategory[] = [
  'pipeline',
  'bestCase',
  'mostLikely',
  'commit',
  'closed',
  'omitted',
];

/** What the categories of deals come to when each holds those that are surer; minor units of one currency. */
export interface CumulativeRollUp {
  readonly closed: number;
  /** Commit and closed. */
  readonly commit: number;
  /** Most likely, commit and closed. */
  readonly mostLikely: number;
  /** Best case, most likely, commit and closed. */
  readonly bestCase: number;
  /** All open categories, without closed. */
  readonly openPipeline: number;
}

/**
 * Adds categories up the way a cumulative forecast shows them (Salesforce, collaborative forecasts).
 *
 * ```ts
 * import { cumulativeRollUp } from '@kith/core/forecast';
 * expect(cumulativeRollUp({ closed: 10, commit: 20, mostLikely: 5, bestCase: 30, pipeline: 40 })).toEqual({
 *   closed: 10, commit: 30, mostLikely: 35, bestCase: 65, openPipeline: 95,
 * });
 * ```
 */
export function cumulativeRollUp(
  amounts: Readonly<Record<Exclude<ForecastCategory, 'omitted'>, number>>,
): CumulativeRollUp {
  const commit = amounts.commit + amounts.closed;
  const mostLikely = amounts.mostLikely + commit;
  const bestCase = amounts.bestCase + mostLikely;
  return {
    closed: amounts.closed,
    commit,
    mostLikely,
    bestCase,
    openPipeline: amounts.pipeline + bestCase - amounts.closed,
  };
}

/** From which probability (percent) on an open deal falls into a category by itself, the surest first. */
export type CategoryThresholds = readonly (readonly [least: number, category: OpenCategory])[];

/** A plain start; a house sets its own, by stage or by its own thresholds. */
export const DEFAULT_THRESHOLDS: CategoryThresholds = [
  [80, 'commit'],
  [60, 'mostLikely'],
  [40, 'bestCase'],
  [0, 'pipeline'],
];

/** The category of an open deal by its probability (percent). `pipeline` when no threshold holds. */
export const categoryOfProbability = (
  probability: number,
  thresholds: CategoryThresholds = DEFAULT_THRESHOLDS,
): OpenCategory => thresholds.find(([least]) => probability >= least)?.[1] ?? 'pipeline';
