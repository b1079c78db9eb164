import { describe, expect, it } from 'vitest';
import { countsOf } from '../../scripts/gate/tests.mjs';

const REDRAW = '\u001b[2K\u001b[1A\u001b[2K\u001b[G';

describe('counting the tests of a browser run', () => {
  it('takes the last line of each browser, once, however often it was drawn', () => {
    const output = [
      'Chromium: |██    | 1/3 test files | 20 passed, 0 failed',
      `${REDRAW}Chromium: |████  | 2/3 test files | 45 passed, 1 failed`,
      `${REDRAW}Firefox:  |██████| 3/3 test files | 30 passed, 0 failed`,
      'Chromium: |██████| 3/3 test files | 60 passed, 1 failed',
    ].join('\n');
    expect(countsOf(output)).toEqual({ passed: 90, failed: 1 });
  });
});
