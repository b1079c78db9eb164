import { addDays, type Day } from '../kernel/day.js';
import { type AgeModelSetup, ageModelSteps, type DealLife, winChances } from './age-model.js';
import { finish, isStepEnd, type Steps } from './steps.js';

/** A deal's life with what it brings, in minor units of one currency; 1 when left out, which counts deals. */
export interface ValuedLife extends DealLife {
  readonly minor?: number;
  /** What a won one brought, where that is another amount than was expected. */
  readonly brought?: number;
}

/** How far all deals together go better or worse than their chances say, as far as past forecasts have shown it. */
export interface Spread {
  /** Logarithms of a common factor on the hazards of winning, equally likely, ascending. */
  readonly logFactors: readonly number[];
  /** The middle one: below 0 where forecasts have been too hopeful. */
  readonly center: number;
  /** How many past forecasts it was learned from. */
  readonly forecasts: number;
}

/** How many past forecasts are made anew: a year of month ends. */
const MOST_ORIGINS = 12;
/** What holds before anything is known: forecasts lean by 10 % and are off by 12 %, give or take a factor of e (chosen on made-up funnels by the interval score). */
const USUAL_BIAS = 0.1;
const USUAL_DEVIATION = 0.12;
const DOUBT = 1;

const evenly = (from: number, to: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => from + ((to - from) * index) / (count - 1));
const LOG_FACTORS = evenly(-3, 3, 151);
const BIASES = evenly(-0.6, 0.6, 25);
const DEVIATIONS = evenly(Math.log(0.03), Math.log(1.2), 14).map(Math.exp);
const QUANTILES = 201;

/**
 * Learns from an age model's own past how far to believe it: the distribution of a common factor on the hazards of all
 * open deals. The model is fitted anew at the end of each past month from what was known then (a rolling origin) and
 * asked for as many days ahead as now; what came then says how likely each factor was. Months before one whole cycle of
 * closes was seen are left out. For the `spread` of a simulation.
 *
 * The logarithm of the factor is normal with an unknown mean and deviation, both summed over (Bayes); chance in single
 * deals is taken out (a quasi-Poisson likelihood), for the simulation draws it itself. The deviation grows by
 * √(1 + 1/k) where the cycle of months was seen k times, and by 1/wins of variance, since the model itself was learned
 * from no more than that. Forecasts that overlap in time count as much less as they share days.
 */
export const forecastSpread = (
  lives: readonly ValuedLife[],
  asOf: Day,
  daysAhead: number,
  setup: AgeModelSetup = {},
): Spread => finish(spreadSteps(lives, asOf, daysAhead, setup));

/** The same in steps, so that a page can go on with something else in between. */
export function* spreadSteps(
  lives: readonly ValuedLife[],
  asOf: Day,
  daysAhead: number,
  setup: AgeModelSetup = {},
): Steps<Spread> {
  const ends = monthEnds(lives, asOf, setup.cycle ?? 3);
  const judged = ends
    .map((origin, index) => ({ origin, index }))
    .filter(({ origin }) => addDays(origin, daysAhead) <= asOf)
    .slice(-MOST_ORIGINS);
  const misses: { readonly unsure: (deviation: number) => number; readonly likelihood: readonly number[] }[] = [];
  for (const { origin, index } of judged) {
    const unsure = unsureAt(lives, origin, index, setup);
    yield;
    misses.push({ unsure, likelihood: yield* likelihoodAt(lives, origin, daysAhead, setup) });
  }
  const weight = Math.min(1, 30 / daysAhead);

  const beliefs: { readonly bias: number; readonly deviation: number; readonly log: number }[] = [];
  for (const bias of BIASES) {
    for (const deviation of DEVIATIONS) {
      let log = -0.5 * (bias / USUAL_BIAS) ** 2 - 0.5 * (Math.log(deviation / USUAL_DEVIATION) / DOUBT) ** 2;
      for (const { unsure, likelihood } of misses) {
        const chances = normalOver(bias, unsure(deviation));
        const came = likelihood.reduce((sum, each, index) => sum + each * (chances[index] ?? 0), 0);
        log += weight * Math.log(Math.max(came, Number.MIN_VALUE));
      }
      beliefs.push({ bias, deviation, log });
    }
    yield;
  }
  const surest = Math.max(...beliefs.map(({ log }) => log));
  const now = unsureAt(lives, asOf, ends.length, setup);
  const density = LOG_FACTORS.map(() => 0);
  for (const { bias, deviation, log } of beliefs) {
    const share = Math.exp(log - surest);
    if (share < 1e-6) continue;
    normalOver(bias, now(deviation)).forEach((chance, index) => {
      density[index] = (density[index] ?? 0) + share * chance;
    });
  }
  const logFactors = quantilesOf(density);
  return { logFactors, center: logFactors[(QUANTILES - 1) / 2] ?? 0, forecasts: misses.length };
}

