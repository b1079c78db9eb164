import type { Id } from '@kith/core';
import type { KithCompanyCard } from '@kith/elements';
import { companies, erase } from '@kith/store';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { breventPage } from '../books/brevent-page.js';
import { withoutConnection } from '../books/connection.js';
import { housePage } from '../books/house-page.js';
import { until } from '../books/until.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/Company card',
  component: 'kith-company-card',
  argTypes: controls({ company: 'text', layout: ['auto', 'compact', 'full'] }),
  parameters: guidance(
    'All there is about one company: how to reach it, its group, its deals and people, what was and what comes. Narrow, it is a card of a dozen lines.',
    [
      '`layout="full"` where it is the page itself, on a phone as well.',
      'Let it be narrow in a sidebar: it chooses what matters by its own width.',
      'Put panels of the page into its slots; they stand among its own.',
    ],
    [
      'Compact cards in a grid of hundreds: a list is sorted, filtered and read faster.',
      'A company card for a person: theirs shows consent and role.',
    ],
    800,
  ),
};
export default meta;

type Story = StoryObj;

const cardIn = (canvas: HTMLElement): KithCompanyCard | null =>
  canvas.querySelector<KithCompanyCard>('kith-company-card');
const rootOf = (canvas: HTMLElement): ShadowRoot | null | undefined => cardIn(canvas)?.shadowRoot;

/** What is known, the figures for each currency by itself, the deals by how they stand, the people and the timeline. */
export const Full: Story = {
  ...onItsPage,
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

/** Without a connection: what is known stays, and changes wait. */
export const Offline: Story = {
  beforeEach: withoutConnection,
  render: () => breventPage(html`<kith-company-card company="company_brevent"></kith-company-card>`),
  play: ({ canvasElement }) => until(() => rootOf(canvasElement)?.querySelector('.record-notice')),
};

/** It was erased while it stood here. */
export const Gone: Story = {
  render: () => breventPage(html`<kith-company-card company="company_brevent"></kith-company-card>`),
  play: async ({ canvasElement }) => {
    await until(() => rootOf(canvasElement)?.querySelector('.record'));
    await cardIn(canvasElement)?.activeStore?.run(erase(companies.collection, 'company_brevent'));
    await until(() => rootOf(canvasElement)?.querySelector('.empty'));
  },
};

/** Somebody else has changed what is being written here: neither is lost, one is chosen. */
export const ChangedMeanwhile: Story = {
  render: () => breventPage(html`<kith-company-card company="company_brevent"></kith-company-card>`),
  play: async ({ canvasElement }) => {
    await until(() => rootOf(canvasElement)?.querySelector('[data-edit="legalName"]'));
    rootOf(canvasElement)?.querySelector<HTMLElement>('[data-edit="legalName"]')?.click();
    await until(() => rootOf(canvasElement)?.querySelector('.detail.editing input'));
    const input = rootOf(canvasElement)?.querySelector<HTMLInputElement>('.detail.editing input');
    if (input) input.value = 'Brévent & Cie';
    input?.dispatchEvent(new InputEvent('input', { bubbles: true, composed: true }));
    await cardIn(canvasElement)?.activeStore?.run(
      companies.edit({ id: 'company_brevent' as Id<'company'>, changes: { legalName: 'Maison Brévent SA' } }),
    );
    await until(() => rootOf(canvasElement)?.querySelector('.meanwhile'));
  },
};
