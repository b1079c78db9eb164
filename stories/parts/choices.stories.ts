import { checkbox, radioGroup, switchControl } from '@kith/elements/parts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { guidance, surface } from './surface.js';

const meta: Meta = {
  title: 'Parts/Checkbox, switch, radio group',
  parameters: guidance(
    'Native inputs, drawn in the accent. They belong to the form and the fieldset around them.',
    [
      'A checkbox for what a form sends, a switch for what takes effect at once.',
      'Radio buttons for two to five choices that should be seen; above that a select or a combobox.',
      'Write the label so that “on” is clear: “Product news by email”.',
    ],
    [
      'A label that says no: “Do not send”.',
      'A switch in a form that has a Save button.',
      'A checkbox without words, unless the row or the column says them.',
    ],
  ),
};
export default meta;

type Story = StoryObj;

const places = [
  { value: 'all', label: 'Everywhere' },
  { value: 'team', label: 'In my team', note: 'Nordics, 6 people' },
  { value: 'me', label: 'Only me' },
  { value: 'none', label: 'Nowhere', reason: 'The owner decides this.' },
];

/** Off, on, some, disabled and with a note. */
export const Checkboxes: Story = {
  render: () =>
    surface(
      () => html`
        <div class="set">
          ${checkbox({ label: 'Off', isOn: false })} ${checkbox({ label: 'On', isOn: true })} ${checkbox({ label: 'Some', isOn: false, isMixed: true })}
          ${checkbox({ label: 'Disabled', isOn: false, isDisabled: true })} ${checkbox({ label: 'Disabled', isOn: true, isDisabled: true })}
        </div>
        ${checkbox({ label: 'Product news by email', isOn: true, note: 'At most twice a month. Can be withdrawn at any time.' })}
      `,
    ),
};

/** They take effect at once. */
export const Switches: Story = {
  render: () =>
    surface(
      () => html`
        <div class="set">
          ${switchControl({ label: 'Off', isOn: false })} ${switchControl({ label: 'On', isOn: true })}
          ${switchControl({ label: 'Disabled', isOn: false, isDisabled: true })} ${switchControl({ label: 'Disabled', isOn: true, isDisabled: true })}
        </div>
        ${switchControl({ label: 'Share with my team', isOn: true, note: 'They see it at once.' })}
      `,
    ),
};

/** One of a few, below or beside each other. */
export const RadioButtons: Story = {
  render: () =>
    surface(
      () => html`
        <div class="fields">
          ${radioGroup({ label: 'Who sees it', name: 'who', choices: places, value: 'team' })}
          ${radioGroup({ label: 'Who sees it', name: 'inline', choices: places.slice(0, 3), value: 'all', isInline: true })}
          ${radioGroup({ label: 'Who sees it', name: 'disabled', choices: places.slice(0, 2), value: 'all', isDisabled: true })}
        </div>
      `,
    ),
};
