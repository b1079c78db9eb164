/**
 * How alike two texts are, 0–1 (Jaro 1989): the share of characters that both have near the same place, less half of
 * those that come in another order.
 */
export function jaro(left: string, right: string): number {
  if (left === right) return 1;
  const [a, b] = [[...left], [...right]];
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1);
  const taken = new Array<boolean>(b.length).fill(false);
  const matchedLeft: string[] = [];
  for (const [place, character] of a.entries()) {
    const last = Math.min(b.length - 1, place + reach);
    for (let other = Math.max(0, place - reach); other <= last; other++) {
      if (taken[other] || b[other] !== character) continue;
      taken[other] = true;
      matchedLeft.push(character);
      break;
    }
  }
  const matches = matchedLeft.length;
  if (matches === 0) return 0;
  const matchedRight = b.filter((_, place) => taken[place]);
  const swapped = matchedLeft.filter((character, place) => character !== matchedRight[place]).length / 2;
  return (matches / a.length + matches / b.length + (matches - swapped) / matches) / 3;
}

const BOOST_FROM = 0.7;
const LONGEST_PREFIX = 4;
const PREFIX_WEIGHT = 0.1;

/**
 * Jaro's likeness, raised for texts that begin alike (Winkler 1990): by a tenth of what is missing for each of up to four
 * first characters, where it is above 0.7 already. 0–1.
 *
 * ```ts
 * import { jaroWinkler } from '@kith/core/duplicates';
 * expect(jaroWinkler('dunningham', 'cunnigham').toFixed(2)).toBe('0.90');
 * ```
 */
export function jaroWinkler(left: string, right: string): number {
  const likeness = jaro(left, right);
  if (likeness <= BOOST_FROM) return likeness;
  let prefix = 0;
  while (prefix < LONGEST_PREFIX && prefix < left.length && left[prefix] === right[prefix]) prefix++;
  return likeness + prefix * PREFIX_WEIGHT * (1 - likeness);
}

/** How many characters must be put in, taken out or replaced to make one text of the other (Levenshtein 1966). */
export function editDistance(left: string, right: string): number {
  const [a, b] = [[...left], [...right]];
  let before = b.map((_, place) => place + 1);
  for (const [row, character] of a.entries()) {
    let diagonal = row;
    let beside = row + 1;
    before = before.map((above, place) => {
      beside = Math.min(above + 1, beside + 1, diagonal + (character === b[place] ? 0 : 1));
      diagonal = above;
      return beside;
    });
  }
  return before.at(-1) ?? a.length;
}

/** One less the share of the longer text that must be changed to make the other of it, 0–1. */
export function editSimilarity(left: string, right: string): number {
  const longest = Math.max([...left].length, [...right].length);
  return longest === 0 ? 1 : 1 - editDistance(left, right) / longest;
}
