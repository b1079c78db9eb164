import type { Day } from './day.js';
import { kept } from './kept.js';
import { currencyExponent, type Money, money, sumByCurrency } from './money.js';
import { inverseOf, productOf, type Ratio, ratioOf, scaled } from './ratio.js';
import { ok, type Problem, type Result, refuse } from './result.js';

/** What one unit of a currency costs in another from a day on, until a later rate. */
export interface Rate {
  readonly from: string;
  readonly to: string;
  readonly day: Day;
  /** Units (not minor units) of `to` for one of `from`; above 0. */
  readonly rate: number;
}

/** The rate that holds between two currencies on a day, and where it comes from. */
export interface FoundRate {
  /** As it was entered, turned round, or through a third currency. */
  readonly via: 'direct' | 'inverse' | 'cross';
  /** The rates that it is made of, as they were entered: what an interface shows. */
  readonly rates: readonly Rate[];
  /** What minor units of the one currency are multiplied by to be minor units of the other. */
  readonly ratio: Ratio;
}

/** Looks up the rate of a day; undefined when none had begun by then. */
export type RateFinder = (from: string, to: string, day: Day) => FoundRate | undefined;

/** Turns minor units of a currency into those of the report's at the rate of a day; undefined when there is none. */
export type Converter = (minor: number, currency: string, day: Day) => number | undefined;

/** What an amount comes to in another currency, and by which rates. */
export interface Conversion {
  readonly amount: Money;
  /** The rates that were used, as they were entered; none within one currency. */
  readonly rates: readonly Rate[];
}

/** What amounts of several currencies come to. Two currencies are never added. */
export interface ConvertedSum {
  /** Each currency by itself, in the order in which they first come. */
  readonly perCurrency: readonly Money[];
  /** All that could be converted; absent when nothing could. */
  readonly converted?: Money;
  /** The currencies for which there is no rate: `converted` is without them, and whoever shows it has to say so. */
  readonly withoutRate: readonly string[];
  /** The rates that were used. */
  readonly rates: readonly Rate[];
}

/**
 * Prepares rates to be looked up. The latest one that had begun by the day holds: as entered, or turned round (the other
 * way round where that is newer; on the same day as entered). Only where a pair has neither, two of them meet in a third
 * currency: in the one whose older rate is the newest, the first by its code where several are.
 * Throws a RangeError for a rate that is not above 0.
 */
export function rateFinder(rates: readonly Rate[]): RateFinder {
  const byPair = new Map<string, Rate[]>();
  const neighbours = new Map<string, Set<string>>();
  for (const rate of rates) {
    if (!(rate.rate > 0 && Number.isFinite(rate.rate)))
      throw new RangeError(`A rate is a number above 0, not ${rate.rate} (${rate.from} to ${rate.to}).`);
    kept(byPair, pairOf(rate.from, rate.to), () => []).push(rate);
    kept(neighbours, rate.from, () => new Set()).add(rate.to);
    kept(neighbours, rate.to, () => new Set()).add(rate.from);
  }
  for (const list of byPair.values())
    list.sort((left, right) => (left.day < right.day ? -1 : Number(left.day > right.day)));
  const latest = (from: string, to: string, day: Day): Rate | undefined =>
    byPair.get(pairOf(from, to))?.findLast((rate) => rate.day <= day);

  const between = (from: string, to: string, day: Day): FoundRate | undefined => {
    const direct = latest(from, to, day);
    const inverse = latest(to, from, day);
    if (direct && (!inverse || direct.day >= inverse.day))
      return { via: 'direct', rates: [direct], ratio: ratioBetween(direct) };
    return inverse && { via: 'inverse', rates: [inverse], ratio: inverseOf(ratioBetween(inverse)) };
  };
  const across = (from: string, to: string, day: Day): FoundRate | undefined => {
    let best: { readonly age: Day; readonly found: FoundRate } | undefined;
    for (const middle of [...(neighbours.get(from) ?? [])].sort()) {
      const first = between(from, middle, day);
      const second = first && between(middle, to, day);
      if (!first || !second) continue;
      const legs = [...first.rates, ...second.rates];
      const [age = day] = legs.map((rate) => rate.day).sort();
      if (best && best.age >= age) continue;
      best = { age, found: { via: 'cross', rates: legs, ratio: productOf(first.ratio, second.ratio) } };
    }
    return best?.found;
  };
  return (from, to, day) => between(from, to, day) ?? across(from, to, day);
}

/** Prepares rates for converting many amounts into one currency. */
export function converterTo(currency: string, rates: readonly Rate[]): Converter {
  const find = rateFinder(rates);
  const known = new Map<string, Map<Day, Ratio | undefined>>();
  return (minor, from, day) => {
    if (from === currency) return minor;
    const days = kept(known, from, () => new Map<Day, Ratio | undefined>());
    if (!days.has(day)) days.set(day, find(from, currency, day)?.ratio);
    const ratio = days.get(day);
    return ratio && scaled(minor, ratio);
  };
}

/**
 * Converts an amount at the rate that held on a day, rounded half to even at the minor unit, and says by which. Refuses
 * with `rates/missing` when no rate had begun by then (nothing is ever taken as one to one), and with `money/too-large`.
 */
export function convertOn(amount: Money, to: string, day: Day, rates: readonly Rate[]): Result<Conversion> {
  if (amount.currency === to) return ok({ amount, rates: [] });
  const found = rateFinder(rates)(amount.currency, to, day);
  if (!found) return refuse(rateMissing(amount.currency, to, day));
  const minor = scaled(amount.minor, found.ratio);
  if (!Number.isSafeInteger(minor))
    return refuse({
      code: 'money/too-large',
      message: `In ${to} it would be larger than an amount can be (2^53 minor units).`,
      path: 'amount',
      params: { text: String(amount.minor) },
    });
  return ok({ amount: money(minor, to), rates: found.rates });
}

/**
 * Sums amounts at the rates of one day: each currency by itself, and all of them converted as far as there are rates. For
 * many sums, prepare the rates with {@link rateFinder}.
 */
export function sumOn(
  amounts: Iterable<Money>,
  to: string,
  day: Day,
  rates: readonly Rate[] | RateFinder,
): ConvertedSum {
  const perCurrency = sumByCurrency(amounts);
  const find = typeof rates === 'function' ? rates : rateFinder(rates);
  const used: Rate[] = [];
  const withoutRate: string[] = [];
  let minor: number | undefined;
  for (const amount of perCurrency) {
    const found = amount.currency === to ? undefined : find(amount.currency, to, day);
    if (amount.currency !== to && !found) {
      withoutRate.push(amount.currency);
      continue;
    }
    used.push(...(found?.rates ?? []));
    minor = (minor ?? 0) + (found ? scaled(amount.minor, found.ratio) : amount.minor);
  }
  return { perCurrency, ...(minor !== undefined && { converted: money(minor, to) }), withoutRate, rates: used };
}

const rateMissing = (from: string, to: string, day: Day): Problem => ({
  code: 'rates/missing',
  message: `There is no rate from ${from} to ${to} for ${day}. Enter one that begins on that day or before.`,
  path: 'rates',
  params: { from, to, day },
});

const ratioBetween = ({ from, to, rate }: Rate): Ratio => ratioOf(rate, currencyExponent(to) - currencyExponent(from));

const pairOf = (from: string, to: string): string => `${from} ${to}`;
