/** Numbers in [0, 1) that are the same every time for the same seed, and what is drawn from them. */
export interface Chance {
  next(): number;
  /** A whole number from `low` up to and with `high`. */
  between(low: number, high: number): number;
  pick<Item>(items: readonly Item[]): Item;
  isBelow(share: number): boolean;
  /** Normal with mean 0 and deviation 1 (Box & Muller 1958). */
  normal(): number;
}

const GOLDEN = 0x9e3779b9;

/** Spreads every bit over all others: the finaliser of a 32-bit hash. */
function mixed(value: number): number {
  let state = value | 0;
  state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
  state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
  return state ^ (state >>> 16);
}

/** A number from a seed. */
export const seedOf = (seed: string | number): number => {
  let state = 0;
  for (const character of String(seed)) state = mixed(state + GOLDEN + (character.codePointAt(0) ?? 0));
  return state;
};

/**
 * Chance for one row of one kind: it depends on nothing but the seed and these two, so that any row can be made by
 * itself, at any time, without those before it (a counter through a mixing function, after Steele, Lea & Flood 2014).
 */
export function chanceOf(seed: number, kind: number, index: number): Chance {
  let state = mixed(mixed(seed + Math.imul(kind + 1, GOLDEN)) + index);
  const next = (): number => {
    state = (state + GOLDEN) | 0;
    return (mixed(state) >>> 0) / 2 ** 32;
  };
  return {
    next,
    between: (low, high) => low + Math.floor(next() * (high - low + 1)),
    pick: <Item>(items: readonly Item[]): Item => {
      const item = items[Math.floor(next() * items.length)];
      if (item === undefined) throw new RangeError('pick: there is nothing to choose from.');
      return item;
    },
    isBelow: (share) => next() < share,
    normal: () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
  };
}
