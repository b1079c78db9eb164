/**
 * A place in a hand-made order: text that sorts between its neighbours, always {@link RANK_LENGTH} characters long.
 * Compare with `<`. Moving one row writes one rank; only where a gap is used up are some neighbours spread anew
 * (order maintenance by relabelling: Dietz & Sleator 1987, Bender et al. 2002).
 */
export type Rank = string & { readonly __rank: true };

/** Every rank has exactly this many digits, so that text order is number order. */
export const RANK_LENGTH = 12;

const BASE = 36n;
const HALF = RANK_LENGTH / 2;
const HALF_SPAN = BASE ** BigInt(HALF);
const END = HALF_SPAN * HALF_SPAN;
/** The distance between ranks handed out one behind the other: room for 36 halvings, and for 45 million appends. */
const STEP = BASE ** 7n;

/** Whether a string is a rank. */
export const isRank = (value: string): value is Rank => /^[0-9a-z]{12}$/.test(value);

const toRank = (number: bigint): Rank => number.toString(36).padStart(RANK_LENGTH, '0') as Rank;
const toNumber = (rank: Rank): bigint =>
  BigInt(Number.parseInt(rank.slice(0, HALF), 36)) * HALF_SPAN + BigInt(Number.parseInt(rank.slice(HALF), 36));

/**
 * A rank between two others; leave one out for the start or the end of the order. Answers undefined when there is no
 * room left between them (or they are not in order): ask {@link placeAt} then.
 *
 * ```ts
 * import { rankBetween } from '@kith/core';
 * const first = rankBetween(undefined, undefined);
 * const second = rankBetween(first, undefined);
 * const between = rankBetween(first, second) ?? '';
 * expect([second, between, first].sort()).toEqual([first, between, second]);
 * ```
 */
export function rankBetween(before: Rank | undefined, after: Rank | undefined): Rank | undefined {
  const low = before === undefined ? 0n : toNumber(before);
  const high = after === undefined ? END : toNumber(after);
  if (after === undefined && before === undefined) return toRank(END / 2n);
  if (after === undefined && low + STEP < END) return toRank(low + STEP);
  if (before === undefined && high > STEP) return toRank(high - STEP);
  const middle = (low + high) / 2n;
  return middle > low && middle < high ? toRank(middle) : undefined;
}

/**
 * So many ranks, evenly spaced between two others (or the ends). Answers undefined when they do not fit; take a wider
 * window then.
 */
export function spreadRanks(count: number, before?: Rank, after?: Rank): readonly Rank[] | undefined {
  const low = before === undefined ? 0n : toNumber(before);
  const high = after === undefined ? END : toNumber(after);
  const gap = (high - low) / BigInt(count + 1);
  if (gap < 1n) return undefined;
  return Array.from({ length: count }, (_, index) => toRank(low + gap * BigInt(index + 1)));
}

/** Where a new row goes, and which neighbours have to be written anew to make room for it (most often none). */
export interface Placement {
  readonly rank: Rank;
  readonly rewrites: readonly { readonly index: number; readonly rank: Rank }[];
}

/**
 * The rank of a row that is put before the one at `index` (or last, at `ranks.length`) of an order. `ranks` is the whole
 * order, first to last. Where the gap is used up, the smallest stretch around it that is sparse enough is spread evenly:
 * ranks never get longer, and the rewrites come to fewer than one for each insert before one row, and to fewer than the
 * binary logarithm of the rows in the worst pattern known. Ranks that came out equal, as when two tabs drop at the same place, are put in order on the way.
 * Throws a RangeError for an index outside the order.
 */
export function placeAt(ranks: readonly Rank[], index: number): Placement {
  if (!(Number.isInteger(index) && index >= 0 && index <= ranks.length))
    throw new RangeError(`placeAt: index ${index} is not a place among ${ranks.length} rows.`);
  const free = rankBetween(ranks[index - 1], ranks[index]);
  if (free !== undefined) return { rank: free, rewrites: [] };
  for (let reach = SMALLEST_REACH; ; reach *= 2) {
    const from = Math.max(0, index - reach);
    const to = Math.min(ranks.length, index + reach);
    const spread = spreadSparsely(to - from + 1, ranks[from - 1], ranks[to], to - from === ranks.length);
    if (spread) return settle(ranks, index, from, spread);
  }
}

const SMALLEST_REACH = 4;
/** A stretch must leave gaps this wide for each of its rows (measured: 24 halvings beat both 16 and 28). */
const SPARSE = 2n ** 24n;

/**
 * Spreads a stretch if it is sparse enough. The longer the stretch, the wider the gaps it must leave: that is what keeps
 * the next spreading far away, and the amortised number of rewrites small.
 */
function spreadSparsely(
  count: number,
  before: Rank | undefined,
  after: Rank | undefined,
  isAll: boolean,
): readonly Rank[] | undefined {
  const low = before === undefined ? 0n : toNumber(before);
  const high = after === undefined ? END : toNumber(after);
  const gap = (high - low) / BigInt(count + 1);
  const wanted = BigInt(count) * SPARSE;
  return gap >= wanted || isAll ? spreadRanks(count, before, after) : undefined;
}

function settle(ranks: readonly Rank[], index: number, from: number, spread: readonly Rank[]): Placement {
  const rewrites = spread.flatMap((rank, place) => {
    const at = from + place;
    if (at === index) return [];
    const old = at < index ? at : at - 1;
    return ranks[old] === rank ? [] : [{ index: old, rank }];
  });
  return { rank: spread[index - from] as Rank, rewrites };
}

/** Ranks one behind the other, for rows that arrive in order (an import, a sample). */
export function* rankSequence(after?: Rank): Generator<Rank, never, void> {
  let last = after ?? toRank(END / 4n);
  for (;;) {
    const next = rankBetween(last, undefined);
    if (next === undefined)
      throw new RangeError('rankSequence: the end of the order is reached; spread the ranks anew.');
    yield next;
    last = next;
  }
}
