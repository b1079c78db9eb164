/** Puts simplified characters in the place of traditional ones. */
export type Simplify = (text: string) => string;

const PLAIN = /^[\x20-\x7e]*$/;
const HAN = /\p{Script=Han}/u;
// Accents and points of Latin, Greek, Cyrillic, Hebrew and Arabic. The marks of other scripts make other letters.
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670]/g;
const SPECIAL = /[ßæœøłđðþı]/g;
const spelled: Readonly<Record<string, string>> = {
  ß: 'ss',
  æ: 'ae',
  œ: 'oe',
  ø: 'o',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
};

/** Whether a text has Chinese characters, which need a table to be folded. */
export const hasHan = (text: string): boolean => !PLAIN.test(text) && HAN.test(text.normalize('NFKD'));

/**
 * The text as it is searched: without case and accents, wide letters as narrow ones, traditional characters as
 * simplified ones. What is typed and what is stored are folded alike.
 */
export function fold(text: string, simplify: Simplify): string {
  if (PLAIN.test(text)) return text.toLowerCase();
  const bare = text
    .normalize('NFKD')
    .replace(MARKS, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(MARKS, '')
    .replace(SPECIAL, (letter) => spelled[letter] ?? letter);
  return HAN.test(bare) ? simplify(bare) : bare;
}
