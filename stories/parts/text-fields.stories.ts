import { field, type InputOptions, icon, icons, input, textarea } from '@kith/elements/parts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { guidance, surface } from './surface.js';

const meta: Meta = {
  title: 'Parts/Text field',
  parameters: guidance(
    'A native `<input>` or `<textarea>` in a field: label, control, then help or the error. One object of options serves both.',
    [
      'Mark the rarer of required and optional, in words.',
      'Say in an error what to do: “Eight digits after FI.”',
      'Give `autocomplete` where the browser knows the answer.',
    ],
    [
      'A placeholder in place of the label.',
      'Say that a value is invalid, and not how to mend it.',
      'A text field for an amount, a day or a phone number.',
    ],
  ),
};
export default meta;

type Story = StoryObj;

const line = (options: InputOptions) => field(options, input(options));

/** Empty, filled, with help, wrong, disabled, only to be read, with a sign and with several lines. */
export const States: Story = {
  render: () =>
    surface(
      () => html`
        <div class="fields">
          ${line({ id: 'company', label: 'Company', placeholder: 'Legal name' })}
          ${line({ id: 'filled', label: 'Company', value: 'Lumikoski Oy', help: 'As it stands in the register.' })}
          ${line({ id: 'vat', label: 'VAT number', value: 'FI 2847', error: 'Eight digits after FI.' })}
          ${line({ id: 'number', label: 'Customer number', value: 'K-20418', isDisabled: true })}
          ${line({ id: 'created', label: 'Created', value: '3 Feb 2025, by import', isReadOnly: true })}
          ${line({ id: 'chance', label: 'Probability', value: '50', mode: 'numeric', after: '%' })}
          ${line({ id: 'find', label: 'Search', type: 'search', placeholder: 'Name, company or e-mail', before: icon(icons.search) })}
          ${line({ id: 'at', label: 'Starts at', type: 'time', value: '09:30' })}
          ${line({ id: 'mail', label: 'E-mail', note: 'optional', type: 'email', autocomplete: 'email', value: 'hanna@lumikoski.example' })}
          ${field({ id: 'note', label: 'Note' }, textarea({ id: 'note', label: 'Note', placeholder: 'What was said?' }))}
        </div>
      `,
    ),
};

/** Ready to be typed in. */
export const Focused: Story = {
  render: () =>
    surface(() => html`<div class="narrow">${line({ id: 'company', label: 'Company', value: 'Lumikoski Oy' })}</div>`),
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('parts-surface')?.shadowRoot;
    while (!root?.querySelector('input')) await new Promise(requestAnimationFrame);
    root.querySelector('input')?.focus();
  },
};
