import { editDistance, editSimilarity, jaro, jaroWinkler } from '@kith/core/duplicates';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';

/** Oracle's reference of UTL_MATCH: Jaro-Winkler and edit distance, in whole percent (the former cut, the latter rounded). */
const PUBLISHED = [
  ['dunningham', 'cunnigham', 89, 80],
  ['abroms', 'abrams', 92, 83],
  ['lampley', 'campley', 90, 86],
  ['marhta', 'martha', 96, 67],
  ['jonathon', 'jonathan', 95, 88],
  ['jeraldine', 'geraldine', 92, 89],
] as const;

describe('likeness of words', () => {
  it('DU1 gives the published Jaro-Winkler and edit percentages', () => {
    const percent = (share: number): number => share * 100 + 1e-9;
    for (const [left, right, winkler, edit] of PUBLISHED) {
      expect([left, right, Math.floor(percent(jaroWinkler(left, right)))]).toEqual([left, right, winkler]);
      expect([left, right, Math.round(percent(editSimilarity(left, right)))]).toEqual([left, right, edit]);
    }
  });

  it('DU2 raises the likeness only above 0.7, by at most four characters in front', () => {
    expect(jaro('dixon', 'dicksonx')).toBeCloseTo(0.766667, 6);
    expect(jaroWinkler('dixon', 'dicksonx')).toBeCloseTo(0.813333, 6);
    expect(jaro('abcdwxyz', 'abcd')).toBeGreaterThan(0.7);
    expect(jaroWinkler('abcdefgh', 'abcdefxy') - jaro('abcdefgh', 'abcdefxy')).toBeCloseTo(
      0.4 * (1 - jaro('abcdefgh', 'abcdefxy')),
      12,
    );
    expect(jaro('abzzzz', 'abyyyy')).toBeLessThan(0.7);
    expect(jaroWinkler('abzzzz', 'abyyyy')).toBe(jaro('abzzzz', 'abyyyy'));
  });

  it('DU3 is the same both ways, 1 only for the same text, and within 0 and 1', () => {
    const word = fc.string({ maxLength: 12, unit: fc.constantFrom(...'abcdé王小') });
    fc.assert(
      fc.property(word, word, (left, right) => {
        for (const likeness of [jaro, jaroWinkler, editSimilarity]) {
          const value = likeness(left, right);
          expect(value).toBeCloseTo(likeness(right, left), 12);
          expect(value).toBeGreaterThanOrEqual(0);
          expect(value).toBeLessThanOrEqual(1 + 1e-12);
          expect(value === 1).toBe(left === right);
        }
      }),
      fuzz(300),
    );
  });

  it('DU3 counts the steps from one text to the other as the definition has them', () => {
    const word = fc.string({ maxLength: 6, unit: fc.constantFrom('a', 'b', 'c') });
    const byDefinition = (left: string, right: string): number => {
      if (left === '' || right === '') return left.length + right.length;
      const [a, b] = [left.slice(1), right.slice(1)];
      if (left[0] === right[0]) return byDefinition(a, b);
      return 1 + Math.min(byDefinition(a, right), byDefinition(left, b), byDefinition(a, b));
    };
    fc.assert(
      fc.property(word, word, (left, right) => {
        expect(editDistance(left, right)).toBe(byDefinition(left, right));
      }),
      fuzz(200),
    );
  });
});
