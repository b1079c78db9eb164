import { describe, expect, it } from 'vitest';
import { countsOf, untoldEvents } from '../../scripts/gate/tests.mjs';

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

describe('the events of the elements', () => {
  it('EM9 names those that no test has seen, whatever prefix an element had', () => {
    const list = {
      name: 'KithList',
      tagName: 'kith-list',
      events: [{ name: 'kith-command' }, { name: 'kith-list-view' }],
    };
    const inherited = list.events.map(({ name }) => ({ name, inheritedFrom: { name: 'KithList' } }));
    const people = { name: 'KithPeople', tagName: 'kith-people', events: [...inherited, { name: 'kith-greet' }] };
    const manifest = { modules: [{ declarations: [list] }, { declarations: [people] }, {}] };
    expect(untoldEvents(manifest, ['test-people kith-command', 'kith-list kith-greet'])).toEqual([
      'No test has seen KithList tell "kith-list-view".',
      'No test has seen KithPeople tell "kith-greet".',
    ]);
  });
});
