import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { contrastOf, over, type Srgb, srgbOf } from '../../packages/elements/src/themes/source/contrast.js';
import { leastWithMore, type Pair, pairs } from '../../packages/elements/src/themes/source/pairs.js';
import type { ColorToken } from '../../packages/elements/src/themes/source/token.js';
import { tokenGroups, tokensByName } from '../../packages/elements/src/themes/source/tokens.js';
import { sheet } from './sheet.js';

const meta: Meta = { title: 'Foundations/Colours', tags: ['!autodocs'] };
export default meta;

interface Mode {
  readonly theme: 'light' | 'dark';
  readonly isMore: boolean;
}

const modeOf = (globals: Record<string, unknown>): Mode => ({
  theme: globals['theme'] === 'dark' ? 'dark' : 'light',
  isMore: globals['contrast'] === 'more',
});

const colored = (name: string): ColorToken | undefined => {
  const token = tokensByName.get(name);
  return token && 'light' in token ? token : undefined;
};

const shown = (name: string, { theme, isMore }: Mode): Srgb => {
  const token = colored(name) as ColorToken;
  return srgbOf(((isMore && token.more) || token)[theme]);
};

function contrast(ink: string, ground: string, mode: Mode): number {
  const [top = '', below] = ground.split(' over ');
  const under = below ? over(shown(top, mode), shown(below, mode)) : shown(top, mode);
  return contrastOf(over(shown(ink, mode), under), under);
}

const laid = (ground: string): string => {
  const [top, below] = ground.split(' over ');
  return below ? `linear-gradient(var(--kith-${top}), var(--kith-${top})), var(--kith-${below})` : `var(--kith-${top})`;
};

const LEVELS: Readonly<Record<Pair['least'], string>> = { 7: 'AAA', 4.5: 'AA', 3: '3 to 1', 1: 'none asked' };

/** Every colour by its role. Choose a theme and more contrast above. */
export const Roles: StoryObj = {
  render: () =>
    sheet(
      'Colours',
      'Written in OKLCH, by role. Accent is what you can do or have chosen, status is status, a hue is a category; nothing else is coloured.',
      html`
        <style>
          .swatches { display: grid; grid-template-columns: repeat(auto-fill, minmax(148px, 1fr)); gap: var(--kith-space-4) var(--kith-space-3); }
          .swatches > li > span { display: block; block-size: 48px; margin-block-end: var(--kith-space-2); border-radius: var(--kith-radius-md); box-shadow: inset 0 0 0 1px var(--kith-border); forced-color-adjust: none; }
        </style>
        ${tokenGroups
          .map((group) => ({
            ...group,
            colors: Object.entries(group.tokens).filter(([name]) => colored(name)),
          }))
          .filter(({ colors }) => colors.length > 0)
          .map(
            ({ title, colors }) => html`
              <h3>${title}</h3>
              <ul class="swatches">
                ${colors.map(
                  ([name, { say }]) => html`
                    <li><span style="background: var(--kith-${name})"></span><code>${name}</code><p class="subtle">${say}</p></li>
                  `,
                )}
              </ul>
            `,
          )}
      `,
    ),
};

/** What stands on what, with the contrast it has and the one it keeps. */
export const Contrast: StoryObj = {
  render: (_, { globals }) => {
    const mode = modeOf(globals);
    return sheet(
      'Contrast',
      'Every pair in use, worked out from the OKLCH source as WCAG says. Body text keeps 7 to 1, other text 4.5, what is no text 3; where more contrast is asked for, all text keeps 7.',
      html`
        <style>
          .pairs { display: grid; grid-template-columns: repeat(auto-fill, minmax(116px, 1fr)); gap: var(--kith-space-2); }
          .pairs > li > b { display: flex; align-items: center; block-size: 36px; padding-inline: var(--kith-space-3); border-radius: var(--kith-radius-md); box-shadow: inset 0 0 0 1px var(--kith-border); font-weight: var(--kith-weight); }
          .pairs > li > b > i { inline-size: 12px; block-size: 12px; border-radius: 50%; background: currentcolor; }
          .pairs > li > span { font-variant-numeric: tabular-nums; }
        </style>
        ${pairs.map(
          ({ ink, on, least }) => html`
            <div class="line">
              <div><code>${ink}</code><p class="subtle">${mode.isMore && leastWithMore(least) === 7 ? 'AAA' : LEVELS[least]}</p></div>
              <ul class="pairs">
                ${on.map(
                  (ground) => html`
                    <li>
                      <b style="background: ${laid(ground)}; color: var(--kith-${ink})">${least < 4.5 ? html`<i></i>` : 'Aa'}</b>
                      <span class="subtle">${ground} ${contrast(ink, ground, mode).toFixed(1)}</span>
                    </li>
                  `,
                )}
              </ul>
            </div>
          `,
        )}
      `,
    );
  },
};
