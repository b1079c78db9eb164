/** Numbers that look random and are the same for the same seed. */
export interface Random {
  readonly seed: number;
  /** A whole number from 0 up to and without `below`. */
  below(limit: number): number;
  pick<Item>(items: readonly Item[]): Item;
  chance(probability: number): boolean;
}

/** A generator from a seed (Park and Miller, 1988: multiplier 16807 modulo 2³¹ − 1). */
export function createRandom(seed: number): Random {
  let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1;
  const next = (): number => {
    state = (state * 16_807) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
  // Seeds that are close to each other begin with numbers that are.
  for (let round = 0; round < 8; round++) next();
  const below = (limit: number): number => Math.min(limit - 1, Math.floor(next() * limit));
  return {
    seed,
    below,
    pick: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item,
    chance: (probability) => next() < probability,
  };
}
