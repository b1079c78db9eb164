import type { Id } from '@kith/core';
import type { KithContactCard } from '@kith/elements';
import { contacts, erase } from '@kith/store';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { breventPage } from '../books/brevent-page.js';
import { withoutConnection } from '../books/connection.js';
import { houseContact, housePage } from '../books/house-page.js';
import { until } from '../books/until.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/Contact card',
  component: 'kith-contact-card',
  argTypes: controls({ contact: 'text', layout: ['auto', 'compact', 'full'] }),
  parameters: guidance(
    'All there is about one person: how to reach them and whether they want that, what is open, what was said, and why they are worth a call.',
    [
      '`layout="full"` where it is the page itself, on a phone as well.',
      'Let it be narrow in a sidebar: a dozen lines, the most urgent one among them.',
      'Put panels and buttons of the page into its slots; they stand among its own.',
    ],
    [
      'Hide what a role may not see by style: a policy keeps it from being read at all.',
      'A form beside it: each line is edited where it stands, and saved at once.',
    ],
    800,
  ),
};
export default meta;

type Story = StoryObj;

const cardIn = (canvas: HTMLElement): KithContactCard | null =>
  canvas.querySelector<KithContactCard>('kith-contact-card');
const rootOf = (canvas: HTMLElement): ShadowRoot | null | undefined => cardIn(canvas)?.shadowRoot;

/** Who it is, how to reach them, what is known, what is open and what was: three columns that fall into one. */
export const Full: Story = {
  ...onItsPage,
  render: () => breventPage(html`<kith-contact-card contact="contact_lea"></kith-contact-card>`),
};

/** In the width of a sidebar the same person takes a dozen lines. */
export const Compact: Story = {
  render: () => breventPage(html`<kith-contact-card contact="contact_lea"></kith-contact-card>`, { width: 320 }),
};

/** A phone is as narrow as a sidebar; `layout="full"` says that this is the whole page. */
export const OnAPhone: Story = {
  render: () =>
    breventPage(html`<kith-contact-card layout="full" contact="contact_lea"></kith-contact-card>`, { width: 366 }),
};

/** A name that runs the other way stands in a page that does not, and the address stays as it is. */
export const ArabicName: Story = {
  render: () => breventPage(html`<kith-contact-card contact="contact_nura"></kith-contact-card>`),
};

/** Little is known: the rows that matter offer to be filled. */
export const Sparse: Story = {
  render: () => breventPage(html`<kith-contact-card contact="contact_xiaoming"></kith-contact-card>`),
};

/** Somebody who does not want e-mails is not offered one. */
export const DoesNotWantEmails: Story = {
  render: () => breventPage(html`<kith-contact-card contact="contact_bastien"></kith-contact-card>`, { width: 320 }),
};

/** While the book is opened, after 200 ms. */
export const Loading: Story = {
  render: () => breventPage(html`<kith-contact-card contact="contact_lea"></kith-contact-card>`, { book: 'loading' }),
};

/** There is nobody of this id. */
export const NotFound: Story = {
  render: () => breventPage(html`<kith-contact-card contact="contact_nobody"></kith-contact-card>`),
};

/** The storage cannot be reached. */
export const CannotBeRead: Story = {
  render: () =>
    breventPage(html`<kith-contact-card contact="contact_lea"></kith-contact-card>`, { book: 'unreachable' }),
};

/** In a house with fields, scores, segments and consents of its own: everything there is to know about one person. */
export const AllAround: Story = { render: () => housePage(houseContact('contact_lea')) };

/** On a phone the areas are tabs: details, activity, deals. */
export const AllAroundOnAPhone: Story = { render: () => housePage(houseContact('contact_lea'), { width: 366 }) };

/** What a policy hides is not there: a clerk sees no owner, no numbers, no health data and no deals. */
export const AsAClerkSeesIt: Story = { render: () => housePage(houseContact('contact_lea'), { seenBy: 'clerk' }) };

/** Panels and buttons of the page stand among those of the card. */
export const WithPanelsOfThePage: Story = {
  render: () =>
    breventPage(html`
      <kith-contact-card layout="full" contact="contact_lea">
        <button slot="actions" class="of-the-page">Invite to the fair</button>
        <section slot="facts" aria-label="Contracts" dir="auto">Two contracts until 2028.</section>
        <section slot="aside" aria-label="Orders" dir="auto">17 orders in twelve months.</section>
      </kith-contact-card>
    `),
};

/** Without a connection: what is known stays, and changes wait. */
export const Offline: Story = {
  beforeEach: withoutConnection,
  render: () => breventPage(html`<kith-contact-card contact="contact_lea"></kith-contact-card>`),
  play: ({ canvasElement }) => until(() => rootOf(canvasElement)?.querySelector('.record-notice')),
};

/** It was erased while it stood here. */
export const Gone: Story = {
  render: () => breventPage(html`<kith-contact-card contact="contact_lea"></kith-contact-card>`),
  play: async ({ canvasElement }) => {
    await until(() => rootOf(canvasElement)?.querySelector('.record'));
    await cardIn(canvasElement)?.activeStore?.run(erase(contacts.collection, 'contact_lea'));
    await until(() => rootOf(canvasElement)?.querySelector('.empty'));
  },
};

/** Somebody else has changed what is being written here: neither is lost, one is chosen. */
export const ChangedMeanwhile: Story = {
  render: () => breventPage(html`<kith-contact-card contact="contact_lea"></kith-contact-card>`),
  play: async ({ canvasElement }) => {
    await until(() => rootOf(canvasElement)?.querySelector('[data-edit="jobTitle"]'));
    rootOf(canvasElement)?.querySelector<HTMLElement>('[data-edit="jobTitle"]')?.click();
    await until(() => rootOf(canvasElement)?.querySelector('.detail.editing input'));
    const input = rootOf(canvasElement)?.querySelector<HTMLInputElement>('.detail.editing input');
    if (input) input.value = 'Head of Stores';
    input?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await cardIn(canvasElement)?.activeStore?.run(
      contacts.edit({ id: 'contact_lea' as Id<'contact'>, changes: { jobTitle: 'Chief Operating Officer' } }),
    );
    await until(() => rootOf(canvasElement)?.querySelector('.meanwhile'));
  },
};
