import { type Day, daysBetween } from '../kernel/day.js';
import type { Days } from './age-model.js';

/** A close day somebody expected, and the day the deal was won when it has been. */
export interface ExpectedClose {
  readonly expected: Day;
  readonly closed?: Day;
}

/** By how many days deals close after the day that was expected (negative: before), and which share of them does. */
export interface Slippage {
  /** Ascending. */
  readonly days: readonly number[];
  /** Shares that add up to 1 at most; the rest has not closed within the time seen. */
  readonly shares: readonly number[];
}

/**
 * Learns slippage from the past as it was known on a day. Deals that are still open have slipped at least up to that day
 * and count so (Kaplan & Meier 1958): leaving them out would make everybody look punctual.
 */
export function slippageOf(past: Iterable<ExpectedClose>, asOf: Day): Slippage {
  const slips: { readonly days: number; readonly isClosed: boolean }[] = [];
  for (const { expected, closed } of past) {
    const isClosed = closed !== undefined && closed <= asOf;
    slips.push({ days: daysBetween(expected, isClosed ? closed : asOf), isClosed });
  }
  slips.sort((left, right) => left.days - right.days);
  const [days, shares]: [number[], number[]] = [[], []];
  let left = 1;
  for (let index = 0; index < slips.length; ) {
    const at = slips[index]?.days ?? 0;
    let [next, closed] = [index, 0];
    for (; slips[next]?.days === at; next++) if (slips[next]?.isClosed) closed++;
    if (closed > 0) {
      const share = (left * closed) / (slips.length - index);
      days.push(at);
      shares.push(share);
      left -= share;
    }
    index = next;
  }
  return { days, shares };
}

/**
 * How likely an open deal is won in each window: its chance of being won at all (0–1, calibrated), spread over the days
 * it may slip to, given that it has not closed up to the end of `asOf`. Without any slip that is still possible the
 * expected day is taken at its word.
 */
export function slippedChances(
  deal: { readonly expected: Day; readonly chance: number },
  slippage: Slippage,
  asOf: Day,
  windows: readonly Days[],
): readonly number[] {
  const passed = daysBetween(deal.expected, asOf);
  const shareBetween = (low: number, high: number): number =>
    slippage.shares.reduce((sum, share, index) => {
      const days = slippage.days[index] ?? 0;
      return days >= low && days <= high ? sum + share : sum;
    }, 0);
  const before = shareBetween(Number.NEGATIVE_INFINITY, passed);
  const possible = shareBetween(passed + 1, Number.POSITIVE_INFINITY);
  return windows.map(({ first, last }) => {
    if (possible <= 0) return passed < 0 && first <= deal.expected && deal.expected <= last ? deal.chance : 0;
    const low = Math.max(passed + 1, daysBetween(deal.expected, first));
    return (deal.chance * shareBetween(low, daysBetween(deal.expected, last))) / (1 - before);
  });
}
