import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  createWordsByLength,
  lettersOf,
  mistakesBetween,
  toleranceFor,
} from '../../../../packages/adapters/src/engine/search/near.js';

/** Optimal string alignment by its whole table. */
function distance(a: string, b: string): number {
  const table = Array.from({ length: a.length + 1 }, (_, i) =>
    Array.from({ length: b.length + 1 }, (_, j) => (i === 0 ? j : i)),
  );
  for (let i = 1; i <= a.length; i++)
    for (let j = 1; j <= b.length; j++) {
      const costs = [
        table[i - 1]![j]! + 1,
        table[i]![j - 1]! + 1,
        table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1),
      ];
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) costs.push(table[i - 2]![j - 2]! + 1);
      table[i]![j] = Math.min(...costs);
    }
  return table[a.length]![b.length]!;
}

const word = fc.string({ unit: fc.constantFrom('a', 'b', 'c', 'é', '王'), maxLength: 9 });

describe('words with mistakes', () => {
  it('are as far apart as the whole table of distances says', () => {
    fc.assert(
      fc.property(word, word, fc.integer({ min: 1, max: 2 }), (a, b, most) => {
        expect(mistakesBetween(a, b, most)).toBe(Math.min(distance(a, b), most + 1));
      }),
      { numRuns: 20_000 },
    );
  });

  it('have one mistake in a word of four letters, two in one of eight, and none in numbers', () => {
    expect(['ana', 'anna', 'schmidt', 'schmidts', 'a4711', '66412345'].map(toleranceFor)).toEqual([0, 1, 1, 2, 0, 0]);
  });

  it('are never passed over', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(word, { maxLength: 60 }),
        word,
        fc.integer({ min: 1, max: 2 }),
        (words, wanted, mistakes) => {
          const byLength = createWordsByLength();
          for (const [number, each] of words.entries()) byLength.add(each, number);
          const removed = words.filter((_, number) => number % 5 === 0);
          for (const each of removed) byLength.remove(each, words.indexOf(each));
          const visited = new Set<string>();
          byLength.visitNear(wanted, mistakes, (number) => visited.add(words[number]!));
          for (const each of words)
            if (!removed.includes(each) && distance(wanted, each) <= mistakes)
              expect(visited.has(each), each).toBe(true);
          for (const each of removed) expect(visited.has(each)).toBe(false);
        },
      ),
    );
    expect(lettersOf('abc')).toBe(lettersOf('cabbac'));
  });
});
