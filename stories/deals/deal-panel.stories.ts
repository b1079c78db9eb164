import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { breventPage } from '../books/brevent-page.js';
import { until } from '../books/until.js';

const meta: Meta = { title: 'Elements/Deal panel', component: 'kith-deal-panel' };
export default meta;

type Story = StoryObj;

/** Where it stands, what it is expected to bring, who and what it is about, and how long each stage took. */
export const Open: Story = {
  render: () => breventPage(html`<kith-deal-panel deal="deal_clienteling"></kith-deal-panel>`, { width: 960 }),
};

/** In the width of a drawer. */
export const InADrawer: Story = {
  render: () => breventPage(html`<kith-deal-panel deal="deal_clienteling"></kith-deal-panel>`, { width: 420 }),
};

/** It has been in its stage for longer than deals should be there. */
export const WithoutProgress: Story = {
  render: () => breventPage(html`<kith-deal-panel deal="deal_spring"></kith-deal-panel>`, { width: 560 }),
};

/** Won: the value it brought and the day stand in place of what was expected. */
export const Won: Story = {
  render: () => breventPage(html`<kith-deal-panel deal="deal_repairs"></kith-deal-panel>`, { width: 560 }),
};

/** Lost: with the reason. */
export const Lost: Story = {
  render: () => breventPage(html`<kith-deal-panel deal="deal_kiosk"></kith-deal-panel>`, { width: 560 }),
};

/** While the book is opened, after 200 ms. */
export const Loading: Story = {
  render: () =>
    breventPage(html`<kith-deal-panel deal="deal_clienteling"></kith-deal-panel>`, { width: 560, book: 'loading' }),
};

/** There is no deal of this id. */
export const NotFound: Story = {
  render: () => breventPage(html`<kith-deal-panel deal="deal_none"></kith-deal-panel>`, { width: 560 }),
};

/** The storage cannot be reached. */
export const CannotBeRead: Story = {
  render: () =>
    breventPage(html`<kith-deal-panel deal="deal_clienteling"></kith-deal-panel>`, { width: 560, book: 'unreachable' }),
};

/** Its line items come from a price book; the amount follows them. */
export const LineItems: Story = {
  render: () =>
    breventPage(html`<kith-deal-panel deal="deal_clienteling"></kith-deal-panel>`, { width: 960, hasLines: true }),
};

/** A line is changed in its place. */
export const EditingALine: Story = {
  render: () =>
    breventPage(html`<kith-deal-panel deal="deal_clienteling"></kith-deal-panel>`, { width: 420, hasLines: true }),
  play: async ({ canvasElement }) => {
    const root = canvasElement.querySelector('kith-deal-panel')?.shadowRoot as ShadowRoot;
    const item = (): HTMLElement | null => root.querySelector<HTMLElement>('.menu:popover-open .menu-item');
    await until(() => root.querySelector('.line > .button'));
    root.querySelector<HTMLElement>('.line > .button')?.click();
    await until(item);
    item()?.click();
    await until(() => root.querySelector('.line-form'));
  },
};
