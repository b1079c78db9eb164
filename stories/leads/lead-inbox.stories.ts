import type { KithLeadInbox } from '@kith/elements';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { withoutConnection } from '../books/connection.js';
import { leadsPage } from '../books/leads-page.js';
import { until } from '../books/until.js';
import { takenByRafael } from '../books/waiting-leads.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/Lead inbox',
  component: 'kith-lead-inbox',
  argTypes: controls({ place: ['mine', 'unassigned', 'all'], sort: ['waiting', 'score', 'newest'], heading: 'text' }),
  parameters: guidance(
    'The leads that wait, beside the one that is open: claim, assign, qualify, disqualify, put aside, compare, convert. `?` tells the keys.',
    [
      'Give it a height that fits the page; the list and the open lead scroll by themselves.',
      'Give it the plan by which leads are scored, and the working time in which first touches are promised.',
      'Name your own reasons to disqualify: they are what is learned from.',
    ],
    [
      'Stand it beside a second list of the same leads.',
      'Hide pools that people may claim from.',
      'Answer `kith-navigate` with a page that loses the place in the list.',
    ],
    720,
  ),
};
export default meta;

type Story = StoryObj;

const rootOf = (canvas: HTMLElement): ShadowRoot =>
  (canvas.querySelector('kith-lead-inbox') as KithLeadInbox).shadowRoot as ShadowRoot;
async function press(canvas: HTMLElement, action: string): Promise<void> {
  await until(() => rootOf(canvas).querySelector(`[data-action=${action}]`));
  rootOf(canvas).querySelector<HTMLElement>(`[data-action=${action}]`)?.click();
}

/** Mine, who has waited longest first: what was promised is late or due, in working time. */
export const Mine: Story = { ...onItsPage, render: () => leadsPage() };

/** What lies in a pool: its bounds are said before somebody runs into them. */
export const Pool: Story = { render: () => leadsPage({ place: 'pool:pool_open', sort: 'score' }) };

/** No more may be claimed today, and the button says why. */
export const ClaimRefused: Story = { render: () => leadsPage({ place: 'pool:pool_open', claimsPerDay: 0 }) };

/** Nobody could take it when it came, and it is tried again. */
export const Unassigned: Story = { render: () => leadsPage({ place: 'unassigned', lead: 'lead_tarek' }) };

/** Budget, authority, need and time, by the fields of the registry. */
export const Qualify: Story = {
  render: () => leadsPage({ lead: 'lead_lea' }),
  play: ({ canvasElement }) => press(canvasElement, 'qualify'),
};

/** Why it is taken out of work. */
export const Disqualify: Story = {
  render: () => leadsPage({ lead: 'lead_lea' }),
  play: ({ canvasElement }) => press(canvasElement, 'disqualify'),
};

/** What it becomes: what goes where, and what goes nowhere by itself. */
export const Convert: Story = {
  render: () => leadsPage({ lead: 'lead_noor' }),
  play: ({ canvasElement }) => press(canvasElement, 'convert'),
};

/** Side by side with whom it may be. */
export const Compare: Story = {
  render: () => leadsPage({ lead: 'lead_lea' }),
  play: async ({ canvasElement }) => {
    await until(() => rootOf(canvasElement).querySelector('[data-compare]'));
    rootOf(canvasElement).querySelector<HTMLElement>('[data-compare]')?.click();
  },
};

/** Somebody else took it while it was open. */
export const Conflict: Story = {
  render: () => leadsPage({ lead: 'lead_lea' }),
  play: async ({ canvasElement }) => {
    await until(() => rootOf(canvasElement).querySelector('.lead'));
    const inbox = canvasElement.querySelector('kith-lead-inbox') as KithLeadInbox;
    if (inbox.activeStore) await takenByRafael(inbox.activeStore, 'lead_lea');
    await until(() => rootOf(canvasElement).querySelector('[role=alert]'));
  },
};

/** Several are chosen: claim, assign or disqualify them together. */
export const Selected: Story = {
  render: () => leadsPage({ place: 'pool:pool_open' }),
  play: async ({ canvasElement }) => {
    await until(() => rootOf(canvasElement).querySelectorAll('[data-select]').length > 2);
    const boxes = rootOf(canvasElement).querySelectorAll<HTMLElement>('[data-select]');
    for (const at of [0, 1]) boxes[at]?.click();
    await until(() => rootOf(canvasElement).querySelector('.bulk'));
  },
};

/** A hundred thousand are as quick as a hundred: only those in sight are read and drawn. */
export const HundredThousand: Story = { render: () => leadsPage({ place: 'pool:pool_open', more: 100_000 }) };

/** On a phone the list and the open lead take turns. */
export const OnAPhone: Story = { render: () => leadsPage({ width: 366 }) };

/** The open lead on a phone. */
export const OpenOnAPhone: Story = {
  render: () => leadsPage({ width: 366 }),
  play: async ({ canvasElement }) => {
    await until(() => rootOf(canvasElement).querySelector('.lead-row[data-id]'));
    rootOf(canvasElement).querySelector<HTMLElement>('.lead-row[data-id]')?.click();
    await until(() => rootOf(canvasElement).querySelector('.lead'));
  },
};

/** While the book is opened, after 200 ms. */
export const Loading: Story = { render: () => leadsPage({ book: 'loading' }) };

/** Nobody waits, and it says how somebody comes here. */
export const Empty: Story = { render: () => leadsPage({ isEmpty: true }) };

/** The storage cannot be reached. */
export const CannotBeRead: Story = { render: () => leadsPage({ book: 'unreachable' }) };

/** Whoever looks has no right to. */
export const Forbidden: Story = { render: () => leadsPage({ book: 'forbidden' }) };

/** Without a connection it says so; what was read stays. */
export const Offline: Story = {
  beforeEach: withoutConnection,
  render: () => leadsPage(),
  play: async ({ canvasElement }) => {
    await until(() => rootOf(canvasElement).querySelector('.lead'));
    await until(() => rootOf(canvasElement).querySelector('.banner.warning'));
  },
};
