import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { sheet } from './sheet.js';
import './icon-finder.js';

const meta: Meta = { title: 'Foundations/Icons', tags: ['!autodocs'] };
export default meta;

/** One path each on a grid of 24, a line of 1.5. Those that point along the line of reading turn around from right to left. */
export const Icons: StoryObj = {
  render: () =>
    sheet(
      'Icons',
      'A grid of 24, a line of 1.5 with round ends, no fills; drawn at 16, inside text at 14. An icon alone needs a name for screen readers. A page may draw its own: replaceIcons({ plus: { path } }).',
      html`<icon-finder></icon-finder>`,
    ),
};
