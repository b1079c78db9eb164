/**
 * A place in a hand-made order: text that sorts between its neighbours, never longer than {@link RANK_LENGTH}
 * characters. Compare with `<`. Moving one row writes one rank; only when a gap is used up are some neighbours spread
 * anew (order-maintenance by relabelling: Dietz & Sleator 1987).
 */
export type Rank = string & { readonly __rank: true };

/** Every rank has exactly this many digits, so that text order is number order. */
export const RANK_LENGTH = 12;

const BASE = 36n;
const END = BASE ** BigInt(RANK_LENGTH);
/** The distance between ranks handed out one behind the other: room for 36 halvings, and for 60 million appends. */
const STEP = BASE ** 7n;

/** Whether a string is a rank. */
export const isRank = (value: string): value is Rank => /^[0-9a-z]{12}$/.test(value);

const toRank = (number: bigint): Rank => number.toString(36).padStart(RANK_LENGTH, '0') as Rank;
const toNumber = (rank: Rank): bigint => {
  let number = 0n;
  for (const digit of rank) number = number * BASE + BigInt(Number.parseInt(digit, 36));
  return number;
};

/**
 * A rank between two others; leave one out for the start or the end of the order. Answers undefined when there is no
 * room left: spread the neighbours with {@link spreadRanks} and ask again.
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

/** Ranks one behind the other, for rows that arrive in order (an import, a sample). */
export function* rankSequence(after?: Rank): Generator<Rank, never, void> {
  let last = after ?? toRank(END / 4n);
  for (;;) {
    const next = rankBetween(last, undefined);
    if (next === undefined) throw new RangeError('rankSequence: the end of the order is reached; spread the ranks anew.');
    yield next;
    last = next;
  }
}
