import { type Day, daysBetween } from '../kernel/day.js';
import { kept } from '../kernel/kept.js';
import { finish, isStepEnd, type Steps } from './steps.js';

/** One deal's life: the day work on it began and, when it has ended, how and when. */
export interface DealLife {
  readonly openedDay: Day;
  readonly closed?: { readonly day: Day; readonly outcome: 'won' | 'lost' };
}

/** What an age model is fitted with. */
export interface AgeModelSetup {
  /** The month in which the fiscal year begins, 1–12: says which month ends a quarter. January when left out. */
  readonly startMonth?: number;
  /**
   * After how many months the effect of the close month comes again: 3 (the default: quarter ends), 12 (seasons, which
   * need years of history) or 1 (no effect: plain Aalen–Johansen).
   */
  readonly cycle?: 1 | 3 | 12;
  /** The first day on which closing was written down at all; time before it is not counted as time without a close. */
  readonly observedFrom?: Day;
}

/** Chances of closing by age and close month, as fitted on what was known on a day. */
export interface AgeModel {
  readonly asOf: Day;
  readonly startMonth: number;
  readonly cycle: 1 | 3 | 12;
  /** Chance, for each place of a month in the cycle and each age in days, to be won on that day when still open. */
  readonly won: readonly (readonly number[])[];
  readonly lost: readonly (readonly number[])[];
  /** How much more (above 1) or less happens in a month than its ages alone would make one expect, by its place in the cycle. */
  readonly monthEffects: { readonly won: readonly number[]; readonly lost: readonly number[] };
}

const EPOCH = '1970-01-01' as Day;
/** As many expected closes as this draw an effect half-way back to none. */
const SHRINKAGE = 20;
/** Age bands with a close-month effect of their own: quarters of all closes. */
const BANDS = 4;
const ROUNDS = 60;
/** When no effect changes by more than this share any more, the turns are over. */
const CALM = 1e-6;
/** So many deals at an age make its hazard worth its own figure. */
const LEAST_AT_RISK = 10;
/**
 * A deal of more days has been open for so many: one that somebody dated 1900, or into the year 202, must not make every
 * age since then worth a figure. Twenty years.
 */
const MOST_DAYS = 7_305;
/** As many late closes as this count half. */
const TAIL_DOUBT = 5;

/**
 * Fits how deals end by age and by close month, from what was known at the end of a day: later closes are treated as not
 * known, whatever the list holds.
 *
 * Winning and losing are competing risks by day of age with open deals censored (Aalen & Johansen 1978). Each has a
 * hazard h(age) · m(month) · b(month, age band): the month's place in the cycle, and that place for young and old deals
 * by themselves. Fitted by turns (each effect = events ÷ expected events given the others, the maximum of the Poisson
 * likelihood of a piecewise constant hazard; Laird & Olivier 1981), each effect with a gamma prior of mean 1 that weighs
 * as much as 20 closes, so that thin history says "no effect". Ages beyond those that at least ten deals were seen at
 * have the mean hazard of the last quarter of the ages before; with a cycle of 1 they have none, as Aalen and Johansen's.
 */
export const fitAgeModel = (lives: Iterable<DealLife>, asOf: Day, setup: AgeModelSetup = {}): AgeModel =>
  finish(ageModelSteps(lives, asOf, setup));

/** The same in steps, so that a page can go on with something else in between. */
export function* ageModelSteps(lives: Iterable<DealLife>, asOf: Day, setup: AgeModelSetup = {}): Steps<AgeModel> {
  const { startMonth = 1, cycle = 3, observedFrom } = setup;
  const counts = yield* countLives(lives, asOf, { startMonth, cycle, observedFrom });
  const bands = bandsOf(counts);
  const won = yield* fitCause(counts.atRisk, counts.won, bands);
  const lost = yield* fitCause(counts.atRisk, counts.lost, bands);
  return {
    asOf,
    startMonth,
    cycle,
    won: won.hazards,
    lost: lost.hazards,
    monthEffects: { won: won.effects, lost: lost.effects },
  };
}

/** By place in the cycle and age: how many were there to be closed, and how many were. */
interface Counts {
  readonly atRisk: readonly Float64Array[];
  readonly won: readonly Float64Array[];
  readonly lost: readonly Float64Array[];
  readonly ages: number;
}

