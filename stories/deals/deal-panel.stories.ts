import type { KithDealPanel } from '@kith/elements';
import { deals, erase } from '@kith/store';
import { editCompetitor } from '@kith/store/deals';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { breventPage } from '../books/brevent-page.js';
import { withoutConnection } from '../books/connection.js';
import { dealPage } from '../books/deal-page.js';
import { until } from '../books/until.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/Deal panel',
  component: 'kith-deal-panel',
  argTypes: controls({ deal: 'text' }),
  parameters: guidance(
    'One deal: where it stands, what it is expected to bring, what comes next, who is part of it, and how it came here.',
    [
      'In a drawer over the board, or beside it: it takes the width that it has.',
      'Let stages ask for what they need: winning and losing open the fields that are missing.',
    ],
    [
      'A copy of the timeline under it: that is an element of its own.',
      'Change the stage by a field of your own: moves keep their rules only as moves.',
    ],
    800,
  ),
};
export default meta;

type Story = StoryObj;

/** Where it stands, what it is expected to bring, who and what it is about, and how long each stage took. */
export const Open: Story = {
  ...onItsPage,
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

/** On hold: it has come as far as the stage it was in before, and nobody is asked what comes next. */
export const OnHold: Story = {
  render: () =>
    breventPage(html`<kith-deal-panel deal="deal_clienteling"></kith-deal-panel>`, { width: 560, isOnHold: true }),
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

const rootOf = (canvas: HTMLElement): ShadowRoot => canvas.querySelector('kith-deal-panel')?.shadowRoot as ShadowRoot;

/** Opens forms by the buttons that open them. */
async function open(canvas: HTMLElement, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await until(() => rootOf(canvas)?.querySelector(`[data-part="${key}"]`));
    rootOf(canvas).querySelector<HTMLElement>(`[data-part="${key}"]`)?.click();
    await until(() => rootOf(canvas).querySelector(`[data-form="${key}"]`));
  }
}

/** Everything that can be known of a deal: people with their parts, needs, budget, competitors, credit, fields of the house, and how often its day was put off. */
export const InFull: Story = { render: () => dealPage({ width: 1000 }) };

/** The same in the width of a phone: sections below each other. */
export const InFullOnAPhone: Story = { render: () => dealPage({ width: 360 }) };

/** A contact is added: the people of the company are offered before anything is typed. */
export const AddingAContact: Story = {
  render: () => dealPage({ width: 420 }),
  play: ({ canvasElement }) => open(canvasElement, 'add-person'),
};

/** Credit is split all at once, because it makes 100 %. */
export const SplittingCredit: Story = {
  render: () => dealPage({ width: 420 }),
  play: ({ canvasElement }) => open(canvasElement, 'team'),
};

/** What was agreed upon is done, and what comes next takes its place. */
export const DoneAndNext: Story = {
  render: () => dealPage({ width: 420 }),
  play: ({ canvasElement }) => open(canvasElement, 'next-step'),
};

/** In dollars, in a house that keeps its books in euros: the amount there, with the dated rate. */
export const InAnotherCurrency: Story = { render: () => dealPage({ width: 720, isAbroad: true }) };

/** A colleague asks for a move that has to be approved; whoever looks may say so. */
export const WaitingForApproval: Story = { render: () => dealPage({ width: 720, isAsked: true }) };

/** Several have to approve, one after the other: it says who has, and whose turn it is. */
export const WaitingForSeveral: Story = { render: () => dealPage({ width: 720, isAskedOfAll: true }) };

/** A move that has to be approved: it is asked for, with a word. */
export const AskingForApproval: Story = {
  render: () => dealPage({ width: 720 }),
  play: async ({ canvasElement }) => {
    const negotiation = (): HTMLElement | undefined =>
      [...(rootOf(canvasElement)?.querySelectorAll<HTMLElement>('.path button') ?? [])].at(-1);
    await until(negotiation);
    negotiation()?.click();
    await until(() => rootOf(canvasElement).querySelector('[data-form=approval]'));
  },
};

/** As a clerk sees it: neither credit nor budget, and nothing to press at contacts and competitors. */
export const BehindAPolicy: Story = { render: () => dealPage({ width: 720, isClerk: true }) };

/** Somebody else has changed a competitor while the form was open. */
export const ChangedMeanwhile: Story = {
  render: () => dealPage({ width: 420 }),
  play: async ({ canvasElement }) => {
    const root = (): ShadowRoot => rootOf(canvasElement);
    await until(() => root()?.querySelector('[data-part="competitor-competitor_fil"]'));
    root().querySelector<HTMLElement>('[data-part="competitor-competitor_fil"]')?.click();
    const item = (): HTMLElement | null => root().querySelector<HTMLElement>('.menu:popover-open .menu-item');
    await until(item);
    item()?.click();
    await until(() => root().querySelector('[data-form="competitor-competitor_fil"]'));
    const store = canvasElement.querySelector<KithDealPanel>('kith-deal-panel')?.activeStore;
    const changed = { id: 'deal_clienteling', competitorId: 'competitor_fil', changes: { name: 'Fil & Trame SARL' } };
    await store?.run(editCompetitor(changed as never));
    await until(() => root().querySelector('.meanwhile'));
  },
};

/** Without a connection: what is known stays, and changes wait. */
export const Offline: Story = {
  beforeEach: withoutConnection,
  render: () => dealPage({ width: 720 }),
  play: ({ canvasElement }) => until(() => rootOf(canvasElement)?.querySelector('.deal-notice')),
};

/** The deal was erased while it stood here. */
export const Gone: Story = {
  render: () => dealPage({ width: 560 }),
  play: async ({ canvasElement }) => {
    await until(() => rootOf(canvasElement)?.querySelector('.columns'));
    const store = canvasElement.querySelector<KithDealPanel>('kith-deal-panel')?.activeStore;
    await store?.run(erase(deals.collection, 'deal_clienteling'));
    await until(() => rootOf(canvasElement).querySelector('.empty'));
  },
};
