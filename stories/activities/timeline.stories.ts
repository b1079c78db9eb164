import type { Day, Id } from '@kith/core';
import type { KithTimeline, TimelineView } from '@kith/elements';
import { activities } from '@kith/store';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { breventPage } from '../books/brevent-page.js';
import { withoutConnection } from '../books/connection.js';
import { until } from '../books/until.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/Timeline',
  component: 'kith-timeline',
  argTypes: controls({ contact: 'text', company: 'text', deal: 'text', 'read-only': 'boolean' }),
  parameters: guidance(
    'What was done and said with a contact, a company or a deal, newest first; what is planned stands above it. New entries are written at the top.',
    [
      'Beside a record, where people look before they call.',
      'Leave `read-only` to pages on which nothing is to be logged; rights are a matter of the policy.',
      'Let it grow with the page: only what is in sight is drawn.',
    ],
    [
      'As a feed of everything that changes anywhere: it tells the story of one record.',
      'A second list of tasks beside it: what is planned stands at its top already.',
    ],
    720,
  ),
};
export default meta;

type Story = StoryObj;

const filtered: TimelineView = {
  filters: [
    { path: 'kind', is: 'any', values: ['call', 'task'] },
    { path: 'by', is: 'any', values: ['user_rafael'] },
  ],
};
const filteredOut: TimelineView = { filters: [{ path: 'at', is: 'days', to: '2001-01-01' as Day }] };

/** What comes next, what was this week, and month by month. */
export const OfAContact: Story = {
  ...onItsPage,
  render: () => breventPage(html`<kith-timeline contact="contact_lea"></kith-timeline>`, { width: 720 }),
};

/** What became of the company's deals stands among what was done about it; each leads to its deal. */
export const OfACompany: Story = {
  render: () => breventPage(html`<kith-timeline company="company_brevent"></kith-timeline>`, { width: 720 }),
};

/** A company with hundreds of deals and next to no activities, as an import leaves it. */
export const OfHundredsOfDeals: Story = {
  render: () =>
    breventPage(html`<kith-timeline company="company_brevent"></kith-timeline>`, { width: 720, closedDeals: 400 }),
};

/** A deal's moves stand among its activities. */
export const OfADeal: Story = {
  render: () => breventPage(html`<kith-timeline deal="deal_clienteling"></kith-timeline>`, { width: 720 }),
};

/** What somebody changed of the record stands among what was done about it, where the store keeps an audit log. */
export const FieldChanges: Story = {
  render: () =>
    breventPage(html`<kith-timeline contact="contact_lea"></kith-timeline>`, { width: 720, isAudited: true }),
};

/** Narrowed down by type and person: each condition is a chip. */
export const Filtered: Story = {
  render: () =>
    breventPage(html`<kith-timeline contact="contact_lea" .view=${filtered}></kith-timeline>`, { width: 720 }),
};

/** The filters leave nothing: it is said that they hide what is there. */
export const FilteredToNothing: Story = {
  render: () =>
    breventPage(html`<kith-timeline contact="contact_lea" .view=${filteredOut}></kith-timeline>`, { width: 720 }),
};

/** Five thousand entries: a few dozen are drawn, the older ones are read while somebody scrolls. */
export const FiveThousandEntries: Story = {
  render: () => breventPage(html`<kith-timeline contact="contact_lea"></kith-timeline>`, { width: 720, notes: 5_000 }),
};

/** Only to be read: nothing is logged, completed or changed. */
export const ReadOnly: Story = {
  render: () => breventPage(html`<kith-timeline read-only contact="contact_lea"></kith-timeline>`, { width: 720 }),
};

/** In the narrowest place it lives in. */
export const Narrow: Story = {
  render: () => breventPage(html`<kith-timeline contact="contact_lea"></kith-timeline>`, { width: 280 }),
};

/** Nothing has been logged or planned. */
export const Empty: Story = {
  render: () => breventPage(html`<kith-timeline contact="contact_jeanne"></kith-timeline>`, { width: 720 }),
};

/** While the book is opened, after 200 ms. */
export const Loading: Story = {
  render: () =>
    breventPage(html`<kith-timeline contact="contact_lea"></kith-timeline>`, { width: 720, book: 'loading' }),
};

/** The storage cannot be reached. */
export const CannotBeRead: Story = {
  render: () =>
    breventPage(html`<kith-timeline contact="contact_lea"></kith-timeline>`, { width: 720, book: 'unreachable' }),
};

/** Whoever looks may not see it. */
export const Forbidden: Story = {
  render: () =>
    breventPage(html`<kith-timeline contact="contact_lea"></kith-timeline>`, { width: 720, book: 'forbidden' }),
};

/** Somebody has changed an entry while its form is open: one keeps one's own, or takes theirs. */
export const ChangedMeanwhile: Story = {
  render: () => breventPage(html`<kith-timeline contact="contact_lea"></kith-timeline>`, { width: 720 }),
  play: async ({ canvasElement }) => {
    const timeline = canvasElement.querySelector('kith-timeline') as KithTimeline;
    const all = (selector: string): HTMLElement[] => [
      ...(timeline.shadowRoot?.querySelectorAll<HTMLElement>(selector) ?? []),
    ];
    const note = (): HTMLElement | undefined => all('[data-entry]').find((each) => each.querySelector('.body'));
    await until(note);
    note()?.focus();
    note()?.dispatchEvent(new KeyboardEvent('keydown', { key: 'm', bubbles: true, composed: true }));
    const line = (): HTMLElement | undefined => all('[role^=menuitem]')[0];
    await until(line);
    line()?.click();
    await until(() => all('#entry-form')[0]);
    const id = note()?.dataset['entry'] as Id<'activity'>;
    await timeline.activeStore?.run(activities.edit({ id, changes: { outcome: 'She wants to see it in Lyon' } }));
    await until(() => all('dialog[open] [role=alert]')[0]);
  },
};

/** Without a connection: what was read stays. */
export const Offline: Story = {
  beforeEach: withoutConnection,
  render: () => breventPage(html`<kith-timeline contact="contact_lea"></kith-timeline>`, { width: 720 }),
  play: async ({ canvasElement }) => {
    const timeline = canvasElement.querySelector('kith-timeline') as KithTimeline;
    await until(() => timeline.shadowRoot?.querySelector('[data-entry]'));
    await until(() => timeline.shadowRoot?.querySelector('.banner.warning'));
  },
};
