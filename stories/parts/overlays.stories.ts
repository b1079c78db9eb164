import { checkbox, field, iconButton, icons, input, select, textarea } from '@kith/elements/parts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { drawn, guidance, type PartsSurface, surface } from './surface.js';

const meta: Meta = {
  title: 'Parts/Menu, popover, tooltip, dialog, toast',
  parameters: guidance(
    'What stands above the page. All of it is the browser’s own top layer (`popover`, `<dialog>`), so nothing of the host can cover or cut it.',
    [
      'A menu for actions, a popover for a few fields, a dialog where nothing else can be done meanwhile, a drawer for a form beside what it is about.',
      'Ask before only where undo cannot help; else act and offer Undo in a toast.',
      'A tooltip for a name or a reason, in words.',
    ],
    [
      'A button in a tooltip: nobody can reach it.',
      'A dialog above a dialog.',
      'What somebody must read in a toast: it goes.',
    ],
  ),
};
export default meta;

type Story = StoryObj;

const opener = (
  label: string,
  open: (surface: PartsSurface, anchor: HTMLElement) => void,
  stands = 'start',
): Story => ({
  render: () =>
    surface(
      (parent) =>
        html`<div style="min-block-size: 320px; text-align: ${stands}"><button class="button" id="opener" @click=${(event: Event) => open(parent, event.currentTarget as HTMLElement)}>${label}</button></div>`,
    ),
  play: async ({ canvasElement }) => {
    const root = (await drawn(canvasElement)).renderRoot;
    root.querySelector<HTMLElement>('#opener')?.click();
    while (!root.querySelector(':popover-open, dialog[open]')) await new Promise(requestAnimationFrame);
  },
});

const nothingDone = () => {};

/** Arrows, first letters, Escape; a line that cannot be chosen says why. */
export const OpenMenu: Story = opener(
  'Deal',
  (parent, anchor) =>
    void parent.menu.open(anchor, 'Deal', [
      {
        items: [
          { label: 'Edit', icon: icons.pencil, hint: 'E', choose: nothingDone },
          { label: 'Duplicate', icon: icons.copy, choose: nothingDone },
          { label: 'Merge', icon: icons.merge, reason: 'Select two.', choose: nothingDone },
        ],
      },
      { items: [{ label: 'Delete', icon: icons.trash, tone: 'danger', choose: nothingDone }] },
    ]),
);

/** Lines that are on or off leave the menu open. */
export const MenuOfChecks: Story = opener(
  'Columns',
  (parent, anchor) =>
    void parent.menu.open(anchor, 'Columns', [
      {
        caption: 'Show',
        items: ['Company', 'Owner', 'Phone'].map((label, index) => ({
          label,
          isChecked: index < 2,
          choose: nothingDone,
        })),
      },
    ]),
);

/** A few fields beside what they are about. */
export const OpenPopover: Story = opener(
  'Owner',
  (parent, anchor) =>
    void parent.popovers.open(anchor, {
      label: 'Filter by owner',
      content: () => html`
      <div class="narrow">
        ${field(
          { id: 'how', label: 'Owner' },
          select({
            id: 'how',
            label: 'Owner',
            choices: [
              { value: 'is', label: 'is' },
              { value: 'not', label: 'is not' },
            ],
          }),
        )}
        ${checkbox({ label: 'Zofia Grabek', isOn: true })} ${checkbox({ label: 'Rafael Ortuño', isOn: false })}
      </div>
    `,
    }),
);

/** Comes when a pointer rests or the focus arrives; Escape takes it away. */
export const OpenTooltip: Story = {
  render: () =>
    surface(
      () => html`
        <div class="set" style="min-block-size: 120px; align-items: flex-start">
          ${iconButton({ label: 'No activity for 24 days', icon: icons.hourglass, tone: 'plain', onClick: nothingDone })}
        </div>
      `,
    ),
  play: async ({ canvasElement }) => {
    const root = (await drawn(canvasElement)).renderRoot;
    root.querySelector<HTMLElement>('button')?.focus();
    root.querySelector('button')?.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    while (!root.querySelector('.tooltip:popover-open')) await new Promise(requestAnimationFrame);
  },
};

/** Asks before something that undo cannot bring back. */
export const OpenDialog: Story = opener(
  'Delete',
  (parent) =>
    void parent.modal.open({
      title: 'Delete 3 contacts?',
      content: () => html`<p>Their 2 open deals stay and lose their contact. You can undo this for 30 days.</p>`,
      buttons: () => html`
      <button class="button" @click=${() => parent.modal.close()}>Cancel</button>
      <button class="button danger" @click=${() => parent.modal.close()}>Delete 3 contacts</button>
    `,
      close: 'Close',
    }),
);

/** A form beside what it is about. */
export const OpenDrawer: Story = opener(
  'Log call',
  (parent) =>
    void parent.modal.open({
      title: 'New activity',
      shape: 'drawer',
      content: () => html`
      ${field(
        { id: 'kind', label: 'Kind' },
        select({
          id: 'kind',
          label: 'Kind',
          choices: [
            { value: 'call', label: 'Call' },
            { value: 'note', label: 'Note' },
          ],
        }),
      )}
      ${field({ id: 'subject', label: 'Subject' }, input({ id: 'subject', label: 'Subject' }))}
      ${field({ id: 'notes', label: 'Notes' }, textarea({ id: 'notes', label: 'Notes', placeholder: 'What was said?' }))}
    `,
      buttons: () => html`
      <button class="button quiet" @click=${() => parent.modal.close()}>Cancel</button>
      <button class="button primary" @click=${() => parent.modal.close()}>Log call</button>
    `,
      close: 'Close',
    }),
);

/** What was done, with Undo; it stays 8 s, and as long as somebody is on it. */
export const OpenToast: Story = opener('Move', (parent) =>
  parent.toasts.show({ text: 'Deal moved to Won', name: 'Won', action: { label: 'Undo', run: nothingDone } }),
);
