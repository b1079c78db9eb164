import { fold, isHan, soundOf, wordsOf } from './fold.js';
import { jaroWinkler } from './jaro-winkler.js';

/** A person's name made ready to be compared. */
export interface PersonName {
  /** Its words, folded, without titles, in the order of the alphabet: the same for `Fontanel, Léa` and `Léa Fontanel`. */
  readonly words: readonly string[];
  /** Whether it is written in Chinese characters; then it is one word. */
  readonly isHan: boolean;
}

const TITLES = new Set(
  'mr mrs ms miss mx dr prof professor mag magister ing dipling dipl phd msc mba bsc sir madam herr frau mme mlle monsieur madame sr sra srta senor senora signor signora dott dottssa pan pani hr fru jr'.split(
    ' ',
  ),
);
const HAN_TITLES = /(?:先生|女士|小姐|太太|夫人|老师|教授|博士|经理|总经理|总监|主任|様|さん|氏)$/u;

/** Reads a name, given as a whole or in parts. Undefined where no word is left. */
export function personName(...parts: readonly (string | undefined)[]): PersonName | undefined {
  const text = parts.filter((part) => part !== undefined).join(' ');
  const together = fold(text).replaceAll(/[\s·・]/gu, '');
  if (isHan(together)) {
    const bare = together.replace(HAN_TITLES, '');
    return { words: [bare === '' ? together : bare], isHan: true };
  }
  const all = wordsOf(text);
  const words = all.filter((word) => !TITLES.has(word));
  return words.length > 0 ? { words: [...words].sort(), isHan: false } : undefined;
}

/**
 * How alike two names are, 0–1. Each word of the shorter name is held against the one of the longer that is most like it;
 * an initial stands for a word that begins with it, for less. Names in Chinese characters are the same or they are not:
 * with two or three characters, one that differs makes another person.
 */
export function nameLikeness(left: PersonName, right: PersonName): number {
  if (left.isHan || right.isHan) return left.words.join('') === right.words.join('') ? 1 : 0;
  const [few, many] = left.words.length <= right.words.length ? [left.words, right.words] : [right.words, left.words];
  if (few.join(' ') === many.join(' ')) return 1;
  const free = [...many];
  let sum = 0;
  let letters = 0;
  for (const word of [...few].sort((a, b) => b.length - a.length)) {
    let best = 0;
    let place = -1;
    for (const [index, other] of free.entries()) {
      const likeness = wordLikeness(word, other);
      if (likeness > best) [best, place] = [likeness, index];
    }
    if (place >= 0) free.splice(place, 1);
    sum += best * word.length;
    letters += word.length;
  }
  // A first name alone is no whole name, and a middle name more makes little difference.
  const missing = few.length === 1 && many.length > 1 ? 0.85 : 1 - 0.02 * (many.length - few.length);
  return (sum / letters) * missing;
}

function wordLikeness(left: string, right: string): number {
  if (left.length === 1 || right.length === 1) return left.charAt(0) === right.charAt(0) ? 0.9 : 0;
  return jaroWinkler(left, right);
}

/** What two names that are meant to be the same mostly share: the sounds of their words. */
export const nameSound = ({ words, isHan: inHan }: PersonName): string =>
  inHan
    ? words.join('')
    : words
        .filter((word) => word.length > 1)
        .map(soundOf)
        .sort()
        .join(' ');
