import pairs from 'opencc-js/dict/TSCharacters';

const simplified = new Map(
  pairs.split('|').map((pair) => {
    const [traditional = '', simple = ''] = pair.split(' ');
    return [traditional, simple];
  }),
);

const PLAIN = /^[\x20-\x7e]*$/;
const HAN = /\p{Script=Han}/gu;
const MARKS = /\p{M}/gu;
const SPECIAL = /[ßæœøłđðþıə]/g;
const SPELLED: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
  ə: 'a',
};
/** Letters of scripts in which a mark makes another letter, not an accent. */
const MARKS_MATTER = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\p{Script=Devanagari}\p{Script=Thai}]/u;

/** No name is longer, and what is not one costs time that grows with the square of its length. */
const LONGEST = 300;
const shortened = (text: string): string =>
  text.length <= LONGEST ? text : text.slice(0, LONGEST).replace(/\p{Surrogate}$/u, '');

/**
 * A text as it is compared: without case and accents, wide letters as narrow ones, traditional characters as simplified
 * ones, each by itself. Of one that is longer than any name, its beginning.
 */
export function fold(text: string): string {
  if (PLAIN.test(text)) return shortened(text.toLowerCase());
  const composed = text.normalize('NFKC').toLowerCase();
  const bare = MARKS_MATTER.test(composed) ? composed : composed.normalize('NFD').replace(MARKS, '');
  const folded = bare
    .normalize('NFC')
    .replace(SPECIAL, (letter) => SPELLED[letter] ?? letter)
    .replace(HAN, (character) => simplified.get(character) ?? character);
  return shortened(folded);
}

/** Its words, folded: stretches of letters and digits. A dot or an apostrophe inside a word is no gap: `S.A.` is `sa`. */
export const wordsOf = (text: string): readonly string[] =>
  fold(text)
    .replaceAll(/(?<=\p{L})[.'’`·](?=\p{L})/gu, '')
    .split(/[^\p{L}\p{N}&+]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word));

/** Whether a text is written in Chinese characters, as names in Chinese and most in Japanese are. */
export const isHan = (text: string): boolean => /^[\p{Script=Han}]+$/u.test(text);

/**
 * A word by its sound, roughly: its first letter and the consonants behind it, those that are often taken for each other
 * made one, none twice. Words of other scripts than Latin stand for themselves.
 */
export function soundOf(word: string): string {
  if (!/^[a-z]+$/.test(word)) return word;
  const letters = word
    .replaceAll('ph', 'f')
    .replaceAll(/[cqk]+/g, 'k')
    .replaceAll(/[zs]+/g, 's')
    .replaceAll(/w/g, 'v')
    .replaceAll(/g(?=[eiy])/g, 'j')
    .replaceAll(/(?<=.)h/g, '');
  const first = /[aeiouy]/.test(letters.charAt(0)) ? 'a' : letters.charAt(0);
  return (first + letters.slice(1).replaceAll(/[aeiouy]/g, '')).replaceAll(/(.)\1+/g, '$1');
}
