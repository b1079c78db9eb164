import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { breventPage } from '../books/brevent-page.js';
import { housePage } from '../books/house-page.js';

const meta: Meta = { title: 'Elements/Company card', component: 'kith-company-card' };
export default meta;

type Story = StoryObj;

/** What is known, the figures for each currency by itself, the deals by how they stand, the people and the timeline. */
export const Full: Story = {
  render: () => breventPage(html`<kith-company-card company="company_brevent"></kith-company-card>`),
};

/** Two hundred closed deals: each group is drawn piece by piece. */
export const ManyDeals: Story = {
  render: () =>
    breventPage(html`<kith-company-card company="company_brevent"></kith-company-card>`, { closedDeals: 200 }),
};

/** On a phone the areas are tabs. */
export const OnAPhone: Story = {
  render: () =>
    breventPage(html`<kith-company-card layout="full" company="company_brevent"></kith-company-card>`, { width: 366 }),
};

/** Nothing is known yet but the name. */
export const Sparse: Story = {
  render: () => breventPage(html`<kith-company-card company="company_new"></kith-company-card>`),
};

/** While the book is opened, after 200 ms. */
export const Loading: Story = {
  render: () =>
    breventPage(html`<kith-company-card company="company_brevent"></kith-company-card>`, { book: 'loading' }),
};

/** There is no company of this id. */
export const NotFound: Story = {
  render: () => breventPage(html`<kith-company-card company="company_none"></kith-company-card>`),
};

/** The storage cannot be reached. */
export const CannotBeRead: Story = {
  render: () =>
    breventPage(html`<kith-company-card company="company_brevent"></kith-company-card>`, { book: 'unreachable' }),
};

/** In the width of a sidebar: which one it is, how to reach it, and what it is worth. */
export const Compact: Story = {
  render: () => breventPage(html`<kith-company-card company="company_brevent"></kith-company-card>`, { width: 320 }),
};

/** The group with figures rolled up, people under the part they have in the deals, and a field that is added up from deals. */
export const InAHouse: Story = {
  render: () => housePage(() => html`<kith-company-card company="company_brevent"></kith-company-card>`),
};
