import { type Choice, field, KithCombobox, select, wired } from '@kith/elements/parts';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { nest } from '../../packages/elements/src/base/nest.js';
import { drawn, guidance, type PartsSurface, surface } from './surface.js';

const meta: Meta = {
  title: 'Parts/Select and combobox',
  parameters: guidance(
    'A select is the machine’s own list. A combobox finds one of many, or several, by typing; it can search elsewhere and create what is not there.',
    [
      'A select for up to about fifteen choices that people know.',
      'A combobox for people, companies, tags: whatever is searched for.',
      'Say why a choice cannot be taken (`reason`) rather than leave it out.',
    ],
    [
      'A combobox for “yes” and “no”.',
      'A search that answers after each letter without `signal`: it is aborted when the next letter comes.',
    ],
  ),
};
export default meta;

type Story = StoryObj;

const stages: readonly Choice[] = [
  { value: 'lead', label: 'Lead' },
  { value: 'proposal', label: 'Proposal' },
  { value: 'won', label: 'Won', reason: 'needs a value' },
];
const companies: readonly Choice[] = [
  { value: 'lumikoski', label: 'Lumikoski Oy', group: 'Companies' },
  { value: 'ludvigsen', label: 'Ludvigsen Tau ApS', group: 'Companies' },
  { value: 'lundasen', label: 'Lundåsen AB', reason: 'archived', group: 'Companies' },
  { value: 'nordhav', label: 'Nordhav', note: 'partner', group: 'Companies' },
];
const segments = [
  { value: 'repeat', label: 'Repeat buyers' },
  { value: 'alps', label: 'Alps' },
];
const create = async (label: string): Promise<Choice> => ({ value: label, label });

const combobox = (
  parent: PartsSurface,
  id: string,
  label: string,
  properties: Partial<KithCombobox>,
  error?: string,
) => {
  const of = { id, label, error };
  return field(of, nest(parent, KithCombobox, wired(of, { name: id, ...properties })));
};

/** One of the machine’s lists, and one that is typed into: chosen, several, wrong, disabled. */
export const States: Story = {
  render: () =>
    surface(
      (parent) => html`
        <div class="fields">
          ${field({ id: 'stage', label: 'Stage' }, select({ id: 'stage', label: 'Stage', choices: stages, value: 'proposal' }))}
          ${field({ id: 'none', label: 'Stage', note: 'optional' }, select({ id: 'none', label: 'Stage', choices: stages, none: 'None' }))}
          ${combobox(parent, 'company', 'Company', { choices: companies, placeholder: 'Name' })}
          ${combobox(parent, 'chosen', 'Company', { choices: companies, chosen: companies.slice(0, 1) })}
          ${combobox(parent, 'segments', 'Segments', { choices: segments, chosen: segments, isMultiple: true })}
          ${combobox(parent, 'wrong', 'Company', { choices: companies }, 'Choose the company that pays.')}
          ${combobox(parent, 'off', 'Company', { choices: companies, chosen: companies.slice(0, 1), disabled: true })}
        </div>
      `,
    ),
};

const openAt =
  (id: string, text: string): NonNullable<Story['play']> =>
  async ({ canvasElement }) => {
    const root = (await drawn(canvasElement)).renderRoot;
    const found = root.querySelector<KithCombobox>(`#${id}`);
    await found?.updateComplete;
    const input = found?.renderRoot.querySelector('input');
    if (!input) throw new Error(`There is no combobox ${id}.`);
    input.focus();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'ArrowDown', bubbles: true, cancelable: true }));
    await found?.updateComplete;
  };

const room = (content: unknown) =>
  html`<div class="narrow" style="min-block-size: 300px; align-content: start">${content}</div>`;

/** While somebody types: what was found, what cannot be taken, and what could be created. */
export const Open: Story = {
  render: () =>
    surface((parent) => room(combobox(parent, 'open', 'Company', { choices: companies, create, placeholder: 'Name' }))),
  play: openAt('open', 'Lu'),
};

/** The choices are searched for elsewhere. */
export const Searching: Story = {
  render: () =>
    surface((parent) => room(combobox(parent, 'searching', 'Company', { search: () => new Promise(() => {}) }))),
  play: openAt('searching', 'Lu'),
};

/** There is nothing of that name, and nothing can be created. */
export const NothingFound: Story = {
  render: () => surface((parent) => room(combobox(parent, 'nothing', 'Company', { choices: companies }))),
  play: openAt('nothing', 'Zürich'),
};

/** The search failed; it can be tried again. */
export const Failed: Story = {
  render: () =>
    surface((parent) =>
      room(combobox(parent, 'failed', 'Company', { search: () => Promise.reject(new TypeError('offline')) })),
    ),
  play: async (context) => {
    await openAt('failed', 'Lu')(context);
    const root = (await drawn(context.canvasElement)).renderRoot.querySelector('#failed')?.shadowRoot;
    while (!root?.querySelector('.choices-again')) await new Promise(requestAnimationFrame);
  },
};
