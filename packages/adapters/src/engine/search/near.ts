/** How many mistakes a word may have: none in a short one, two in a long one. */
export const toleranceFor = (word: string): number =>
  /\d/.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2;

/** A bit for each letter of a word. Each mistake changes two of them at most, which tells nearly all other words apart. */
export function lettersOf(word: string): number {
  let letters = 0;
  for (let at = 0; at < word.length; at++) letters |= 1 << (word.charCodeAt(at) & 31);
  return letters;
}

/** Words by their length, with their letters: what is passed over when one that is close is looked for. */
export interface WordsByLength {
  add(word: string, number: number): void;
  remove(word: string, number: number): void;
  /** Visits the numbers of the words that might be this one with so many mistakes, and some that are not. */
  visitNear(word: string, mistakes: number, visit: (number: number) => void): void;
}

/** Nobody types longer words with mistakes. */
const LONGEST = 64;

interface SameLength {
  numbers: Uint32Array;
  letters: Uint32Array;
  size: number;
}

/** No words yet. */
export function createWordsByLength(): WordsByLength {
  const byLength: SameLength[] = [];

  function listFor(length: number): SameLength {
    while (byLength.length <= length)
      byLength.push({ numbers: new Uint32Array(0), letters: new Uint32Array(0), size: 0 });
    return byLength[length] as SameLength;
  }

  return {
    add(word, number) {
      if (word.length > LONGEST) return;
      const list = listFor(word.length);
      if (list.size === list.numbers.length) {
        const capacity = Math.max(16, list.size * 2);
        list.numbers = enlarged(list.numbers, capacity);
        list.letters = enlarged(list.letters, capacity);
      }
      list.numbers[list.size] = number;
      list.letters[list.size++] = lettersOf(word);
    },
    remove(word, number) {
      if (word.length > LONGEST) return;
      const list = listFor(word.length);
      const at = list.numbers.subarray(0, list.size).indexOf(number);
      if (at < 0) return;
      list.size--;
      list.numbers[at] = list.numbers[list.size] as number;
      list.letters[at] = list.letters[list.size] as number;
    },
    visitNear(word, mistakes, visit) {
      const wanted = lettersOf(word);
      const longest = Math.min(word.length + mistakes, byLength.length - 1);
      for (let length = Math.max(0, word.length - mistakes); length <= longest; length++) {
        const { numbers, letters, size } = byLength[length] as SameLength;
        for (let at = 0; at < size; at++)
          if (bitCount((letters[at] as number) ^ wanted) <= mistakes * 2) visit(numbers[at] as number);
      }
    },
  };
}

function enlarged(from: Uint32Array, capacity: number): Uint32Array {
  const to = new Uint32Array(capacity);
  to.set(from);
  return to;
}

/** How many bits are set. */
function bitCount(bits: number): number {
  let count = bits - ((bits >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/**
 * The number of mistakes between two words: letters left out, too many, wrong, or two neighbours swapped (optimal string
 * alignment). Anything above `most`, which is small, is `most + 1`.
 */
export function mistakesBetween(a: string, b: string, most: number): number {
  // Most words that are asked about are not close at all.
  if (!isWithin(most, a, 0, b, 0)) return most + 1;
  let mistakes = most;
  while (mistakes > 0 && isWithin(mistakes - 1, a, 0, b, 0)) mistakes--;
  return mistakes;
}

/**
 * Whether the rests of two words differ by so many mistakes at most. Equal letters are always taken as a pair, which
 * never costs anything; so there is a choice only where letters differ, and at most so many times.
 */
function isWithin(mistakes: number, a: string, fromA: number, b: string, fromB: number): boolean {
  let atA = fromA;
  let atB = fromB;
  while (atA < a.length && atB < b.length && a.charCodeAt(atA) === b.charCodeAt(atB)) {
    atA++;
    atB++;
  }
  const restA = a.length - atA;
  const restB = b.length - atB;
  if (restA === 0 || restB === 0) return restA + restB <= mistakes;
  if (mistakes === 0 || Math.abs(restA - restB) > mistakes) return false;
  const left = mistakes - 1;
  return (
    isWithin(left, a, atA + 1, b, atB + 1) ||
    isWithin(left, a, atA + 1, b, atB) ||
    isWithin(left, a, atA, b, atB + 1) ||
    (a.charCodeAt(atA) === b.charCodeAt(atB + 1) &&
      a.charCodeAt(atA + 1) === b.charCodeAt(atB) &&
      isWithin(left, a, atA + 2, b, atB + 2))
  );
}
