import '@kith/elements/define';
import { installTokens } from '@kith/elements';
import { expect, fixture, html } from '@open-wc/testing';
import { contrastOf, type Srgb } from '../../../packages/elements/src/themes/source/contrast.js';
import { type Pair, pairs } from '../../../packages/elements/src/themes/source/pairs.js';
import { atRest } from '../../support/shadow-tree.js';
import { PAGES } from './pages.js';
import { shownBy } from './shown.js';
import { laidOver, type Standing, settled, standingsIn } from './standing.js';

describe('the text of the elements', () => {
  before(() => {
    installTokens(document);
    document.body.style.background = 'var(--kith-surface)';
  });
  after(() => {
    document.body.removeAttribute('style');
    delete document.documentElement.dataset['theme'];
    delete document.documentElement.dataset['contrast'];
  });

  for (const [name, page] of Object.entries(PAGES))
    it(`EL7 stands where it is declared to, and keeps AA in every theme: ${name}`, async () => {
      document.documentElement.dataset['theme'] = 'dark';
      const element = await settled(await fixture(html`<div style="inline-size: 1200px">${page()}</div>`));
      // In dark no two surfaces have the same colour, so that what is seen tells the token.
      expect(standingsIn(element).flatMap((standing) => undeclared(standing, element))).to.deep.equal([]);
      for (const theme of ['light', 'dark'])
        for (const contrast of ['normal', 'more']) {
          document.documentElement.dataset['theme'] = theme;
          document.documentElement.dataset['contrast'] = contrast;
          await atRest(element);
          expect(
            standingsIn(element).flatMap((standing) => weak(standing, contrast === 'more' ? 7 : 4.5)),
          ).to.deep.equal([], `${theme}, ${contrast}`);
        }
      document.documentElement.dataset['contrast'] = 'normal';
    });
});

function undeclared(standing: Standing, element: HTMLElement): string[] {
  const [top, below] = standing.grounds as [Srgb, Srgb?];
  const inks = namesOf(
    standing.ink,
    pairs.map(({ ink }) => ink),
    element,
  );
  const fits = ({ on }: Pair): boolean =>
    on.some((ground) => {
      const [first = '', second] = ground.split(' over ');
      return (
        isSame(shown(first, element), top) &&
        (second ? below !== undefined && isSame(shown(second, element), below) : !below)
      );
    });
  return pairs.some((pair) => inks.includes(pair.ink) && fits(pair))
    ? []
    : [`"${standing.text}": ${inks.join(' or ') || standing.ink} on ${standing.grounds.map(String).join(' over ')}`];
}

function weak({ text, ink, grounds }: Standing, least: number): string[] {
  const contrast = contrastOf(ink, laidOver(grounds));
  return contrast < least ? [`"${text}": ${contrast.toFixed(2)}`] : [];
}

const shown = (name: string, element: HTMLElement): Srgb => shownBy(element, `var(--kith-${name})`);
const namesOf = (color: Srgb, names: readonly string[], element: HTMLElement): string[] => [
  ...new Set(names.filter((name) => isSame(shown(name, element), color))),
];
const isSame = (one: Srgb, other: Srgb): boolean =>
  one.every((part, index) => Math.abs(part - (other[index] as number)) < 0.002);
