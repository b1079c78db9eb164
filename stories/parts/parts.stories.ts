import { avatar, badge, banner, emptyState, icons, skeleton, tag } from '@kith/elements/parts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { surface } from './surface.js';

const meta: Meta = { title: 'Parts/Parts', tags: ['!autodocs'] };
export default meta;

type Story = StoryObj;

const initials = {
  initials: (name: string) =>
    name
      .split(' ')
      .map((word) => word[0])
      .join(''),
} as never;

/** Words that people put on things, and states that things are in. */
export const TagsAndBadges: Story = {
  render: () =>
    surface(
      () => html`
        <div class="set">${['Strategic', 'Tender', 'Renewal', 'Partner', 'Press', 'Pilot', 'Outdoor', '渠道'].map(tag)}</div>
        <div class="set">
          ${badge('Draft')}${badge('Open', 'info')}${badge('Won', 'positive')}${badge('At risk', 'warning')}${badge('Overdue', 'negative')}${badge('Customer', 'accent')}
          <span class="count">12</span>
        </div>
      `,
    ),
};

/** People are round, companies are rounded squares; each keeps its hue everywhere. */
export const Avatars: Story = {
  render: () =>
    surface(
      () => html`
        <div class="set">
          ${([20, 24, 32, 40, 56] as const).map((size) => avatar({ id: `person ${size}`, name: 'Hanna Lindqvist', size }, initials))}
          ${([20, 24, 32, 40, 56] as const).map((size) => avatar({ id: `company ${size}`, name: 'Maison Brévent', size, shape: 'company', label: 'Maison Brévent' }, initials))}
        </div>
      `,
    ),
};

/** Nothing there yet, something on its way, and one sentence across a surface. */
export const States: Story = {
  render: () =>
    surface(
      () => html`
        ${emptyState({ icon: icons.inbox, title: 'No tickets', text: 'Tickets from this customer appear here.', action: html`<button class="button">New ticket</button>` })}
        <div style="display: grid; gap: 8px; max-inline-size: 320px; margin-block: 16px">${skeleton('wide')}${skeleton('half')}${skeleton('short')}</div>
        <div style="display: grid; gap: 8px">
          ${banner('info', icons.info, 'Amounts are shown in euro at today’s rate.')}
          ${banner('warning', icons.offline, html`<b>Offline.</b> 3 changes wait on this device.`)}
          ${banner('negative', icons.alert, '2 rows were refused.')}
          ${banner('neutral', icons.lock, 'Only the owner can change this.')}
        </div>
      `,
    ),
};
