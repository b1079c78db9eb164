import { kept } from '../kernel/kept.js';
import type { Period } from './calendar.js';
import type { ForecastDeal } from './forecast-deal.js';
import type { ForecastSnapshot } from './snapshot.js';

/**
 * Why the open pipeline of a period became another amount. `pushedOut` and `pulledOut` went to a later and an earlier
 * day outside the period, `pushedIn` and `pulledIn` came from an earlier and a later one; `removed` was deleted or
 * lost its close day or amount.
 */
export type WaterfallKind =
  | 'new'
  | 'pushedIn'
  | 'pulledIn'
  | 'grown'
  | 'shrunk'
  | 'pushedOut'
  | 'pulledOut'
  | 'won'
  | 'lost'
  | 'removed';

/** One step of a waterfall: how many deals, and what they add (negative: take away), in minor units. */
export interface WaterfallStep {
  readonly count: number;
  readonly amount: number;
}

/** How the open pipeline of a period went from one snapshot to the next; `opening` and all steps make `closing`, to the minor unit. */
export interface Waterfall {
  readonly currency: string;
  readonly opening: number;
  readonly steps: Readonly<Record<WaterfallKind, WaterfallStep>>;
  readonly closing: number;
}

/** The steps in the order they are drawn in. */
export const WATERFALL_KINDS: readonly WaterfallKind[] = [
  'new',
  'pushedIn',
  'pulledIn',
  'grown',
  'shrunk',
  'pushedOut',
  'pulledOut',
  'won',
  'lost',
  'removed',
];

/**
 * Compares two snapshots of the open pipeline (omitted deals included) with close days in a period, one waterfall for
 * each currency that occurs. A deal leaves with the amount it had and comes with the amount it has; one that stays
 * grows or shrinks. A deal that was closed before and is open again is new. A deal whose currency changed takes its
 * amount out of the one (`shrunk`) and brings it into the other (`grown`).
 */
export function waterfallsBetween(
  before: ForecastSnapshot,
  after: ForecastSnapshot,
  period: Pick<Period, 'first' | 'last'>,
): readonly Waterfall[] {
  const books = new Map<string, Book>();
  const bookOf = (currency: string): Book => kept(books, currency, newBook);
  const earlier = new Map(before.deals.map((deal) => [deal.id, deal]));
  const later = new Map(after.deals.map((deal) => [deal.id, deal]));
  for (const id of new Set([...earlier.keys(), ...later.keys()])) {
    const [from, to] = [earlier.get(id), later.get(id)];
    const [was, is] = [amountIn(from, period), amountIn(to, period)];
    if (was) bookOf(was.currency).opening += was.minor;
    if (is) bookOf(is.currency).closing += is.minor;
    if (was && is && was.currency === is.currency) {
      const change = is.minor - was.minor;
      if (change !== 0) count(bookOf(is.currency), change > 0 ? 'grown' : 'shrunk', change);
    } else if (was && is) {
      count(bookOf(was.currency), 'shrunk', -was.minor);
      count(bookOf(is.currency), 'grown', is.minor);
    } else if (was) count(bookOf(was.currency), wayOut(from, to), -was.minor);
    else if (is) count(bookOf(is.currency), wayIn(from, to), is.minor);
  }
  return [...books]
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .map(([currency, { opening, steps, closing }]) => ({ currency, opening, steps, closing }));
}

interface Book {
  opening: number;
  closing: number;
  readonly steps: Record<WaterfallKind, { count: number; amount: number }>;
}

function newBook(): Book {
  const none = () => ({ count: 0, amount: 0 });
  return {
    opening: 0,
    closing: 0,
    steps: {
      new: none(),
      pushedIn: none(),
      pulledIn: none(),
      grown: none(),
      shrunk: none(),
      pushedOut: none(),
      pulledOut: none(),
      won: none(),
      lost: none(),
      removed: none(),
    },
  };
}

function count({ steps }: Book, kind: WaterfallKind, amount: number): void {
  steps[kind].count++;
  steps[kind].amount += amount;
}

const amountIn = (deal: ForecastDeal | undefined, { first, last }: Pick<Period, 'first' | 'last'>) =>
  deal?.status === 'open' && deal.closeDay !== undefined && first <= deal.closeDay && deal.closeDay <= last
    ? deal.amount
    : undefined;

function wayOut(from: ForecastDeal | undefined, to: ForecastDeal | undefined): WaterfallKind {
  if (to && to.status !== 'open') return to.status;
  if (from?.closeDay === undefined || to?.closeDay === undefined || to.amount === undefined) return 'removed';
  return sideOf(from.closeDay, to.closeDay, 'pushedOut', 'pulledOut', 'removed');
}

function wayIn(from: ForecastDeal | undefined, to: ForecastDeal | undefined): WaterfallKind {
  if (from?.status !== 'open' || from.closeDay === undefined || to?.closeDay === undefined) return 'new';
  return sideOf(from.closeDay, to.closeDay, 'pushedIn', 'pulledIn', 'new');
}

/** Whether a close day went to a later or an earlier one; on the same day it was the amount that came or went. */
const sideOf = (
  from: string,
  to: string,
  isLater: WaterfallKind,
  isEarlier: WaterfallKind,
  isSame: WaterfallKind,
): WaterfallKind => (to > from ? isLater : to < from ? isEarlier : isSame);
