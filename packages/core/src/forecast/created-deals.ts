import { addDays, type Day, daysBetween } from '../kernel/day.js';
import { type AgeModel, type Days, winChances } from './age-model.js';
import type { Arrivals } from './simulation.js';
import type { ValuedLife } from './spread.js';

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
export function arrivalsOf(
  lives: readonly ValuedLife[],
  model: AgeModel,
  windows: readonly Days[],
  from: Day = addDays(model.asOf, 1),
): Arrivals | undefined {
  const { asOf } = model;
  const days = daysBetween(from, windows.at(-1)?.last ?? asOf) + 1;
  const counts = countsBefore(lives, asOf);
  const values = valuesOf(lives, asOf, days);
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
function countsBefore(lives: readonly ValuedLife[], asOf: Day): readonly number[] {
  const counts: number[] = [];
  let first = asOf;
  const blocks = new Map<Day, number>();
  for (const { openedDay } of lives) {
    if (openedDay > asOf) continue;
    if (openedDay < first) first = openedDay;
    let block = blocks.get(openedDay);
    if (block === undefined) {
      block = Math.floor(daysBetween(openedDay, asOf) / BLOCK_DAYS);
      blocks.set(openedDay, block);
    }
    if (block < MOST_BLOCKS) counts[block] = (counts[block] ?? 0) + 1;
  }
  const whole = Math.min(MOST_BLOCKS, Math.floor((daysBetween(first, asOf) + 1) / BLOCK_DAYS));
  return Array.from({ length: whole }, (_, block) => counts[block] ?? 0);
}

/** What deals brought that were won as quickly as one must be that is created and won within so many days. */
function valuesOf(lives: readonly ValuedLife[], asOf: Day, days: number): readonly number[] {
  const won = lives
    .flatMap(({ openedDay, closed, minor = 1, brought = minor }) =>
      closed?.outcome === 'won' && closed.day <= asOf ? [{ openedDay, day: closed.day, brought }] : [],
    )
    .sort((left, right) => (left.day < right.day ? -1 : Number(left.day > right.day)));
  const quick = won.filter(({ openedDay, day }) => daysBetween(openedDay, day) <= days);
  return (quick.length >= LEAST_VALUES ? quick : won).slice(-MOST_VALUES).map(({ brought }) => brought);
}

const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
