import { describe, expect, it } from 'vitest';
import { untoldEvents } from '../../scripts/gate/tests.mjs';

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
