import type { Json } from '@kith/adapters';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MAX_DEPTH, plainCopy } from '../../../packages/adapters/src/engine/plain.js';

const ROOM = 1_000_000;

describe('a plain copy', () => {
  it('P7 is what JSON would give back, frozen all through', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (data) => {
        const copy = plainCopy(data, ROOM);
        expect(JSON.stringify(copy)).toBe(JSON.stringify(data));
        const check = (value: Json): void => {
          if (typeof value !== 'object' || value === null) return;
          expect(Object.isFrozen(value)).toBe(true);
          for (const inner of Object.values(value)) check(inner);
        };
        check(copy);
      }),
    );
  });

  it('P7 does not touch what it copies', () => {
    const data = { a: -0, b: undefined, c: [{ d: undefined }] };
    plainCopy(data, ROOM);
    expect(Object.keys(data)).toEqual(['a', 'b', 'c']);
    expect(Object.isFrozen(data.c)).toBe(false);
  });

  it('P7 names the path of what it refuses', () => {
    expect(() => plainCopy({ emails: [{ value: 'a@b.test' }, { value: Number.NaN }] }, ROOM)).toThrow(
      'emails.1.value is NaN',
    );
    expect(() => plainCopy({ at: new Date(0) }, ROOM)).toThrow('at is a Date');
    expect(() => plainCopy([1], ROOM)).toThrow('the row is not an object of fields');
  });

  it('P7 refuses what is nested too deep, and loops', () => {
    let deep: Json = 1;
    for (let level = 0; level < MAX_DEPTH; level++) deep = [deep];
    expect(() => plainCopy({ deep }, ROOM)).toThrow('deeper than');
    const loop: { self?: unknown; other?: unknown } = {};
    loop.self = loop;
    loop.other = loop;
    expect(() => plainCopy({ loop }, ROOM)).toThrow('contains itself');
  });

  it('P7 counts the bytes of a row, not its characters', () => {
    expect(() => plainCopy({ text: '王'.repeat(100) }, 200)).toThrow('is 311 bytes');
    expect(plainCopy({ text: '王'.repeat(100) }, 311)).toBeDefined();
  });
});
