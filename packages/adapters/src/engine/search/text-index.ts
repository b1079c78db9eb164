import type { Json, Row } from '../../adapter.js';
import type { Collection, Follower } from '../collection.js';
import { type Path, parsePath, someAt } from '../path.js';
import { fold, hasHan, type Simplify } from './fold.js';
import { createVocabulary, type Vocabulary } from './vocabulary.js';
import { termsOf, wordsOf } from './words.js';

/** The words of a collection's rows, and where each stands. It is brought up to date when it is next asked. */
export interface TextIndex extends Follower {
  readonly vocabulary: Vocabulary;
  readonly fields: readonly Field[];
  /** The row that each slot was listed with. */
  readonly listed: (Row | undefined)[];
  /** Slots whose rows have changed since. */
  readonly changed: Set<number>;
  /** Until it is there, rows with Chinese text wait. */
  simplify: Simplify | undefined;
  /** Rows with Chinese text are waiting. */
  needsCharacters: boolean;
  /** Made for the first question. */
  notes: Notes | undefined;
  /** Somebody is bringing it up to date. */
  busy: Promise<void> | undefined;
}

/** What is noted about each slot while one question is answered. */
export interface Notes {
  /** How many words a slot has had so far; 0 between two questions. */
  readonly stage: Uint8Array;
  readonly score: Float64Array;
  /** The best for the word at hand. */
  readonly word: Float64Array;
}

/** A search path, ready for use. */
export interface Field {
  readonly path: Path;
  /** 0 … 1, the heaviest field being 1. */
  readonly weight: number;
}

/** The place of a term in a row, as one number: the slot, and how much the term says there. */
export const LEVELS = 256;

/** An index for the search paths of a collection; every row is still to be listed. */
export function createTextIndex(collection: Collection): TextIndex {
  const { search } = collection;
  const heaviest = Math.max(...search.map(({ weight = 1 }) => weight));
  const index: TextIndex = {
    vocabulary: createVocabulary(),
    fields: search.map(({ path, weight = 1 }) => ({ path: parsePath(path), weight: weight / heaviest })),
    listed: [],
    changed: new Set(collection.slots.keys()),
    simplify: undefined,
    needsCharacters: false,
    notes: undefined,
    busy: undefined,
    touch(slot, isGone) {
      // What was deleted or erased must be nowhere; anything else can wait until somebody searches.
      if (isGone) unlist(index, slot);
      index.changed.add(slot);
    },
  };
  collection.followers.push(index);
  return index;
}

/** Rows between two steps. */
const STEP = 32;

/** Brings the index up to date, in steps; without the table it leaves rows with Chinese text. */
export function* catchUp(index: TextIndex, { slots }: Collection): Generator<void, void, undefined> {
  let sinceStep = 0;
  for (const slot of index.changed) {
    const row = slots[slot]?.row;
    if (row !== undefined && index.simplify === undefined && hasHanIn(index, row)) {
      index.needsCharacters = true;
      continue;
    }
    index.changed.delete(slot);
    if (index.listed[slot] === row) continue;
    unlist(index, slot);
    if (row !== undefined) list(index, slot, row);
    if (++sinceStep % STEP === 0) yield;
  }
  yield* index.vocabulary.sort();
}

function list(index: TextIndex, slot: number, row: Row): void {
  // A hole in an array makes it slow for good.
  while (index.listed.length <= slot) index.listed.push(undefined);
  index.listed[slot] = row;
  for (const [term, level] of levelsOf(index, row)) index.vocabulary.add(term, slot * LEVELS + level);
}

function unlist(index: TextIndex, slot: number): void {
  const row = index.listed[slot];
  if (row === undefined) return;
  index.listed[slot] = undefined;
  for (const [term, level] of levelsOf(index, row)) index.vocabulary.remove(term, slot * LEVELS + level);
}

/** The terms of a row, each with the most that it says in any field: more in a heavy field, and in a short one. */
function levelsOf(index: TextIndex, row: Row): ReadonlyMap<string, number> {
  const levels = new Map<string, number>();
  for (const { path, weight } of index.fields)
    visitTexts(path, row, (text) => {
      const words = wordsOf(fold(text, index.simplify ?? asItIs));
      const level = Math.max(1, Math.round((LEVELS - 1) * weight * lengthFactor(words.length)));
      for (const word of words)
        for (const term of termsOf(word)) if ((levels.get(term) ?? 0) < level) levels.set(term, level);
    });
  return levels;
}

/** For texts that need no table. */
export const asItIs: Simplify = (text) => text;

/**
 * What a word in a text of so many words is worth: less in a long one, but never so little that this would outweigh
 * how well the word was found.
 */
export const lengthFactor = (words: number): number => 0.75 + 0.25 / Math.sqrt(Math.max(1, words));

/** Visits the texts that a search path finds in a row. */
export function visitTexts(path: Path, { data }: Row, visit: (text: string) => void): void {
  someAt(path, data, (value: Json) => {
    if (typeof value === 'string') visit(value);
    else if (typeof value === 'number') visit(String(value));
    return false;
  });
}

function hasHanIn({ fields }: TextIndex, row: Row): boolean {
  let found = false;
  for (const { path } of fields)
    visitTexts(path, row, (text) => {
      found ||= hasHan(text);
    });
  return found;
}
