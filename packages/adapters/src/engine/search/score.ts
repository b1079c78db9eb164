import { fold } from './fold.js';
import { mistakesBetween, toleranceFor } from './near.js';
import { asItIs, LEVELS, lengthFactor, type TextIndex, visitTexts } from './text-index.js';
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

/** Notes about slots, while one question is answered. */
interface Notes {
  /** How many words a slot has had so far. */
  readonly stage: Uint8Array;
  readonly score: Float64Array;
  /** The best for the word at hand. */
  readonly word: Float64Array;
}

/**
 * Visits the slots in which all words are found, with a score: for each word how well it was found, in a field of which
 * weight and length, more for a rare word. With `isLoose` words with mistakes count, too.
 */
export function scoreSlots(
  index: TextIndex,
  slots: number,
  wanted: readonly Word[],
  isLoose: boolean,
  visit: (slot: number, score: number) => void,
): void {
  const notes: Notes = {
    stage: new Uint8Array(slots),
    score: new Float64Array(slots),
    word: new Float64Array(slots),
  };
  // The rarest word first: what it does not find need not be looked at again.
  const words = wanted.map((word) => ({ word, findings: findingsOf(index, word, isLoose) }));
  words.sort((a, b) => sizeOf(a.findings) - sizeOf(b.findings));
  let found: readonly number[] = [];
  for (const [stage, { word, findings }] of words.entries()) {
    found = applyWord(notes, stage, [...findings, ...partsOf(index, word, notes, stage)]);
    if (found.length === 0) return;
    const rarity = Math.log(1 + slots / found.length);
    for (const slot of found) notes.score[slot] = (notes.score[slot] as number) + rarity * (notes.word[slot] as number);
  }
  for (const slot of found) visit(slot, notes.score[slot] as number);
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

/** Where the vocabulary has a word, or longer ones that begin with it, or ones that are close to it. */
function findingsOf({ vocabulary }: TextIndex, { text, kind }: Word, isLoose: boolean): readonly Finding[] {
  if (kind === 'run') {
    // A single character is found wherever it stands; of several it must be seen whether they stand together.
    const places = [...text].length === 1 ? vocabulary.placesOf(text) : undefined;
    return places === undefined ? [] : [{ places, quality: INSIDE }];
  }
  const findings: Finding[] = [];
  const exact = vocabulary.placesOf(text);
  if (exact !== undefined) findings.push({ places: exact, quality: EXACT });
  vocabulary.visitPrefixed(text, (term, places) =>
    findings.push({ places, quality: BEGINNING + (WHOLENESS * text.length) / term.length }),
  );
  const tolerance = isLoose ? toleranceFor(text) : 0;
  if (tolerance > 0)
    vocabulary.visitNear(text, tolerance, (term, places) => {
      const mistakes = mistakesBetween(text, term, tolerance);
      if (mistakes > 0 && mistakes <= tolerance)
        findings.push({ places, quality: mistakes === 1 ? ONE_MISTAKE : TWO_MISTAKES });
    });
  return findings;
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
