import { addDays, type Day } from '../kernel/day.js';
import { type AgeModelSetup, type DealLife, fitAgeModel, winChances } from './age-model.js';

/** What forecasts are off by before anything is known: a deviation of 20 %, as much as four past forecasts say. */
const USUAL_SPREAD = 0.2;
const WEIGHT_OF_USUAL = 4;
/** How many past forecasts are made anew: a year of month ends. */
const MOST_ORIGINS = 12;

/**
 * By how much forecasts of an age model have been off for all deals together: the deviation of the logarithm of wins
 * that came ÷ wins that were expected. The model is fitted anew at the end of each past month from what was known then
 * (a rolling origin) and asked for the days up to as far ahead as now; months before one whole cycle of closes was seen
 * are left out, and the usual 20 % weigh as much as four months. For the `spread` of a simulation.
 */
export function forecastSpread(
  lives: readonly DealLife[],
  asOf: Day,
  daysAhead: number,
  setup: AgeModelSetup = {},
): number {
  const origins = monthEnds(lives, asOf, setup.cycle ?? 3).filter((origin) => addDays(origin, daysAhead) <= asOf);
  const misses = origins.slice(-MOST_ORIGINS).map((origin) => missAt(lives, origin, daysAhead, setup));
  const squares = misses.reduce((sum, miss) => sum + miss * miss, WEIGHT_OF_USUAL * USUAL_SPREAD ** 2);
  return Math.sqrt(squares / (misses.length + WEIGHT_OF_USUAL));
}

function missAt(lives: readonly DealLife[], origin: Day, daysAhead: number, setup: AgeModelSetup): number {
  const until = addDays(origin, daysAhead);
  const chancesOf = winChances(fitAgeModel(lives, origin, setup), [{ first: addDays(origin, 1), last: until }]);
  let [expected, came] = [0, 0];
  for (const { openedDay, closed } of lives) {
    if (openedDay > origin || (closed && closed.day <= origin)) continue;
    expected += chancesOf(openedDay)[0] ?? 0;
    if (closed?.outcome === 'won' && closed.day <= until) came++;
  }
  // Half a deal on both sides, so that a month without any has a logarithm too.
  return Math.log((came + 0.5) / (expected + 0.5));
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
