import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { breventPage } from '../books/brevent-page.js';
import { houseContact, housePage } from '../books/house-page.js';

const meta: Meta = { title: 'Elements/Contact card', component: 'kith-contact-card' };
export default meta;

type Story = StoryObj;

/** Who it is, how to reach them, what is known, what is open and what was: three columns that fall into one. */
export const Full: Story = {
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
        <button slot="actions">Invite to the fair</button>
        <section slot="facts" aria-label="Contracts">Two contracts until 2028.</section>
        <section slot="aside" aria-label="Orders">17 orders in twelve months.</section>
      </kith-contact-card>
    `),
};
