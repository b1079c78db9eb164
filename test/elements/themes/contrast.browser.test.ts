import tokensText from '@kith/elements/tokens.css?inline';
import { expect } from '@open-wc/testing';
import { hexOf, srgbOf } from '../../../packages/elements/src/themes/source/contrast.js';
import { tokensByName } from '../../../packages/elements/src/themes/source/tokens.js';
import { shownBy } from './shown.js';

const sheet = new CSSStyleSheet();
sheet.replaceSync(tokensText);

describe('the colours on a screen', () => {
  before(() => document.adoptedStyleSheets.push(sheet));
  after(() => document.adoptedStyleSheets.splice(document.adoptedStyleSheets.indexOf(sheet), 1));

  for (const theme of ['light', 'dark'] as const)
    for (const contrast of ['normal', 'more'] as const)
      it(`EL7 are those the contrasts are worked out with, within a step of 255: ${theme}, contrast ${contrast}`, () => {
        const part = document.createElement('div');
        part.dataset['theme'] = theme;
        part.dataset['contrast'] = contrast;
        document.body.append(part);
        let compared = 0;
        const different = [...tokensByName].flatMap(([name, token]) => {
          if (!('light' in token)) return [];
          compared++;
          const wanted = srgbOf(((contrast === 'more' && token.more) || token)[theme]);
          const shown = shownBy(part, `var(--kith-${name})`);
          // Cut off at the edge of sRGB by us, mapped into it by some browsers: a step more there.
          return wanted.every((value, index) => Math.abs(value - (shown[index] ?? 0)) <= 2 / 255)
            ? []
            : [`${name}: ${hexOf(shown)}, wanted ${hexOf(wanted)}`];
        });
        part.remove();
        expect(compared).to.be.greaterThan(70);
        expect(different).to.deep.equal([]);
      });
});
