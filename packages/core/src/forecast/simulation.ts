import { drawsOf, mixedDraw, normalDraw, poissonDraw } from './draws.js';
import type { Spread } from './spread.js';
import { finish, isStepEnd, type Steps } from './steps.js';

/** A deal to simulate: what it brings, and how likely it is won in each window (0–1; the rest to 1 is in none). */
export interface Prospect {
  /** Minor units, all prospects in one currency. */
  readonly minor: number;
  readonly chances: readonly number[];
  /**
   * A whole number of its own, {@link luckOf} its id for instance. Then its luck is its own: whichever other deals come,
   * change and go, it is won in the same draws, so that a range moves by the deals that changed and by nothing else.
   */
  readonly luck?: number;
}

/** Deals that are still to be created, as they are expected to come. */
export interface Arrivals {
  /** How many are expected each day, from the day after the forecast's day on. */
  readonly perDay: number;
  /** Deviation of the logarithm of how many come all in all: how far the rate itself is unknown. */
  readonly deviation: number;
  /** By the number of the day it is created on (0 is the first): how likely one is won in each window. */
  readonly chances: readonly (readonly number[])[];
  /** What won ones bring, in minor units; one of these is drawn for each win. */
  readonly values: readonly number[];
}

/** What is simulated. */
export interface SimulationSetup {
  readonly prospects: readonly Prospect[];
  /** How many windows the chances are for. */
  readonly windows: number;
  /** The same seed gives the same range. */
  readonly seed: number;
  /** How often the future is drawn, 1,000 when left out. */
  readonly draws?: number;
  /**
   * How far all deals go together better or worse than their chances say, by a common factor on their hazards: what
   * {@link forecastSpread} learned from the past, or the deviation of its logarithm. 0 (the default) takes deals to be
   * independent, which makes the range of a large book far too narrow.
   */
  readonly spread?: number | Spread;
  /** What won deals brought ÷ what had been expected of them: one of these is drawn for each win. 1 when left out. */
  readonly valueRatios?: readonly number[];
  /** Deals that are still to be created; a part of their own, which leaves that of the prospects as it is. */
  readonly arrivals?: Arrivals;
}

/** A simulated amount in minor units. One in ten futures lies below `p10`, half below `p50`, nine in ten below `p90`. */
export interface SimulatedRange {
  readonly p10: number;
  readonly p50: number;
  readonly p90: number;
  /** Σ amount · chance, at the middle of the spread: what the chances say without any drawing. */
  readonly expected: number;
}

/** The range for each window, and for all of them together. */
export interface SimulatedRanges {
  readonly windows: readonly SimulatedRange[];
  readonly total: SimulatedRange;
}

/** The ranges of the prospects; with arrivals, those of what is still to be created, and of both in the same draws. */
export interface Simulation extends SimulatedRanges {
  readonly created?: SimulatedRanges;
  readonly together?: SimulatedRanges;
}

/** Simulates in one go: see {@link simulationSteps}. */
export const simulate = (setup: SimulationSetup): Simulation => finish(simulationSteps(setup));

/**
 * Draws the future many times and answers how the sums are distributed (Monte Carlo). It pauses after every draw and within
 * large ones, so that a page can go on with something else in between. A deal with the chance p by the end of a window has the hazard
 * −ln(1 − p); each draw has one factor for all hazards and one exponential draw for each deal.
 */
