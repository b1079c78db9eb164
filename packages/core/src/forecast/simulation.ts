import { drawsOf, normalDraw } from './draws.js';
import type { Spread } from './spread.js';

/** A deal to simulate: what it brings, and how likely it is won in each window (0–1; the rest to 1 is in none). */
export interface Prospect {
  /** Minor units, all prospects in one currency. */
  readonly minor: number;
  readonly chances: readonly number[];
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
export interface Simulation {
  readonly windows: readonly SimulatedRange[];
  readonly total: SimulatedRange;
}

/** Simulates in one go: see {@link simulationSteps}. */
export function simulate(setup: SimulationSetup): Simulation {
  const steps = simulationSteps(setup);
  let step = steps.next();
  while (!step.done) step = steps.next();
  return step.value;
}

/**
 * Draws the future many times and answers how the sums are distributed (Monte Carlo). It pauses after every draw, so
 * that a page can go on with something else in between. A deal with the chance p by the end of a window has the hazard
 * −ln(1 − p); each draw has one factor for all hazards and one exponential draw for each deal.
 */
export function* simulationSteps(setup: SimulationSetup): Generator<void, Simulation> {
  const { prospects, windows, draws = 1_000, spread = 0, valueRatios = [1] } = setup;
  const next = drawsOf(setup.seed);
  const oneOf = (values: readonly number[]): number | undefined => values[Math.floor(next() * values.length)];
  const logFactor = (): number =>
    typeof spread === 'number' ? spread * normalDraw(next) : (oneOf(spread.logFactors) ?? spread.center);
  const hazards = hazardsOf(prospects, windows);
  const amounts = Float64Array.from(prospects, ({ minor }) => minor);
  const sums = Array.from({ length: windows + 1 }, () => new Float64Array(draws));
  for (let draw = 0; draw < draws; draw++) {
    const factor = Math.exp(logFactor());
    for (let index = 0; index < amounts.length; index++) {
      const reach = -Math.log1p(-next()) / factor;
      for (let window = 0; window < windows; window++) {
        if (reach >= (hazards[index * windows + window] ?? 0)) continue;
        const amount =
          (amounts[index] ?? 0) * (valueRatios.length > 1 ? (oneOf(valueRatios) ?? 1) : (valueRatios[0] ?? 1));
        for (const sum of [sums[window], sums[windows]]) if (sum) sum[draw] = (sum[draw] ?? 0) + amount;
        break;
      }
    }
    yield;
  }
  const middle = Math.exp(typeof spread === 'number' ? 0 : spread.center);
  const ratio = valueRatios.reduce((sum, each) => sum + each / valueRatios.length, 0);
  /** Σ amount · chance to be won by the end of a window. */
  const expectedBy = (window: number): number =>
    window < 0
      ? 0
      : -ratio *
        amounts.reduce((sum, each, at) => sum + each * Math.expm1(-(hazards[at * windows + window] ?? 0) * middle), 0);
  const ranges = sums.map((sum, window) =>
    rangeOf(sum, window < windows ? expectedBy(window) - expectedBy(window - 1) : expectedBy(windows - 1)),
  );
  return { windows: ranges.slice(0, windows), total: ranges[windows] ?? rangeOf(new Float64Array(1), 0) };
}

/** The hazard of each prospect up to the end of each window, one after the other. */
function hazardsOf(prospects: readonly Prospect[], windows: number): Float64Array {
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

function rangeOf(sums: Float64Array, expected: number): SimulatedRange {
  sums.sort();
  const quantile = (share: number): number => Math.round(sums[Math.floor(share * (sums.length - 1))] ?? 0);
  return { p10: quantile(0.1), p50: quantile(0.5), p90: quantile(0.9), expected: Math.round(expected) + 0 };
}
