import { avatar, badge, banner, emptyState, field, icon, icons, skeleton, spinner, tag } from '@kith/elements/parts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { surface } from './surface.js';

const meta: Meta = { title: 'Parts/Parts', tags: ['!autodocs'] };
export default meta;

type Story = StoryObj;

const tones = ['', 'primary', 'quiet', 'danger'] as const;
const initials = {
  initials: (name: string) =>
    name
      .split(' ')
      .map((word) => word[0])
      .join(''),
} as never;

/** One primary on each surface; danger only where undo cannot help. */
export const Buttons: Story = {
  render: () =>
    surface(
      () => html`
        ${tones.map(
          (tone) => html`
            <div class="set">
              <button class="button ${tone}">Save</button>
              <button class="button ${tone}">${icon(icons.plus)}New deal</button>
              <button class="button ${tone}" disabled>Save</button>
              <button class="button ${tone}" aria-disabled="true">${spinner()}Saving</button>
              <button class="button ${tone} small">Small</button>
              <button class="button ${tone} large">Large</button>
              <button class="button ${tone} square" aria-label="More">${icon(icons.more)}</button>
            </div>
          `,
        )}
        <button class="button link">Show all</button>
      `,
    ),
};

/** Label, control, help or the error. */
export const Fields: Story = {
  render: () =>
    surface(
      () => html`
        <div class="fields">
          ${field({ id: 'company', label: 'Company' }, html`<input class="input" id="company" placeholder="Legal name" />`)}
          ${field({ id: 'filled', label: 'Company', help: 'As it stands in the register.' }, html`<input class="input" id="filled" value="Lumikoski Oy" aria-describedby="filled-note" />`)}
          ${field({ id: 'vat', label: 'VAT number', error: 'Eight digits after FI.' }, html`<input class="input" id="vat" value="FI 2847" aria-invalid="true" aria-describedby="vat-note" />`)}
          ${field({ id: 'number', label: 'Customer number' }, html`<input class="input" id="number" value="K-20418" disabled />`)}
          ${field({ id: 'amount', label: 'Amount' }, html`<label class="input"><span class="affix">€</span><input id="amount" value="36,000" /></label>`)}
          ${field({ id: 'stage', label: 'Stage' }, html`<span class="select"><select class="input" id="stage"><option>Proposal</option></select>${icon(icons.down)}</span>`)}
          ${field({ id: 'note', label: 'Note', note: 'optional' }, html`<textarea class="input" id="note"></textarea>`)}
        </div>
      `,
    ),
};

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

/** A menu at its button: arrows, first letters, Escape; a line that cannot be chosen says why. */
export const OpenMenu: Story = {
  render: () =>
    surface(
      (menu) => html`
        <button
          class="button"
          @click=${(event: Event) =>
            menu.open(event.currentTarget as HTMLElement, 'Deal', [
              {
                items: [
                  { label: 'Edit', icon: icons.pencil, hint: 'E', choose: () => {} },
                  { label: 'Duplicate', icon: icons.copy, choose: () => {} },
                  { label: 'Merge', icon: icons.link, reason: 'Select two.', choose: () => {} },
                ],
              },
              { items: [{ label: 'Delete', icon: icons.trash, tone: 'danger', choose: () => {} }] },
            ])}
        >
          Open
        </button>
      `,
    ),
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('parts-surface')?.shadowRoot;
    root?.querySelector<HTMLElement>('button')?.click();
    while (!root?.querySelector('.menu:popover-open')) await new Promise(requestAnimationFrame);
  },
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