export function* simulationSteps(setup: SimulationSetup): Steps<Simulation> {
  const { prospects, windows, draws = 1_000, spread = 0, valueRatios = [1], arrivals } = setup;
  const next = drawsOf(setup.seed);
  // A generator of its own: whether somebody asks for deals still to be created changes nothing in the others.
  const nextCreated = drawsOf(setup.seed ^ 0x5bd1e995);
  const logFactor = (): number =>
    typeof spread === 'number' ? spread * normalDraw(next) : (oneOf(spread.logFactors, next()) ?? spread.center);
  const hazards = hazardsOf(prospects, windows);
  const amounts = Float64Array.from(prospects, ({ minor }) => minor);
  const luck = prospects.some((each) => each.luck !== undefined)
    ? Int32Array.from(prospects, (each) => each.luck ?? 0)
    : undefined;
  const created = arrivals && arrivalHazards(arrivals, windows);
  const sums = emptySums(windows, draws);
  const sumsCreated = emptySums(arrivals ? windows : 0, draws);
  for (let draw = 0; draw < draws; draw++) {
    const factor = Math.exp(logFactor());
    for (let index = 0; index < amounts.length; index++) {
      if (isStepEnd(index)) yield;
      const own = luck?.[index];
      const chance = own === undefined ? next() : mixedDraw(setup.seed, own, draw);
      // −ln(1 − u) ≥ u: most deals are told without a logarithm.
      if (chance >= factor * (hazards[index * windows + windows - 1] ?? 0)) continue;
      const window = windowOf(hazards, index, windows, -Math.log1p(-chance) / factor);
      if (window < 0) continue;
      const ratio =
        valueRatios.length > 1
          ? oneOf(valueRatios, own === undefined ? next() : mixedDraw(setup.seed + 1, own, draw))
          : valueRatios[0];
      addAt(sums, window, draw, (amounts[index] ?? 0) * (ratio ?? 1));
    }
    if (arrivals && created) {
      const mean = arrivals.perDay * arrivals.chances.length * Math.exp(arrivals.deviation * normalDraw(nextCreated));
      for (let left = poissonDraw(mean, nextCreated); left > 0; left--) {
        const day = Math.floor(nextCreated() * arrivals.chances.length);
        const window = windowOf(created, day, windows, -Math.log1p(-nextCreated()) / factor);
        if (window >= 0) addAt(sumsCreated, window, draw, oneOf(arrivals.values, nextCreated()) ?? 0);
      }
    }
    yield;
  }
  const middle = Math.exp(typeof spread === 'number' ? 0 : spread.center);
  const expectedOpen = expectedBy(hazards, amounts, windows, middle).map((sum) => sum * mean(valueRatios));
  if (!arrivals || !created) return rangesOf(sums, expectedOpen);
  const each = new Float64Array(arrivals.chances.length).fill(arrivals.perDay * mean(arrivals.values));
  const expectedCreated = expectedBy(created, each, windows, middle);
  const both = sums.map((sum, window) => sum.map((value, draw) => value + (sumsCreated[window]?.[draw] ?? 0)));
  return {
    ...rangesOf(sums, expectedOpen),
    created: rangesOf(sumsCreated, expectedCreated),
    together: rangesOf(
      both,
      expectedOpen.map((value, window) => value + (expectedCreated[window] ?? 0)),
    ),
  };
}

/** A number for {@link Prospect.luck} made of an id (FNV-1a): the same for the same id. */
export function luckOf(id: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < id.length; index++) hash = Math.imul(hash ^ id.charCodeAt(index), 0x01000193);
  return hash | 0;
}

const oneOf = (values: readonly number[], draw: number): number | undefined => values[Math.floor(draw * values.length)];

const mean = (values: readonly number[]): number =>
  values.reduce((sum, each) => sum + each, 0) / Math.max(1, values.length);

/** For each window, and for all of them at the end: the sum of each draw. */
const emptySums = (windows: number, draws: number): readonly Float64Array[] =>
  Array.from({ length: windows + 1 }, () => new Float64Array(draws));

function addAt(sums: readonly Float64Array[], window: number, draw: number, amount: number): void {
  for (const sum of [sums[window], sums.at(-1)]) if (sum) sum[draw] = (sum[draw] ?? 0) + amount;
}

/** The window in which one closes whose luck reaches so far; −1 in none. */
function windowOf(hazards: Float64Array, index: number, windows: number, reach: number): number {
  for (let window = 0; window < windows; window++) if (reach < (hazards[index * windows + window] ?? 0)) return window;
  return -1;
}

/** The hazard of each prospect up to the end of each window, one after the other. */
function hazardsOf(prospects: readonly Pick<Prospect, 'chances'>[], windows: number): Float64Array {
  const hazards = new Float64Array(prospects.length * windows);
  prospects.forEach(({ chances }, index) => {
    let chance = 0;
    for (let window = 0; window < windows; window++) {
      chance = Math.min(1, chance + (chances[window] ?? 0));
      hazards[index * windows + window] = -Math.log1p(-chance);
    }
  });
  return hazards;
}

const arrivalHazards = ({ chances }: Arrivals, windows: number): Float64Array =>
  hazardsOf(
    chances.map((each) => ({ chances: each })),
    windows,
  );

/** Σ amount · chance for each window, and for all of them. */
function expectedBy(hazards: Float64Array, amounts: Float64Array, windows: number, factor: number): readonly number[] {
  const upTo = Array.from(
    { length: windows },
    (_, window) =>
      -amounts.reduce((sum, each, at) => sum + each * Math.expm1(-(hazards[at * windows + window] ?? 0) * factor), 0),
  );
  return [...upTo.map((sum, window) => sum - (upTo[window - 1] ?? 0)), upTo.at(-1) ?? 0];
}

function rangesOf(sums: readonly Float64Array[], expected: readonly number[]): SimulatedRanges {
  const ranges = sums.map((sum, window) => rangeOf(sum, expected[window] ?? 0));
  return { windows: ranges.slice(0, -1), total: ranges.at(-1) ?? rangeOf(new Float64Array(1), 0) };
}

function rangeOf(sums: Float64Array, expected: number): SimulatedRange {
  const sorted = sums.toSorted();
  const quantile = (share: number): number => Math.round(sorted[Math.floor(share * (sorted.length - 1))] ?? 0);
  return { p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9), expected: Math.round(expected) + 0 };
}
