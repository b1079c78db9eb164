import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson, digestOf } from '../../../packages/store/src/audit/digest.js';
import { sha256 } from '../../../packages/store/src/audit/sha256.js';

const known = (text: string): string => createHash('sha256').update(text).digest('hex');

describe('digests', () => {
  it('S73 are SHA-256, whatever the length and the letters', () => {
    const letters = 'a é 商 ß … ';
    for (let length = 0; length < 300; length++) {
      const text = letters.repeat(1 + length / 4).slice(0, length);
      expect(sha256(text), `${length} units`).toBe(known(text));
    }
  });

  it('S73 are taken of JSON that is the same for the same value, however many fields it has and in whatever order', () => {
    const text = (value: fc.JsonValue): string => {
      if (typeof value !== 'object' || value === null) return JSON.stringify(value);
      if (Array.isArray(value)) return `[${value.map(text).join()}]`;
      const fields = Object.entries(value as Record<string, fc.JsonValue>).sort(([a], [b]) => (a < b ? -1 : 1));
      return `{${fields.map(([name, each]) => `${JSON.stringify(name)}:${text(each)}`).join()}}`;
    };
    fc.assert(
      fc.property(
        fc.jsonValue(),
        fc.dictionary(fc.string(), fc.nat(), { minKeys: 20, maxKeys: 60 }),
        (value, fields) => {
          const backwards = Object.fromEntries(Object.entries(fields).reverse());
          expect(canonicalJson([value, fields])).toBe(text([value, fields]));
          expect(canonicalJson(backwards)).toBe(text(fields));
        },
      ),
    );
    expect(canonicalJson({ b: undefined, a: [-0, undefined, {}, []] })).toBe('{"a":[0,null,{},[]]}');
  });

  it('S73 are the same where a list is so long that another thread takes it', async () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `deals/deal_${index}`);
    expect(await digestOf(long)).toBe(known(canonicalJson(long)));
    expect(sha256(canonicalJson(long))).toBe(known(canonicalJson(long)));
  });
});
