import { addDays, type Day, daysBetween } from '../kernel/day.js';
import { kept } from '../kernel/kept.js';
import { ok, type Problem, type Result, refuse } from '../kernel/result.js';
import { type AgeModelSetup, ageModelSteps, type Days, winChances } from './age-model.js';
import type { Period } from './calendar.js';
import { arrivalSteps } from './created-deals.js';
import { latestWins } from './latest-wins.js';
import {
  type Arrivals,
  luckOf,
  type Prospect,
  type SimulatedRange,
  type SimulatedRanges,
  simulationSteps,
} from './simulation.js';
import { type ExpectedClose, type Slippage, slippageOf, slippedChances } from './slippage.js';
import { type Spread, spreadSteps, type ValuedLife } from './spread.js';
import { isStepEnd, type Steps } from './steps.js';

/** An open deal, as a range looks at it. */
export interface OpenDeal {
  readonly id: string;
  readonly openedDay: Day;
  /** What it is expected to bring, in minor units of the range's currency. */
  readonly minor: number;
  /** The day it is promised for, and how likely it is won at all (0–1, calibrated): for a range by close days. */
  readonly promise?: { readonly expected: Day; readonly chance: number };
}

/** What a book's history says about what is to come: good for a day, whatever open deals do in it. */
export interface LearnedHistory {
  /** History is taken in up to the end of this day. */
  readonly knownUpTo: Day;
  /** The periods that are not over, from the day after on. */
  readonly periods: readonly Period[];
  readonly chancesOf: (openedDay: Day) => readonly number[];
  /** How far promised close days slip; absent where no promises were told. */
  readonly slippage?: Slippage;
  readonly spread: Spread;
  readonly valueRatios: readonly number[];
  /** Deals still to be created; absent where too few have been yet. */
  readonly arrivals?: Arrivals;
  /** How many wins it was learned from. */
  readonly wins: number;
}

/** What comes in one period, closed deals included. */
export interface PeriodRange {
  readonly period: Period;
  /** What has been won in it so far. */
  readonly closed: number;
  /** What the deals that are open now bring on top of that. */
  readonly open: SimulatedRange;
  /** What deals bring that are still to be created. */
  readonly created?: SimulatedRange;
  /** All of it together, in the same draws: ranges do not add up. */
  readonly total: SimulatedRange;
}

/** How much will come in, and how sure that is. Amounts in minor units. */
export interface RangeForecast {
  readonly periods: readonly PeriodRange[];
  /** All the periods together. */
  readonly total: Omit<PeriodRange, 'period'>;
  /** How many wins, and how many past forecasts of its own, it was learned from. */
  readonly wins: number;
  readonly forecasts: number;
}

const LEAST_WINS = 20;
/** One whole cycle of months. */
const LEAST_DAYS = 90;
/** The width of the range is learned from forecasts of the past that looked as far as the first period does, and so far at least. */
const LEAST_AHEAD = 30;
const MOST_RATIOS = 500;
/** An amount of one cent that stood for "not known yet" must not make the next deal worth a million. */
const LARGEST_RATIO = 10;

/**
 * Learns from a book's history, in steps: what was known at the end of the day before `asOf`, so that it holds all day.
 * Refuses with `forecast/too-little-history` before there are twenty wins and ninety days since the first close: a range
 * from less would look surer than anybody can be.
 */
export function* learnSteps(
  lives: readonly ValuedLife[],
  {
    asOf,
    periods,
    age = {},
    promises,
  }: {
    readonly asOf: Day;
    readonly periods: readonly Period[];
    readonly age?: AgeModelSetup;
    /** Close days that were promised, for a range by close days. */
    readonly promises?: Iterable<ExpectedClose>;
  },
): Steps<Result<LearnedHistory>> {
  const knownUpTo = addDays(asOf, -1);
  let first: Day | undefined;
  let wins = 0;
  for (const { closed } of lives) {
    if (!closed || closed.day > knownUpTo) continue;
    if (closed.outcome === 'won') wins++;
    if (first === undefined || closed.day < first) first = closed.day;
  }
  const days = first === undefined ? 0 : daysBetween(first, asOf);
  if (wins < LEAST_WINS || days < LEAST_DAYS) return refuse(tooLittle(wins, days));
  yield;
  const ahead = periods.filter(({ last }) => last >= asOf);
  const windows = ahead.map(({ first: begin, last }): Days => ({ first: begin > asOf ? begin : asOf, last }));
  const model = yield* ageModelSteps(lives, knownUpTo, age);
  const daysAhead = Math.max(LEAST_AHEAD, daysBetween(knownUpTo, windows[0]?.last ?? asOf));
  const spread = yield* spreadSteps(lives, knownUpTo, daysAhead, age);
  const arrivals = yield* arrivalSteps(lives, model, windows, addDays(asOf, 1));
  return ok({
    knownUpTo,
    periods: ahead,
    chancesOf: winChances(model, windows),
    ...(promises && { slippage: slippageOf(promises, knownUpTo) }),
    spread,
    valueRatios: yield* ratiosOf(lives, knownUpTo),
    ...(arrivals && { arrivals }),
    wins,
  });
}

