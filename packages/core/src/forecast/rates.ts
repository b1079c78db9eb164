import type { Day } from '../kernel/day.js';
import { currencyExponent, type Money, money } from '../kernel/money.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { type Ratio, ratioOf, scaled } from './ratio.js';

/** What one unit of a currency costs in another from a day on, until a later rate. A rate once used is never rewritten. */
export interface Rate {
  readonly from: string;
  readonly to: string;
  readonly day: Day;
  /** Units (not minor units) of `to` for one of `from`. */
  readonly rate: number;
}

/** Turns minor units of a currency into those of the report's at the rate of a day; undefined when there is none. */
export type Converter = (minor: number, currency: string, day: Day) => number | undefined;

/** Prepares rates for converting many amounts into one currency. */
export function converterTo(currency: string, rates: readonly Rate[]): Converter {
  const dated = new Map<string, { readonly day: Day; readonly ratio: Ratio }[]>();
  for (const rate of rates) {
    if (rate.to !== currency) continue;
    const shift = currencyExponent(rate.to) - currencyExponent(rate.from);
    const list = dated.get(rate.from) ?? [];
    list.push({ day: rate.day, ratio: ratioOf(rate.rate, shift) });
    dated.set(rate.from, list);
  }
  for (const list of dated.values()) list.sort((left, right) => (left.day < right.day ? -1 : 1));
  return (minor, from, day) => {
    if (from === currency) return minor;
    const found = dated.get(from)?.findLast((each) => each.day <= day);
    return found && scaled(minor, found.ratio);
  };
}

/**
 * Converts an amount at the latest rate that held on a day, rounded half to even at the minor unit. Refuses with
 * `forecast/rate-missing` when no rate had begun by then; nothing is ever taken as one to one.
 */
export function convertOn(amount: Money, to: string, day: Day, rates: readonly Rate[]): Result<Money> {
  const minor = converterTo(to, rates)(amount.minor, amount.currency, day);
  return minor === undefined
    ? refuse({
        code: 'forecast/rate-missing',
        message: `There is no rate from ${amount.currency} to ${to} for ${day}. Enter one that begins on that day or before.`,
        path: 'rates',
        params: { from: amount.currency, to, day },
      })
    : ok(money(minor, to));
}
