import { describe, expect, it } from 'vitest';
import { countsOf, failedFiles } from '../../scripts/gate/tests.mjs';

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

describe('the files that have a second go', () => {
  it('are those with a failure, each once, whichever browsers it failed in', () => {
    const output = [
      `${REDRAW}test/elements/parts/menu.browser.test.ts:`,
      '',
      ' ❌ menu > PT21 takes letters (failed on Firefox)',
      '      AssertionError: expected 1 to equal 2',
      '        at test/elements/parts/menu.browser.test.ts:12:8',
      `${REDRAW}test/elements/parts/menu.browser.test.ts:`,
      ' ❌ menu > PT21 takes letters (failed on WebKit)',
      `${REDRAW}.generated/docs/board.browser.test.ts:`,
      'Chromium: |██████| 3/3 test files | 60 passed, 3 failed',
    ].join('\n');
    expect(failedFiles(output)).toEqual([
      'test/elements/parts/menu.browser.test.ts',
      '.generated/docs/board.browser.test.ts',
    ]);
  });
});
