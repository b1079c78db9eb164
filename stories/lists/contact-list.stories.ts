import type { Id } from '@kith/core';
import type { KithList } from '@kith/elements';
import { contacts } from '@kith/store';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { withoutConnection } from '../books/connection.js';
import { peoplePage, QUIET } from '../books/people-page.js';
import { until } from '../books/until.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/Contact list',
  component: 'kith-contact-list',
  argTypes: controls({ heading: 'text', 'heading-level': { from: 2, to: 6 }, 'saves-views': 'boolean' }),
  parameters: guidance(
    'Any number of people as rows: sorted, filtered, grouped, searched and edited in place; many at once by selection.',
    [
      'Give it a height: the head stays, and only the rows in sight are drawn.',
      'Choose the five or six columns that decide something; everybody can change theirs.',
      'Save the filters that a team uses as views.',
    ],
    [
      'Pages with numbers: scrolling and a filter find faster.',
      'Amounts of several currencies in one column without saying so: sums are made for each.',
    ],
    640,
  ),
};
export default meta;

type Story = StoryObj;

const listIn = (canvas: HTMLElement): KithList => canvas.querySelector('kith-contact-list') as KithList;
const rootOf = (canvas: HTMLElement): ShadowRoot => listIn(canvas).shadowRoot as ShadowRoot;
const ready = (canvas: HTMLElement): Promise<void> => until(() => rootOf(canvas).querySelector('[data-id]'));

/** People by name: the columns come from the field registry, those of the house among them. */
export const ByName: Story = { ...onItsPage, render: () => peoplePage() };

/** Filters stand as chips, rows in groups with counts and sums, and the order is told by an arrow. */
export const FilteredAndGrouped: Story = {
  render: () =>
    peoplePage({
      view: { filters: QUIET, group: 'customFields.region', order: [['customFields.lastContact', 'asc']] },
    }),
};

/** A hundred thousand people are as quick as a hundred: only the rows in sight are read and drawn. */
export const HundredThousand: Story = { render: () => peoplePage({ count: 100_000 }) };

/** Chosen rows bring a bar with what can be done with all of them. */
export const Selected: Story = {
  render: () => peoplePage(),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    const boxes = [...rootOf(canvasElement).querySelectorAll<HTMLElement>('.entry .box')];
    for (const index of [0, 1, 3]) boxes[index]?.click();
    await until(() => rootOf(canvasElement).querySelector('.bulk'));
  },
};

/** A cell is changed where it stands; what is not taken says why in its place. */
export const Refused: Story = {
  render: () => peoplePage(),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    const root = rootOf(canvasElement);
    const cell = root.querySelectorAll('[data-id]')[2]?.querySelector('[aria-colindex="5"]');
    cell?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
    await until(() => root.querySelector('.cell-edit input'));
    const input = root.querySelector('.cell-edit input') as HTMLInputElement;
    input.value = '2000';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    await until(() => root.querySelector('.cell-refusal'));
  },
};

/** Views that the page offers, and one that somebody saved. */
export const SavedViews: Story = {
  render: () =>
    peoplePage({
      view: { filters: QUIET },
      views: [
        { name: 'Newest', view: { order: [['customFields.lastContact', 'desc']] } },
        { name: 'By owner', view: { group: 'ownerId' } },
      ],
    }),
};

/** Where it is narrow, each row is a card. */
export const OnAPhone: Story = { render: () => peoplePage({ width: 366 }) };

/** The same on a phone, in groups. */
export const GroupsOnAPhone: Story = {
  render: () => peoplePage({ width: 366, view: { group: 'customFields.region' } }),
};

/** While the book is opened, after 200 ms. */
export const Loading: Story = { render: () => peoplePage({ book: 'loading' }) };

/** Nobody is there yet: the page says in a slot what to do about it. */
export const Empty: Story = { render: () => peoplePage({ count: 0 }) };

/** Nothing matches: the list names the filters and offers to take them away. */
export const NothingMatches: Story = {
  render: () =>
    peoplePage({
      view: { filters: [...QUIET, { path: 'jobTitle', is: 'contains', text: 'Astronaut' }] },
    }),
};

/** The storage cannot be reached. */
export const CannotBeRead: Story = { render: () => peoplePage({ book: 'unreachable' }) };

/** Whoever looks has no right to. */
export const Forbidden: Story = { render: () => peoplePage({ book: 'forbidden' }) };

/** Without a connection: what was read stays. */
export const Offline: Story = {
  beforeEach: withoutConnection,
  render: () => peoplePage(),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    await until(() => rootOf(canvasElement).querySelector('.banner.warning'));
  },
};

/** Somebody has changed the value under an open cell: it is told before anything is overwritten. */
export const ChangedMeanwhile: Story = {
  render: () => peoplePage(),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    const root = rootOf(canvasElement);
    const row = root.querySelectorAll<HTMLElement>('[data-id]')[2];
    const id = row?.dataset['id'] as Id<'contact'>;
    row
      ?.querySelector('[aria-colindex="2"]')
      ?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
    await until(() => root.querySelector('.cell-edit input'));
    const input = root.querySelector('.cell-edit input') as HTMLInputElement;
    input.value = 'Head of Design';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await listIn(canvasElement).activeStore?.run(contacts.edit({ id, changes: { jobTitle: 'Head of Product' } }));
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, composed: true }));
    await until(() => root.querySelector('.cell-refusal'));
  },
};