function* countLives(
  lives: Iterable<DealLife>,
  asOf: Day,
  {
    startMonth,
    cycle,
    observedFrom,
  }: Required<Pick<AgeModelSetup, 'startMonth' | 'cycle'>> & { observedFrom: Day | undefined },
): Steps<Counts> {
  const numbers = new Map<Day, number>();
  const numberOfDay = (day: Day): number => kept(numbers, day, () => numberOf(day));
  const end = numberOf(asOf);
  const start = observedFrom === undefined ? Number.NEGATIVE_INFINITY : numberOf(observedFrom);
  const known: DealLife[] = [];
  const opened: number[] = [];
  let earliest = end;
  for (const life of lives) {
    if (life.openedDay > asOf) continue;
    const day = Math.max(numberOfDay(life.openedDay), end - MOST_DAYS);
    // What had ended by then says nothing about ages that are counted.
    if (life.closed && life.closed.day <= asOf && numberOfDay(life.closed.day) < end - MOST_DAYS) continue;
    earliest = Math.min(earliest, day);
    known.push(life);
    if (isStepEnd(opened.push(day))) yield;
  }
  const months = monthsBetween(earliest, end, startMonth, cycle);
  const monthAt = months.flatMap(({ first, last }, index) => Array.from({ length: last - first + 1 }, () => index));
  const ages = end - earliest + 2;
  const empty = (): Float64Array[] => Array.from({ length: cycle }, () => new Float64Array(ages + 1));
  const [steps, won, lost] = [empty(), empty(), empty()];
  for (const [index, { closed }] of known.entries()) {
    const from = opened[index] ?? end;
    const isClosed = closed !== undefined && closed.day <= asOf;
    // A close that is written down before the opening happened on the first day.
    const to = isClosed ? Math.max(from, numberOfDay(closed.day)) : end;
    for (let month = monthAt[from - earliest] ?? 0; month < months.length; month++) {
      const { first, last, place } = months[month] ?? { first: to + 1, last: to, place: 0 };
      if (first > to) break;
      const low = Math.max(from, first, start);
      const high = Math.min(to, last);
      const step = steps[place];
      if (high < low || !step) continue;
      step[low - from] = (step[low - from] ?? 0) + 1;
      step[high - from + 1] = (step[high - from + 1] ?? 0) - 1;
      const events = (closed?.outcome === 'won' ? won : lost)[place];
      if (isClosed && events && to <= last) events[to - from] = (events[to - from] ?? 0) + 1;
    }
    if (isStepEnd(index)) yield;
  }
  for (const step of steps) for (let age = 1; age <= ages; age++) step[age] = (step[age] ?? 0) + (step[age - 1] ?? 0);
  return { atRisk: steps, won, lost, ages };
}

/** Cuts the ages into bands that hold equally many closes. */
function bandsOf({ won, lost, ages }: Counts): Uint8Array {
  const closes = new Float64Array(ages + 1);
  for (const place of [...won, ...lost])
    for (let age = 0; age <= ages; age++) closes[age] = (closes[age] ?? 0) + (place[age] ?? 0);
  const all = closes.reduce((sum, count) => sum + count, 0);
  const bands = new Uint8Array(ages + 1);
  let before = 0;
  closes.forEach((count, age) => {
    bands[age] = all === 0 ? 0 : Math.min(BANDS - 1, Math.floor((BANDS * before) / all));
    before += count;
  });
  return bands;
}

interface Fit {
  readonly hazards: readonly (readonly number[])[];
  readonly effects: readonly number[];
}

function* fitCause(atRisk: readonly Float64Array[], events: readonly Float64Array[], bands: Uint8Array): Steps<Fit> {
  const ages = bands.length;
  const effects = atRisk.map(() => 1);
  const byBand = atRisk.map(() => new Array<number>(BANDS).fill(1));
  const base = new Float64Array(ages);
  const effectAt = (place: number, age: number): number =>
    (effects[place] ?? 1) * (byBand[place]?.[bands[age] ?? 0] ?? 1);
  for (let round = 0; round < (atRisk.length === 1 ? 1 : ROUNDS); round++) {
    for (let age = 0; age < ages; age++) {
      let [happened, exposed] = [0, 0];
      atRisk.forEach((risk, place) => {
        happened += events[place]?.[age] ?? 0;
        exposed += (risk[age] ?? 0) * effectAt(place, age);
      });
      base[age] = exposed > 0 ? happened / exposed : 0;
    }
    // With one place in the cycle there is no month to tell from another.
    if (atRisk.length === 1) break;
    let stir = 0;
    atRisk.forEach((risk, place) => {
      const happened = new Array<number>(BANDS).fill(0);
      const expected = new Array<number>(BANDS).fill(0);
      for (let age = 0; age < ages; age++) {
        const band = bands[age] ?? 0;
        happened[band] = (happened[band] ?? 0) + (events[place]?.[age] ?? 0);
        expected[band] = (expected[band] ?? 0) + (risk[age] ?? 0) * (base[age] ?? 0);
      }
      const own = byBand[place] ?? [];
      const sum = (values: readonly number[]): number => values.reduce((all, value) => all + value, 0);
      const effect = shrunk(sum(happened), sum(expected.map((value, band) => value * (own[band] ?? 1))));
      stir = Math.max(stir, Math.abs(effect / (effects[place] ?? 1) - 1));
      effects[place] = effect;
      for (let band = 0; band < BANDS; band++) {
        const value = shrunk(happened[band] ?? 0, effect * (expected[band] ?? 0));
        stir = Math.max(stir, Math.abs(value / (own[band] ?? 1) - 1));
        own[band] = value;
      }
    });
    if (stir < CALM) break;
    yield;
  }
  if (atRisk.length > 1) extendTail(base, atRisk);
  const hazards = atRisk.map((_, place) => Array.from(base, (hazard, age) => hazard * effectAt(place, age)));
  return {
    hazards,
    effects: atRisk.map((risk, place) => weighedBy(risk, hazards[place]) / weighedBy(risk, base) || 1),
  };
}

