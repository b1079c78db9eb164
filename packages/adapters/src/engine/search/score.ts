import type { Collection } from '../collection.js';
import { fold } from './fold.js';
import { mistakesBetween, toleranceFor } from './near.js';
import { asItIs, LEVELS, lengthFactor, type Notes, type TextIndex, visitTexts } from './text-index.js';
import { isDigits, termsOf, type Word, wordsOf } from './words.js';

/** Places where a word was found, and how well. */
interface Finding {
  readonly places: readonly number[];
  /** 1 for the word itself, less for its beginning, and less again for a word with mistakes. */
  readonly quality: number;
}

const EXACT = 1;
const BEGINNING = 0.5;
/** What a beginning gains by being nearly the whole word. */
const WHOLENESS = 0.2;
const INSIDE = 0.55;
const ONE_MISTAKE = 0.35;
const TWO_MISTAKES = 0.25;

/** A word with where the vocabulary has it. */
export interface Sought {
  readonly word: Word;
  readonly findings: readonly Finding[];
}

/**
 * Visits the slots in which all words are found, with a score: for each word how well it was found, in a field of which
 * weight and length, more for a rare word.
 */
export function scoreSlots(
  index: TextIndex,
  { slots, live }: Pick<Collection, 'slots' | 'live'>,
  sought: readonly Sought[],
  visit: (slot: number, score: number) => void,
): void {
  const notes = notesFor(index, slots.length);
  // The rarest word first: what it does not find need not be looked at again.
  const words = [...sought].sort((a, b) => sizeOf(a.findings) - sizeOf(b.findings));
  let first: readonly number[] | undefined;
  let found: readonly number[] = [];
  for (const [stage, { word, findings }] of words.entries()) {
    found = applyWord(notes, stage, [...findings, ...partsOf(index, word, notes, stage)]);
    first ??= found;
    if (found.length === 0) break;
    const rarity = Math.log(1 + live / found.length);
    for (const slot of found) {
      const before = stage === 0 ? 0 : (notes.score[slot] as number);
      notes.score[slot] = before + rarity * (notes.word[slot] as number);
    }
  }
  for (const slot of found) visit(slot, notes.score[slot] as number);
  for (const slot of first ?? []) notes.stage[slot] = 0;
}

/** The notes of an index, which are used for one question after the other. */
function notesFor(index: TextIndex, slots: number): Notes {
  if (index.notes === undefined || index.notes.stage.length < slots)
    index.notes = {
      stage: new Uint8Array(slots * 2),
      score: new Float64Array(slots * 2),
      word: new Float64Array(slots * 2),
    };
  return index.notes;
}

const sizeOf = (findings: readonly Finding[]): number => findings.reduce((sum, { places }) => sum + places.length, 0);

/** Notes the best of a word's findings in each slot that has had all words before; answers those slots. */
function applyWord({ stage, word }: Notes, before: number, findings: readonly Finding[]): readonly number[] {
  const found: number[] = [];
  for (const { places, quality } of findings) {
    const factor = quality / LEVELS;
    for (const place of places) {
      const slot = place >>> 8;
      const value = (place & 255) * factor;
      if (stage[slot] === before) {
        stage[slot] = before + 1;
        word[slot] = value;
        found.push(slot);
      } else if (stage[slot] === before + 1 && value > (word[slot] as number)) word[slot] = value;
    }
  }
  return found;
}

/** Where the vocabulary has a word, or longer ones that begin with it. */
export function seek({ vocabulary }: TextIndex, word: Word): Sought {
  const { text, kind } = word;
  const findings: Finding[] = [];
  if (kind === 'run') {
    // A single character is found wherever it stands; of several it must be seen whether they stand together.
    const places = [...text].length === 1 ? vocabulary.placesOf(text) : undefined;
    if (places !== undefined) findings.push({ places, quality: INSIDE });
    return { word, findings };
  }
  const exact = vocabulary.placesOf(text);
  if (exact !== undefined) findings.push({ places: exact, quality: EXACT });
  vocabulary.visitPrefixed(text, (term, places) =>
    findings.push({ places, quality: BEGINNING + (WHOLENESS * text.length) / term.length }),
  );
  return { word, findings };
}

/** The same with words that are close to it. */
export function seekNear({ vocabulary }: TextIndex, { word, findings }: Sought): Sought {
  const { text, kind } = word;
  const tolerance = kind === 'word' ? toleranceFor(text) : 0;
  if (tolerance === 0) return { word, findings };
  const near: Finding[] = [];
  vocabulary.visitNear(text, tolerance, (term, places) => {
    const mistakes = mistakesBetween(text, term, tolerance);
    if (mistakes > 0 && mistakes <= tolerance)
      near.push({ places, quality: mistakes === 1 ? ONE_MISTAKE : TWO_MISTAKES });
  });
  return { word, findings: [...findings, ...near] };
}

/** Where a word stands inside of a text without spaces, or of a number: found by its parts, and then seen. */
function partsOf(index: TextIndex, word: Word, { stage }: Notes, before: number): readonly Finding[] {
  const isRun = word.kind === 'run';
  if (isRun ? [...word.text].length < 2 : !isDigits(word)) return [];
  const needle = isRun ? word.text : word.text.replace(/^0+/, '');
  const terms = termsOf({ text: needle, kind: isRun ? 'run' : 'number' });
  const lists = terms.map((term) => index.vocabulary.placesOf(term) ?? []).sort((a, b) => a.length - b.length);
  const seen = new Map<number, number>();
  for (const [at, places] of lists.entries())
    for (const place of places) {
      const slot = place >>> 8;
      if (at === 0 ? stage[slot] === before : seen.get(slot) === at) seen.set(slot, at + 1);
    }
  const places: number[] = [];
  for (const [slot, parts] of seen) {
    const value = parts === lists.length ? valueInside(index, slot, needle, isRun) : 0;
    if (value > 0) places.push(slot * LEVELS + Math.max(1, Math.round(value * (LEVELS - 1))));
  }
  return places.length === 0 ? [] : [{ places, quality: EXACT }];
}

/** The best that a row says about a part of a text or number; 0 when it does not have it. */
function valueInside(index: TextIndex, slot: number, needle: string, isRun: boolean): number {
  const row = index.listed[slot];
  let best = 0;
  if (row === undefined) return best;
  for (const { path, weight } of index.fields)
    visitTexts(path, row, (raw) => {
      const text = fold(raw, index.simplify ?? asItIs);
      const words = wordsOf(text);
      for (const { text: whole, kind } of words) {
        if (kind !== (isRun ? 'run' : 'number') || !whole.includes(needle)) continue;
        const isBeginning = isRun ? whole.startsWith(needle) : whole.endsWith(needle);
        const quality = whole === needle ? EXACT : isBeginning ? BEGINNING + WHOLENESS : INSIDE;
        best = Math.max(best, quality * weight * lengthFactor(words.length));
      }
    });
  return best;
}
