import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { collate } from '../../../packages/adapters/src/engine/collate.js';

const codePoints = (text: string): readonly number[] => Array.from(text, (character) => character.codePointAt(0) ?? 0);

function byCodePoints(a: string, b: string): number {
  const [left, right] = [codePoints(a.normalize('NFC')), codePoints(b.normalize('NFC'))];
  const at = left.findIndex((point, index) => point !== right[index]);
  if (at < 0) return left.length - right.length;
  return (left[at] ?? 0) - (right[at] ?? -1);
}

describe('collation', () => {
  it('P4 orders strings by the code points of their NFC, lone surrogates included', () => {
    const edge = fc.constantFrom(
      '\ud7fe',
      '\ud7ff',
      '\ud800',
      '\udbff',
      '\udc00',
      '\udfff',
      '\ue000',
      '\uffff',
      '😀',
      '\u{10ffff}',
      'a',
      'e',
      '\u0301',
      'é',
      '',
    );
    const text = fc.oneof(
      fc.array(edge, { maxLength: 5 }).map((parts) => parts.join('')),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    fc.assert(
      fc.property(text, text, (a, b) => {
        const [left, right] = [collate(a), collate(b)];
        expect(Math.sign(left < right ? -1 : left > right ? 1 : 0)).toBe(Math.sign(byCodePoints(a, b)));
      }),
      { numRuns: 3000 },
    );
  });

  it('P4 leaves alone what is in order by itself', () => {
    const name = 'Straße 12, Łódź';
    expect(collate(name)).toBe(name);
  });
});