/**
 * Beyond the last age that enough deals have been seen at, nothing is known: what goes on is the mean hazard of the last
 * quarter of the ages that were. Where old deals have stopped closing it is 0, and where they still do it is not.
 */
function extendTail(base: Float64Array, atRisk: readonly Float64Array[]): void {
  const seen = Array.from(base, (_, age) => atRisk.reduce((sum, risk) => sum + (risk[age] ?? 0), 0));
  const last = seen.findLastIndex((count) => count >= LEAST_AT_RISK);
  if (last < 0) return;
  let [happened, exposed] = [0, 0];
  for (let age = Math.floor(0.75 * last); age <= last; age++) {
    happened += (seen[age] ?? 0) * (base[age] ?? 0);
    exposed += seen[age] ?? 0;
  }
  // A few late closes are no rule.
  base.fill(exposed > 0 ? (happened / exposed) * (happened / (happened + TAIL_DOUBT)) : 0, last + 1);
}

/** How many closes are expected of those at risk. */
const weighedBy = (risk: Float64Array, hazards: ArrayLike<number> = []): number =>
  risk.reduce((sum, count, age) => sum + count * (hazards[age] ?? 0), 0);

const shrunk = (happened: number, expected: number): number => (happened + SHRINKAGE) / (expected + SHRINKAGE);

/** Days as a window of a forecast. */
export interface Days {
  readonly first: Day;
  readonly last: Day;
}

/**
 * Makes the question "how likely is a deal, open at the end of the model's day, won in each of these windows?" by the
 * day it was opened. Windows are in order, do not overlap and begin after the model's day; the rest to 1 is lost, or
 * still open. A deal that is opened after the model's day has the chances of one of that age from then on. Ages that hardly any deal has been seen at go on as the last quarter of those before them.
 */
export function winChances(model: AgeModel, windows: readonly Days[]): (openedDay: Day) => readonly number[] {
  const end = numberOf(model.asOf);
  const spans = windows.map(({ first, last }) => ({ first: numberOf(first), last: numberOf(last) }));
  const until = spans.at(-1)?.last ?? end;
  const places = placesOf(end + 1, until, model);
  const known = new Map<Day, readonly number[]>();
  return (openedDay) => kept(known, openedDay, () => chancesFrom(end - numberOf(openedDay)));

  function chancesFrom(age: number): readonly number[] {
    const chances = spans.map(() => 0);
    let open = 1;
    let window = 0;
    for (let day = end + 1; day <= until; day++) {
      while (day > (spans[window]?.last ?? until)) window++;
      const place = places[day - end - 1] ?? 0;
      const wins = hazardAt(model.won[place], age + day - end);
      const losses = hazardAt(model.lost[place], age + day - end);
      // Effects may make a certain end more than certain.
      const most = Math.max(1, wins + losses);
      if (day >= (spans[window]?.first ?? until + 1)) chances[window] = (chances[window] ?? 0) + (open * wins) / most;
      open *= 1 - (wins + losses) / most;
    }
    return chances;
  }
}

/** Ages beyond all that were seen go on as the last one; what is not there yet cannot close. */
const hazardAt = (hazards: readonly number[] = [], age: number): number =>
  age < 0 ? 0 : (hazards[age] ?? hazards.at(-1) ?? 0);

const numberOf = (day: Day): number => daysBetween(EPOCH, day);

interface Month {
  readonly first: number;
  readonly last: number;
  readonly place: number;
}

/** The calendar months from one day number to another, with their place in the cycle. */
function monthsBetween(from: number, to: number, startMonth: number, cycle: number): readonly Month[] {
  const months: Month[] = [];
  let first = from;
  while (first <= to) {
    const at = new Date(first * 86_400_000);
    const month = at.getUTCMonth();
    const next = Date.UTC(at.getUTCFullYear(), month + 1, 1) / 86_400_000;
    months.push({ first, last: Math.min(next - 1, to), place: (month - (startMonth - 1) + 12) % cycle });
    first = next;
  }
  return months;
}

const placesOf = (from: number, to: number, { startMonth, cycle }: AgeModel): readonly number[] =>
  monthsBetween(from, to, startMonth, cycle).flatMap(({ first, last, place }) =>
    Array.from({ length: last - first + 1 }, () => place),
  );
