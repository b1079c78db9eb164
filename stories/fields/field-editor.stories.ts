import type { KithFieldEditor } from '@kith/elements';
import * as fields from '@kith/store/fields';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withoutConnection } from '../books/connection.js';
import { HOUSE_FIELDS } from '../books/fields-book.js';
import { fieldsPage } from '../books/fields-page.js';
import { until } from '../books/until.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/Field editor',
  component: 'kith-field-editor',
  argTypes: controls({ of: ['contact', 'company', 'deal', 'lead', 'activity'] }),
  parameters: guidance(
    'Where administrators define fields of their own: labels in each language, type, rules, formulas, who sees them.',
    [
      'On a page of settings, one kind of record at a time.',
      'Give a label in each language that is read; what is missing is shown in another.',
      'Look at what a change of type says before you save it: it counts what would not fit.',
    ],
    [
      'Beside everyday work: a field is defined once and used for years.',
      'A field for what stands in a built-in one already.',
    ],
    640,
  ),
};
export default meta;

type Story = StoryObj;

const element = html`<kith-field-editor of="deal"></kith-field-editor>`;

/** The editor of a story, when its fields are there. */
async function ready(canvas: HTMLElement): Promise<KithFieldEditor> {
  const editor = canvas.querySelector('kith-field-editor') as KithFieldEditor;
  await until(() => editor.shadowRoot?.querySelector('[data-key]'));
  return editor;
}

async function opened(canvas: HTMLElement, name?: string): Promise<ShadowRoot> {
  const editor = await ready(canvas);
  await editor.open(name);
  await until(() => editor.shadowRoot?.querySelector('dialog[open]'));
  return editor.shadowRoot as ShadowRoot;
}

const choose = (root: ShadowRoot, selector: string, value: string): void => {
  const control = root.querySelector(selector) as HTMLSelectElement | HTMLTextAreaElement;
  control.value = value;
  for (const type of ['input', 'change']) control.dispatchEvent(new Event(type, { bubbles: true }));
};

/** The fields of deals: the house’s own in their order, those that Kith brings below. */
export const OfDeals: Story = { ...onItsPage, render: () => fieldsPage(element) };

/** A new field: the label gives the name, the type says what it is for. */
export const NewField: Story = {
  render: () => fieldsPage(element),
  play: async ({ canvasElement }) => void (await opened(canvasElement)),
};

/** Options are renamed, coloured, put in order and retired; what rows hold stays. */
export const Options: Story = {
  render: () => fieldsPage(element),
  play: async ({ canvasElement }) => void (await opened(canvasElement, 'channel')),
};

/** A mistake is marked at its character, and the result is shown on real rows as soon as there is none. */
export const Formula: Story = {
  render: () => fieldsPage(element),
  play: async ({ canvasElement }) => {
    const root = await opened(canvasElement, 'perSeat');
    choose(root, '#formula', 'budget * 30 + budgte');
    await until(() => root.querySelector('mark'));
  },
};

/** What a formula comes to on rows there are. */
export const FormulaResult: Story = {
  render: () => fieldsPage(element),
  play: async ({ canvasElement }) => {
    const root = await opened(canvasElement, 'perSeat');
    await until(() => root.querySelector('.form-preview table'));
  },
};

/** Another type is said with its consequences before anything is done. */
export const TypeChange: Story = {
  render: () => fieldsPage(element),
  play: async ({ canvasElement }) => {
    const root = await opened(canvasElement, 'seats');
    choose(root, '#field-type', 'number');
    await until(() => root.querySelector('.consequences'));
  },
};

/** Somebody else has changed the field while it was open here. */
export const Conflict: Story = {
  render: () => fieldsPage(element),
  play: async ({ canvasElement }) => {
    const root = await opened(canvasElement, 'seats');
    const seats = HOUSE_FIELDS.find(({ name }) => name === 'seats');
    const store = (root.host as KithFieldEditor).activeStore;
    if (seats) await store?.run(fields.define({ ...seats, labels: { en: 'Places' } }));
    await until(() => root.querySelector('dialog [role="alert"]'));
  },
};

/** Before a field goes: what becomes of its values. Erasing them is confirmed by writing the name. */
export const Remove: Story = {
  render: () => fieldsPage(element),
  play: async ({ canvasElement }) => {
    const editor = await ready(canvasElement);
    const root = editor.shadowRoot as ShadowRoot;
    root.querySelector<HTMLElement>('[data-key="seats"] .entry-buttons > .button:last-child')?.click();
    await until(() => root.querySelector('dialog[open] [value="erase"]'));
    root.querySelector<HTMLElement>('dialog [value="erase"]')?.click();
    await until(() => root.querySelector('#erase-name'));
  },
};

/** A house without fields of its own. */
export const Empty: Story = { render: () => fieldsPage(element, { book: 'empty' }) };

/** While the book is opened. */
export const Loading: Story = { render: () => fieldsPage(element, { book: 'loading' }) };

/** The storage cannot be reached. */
export const Unreachable: Story = { render: () => fieldsPage(element, { book: 'unreachable' }) };

/** Somebody who may not see definitions. */
export const Forbidden: Story = { render: () => fieldsPage(element, { book: 'forbidden' }) };

/** Somebody who may look, and not change. */
export const ReadOnly: Story = { render: () => fieldsPage(element, { book: 'read-only' }) };

/** In the narrowest place it lives in. */
export const Narrow: Story = { render: () => fieldsPage(element, { width: 280 }) };

/** Without a connection: what was read stays, and changes wait. */
export const Offline: Story = {
  beforeEach: withoutConnection,
  render: () => fieldsPage(element),
  play: async ({ canvasElement }) => {
    const editor = await ready(canvasElement);
    await until(() => editor.shadowRoot?.querySelector('.banner.warning'));
  },
};
