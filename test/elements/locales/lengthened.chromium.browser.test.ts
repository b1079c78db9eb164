import '@kith/elements/define';
import { installTokens } from '@kith/elements';
import { expect, fixture, html } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { LENGTHENED, learnLengthened } from '../../support/lengthened.js';
import { lossesIn } from '../../support/losses.js';
import { atRest } from '../../support/shadow-tree.js';
import { PAGES } from '../themes/pages.js';
import { settled } from '../themes/standing.js';

/** A phone, and text twice as large. */
const LOOKS = { '320 pixels': { width: 320, type: 1 }, 'text at 200 %': { width: 640, type: 2 } };

describe('longer words', () => {
  before(() => {
    installTokens(document);
    learnLengthened();
  });
  afterEach(() => document.documentElement.removeAttribute('style'));

  for (const [name, page] of Object.entries(PAGES))
    it(`EL35 nothing is lost of words that are longer by two fifths, at 320 pixels and at 200 %: ${name}`, async () => {
      await setViewport({ width: 320, height: 900 });
      const frame = await settled(await fixture<HTMLElement>(html`<div lang=${LENGTHENED}>${page()}</div>`));
      const lost: string[] = [];
      for (const [look, { width, type }] of Object.entries(LOOKS)) {
        await setViewport({ width, height: 900 });
        document.documentElement.style.setProperty('--kith-type', String(type));
        await settled(frame);
        await atRest(frame);
        const wide = document.documentElement.scrollWidth;
        if (wide > width) lost.push(`${look}: the page is ${wide} wide`);
        lost.push(...lossesIn(frame).map((loss) => `${look}: ${loss}`));
      }
      expect(lost.join('\n')).to.equal('');
    });
});
