import '@kith/elements/define';
import { installTokens } from '@kith/elements';
import { expect, fixture, html } from '@open-wc/testing';
import { emulateMedia } from '@web/test-runner-commands';
import { elementsIn } from '../../support/shadow-tree.js';
import { waitUntil } from '../../support/wait-until.js';
import { PAGES } from './pages.js';
import { settled } from './standing.js';

describe('the room an element has', () => {
  before(() => installTokens(document));

  for (const [name, page] of Object.entries(PAGES))
    it(`EL30 280 px are enough: ${name}`, async () => {
      const frame = await settled(await fixture<HTMLElement>(html`<div style="inline-size: 280px">${page()}</div>`));
      const { left, right } = frame.getBoundingClientRect();
      const outside = [...elementsIn(frame)].filter((each) => {
        const box = each.getBoundingClientRect();
        return box.width > 0 && !isScrolled(each, frame) && (box.right > right + 1 || box.left < left - 1);
      });
      expect(outside.map((each) => `${each.localName}.${each.className}`)).to.deep.equal([]);
    });
});

describe('an element on paper', () => {
  before(() => installTokens(document));
  afterEach(async () => {
    await emulateMedia({ media: 'screen' });
    delete document.documentElement.dataset['theme'];
  });

  it('EL31 has nothing to press, hides nothing of what was written, and is light', async () => {
    document.documentElement.dataset['theme'] = 'dark';
    const frame = await settled(
      await fixture<HTMLElement>(html`<div style="inline-size: 720px">${PAGES['contact card']?.()}</div>`),
    );
    const seen = (selector: string) =>
      [...elementsIn(frame)].filter((each) => each.matches(selector) && each.checkVisibility());
    const folded = () => seen('.folded').map((each) => each.scrollHeight - each.clientHeight);
    expect(seen('.button').length).to.be.greaterThan(3);
    expect(folded().some((hidden) => hidden > 0)).to.equal(true);

    await emulateMedia({ media: 'print' });
    expect(seen('.button, .copy, .composer')).to.deep.equal([]);
    expect(folded().filter((hidden) => hidden > 0)).to.deep.equal([]);
    expect(getComputedStyle(frame).colorScheme).to.equal('light only');
    expect(seen('h2').map((each) => each.textContent?.trim())).to.deep.equal(['Léa Fontanel']);
  });
});

describe('what is folded away', () => {
  before(() => installTokens(document));
  afterEach(() => emulateMedia({ media: 'screen' }));

  for (const name of ['pipeline editor', 'field editor'])
    it(`EL31 is there on paper, and folded again after: ${name}`, async () => {
      const frame = await settled(
        await fixture<HTMLElement>(html`<div style="inline-size: 860px">${PAGES[name]?.()}</div>`),
      );
      const folds = (): readonly HTMLDetailsElement[] =>
        [...elementsIn(frame)].filter((each) => each instanceof HTMLDetailsElement);
      expect(folds().map(({ open }) => open)).to.deep.equal([false]);
      await emulateMedia({ media: 'print' });
      await waitUntil(() => folds().every(({ open }) => open), 'it is unfolded');
      await waitUntil(() => folds()[0]?.querySelector('table, li')?.checkVisibility(), 'what is in it is drawn');
      await emulateMedia({ media: 'screen' });
      await waitUntil(() => folds().every(({ open }) => !open), 'it is folded again');
    });
});

/** The elements that are worked with most: each has states that a colour alone would tell. */
const WORKED = [
  'timeline',
  'deal panel',
  'pipeline editor',
  'field editor',
  'lead inbox',
  'task list',
  'explanation of a score',
] as const;

/** By what a state is told where a system gives all colours: nothing of it is a background. */
const toldBy = (element: Element): string => {
  const { outlineStyle, outlineWidth, borderBlockEndWidth, fontWeight, textDecorationLine } = getComputedStyle(element);
  return [outlineStyle, outlineWidth, borderBlockEndWidth, fontWeight, textDecorationLine].join();
};

describe('an element on paper and in the colours of the system', () => {
  before(() => installTokens(document));
  afterEach(() => emulateMedia({ media: 'screen', forcedColors: 'none' }));

  for (const name of WORKED)
    it(`EL31, EL36 has nothing to press on paper and cuts nothing; what is chosen is told without a background: ${name}`, async () => {
      const frame = await settled(
        await fixture<HTMLElement>(html`<div style="inline-size: 860px">${PAGES[name]?.()}</div>`),
      );
      const seen = (selector: string) =>
        [...elementsIn(frame)].filter((each) => each.matches(selector) && each.checkVisibility());

      await emulateMedia({ forcedColors: 'active' });
      for (const state of ['aria-pressed="true"', 'aria-selected="true"', 'aria-current="true"', 'aria-current="step"'])
        for (const chosen of seen(`[${state}]`)) {
          const others = seen(chosen.localName).filter(
            (each) => each.classList[0] === chosen.classList[0] && !each.matches(`[${state}]`),
          );
          const told = [...chosen.querySelectorAll('*'), chosen].map(toldBy).join();
          for (const other of others)
            expect([...other.querySelectorAll('*'), other].map(toldBy).join(), chosen.outerHTML).not.to.equal(told);
        }
      await emulateMedia({ forcedColors: 'none', media: 'print' });
      expect(seen('.button, .copy, .composer').map((each) => each.outerHTML)).to.deep.equal([]);
      const cut = seen('*').filter(
        (each) => getComputedStyle(each).overflowY !== 'visible' && each.scrollHeight > each.clientHeight + 2,
      );
      expect(cut.filter((each) => each.clientHeight > 2).map((each) => each.className)).to.deep.equal([]);
    });
});

/** Inside of something that scrolls or cuts off along the line. */
function isScrolled(element: Element, frame: Element): boolean {
  for (let each: Element | null = element; each && each !== frame; ) {
    const above: Element | null =
      each.assignedSlot ?? each.parentElement ?? (each.getRootNode() as ShadowRoot).host ?? null;
    if (above && above !== frame && getComputedStyle(above).overflowX !== 'visible') return true;
    if (getComputedStyle(each).clipPath !== 'none') return true;
    each = above;
  }
  return false;
}
