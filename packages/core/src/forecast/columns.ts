import { money } from '../kernel/money.js';
import { type CumulativeRollUp, cumulativeRollUp, FORECAST_CATEGORIES, type ForecastCategory } from './categories.js';

/** What the deals of one category come to, in minor units. */
export interface CategorySum {
  readonly count: number;
  readonly amount: number;
  /** Each deal's amount times its probability, rounded half to even by itself, then added. */
  readonly weighted: number;
}

/** The columns of a forecast in one currency. */
export interface Columns {
  readonly currency: string;
  readonly categories: Readonly<Record<ForecastCategory, CategorySum>>;
  /** Amounts of the categories, cumulated. */
  readonly rollUp: CumulativeRollUp;
  /** Σ amount · probability over the open deals that are not omitted. */
  readonly weighted: number;
}

/** Running sums: for each category the count, amount, weighted amount and, in the report's currency, the two again. */
export type Sums = Float64Array;

const WIDTH = 6;
const COUNT = 0;
const CONVERTED_COUNT = 3;

export const newSums = (): Sums => new Float64Array(FORECAST_CATEGORIES.length * WIDTH);

/** Where the sums of a category begin. */
export const CATEGORY_AT: Readonly<Record<ForecastCategory, number>> = {
  pipeline: 0,
  bestCase: WIDTH,
  mostLikely: 2 * WIDTH,
  commit: 3 * WIDTH,
  closed: 4 * WIDTH,
  omitted: 5 * WIDTH,
};

/** Adds one deal's numbers, or takes them away again. Whole numbers all, so that what was added goes away exactly. */
export function addTo(sums: Sums, at: number, sign: 1 | -1, figures: readonly [number, number]): void {
  sums[at] = (sums[at] ?? 0) + sign;
  sums[at + 1] = (sums[at + 1] ?? 0) + sign * figures[0];
  sums[at + 2] = (sums[at + 2] ?? 0) + sign * figures[1];
}

/** The same for what the deal comes to in the report's currency. */
export const addConverted = (sums: Sums, at: number, sign: 1 | -1, figures: readonly [number, number]): void =>
  addTo(sums, at + CONVERTED_COUNT, sign, figures);

/** Adds sums to sums. */
export function addSums(into: Sums, sums: Sums): void {
  // Most cells hold one category or two.
  for (let at = 0; at < into.length; at += WIDTH) {
    if (sums[at] === 0) continue;
    for (let index = at; index < at + WIDTH; index++) into[index] = (into[index] ?? 0) + (sums[index] ?? 0);
  }
}

export const isEmpty = (sums: Sums): boolean => countOf(sums, COUNT) === 0;

/** Whether an open deal is in it. */
export const holdsOpen = (sums: Sums): boolean => countOf(sums, COUNT) > (sums[CATEGORY_AT.closed] ?? 0);

/** Whether each deal in it has been converted. */
export const isConverted = (sums: Sums): boolean => countOf(sums, COUNT) === countOf(sums, CONVERTED_COUNT);

function countOf(sums: Sums, offset: number): number {
  let count = 0;
  for (let at = offset; at < sums.length; at += WIDTH) count += sums[at] ?? 0;
  return count;
}

/** The columns of sums in their own currency. Throws a RangeError beyond 2^53 minor units. */
export const columnsOf = (sums: Sums, currency: string): Columns => readColumns(sums, currency, COUNT);

/** The columns of sums in the report's currency. */
export const convertedColumns = (sums: Sums, currency: string): Columns => readColumns(sums, currency, CONVERTED_COUNT);

function readColumns(sums: Sums, currency: string, offset: number): Columns {
  const read = (category: ForecastCategory): CategorySum => {
    const at = CATEGORY_AT[category] + offset;
    return {
      count: sums[at] ?? 0,
      amount: money(sums[at + 1] ?? 0, currency).minor,
      weighted: money(sums[at + 2] ?? 0, currency).minor,
    };
  };
  const categories = {
    pipeline: read('pipeline'),
    bestCase: read('bestCase'),
    mostLikely: read('mostLikely'),
    commit: read('commit'),
    closed: read('closed'),
    omitted: read('omitted'),
  };
  const { pipeline, bestCase, mostLikely, commit, closed } = categories;
  return {
    currency,
    categories,
    rollUp: cumulativeRollUp({
      pipeline: pipeline.amount,
      bestCase: bestCase.amount,
      mostLikely: mostLikely.amount,
      commit: commit.amount,
      closed: closed.amount,
    }),
    weighted: pipeline.weighted + bestCase.weighted + mostLikely.weighted + commit.weighted,
  };
}
