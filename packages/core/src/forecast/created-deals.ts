import { addDays, type Day, daysBetween } from '../kernel/day.js';
import { kept } from '../kernel/kept.js';
import { type AgeModel, type Days, winChances } from './age-model.js';
import { latestWins } from './latest-wins.js';
import type { Arrivals } from './simulation.js';
import type { ValuedLife } from './spread.js';
import { finish, isStepEnd, type Steps } from './steps.js';

/** Deals are counted by so many days. */
const BLOCK_DAYS = 30;
const MOST_BLOCKS = 12;
/** After so many blocks a count weighs half: the pace of a year ago is not that of today. */
const HALF_LIFE = 2;
/** Values are drawn from so many wins, the latest ones, and from all ages where too few were as quick. */
const MOST_VALUES = 500;
const LEAST_VALUES = 20;

/**
 * How deals that are still to be created are expected to come, from the pace of the past: so many each day (blocks of
 * thirty days, half as heavy every sixty days back), each with the chances of its age from its first day on, and with the
 * value of a deal that was won within as many days. How far the pace itself is unknown follows from how unevenly they came
 * (a quasi-Poisson rate). `from` is the first day that they come on, the day after the model's when left out. Undefined before there are two blocks, or any win.
 */
export const arrivalsOf = (
  lives: readonly ValuedLife[],
  model: AgeModel,
  windows: readonly Days[],
  from?: Day,
): Arrivals | undefined => finish(arrivalSteps(lives, model, windows, from));

/** The same in steps, so that a page can go on with something else in between. */
export function* arrivalSteps(
  lives: readonly ValuedLife[],
  model: AgeModel,
  windows: readonly Days[],
  from: Day = addDays(model.asOf, 1),
): Steps<Arrivals | undefined> {
  const { asOf } = model;
  const days = daysBetween(from, windows.at(-1)?.last ?? asOf) + 1;
  const counts = yield* countsBefore(lives, asOf);
  const values = yield* valuesOf(lives, asOf, days);
  if (counts.length < 2 || values.length === 0 || days <= 0) return undefined;

  const weights = counts.map((_, block) => 0.5 ** (block / HALF_LIFE));
  const all = sum(weights);
  const pace = weights.reduce((total, weight, block) => total + weight * (counts[block] ?? 0), 0) / all;
  // As many blocks as the weights are worth.
  const worth = all ** 2 / sum(weights.map((weight) => weight ** 2));
  const scatter =
    weights.reduce((total, weight, block) => total + weight * ((counts[block] ?? 0) - pace) ** 2, 0) / all;
  const uneven = pace === 0 ? 1 : Math.max(1, scatter / pace / (1 - 1 / worth));
  const variance = pace === 0 ? 0 : (uneven / worth + ((uneven - 1) * BLOCK_DAYS) / days) / pace;
  const chancesOf = winChances(model, windows);
  return {
    perDay: pace / BLOCK_DAYS,
    deviation: Math.sqrt(variance),
    chances: Array.from({ length: days }, (_, day) => chancesOf(addDays(from, day))),
    values,
  };
}

/** How many were created in each block of days up to a day, the latest first; only blocks that history covers whole. */
function* countsBefore(lives: readonly ValuedLife[], asOf: Day): Steps<readonly number[]> {
  const counts: number[] = [];
  let first = asOf;
  const blocks = new Map<Day, number>();
  for (const [index, { openedDay }] of lives.entries()) {
    if (isStepEnd(index)) yield;
    if (openedDay > asOf) continue;
    if (openedDay < first) first = openedDay;
    const block = kept(blocks, openedDay, () => Math.floor(daysBetween(openedDay, asOf) / BLOCK_DAYS));
    if (block < MOST_BLOCKS) counts[block] = (counts[block] ?? 0) + 1;
  }
  const whole = Math.min(MOST_BLOCKS, Math.floor((daysBetween(first, asOf) + 1) / BLOCK_DAYS));
  return Array.from({ length: whole }, (_, block) => counts[block] ?? 0);
}

/** What deals brought that were won as quickly as one must be that is created and won within so many days. */
function* valuesOf(lives: readonly ValuedLife[], asOf: Day, days: number): Steps<readonly number[]> {
  const latest = new Map<Day, Day>();
  const isQuick = ({ openedDay }: ValuedLife, wonOn: Day): boolean =>
    wonOn <= kept(latest, openedDay, () => addDays(openedDay, days));
  const quick = yield* latestWins(lives, asOf, MOST_VALUES, isQuick);
  const wins = quick.length >= LEAST_VALUES ? quick : yield* latestWins(lives, asOf, MOST_VALUES, () => true);
  return wins.map(({ minor = 1, brought = minor }) => brought);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
