import { readNumber } from '../base/read-number.js';

/** Whole minutes, as people of a language write them; undefined where they are none. */
export function minutesIn(text: string, lang: string): number | undefined {
  const count = Number(readNumber(text, lang) ?? Number.NaN);
  return Number.isInteger(count) && count >= 0 ? count : undefined;
}
