import { busyButton, icon, iconButton, icons } from '@kith/elements/parts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { drawn, guidance, surface } from './surface.js';

const meta: Meta = {
  title: 'Parts/Button',
  parameters: guidance(
    'Native buttons in four tones. An icon alone is an icon button, with a name and a tooltip; what may take a while is a busy button.',
    [
      'One primary button on each surface; verb and object where there is room: “Create ticket”, “Delete 3 contacts”.',
      'Danger only where undo cannot help.',
      'Where it matters why something cannot be done now, keep the button and give the reason.',
    ],
    [
      'Two primary buttons beside each other.',
      'A button that goes to another page: that is a link.',
      'Disable a button without saying why.',
    ],
  ),
};
export default meta;

type Story = StoryObj;

const tones = ['plain', 'primary', 'quiet', 'danger'] as const;
const nothingDone = () => {};

/** Every tone at rest, with an icon, disabled and in its sizes. */
export const Tones: Story = {
  render: () =>
    surface(
      () => html`
        ${tones.map(
          (tone) => html`
            <div class="set">
              <button class="button ${tone}">Save</button>
              <button class="button ${tone}">${icon(icons.plus)}New deal</button>
              <button class="button ${tone}" disabled>Save</button>
              <button class="button ${tone} small">Small</button>
              <button class="button ${tone} large">Large</button>
              ${iconButton({ label: 'More', icon: icons.more, tone, onClick: nothingDone })}
            </div>
          `,
        )}
        <button class="button link">Show all</button>
      `,
    ),
};

/** The spinner comes after 400 ms and the width stays: nothing flickers when it is quick. */
export const Busy: Story = {
  render: () =>
    surface(
      () => html`
        ${tones.map(
          (tone) => html`
            <div class="set">
              ${busyButton({ label: 'Save', busyLabel: 'Saving', isBusy: false, tone, onClick: nothingDone })}
              ${busyButton({ label: 'Save', busyLabel: 'Saving', isBusy: true, tone, onClick: nothingDone })}
            </div>
          `,
        )}
      `,
    ),
  play: async ({ canvasElement }) => {
    const root = (await drawn(canvasElement)).renderRoot;
    const labels = () =>
      [...root.querySelectorAll<HTMLElement>('[aria-busy]')].map((button) => button.innerText.trim());
    while (labels().some((label) => label !== 'Saving')) await new Promise(requestAnimationFrame);
  },
};

/** It can be reached, and its tooltip says what it waits for. */
export const WithAReason: Story = {
  render: () =>
    surface(
      () => html`
        <div class="set">
          ${iconButton({ label: 'Merge', icon: icons.merge, tone: 'plain', reason: 'Select two contacts first.', onClick: nothingDone })}
          ${iconButton({ label: 'Filter', icon: icons.filter, tone: 'plain', isPressed: true, onClick: nothingDone })}
          ${iconButton({ label: 'Refresh', icon: icons.refresh, tone: 'plain', onClick: nothingDone })}
        </div>
      `,
    ),
};
