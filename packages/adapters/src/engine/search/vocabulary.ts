import { sortInSteps } from '../sort-in-steps.js';
import { createWordsByLength } from './near.js';

/** All terms with their places: whole numbers, in no order. */
export interface Vocabulary {
  readonly size: number;
  add(term: string, place: number): void;
  /** A term goes with its last place. */
  remove(term: string, place: number): void;
  placesOf(term: string): readonly number[] | undefined;
  /** Visits the terms that begin with something, and are longer. */
  visitPrefixed(prefix: string, visit: (term: string, places: readonly number[]) => void): void;
  /** Visits the terms that might be a word with so many mistakes, and some that are not. */
  visitNear(word: string, mistakes: number, visit: (term: string, places: readonly number[]) => void): void;
  /** Puts new terms in order, in steps; before, they are not found by their beginning. */
  sort(): Generator<void, void, undefined>;
}

/** Up to so many new terms are put in their places one by one. */
const FEW = 64;

/** Terms between two steps of merging. */
const STEP = 4096;

/** A vocabulary without words. */
export function createVocabulary(): Vocabulary {
  const numberOf = new Map<string, number>();
  const terms: (string | undefined)[] = [];
  const places: (number[] | undefined)[] = [];
  const free: number[] = [];
  const byLength = createWordsByLength();
  let sorted: string[] = [];
  let added: string[] = [];

  function addTerm(term: string): number {
    const number = free.pop() ?? terms.length;
    numberOf.set(term, number);
    terms[number] = term;
    byLength.add(term, number);
    added.push(term);
    return number;
  }

  function removeTerm(term: string, number: number): void {
    numberOf.delete(term);
    terms[number] = undefined;
    places[number] = undefined;
    byLength.remove(term, number);
    free.push(number);
    const at = firstNotBefore(sorted, term);
    if (sorted[at] === term) sorted.splice(at, 1);
  }

  return {
    get size() {
      return numberOf.size;
    },
    add(term, place) {
      const number = numberOf.get(term) ?? addTerm(term);
      const there = places[number];
      if (there === undefined) places[number] = [place];
      else there.push(place);
    },
    remove(term, place) {
      const number = numberOf.get(term);
      const there = number === undefined ? undefined : places[number];
      if (number === undefined || there === undefined) return;
      const at = there.lastIndexOf(place);
      const last = there.pop();
      if (at < there.length && last !== undefined) there[at] = last;
      if (there.length === 0) removeTerm(term, number);
    },
    placesOf(term) {
      const number = numberOf.get(term);
      return number === undefined ? undefined : places[number];
    },
    visitPrefixed(prefix, visit) {
      for (let at = firstNotBefore(sorted, prefix); at < sorted.length; at++) {
        const term = sorted[at] as string;
        if (!term.startsWith(prefix)) return;
        const there = term === prefix ? undefined : this.placesOf(term);
        if (there !== undefined) visit(term, there);
      }
    },
    visitNear(word, mistakes, visit) {
      byLength.visitNear(word, mistakes, (number) => {
        const term = terms[number];
        const there = places[number];
        if (term !== undefined && there !== undefined) visit(term, there);
      });
    },
    *sort() {
      const fresh = [...new Set(added)].filter((term) => numberOf.has(term));
      added = [];
      if (fresh.length <= FEW) {
        for (const term of fresh) {
          const at = firstNotBefore(sorted, term);
          if (sorted[at] !== term) sorted.splice(at, 0, term);
        }
        return;
      }
      const inOrder = yield* sortInSteps(fresh, (a, b) => (a < b ? -1 : 1));
      // Terms may go while this goes on: what is merged is what was there, and what is gone since is left out in the end.
      const before = [...sorted];
      const merged: string[] = [];
      let from = 0;
      for (const term of inOrder) {
        while (from < before.length && (before[from] as string) < term) merged.push(before[from++] as string);
        if (before[from] === term) from++;
        merged.push(term);
        if (merged.length % STEP === 0) yield;
      }
      while (from < before.length) merged.push(before[from++] as string);
      sorted = merged.filter((term) => numberOf.has(term));
    },
  };
}

function firstNotBefore(sorted: readonly string[], term: string): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sorted[middle] as string) < term) low = middle + 1;
    else high = middle;
  }
  return low;
}
