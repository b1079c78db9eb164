/** A part of a text by which it can be found. */
export interface Word {
  readonly text: string;
  /**
   * `word`: separated from others, found by its beginning. `run`: of a script without spaces, found by any part.
   * `number`: the digits of something like a telephone number, found by any part.
   */
  readonly kind: 'word' | 'run' | 'number';
}

// Letters with the marks that belong to them, and digits; Chinese, Japanese and Korean by themselves.
const PARTS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3005\u3007\u30fc]+|(?:(?![\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3005\u3007\u30fc])[\p{L}\p{N}\p{M}])+/gu;
const ASCII_PARTS = /[a-z0-9]+/g;
const ASCII = /^[\x20-\x7e]*$/;
const RUN = /^[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3005\u3007\u30fc]/u;
const NUMBER = /^[+(]?[\d\s().\-–/]+$/;
const NOT_DIGITS = /\D+/g;

/** Fewer digits are no telephone number. */
const FEWEST_DIGITS = 5;

/** The words of a folded text. */
export function wordsOf(text: string): readonly Word[] {
  if (NUMBER.test(text)) {
    const digits = text.replace(NOT_DIGITS, '');
    if (digits.length >= FEWEST_DIGITS) return [{ text: digits, kind: 'number' }];
  }
  const isAscii = ASCII.test(text);
  return (text.match(isAscii ? ASCII_PARTS : PARTS) ?? []).map((part) => ({
    text: part,
    kind: !isAscii && RUN.test(part) ? 'run' : 'word',
  }));
}

/** Digits in one term of a number. */
const DIGITS = 3;

/**
 * The terms under which a word is listed: itself, or each character of a run, or each three digits of a number. The
 * mark in front keeps digits and words apart.
 */
export function termsOf({ text, kind }: Word): readonly string[] {
  if (kind === 'word') return [text];
  if (kind === 'run') return [...new Set(text)];
  const terms = new Set<string>();
  for (let at = 0; at + DIGITS <= text.length; at++) terms.add(`#${text.slice(at, at + DIGITS)}`);
  return [...terms];
}

/** What is looked for, from folded text: a number without the zeros that stand for a country or a trunk line. */
export function wantedOf(text: string): readonly Word[] {
  const wanted = new Map<string, Word>();
  for (const word of wordsOf(text)) {
    const part = word.kind === 'number' ? { ...word, text: word.text.replace(/^0+/, '') } : word;
    if (part.text !== '') wanted.set(part.text, part);
  }
  return [...wanted.values()].slice(0, MOST_WORDS);
}

const MOST_WORDS = 16;

/** Whether a word might be a part of a number: it is looked for there, too. */
export const isDigits = ({ text, kind }: Word): boolean =>
  kind === 'number' ? text.length >= DIGITS : kind === 'word' && text.length >= DIGITS && /^\d+$/.test(text);
