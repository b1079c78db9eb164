import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { tokensText } from '../../../packages/elements/src/themes/tokens.js';
import { squeeze } from '../../../scripts/write-tokens.mjs';

const themes = path.resolve(import.meta.dirname, '../../../packages/elements/src/themes');

describe('the design tokens', () => {
  it('EL3 are the same in the stylesheet and in the module (else run node scripts/write-tokens.mjs)', () => {
    expect(tokensText === squeeze(readFileSync(path.join(themes, 'tokens.css'), 'utf8'))).toBe(true);
  });
});