/** What is asked of a range. */
export interface RangeSetup {
  /** What has been won in each period so far, by its key; nothing where it is not named. */
  readonly closed?: ReadonlyMap<string, number>;
  /** The same seed gives the same range; 1 when left out. */
  readonly seed?: number;
  /** How often the future is drawn, 1,000 when left out. */
  readonly draws?: number;
  /** Whether deals that are still to be created count in the total. They do when left out. */
  readonly withCreated?: boolean;
}

/**
 * How likely a promised deal is won in each period: on the days that promises slip to. Worked out once for each day that is
 * promised.
 */
function promisedChances({ slippage, knownUpTo, periods }: LearnedHistory): (promise: Promise) => readonly number[] {
  const byDay = new Map<Day, readonly number[]>();
  return ({ expected, chance }) =>
    kept(byDay, expected, () =>
      slippedChances({ expected, chance: 1 }, slippage ?? { days: [], shares: [] }, knownUpTo, periods),
    ).map((share) => chance * share);
}

type Promise = NonNullable<OpenDeal['promise']>;

/** Simulates what open deals bring, and deals that are still to be created, in steps. */
export function* rangeSteps(
  learned: LearnedHistory,
  deals: readonly OpenDeal[],
  { closed = new Map(), seed = 1, draws = 1_000, withCreated = true }: RangeSetup = {},
): Steps<RangeForecast> {
  const { periods, chancesOf, slippage, spread, valueRatios, wins } = learned;
  const chancesBy = promisedChances(learned);
  const arrivals = withCreated ? learned.arrivals : undefined;
  const prospects: Prospect[] = [];
  for (const [index, { id, openedDay, minor, promise }] of deals.entries()) {
    const chances = slippage && promise ? chancesBy(promise) : chancesOf(openedDay);
    prospects.push({ minor, chances, luck: luckOf(id) });
    if (isStepEnd(index)) yield;
  }
  const simulation = yield* simulationSteps({
    prospects,
    windows: periods.length,
    seed,
    draws,
    spread,
    valueRatios,
    ...(arrivals && { arrivals }),
  });
  const { created, together = simulation } = simulation;
  const rangeAt = (won: number, pick: (ranges: SimulatedRanges) => SimulatedRange): Omit<PeriodRange, 'period'> => ({
    closed: won,
    open: pick(simulation),
    ...(created && { created: pick(created) }),
    total: raisedBy(won, pick(together)),
  });
  const wonIn = periods.map(({ key }) => closed.get(key) ?? 0);
  return {
    periods: periods.map((period, index) => ({
      period,
      ...rangeAt(wonIn[index] ?? 0, (ranges) => ranges.windows[index] ?? ranges.total),
    })),
    total: rangeAt(
      wonIn.reduce((sum, each) => sum + each, 0),
      ({ total }) => total,
    ),
    wins,
    forecasts: spread.forecasts,
  };
}

const raisedBy = (by: number, { p10, p50, p90, expected }: SimulatedRange): SimulatedRange => ({
  p10: p10 + by,
  p50: p50 + by,
  p90: p90 + by,
  expected: expected + by,
});

/** What the latest wins brought ÷ what had been expected of them. */
function* ratiosOf(lives: readonly ValuedLife[], knownUpTo: Day): Steps<readonly number[]> {
  const wins = yield* latestWins(lives, knownUpTo, MOST_RATIOS, ({ minor = 0 }) => minor > 0);
  const ratios = wins.map(({ minor = 1, brought = minor }) => Math.min(LARGEST_RATIO, brought / minor));
  return ratios.every((ratio) => ratio === 1) ? [1] : ratios;
}

const tooLittle = (wins: number, days: number): Problem => ({
  code: 'forecast/too-little-history',
  message: `Up to yesterday ${wins} deals were won, and the first one was closed ${days} days ago. A range needs ${LEAST_WINS} won deals and ${LEAST_DAYS} days; until then, go by the weighted forecast.`,
  params: { wins, days, leastWins: LEAST_WINS, leastDays: LEAST_DAYS },
});
