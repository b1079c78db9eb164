import type { Json } from '../adapter.js';

/** Stands for a value that is no scalar; all of them sort together, after everything else. */
export const STRUCTURE: unique symbol = Symbol('structure');

/**
 * A value as it is sorted: null first, then false, true, numbers, strings, structures. Two keys compare by
 * `compareKeys`; strings are collated beforehand, so that the engine's own `<` gives the promised order.
 */
export type Key = null | boolean | number | string | typeof STRUCTURE;

// Below U+0300 no combining mark and no surrogate exists: such a string is in NFC and sorts by itself.
const NEEDS_CARE = /[\u0300-\uffff]/;
const UNITS_OUT_OF_ORDER = /[\ud7ff-\uffff]/;

/**
 * The string whose UTF-16 order is the code-point order of the given one's NFC. JavaScript compares code units, and
 * there surrogates (U+10000 and up) come before U+E000…U+FFFF; here they are shifted past them. A lone surrogate sorts
 * where its own number says.
 */
export function collate(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  const composed = text.normalize('NFC');
  return UNITS_OUT_OF_ORDER.test(composed) ? shiftUnits(composed) : composed;
}

function shiftUnits(text: string): string {
  let shifted = '';
  for (const character of text) {
    const unit = character.charCodeAt(0);
    if (character.length === 2) shifted += String.fromCharCode(unit + 0x2000, character.charCodeAt(1));
    else if (unit >= 0xe000) shifted += String.fromCharCode(unit - 0x800);
    // Lone surrogates need room of their own between U+D7FF and U+E000: both sides become two units.
    else if (unit >= 0xd7ff) shifted += String.fromCharCode(0xd7ff, unit - 0xd7ff);
    else shifted += character;
  }
  return shifted;
}

/** The sort key of a value; a missing one sorts as null. */
export function toKey(value: Json | undefined): Key {
  if (typeof value === 'string') return collate(value);
  if (value === undefined) return null;
  return typeof value === 'object' && value !== null ? STRUCTURE : value;
}

/** Negative, zero or positive, as sorting wants it. */
export function compareKeys(a: Key, b: Key): number {
  if (a === b) return 0;
  if (typeof a === 'string' && typeof b === 'string') return a < b ? -1 : 1;
  if (typeof a === 'number' && typeof b === 'number') return a < b ? -1 : 1;
  return rankOf(a) - rankOf(b);
}

function rankOf(key: Key): number {
  if (key === null) return 0;
  if (key === false) return 1;
  if (key === true) return 2;
  if (typeof key === 'number') return 3;
  return typeof key === 'string' ? 4 : 5;
}

/** Ids are printable ASCII, so code units will do. */
export function compareIds(a: string, b: string): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
