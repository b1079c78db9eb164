import '../parts/surface.js';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { elevation } from '../../packages/elements/src/themes/source/elevation.js';
import { densities, motion, radii, spaces, type } from '../../packages/elements/src/themes/source/scales.js';
import type { TokenGroup } from '../../packages/elements/src/themes/source/token.js';
import { line, sheet } from './sheet.js';

const meta: Meta = { title: 'Foundations/Scales', tags: ['!autodocs'] };
export default meta;

type Story = StoryObj;

/** Each token of a group: its name, what it is for and its value as Kith comes. */
const each = (group: TokenGroup, draw: (name: string) => unknown, wanted: (name: string) => boolean = () => true) =>
  Object.entries(group.tokens)
    .filter(([name]) => wanted(name))
    .map(([name, token]) => line(name, token.say, 'value' in token ? token.value : '', draw(name)));

/** Thirteen pixels read well when the rhythm never breaks. */
export const Type: Story = {
  render: () =>
    sheet(
      'Type',
      'Type and space make the hierarchy. One face, three weights, eight sizes; figures are tabular, titles from 18 px a little tighter where the script is Latin.',
      html`
        ${each(
          type,
          (name) => html`
            <p style="font-size: var(--kith-${name}); ${/xl$/.test(name) ? 'font-weight: 600; line-height: 1.25' : ''}">Atelier clienteling, €36,000</p>
            <p lang="zh-Hans" style="font-size: var(--kith-${name})">青禾文具（苏州）有限公司</p>
            <p lang="ar" dir="rtl" style="inline-size: fit-content; font-size: var(--kith-${name}); line-height: 1.6">شركة واحة المسار</p>
          `,
          (name) => name.startsWith('size-'),
        )}
        ${each(
          type,
          (name) =>
            html`<p style="font-weight: var(--kith-${name}); font-size: var(--kith-size-lg)">Maison Brévent</p>`,
          (name) => name.startsWith('weight'),
        )}
      `,
    ),
};

/** A grid of four. */
export const Space: Story = {
  render: () =>
    sheet(
      'Space',
      'Distances on a grid of 4 px.',
      each(
        spaces,
        (name) =>
          html`<span style="display: block; inline-size: var(--kith-${name}); block-size: 16px; background: var(--kith-accent)"></span>`,
      ),
    ),
};

/** Corners grow with what they hold. */
export const Radius: Story = {
  render: () =>
    sheet(
      'Radius',
      'Corners grow with what they hold: a tag 4, a control 6, a panel 8, a dialog 12. People are round, companies are rounded squares.',
      each(
        radii,
        (name) =>
          html`<span style="display: block; inline-size: 96px; block-size: 48px; border: 1px solid var(--kith-border-strong); border-radius: var(--kith-${name}); background: var(--kith-surface-sunken)"></span>`,
      ),
    ),
};

const GROUNDS: Readonly<Record<string, string>> = {
  'shadow-card': 'surface-raised',
  'shadow-raised': 'surface-raised',
  'shadow-overlay': 'surface-overlay',
  'shadow-drag': 'surface-overlay',
  'shadow-dialog': 'surface-overlay',
};

/** A shadow in light; a lighter surface and a line in dark. */
export const Elevation: Story = {
  render: () =>
    sheet(
      'Elevation',
      'A shadow in light, a lighter surface with a line in dark. Never a shadow alone: each goes with its surface.',
      html`
        <div style="padding: 24px 32px 80px; border-radius: var(--kith-radius-lg); background: var(--kith-surface-sunken)">
          <div style="display: grid; grid-template-columns: repeat(auto-fill, minmax(160px, 1fr)); gap: 40px 32px">
            ${Object.entries(elevation.tokens).map(
              ([name, { say }]) => html`
                <div style="padding: 16px; min-block-size: 96px; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-lg); background: var(--kith-${GROUNDS[name]}); box-shadow: var(--kith-${name})">
                  <code>${name}</code><p class="subtle">${say}</p>
                </div>
              `,
            )}
          </div>
        </div>
      `,
    ),
};

/** Point at a line to see it. */
export const Motion: Story = {
  render: () =>
    sheet(
      'Motion',
      'Ease out on entering, ease in and shorter on leaving; at most 8 px of travel; no bounce, no loops. Where less motion is asked for nothing travels. Point at a line, or put the keyboard on it.',
      html`
        <style>
          .track { display: block; inline-size: 100%; padding: 0; border: 0; border-radius: var(--kith-radius-md); background: var(--kith-surface-sunken); text-align: start; }
          .track > span { display: block; inline-size: 32px; block-size: 32px; border-radius: var(--kith-radius-md); background: var(--kith-accent); transition: margin-inline-start var(--duration, var(--kith-duration-slow)) var(--ease, var(--kith-ease-move)); }
          .track:is(:hover, :focus-visible) > span { margin-inline-start: calc(100% - 32px); }
        </style>
        ${each(
          motion,
          (name) =>
            html`<button class="track" aria-label="Show ${name}" style="${name.startsWith('ease') ? '--ease' : '--duration'}: var(--kith-${name})"><span></span></button>`,
        )}
      `,
    ),
};

const DENSITIES = ['compact', 'regular', 'comfortable'] as const;

/** A setting, not a compromise. */
export const Density: Story = {
  render: () =>
    sheet(
      'Density',
      'A setting, not a compromise: data-density on any element. Comfortable is for fingers: targets are then 40 px, 44 for the main action, and type is one step larger.',
      html`
        <style>
          .densities { display: grid; grid-template-columns: repeat(auto-fit, minmax(260px, 1fr)); gap: var(--kith-space-6); align-items: start; }
          .densities ul { margin-block: var(--kith-space-2) var(--kith-space-4); border: 1px solid var(--kith-border); border-radius: var(--kith-radius-lg); background: var(--kith-surface); overflow: hidden; }
          .densities li { display: flex; align-items: center; min-block-size: var(--kith-row); padding-inline: var(--kith-cell-x); font-size: var(--kith-size-md); }
          .densities li + li { border-block-start: 1px solid var(--kith-border); }
          .densities li > span { margin-inline-start: auto; font-variant-numeric: tabular-nums; }
        </style>
        <div class="densities">
          ${DENSITIES.map(
            (density) => html`
              <div data-density=${density}>
                <b style="font-weight: 500">${density}</b>
                <ul>
                  <li>Atelier clienteling <span>€36,000</span></li>
                  <li>Spring order, Chamonix <span>€8,400</span></li>
                </ul>
                <parts-surface
                  .content=${() => html`<div style="display: flex; align-items: center; gap: var(--kith-card-gap)"><button class="button primary">Save</button><button class="button">Cancel</button><button class="button small">Small</button></div>`}
                ></parts-surface>
              </div>
            `,
          )}
        </div>
        <h3>What it changes</h3>
        ${Object.entries(densities.tokens).map(([name, token]) =>
          'value' in token
            ? line(
                name,
                token.say,
                '',
                html`<span class="number">${DENSITIES.map((density) => (density === 'regular' ? token.value : (token[density] ?? token.value))).join(' · ')}</span>`,
              )
            : '',
        )}
      `,
    ),
};
