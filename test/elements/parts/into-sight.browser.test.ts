import { tabs } from '@kith/elements/parts';
import { expect } from '@open-wc/testing';
import { html } from 'lit';
import { type PartsSurface, showParts } from '../../support/parts-surface.js';
import { waitUntil } from '../../support/wait-until.js';

const NAMES = ['Details', 'Activity', 'Open deals', 'Documents', 'Tickets'];

describe('a strip of tabs that is wider than its place', () => {
  const show = async (dir: 'ltr' | 'rtl') => {
    let [selected, last] = ['Details', 'Tickets'];
    const surface = await showParts(
      () =>
        html`<div dir=${dir} style="inline-size: 240px">${tabs({ label: 'Record', selected, onSelect: () => {}, tabs: NAMES.map((id) => ({ id, label: id === 'Tickets' ? last : id })) })}</div>`,
    );
    return {
      surface,
      select: (id: string) => {
        selected = id;
        surface.requestUpdate();
      },
      name: (words: string) => {
        last = words;
        surface.requestUpdate();
      },
    };
  };
  /** By how much of it the chosen one is out of sight, in px. */
  const hiddenOf = (surface: PartsSurface): number => {
    const frame = surface.find('.tabs').getBoundingClientRect();
    const item = surface.find('[aria-selected=true]').getBoundingClientRect();
    return Math.max(frame.left - item.left, item.right - frame.right, 0);
  };

  for (const dir of ['ltr', 'rtl'] as const)
    it(`PT42 ${dir}: has the chosen one wholly in sight, also when its words grow`, async () => {
      const { surface, select, name } = await show(dir);
      expect(hiddenOf(surface)).to.be.below(1);
      select('Tickets');
      await surface.updateComplete;
      expect(hiddenOf(surface)).to.be.above(20);
      await waitUntil(() => hiddenOf(surface) < 1);
      name('Tickets, by age');
      await surface.updateComplete;
      expect(hiddenOf(surface)).to.be.above(20);
      await waitUntil(() => hiddenOf(surface) < 1);
      select('Details');
      await surface.updateComplete;
      await waitUntil(() => hiddenOf(surface) < 1);
    });
});
