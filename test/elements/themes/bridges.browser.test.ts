import tokensText from '@kith/elements/tokens.css?inline';
import { expect } from '@open-wc/testing';
import { contrastOf, over } from '../../../packages/elements/src/themes/source/contrast.js';
import { pairs } from '../../../packages/elements/src/themes/source/pairs.js';
import { type System, systems } from '../../../stories/bridges/systems.js';
import { shownBy } from './shown.js';

const THEMES = ['light', 'dark'] as const;
/** What a system says how it stands with, and fills that stand beside words, are its own. */
const isOwn = (ink: string): boolean => /^(cat|seq)-|-fill$|^accent$/.test(ink);

describe('the bridges', () => {
  for (const system of Object.values<System>(systems))
    for (const theme of THEMES) {
      it(`EL9 ${system.name} in ${theme}: every token it maps has a value of that system`, async () => {
        const probe = await page(system, theme);
        const style = getComputedStyle(probe);
        const mapped = [...system.bridge.matchAll(/(--kith-[\w-]+)\s*:/g)].map(([, name = '']) => name);
        expect(mapped.length).to.be.greaterThan(30);
        expect(mapped.filter((name) => style.getPropertyValue(name) === '')).to.deep.equal([]);
        // What is not mapped follows it.
        expect(style.colorScheme.includes('dark')).to.equal(theme === 'dark');
      });

      it(`EL9 ${system.name} in ${theme}: text keeps AA, and fields and focus 3 to 1`, async () => {
        const probe = await page(system, theme);
        const shown = (name: string) => shownBy(probe, `var(--kith-${name})`);
        const white = shown('surface');
        const problems = pairs
          .filter(({ ink, least }) => least > 1 && !isOwn(ink))
          .flatMap(({ ink, on, least }) =>
            on.flatMap((ground) => {
              const [top = '', below] = ground.split(' over ');
              const under = over(shown(top), below ? over(shown(below), white) : white);
              const contrast = contrastOf(over(shown(ink), under), under);
              return contrast < Math.min(least, 4.5) ? [`${ink} on ${ground}: ${contrast.toFixed(2)}`] : [];
            }),
          );
        expect(problems).to.deep.equal([]);
      });
    }
});

/** A thing in a page of the system, in a frame of its own. */
async function page({ css, bridge, scope }: System, theme: (typeof THEMES)[number]): Promise<HTMLElement> {
  for (const frame of document.querySelectorAll('iframe')) frame.remove();
  const frame = document.createElement('iframe');
  document.body.append(frame);
  const inside = frame.contentDocument as Document;
  for (const text of [tokensText, css, bridge]) {
    const style = inside.createElement('style');
    style.textContent = text;
    inside.head.append(style);
  }
  const part = inside.createElement('div');
  for (const [name, value] of Object.entries(scope(theme))) part.setAttribute(name, value);
  inside.body.append(part);
  return part;
}
