import { createHash } from 'node:crypto';
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

  it('S73 are the same where a list is so long that another thread takes it', async () => {
    const long = Array.from({ length: 20_000 }, (_, index) => `deals/deal_${index}`);
    expect(await digestOf(long)).toBe(known(canonicalJson(long)));
    expect(sha256(canonicalJson(long))).toBe(known(canonicalJson(long)));
  });
});