/** How a deviation grows with what the model of a day could not know yet. */
function unsureAt(
  lives: readonly DealLife[],
  day: Day,
  monthsBefore: number,
  { cycle = 3 }: AgeModelSetup,
): (deviation: number) => number {
  const wins = lives.reduce((sum, { closed }) => sum + (closed?.outcome === 'won' && closed.day <= day ? 1 : 0), 0);
  const cyclesSeen = 1 + monthsBefore / cycle;
  return (deviation) => Math.sqrt(deviation ** 2 * (1 + 1 / cyclesSeen) + 1 / Math.max(1, wins));
}

/** The normal distribution over the log factors. */
function normalOver(mean: number, deviation: number): readonly number[] {
  const densities = LOG_FACTORS.map((log) => Math.exp(-0.5 * ((log - mean) / deviation) ** 2));
  const all = densities.reduce((sum, each) => sum + each, 0);
  return densities.map((each) => each / all);
}

/** How likely what came is under each common factor, against the likeliest. */
function* likelihoodAt(
  lives: readonly ValuedLife[],
  origin: Day,
  daysAhead: number,
  setup: AgeModelSetup,
): Steps<readonly number[]> {
  const until = addDays(origin, daysAhead);
  const model = yield* ageModelSteps(lives, origin, setup);
  const chancesOf = winChances(model, [{ first: addDays(origin, 1), last: until }]);
  const amounts = new Map<Day, number>();
  let [came, mean, variance] = [0, 0, 0];
  for (const [index, { openedDay, closed, minor = 1 }] of lives.entries()) {
    if (isStepEnd(index)) yield;
    if (openedDay > origin || (closed && closed.day <= origin)) continue;
    const chance = Math.min(1, chancesOf(openedDay)[0] ?? 0);
    amounts.set(openedDay, (amounts.get(openedDay) ?? 0) + minor);
    mean += minor * chance;
    variance += minor * minor * chance * (1 - chance);
    if (closed?.outcome === 'won' && closed.day <= until) came += minor;
  }
  if (mean <= 0 || variance <= 0) return LOG_FACTORS.map(() => 1);
  // So much of the sum counts as one deal: big ones make it rest on few.
  const one = variance / mean;
  const prospects = [...amounts].map(
    ([day, amount]) => [Math.log1p(-Math.min(1, chancesOf(day)[0] ?? 0)), amount] as const,
  );
  const logs: number[] = [];
  for (const log of LOG_FACTORS) {
    const factor = Math.exp(log);
    let expected = 0;
    for (const [survival, amount] of prospects) expected -= amount * Math.expm1(survival * factor);
    if (logs.push((came / one) * Math.log(expected) - expected / one) % 16 === 0) yield;
  }
  const likeliest = Math.max(...logs);
  return logs.map((log) => Math.exp(log - likeliest));
}

/** Values that cut a density over the log factors into equally likely parts, each in the middle of its part. */
function quantilesOf(density: readonly number[]): readonly number[] {
  const all = density.reduce((sum, each) => sum + each, 0);
  const step = (LOG_FACTORS[1] ?? 0) - (LOG_FACTORS[0] ?? 0);
  let [below, index] = [0, 0];
  return Array.from({ length: QUANTILES }, (_, quantile) => {
    const wanted = ((quantile + 0.5) / QUANTILES) * all;
    while (index < density.length - 1 && below + (density[index] ?? 0) < wanted) below += density[index++] ?? 0;
    return (LOG_FACTORS[index] ?? 0) + step * ((wanted - below) / (density[index] || 1) - 0.5);
  });
}

/** Ends of months before a day, from one cycle after the first close on. */
function monthEnds(lives: readonly DealLife[], asOf: Day, cycle: number): readonly Day[] {
  const first = lives.reduce<Day | undefined>(
    (least, { closed }) => (closed && (least === undefined || closed.day < least) ? closed.day : least),
    undefined,
  );
  if (first === undefined) return [];
  const ends: Day[] = [];
  const year = Number(first.slice(0, 4));
  for (let month = Number(first.slice(5, 7)) - 1 + cycle; ; month++) {
    const next = `${year + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01` as Day;
    const end = addDays(next, -1);
    if (end >= asOf) return ends;
    ends.push(end);
  }
}
