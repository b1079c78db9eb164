import type { BeforeMoveEvent, KithApp, KithPipelineBoard } from '@kith/elements';
import { deals } from '@kith/store';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { now, PIPELINE } from '../books/sales.js';
import { salesPage } from '../books/sales-page.js';
import { DESK, openServiceBook, ticketBoard } from '../books/service.js';
import { until } from '../books/until.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/Pipeline board',
  component: 'kith-pipeline-board',
  argTypes: controls({ 'group-by': 'text', 'heading-level': { from: 2, to: 6 } }),
  parameters: guidance(
    'The rows of a pipeline, stage by stage. Cards move by dragging, by a menu, by keys and by the page, and a stage that does not take a card says why.',
    [
      'Give it a height: columns scroll by themselves.',
      'Say no where the rule is: in the stage (`rules`), in a policy, or in `kith-before-move` with a sentence that says why.',
      'Lanes for what people divide work by: who, which region. Six or so can be overlooked.',
      'A limit where work piles up; a hard one only where one more does harm.',
    ],
    [
      'A board as a list: what is sorted, summed or edited in rows stands better in a list.',
      'More on a card than decides where it goes next.',
      'A veto without words: a card that jumps back teaches nobody anything.',
    ],
    720,
  ),
};
export default meta;

type Story = StoryObj;

const board = html`<kith-pipeline-board pipeline=${PIPELINE} style="block-size: 640px"></kith-pipeline-board>`;

/** The board's shadow root, once its cards are drawn. */
async function drawn(canvas: HTMLElement): Promise<ShadowRoot> {
  for (;;) {
    const root = canvas.querySelector<KithPipelineBoard>('kith-pipeline-board')?.shadowRoot;
    if (root?.querySelector('[data-card], .none')) return root;
    await new Promise(requestAnimationFrame);
  }
}

/** The title of the card of a deal. */
async function titleOf(canvas: HTMLElement, name: string): Promise<HTMLElement> {
  const root = await drawn(canvas);
  for (;;) {
    const title = [...root.querySelectorAll<HTMLElement>('.card-title')].find(
      (each) => each.textContent?.trim() === name,
    );
    if (title) return title;
    await new Promise(requestAnimationFrame);
  }
}

async function press(title: HTMLElement, ...keys: readonly string[]): Promise<void> {
  title.focus();
  for (const key of keys) {
    title.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true, cancelable: true }));
    await new Promise(requestAnimationFrame);
  }
}

/** Six stages of a European B2B pipeline, with deals in seven languages. */
export const Default: Story = { ...onItsPage, render: () => salesPage(board) };

/** A card that is carried by keys: Space takes it up, arrows aim. */
export const Carried: Story = {
  render: () => salesPage(board),
  play: async ({ canvasElement }) => {
    await press(await titleOf(canvasElement, 'Dealer portal, Alpine region'), ' ', 'ArrowRight', 'ArrowUp');
  },
};

/** The host has a rule of its own; the stage says so as soon as the card is lifted. */
export const Refused: Story = {
  render: () =>
    salesPage(board, {
      refuses: ({ stageId }) =>
        stageId === 'stage_contract'
          ? { code: 'host/quote-required', message: 'Needs an accepted quote. This deal has a draft only.' }
          : undefined,
    }),
  play: async ({ canvasElement }) => {
    await press(await titleOf(canvasElement, 'Winter maintenance contract'), ' ', 'ArrowRight');
  },
};

/** Everything that dragging can do, by plain clicks. */
export const MoveMenu: Story = {
  render: () => salesPage(board),
  play: async ({ canvasElement }) => {
    await press(await titleOf(canvasElement, 'Fleet telematics pilot'), 'm');
  },
};

/** A stage that asks for something first: the app opens the form. */
export const AsksForTheReason: Story = {
  render: () => salesPage(board),
  play: async ({ canvasElement }) => {
    const title = await titleOf(canvasElement, 'Fleet telematics pilot');
    await press(title, 'm');
    const root = await drawn(canvasElement);
    const lost = (): HTMLElement | undefined =>
      [...root.querySelectorAll<HTMLElement>('.menu-item')].find((line) => line.textContent?.includes('Lost…'));
    while (!lost()) await new Promise(requestAnimationFrame);
    lost()?.click();
    const app = canvasElement.querySelector('kith-app')?.shadowRoot;
    while (!app?.querySelector('dialog[open]')) await new Promise(requestAnimationFrame);
  },
};

/** A deal is on its way in. */
export const QuickAdd: Story = {
  render: () => salesPage(board),
  play: async ({ canvasElement }) => {
    const root = await drawn(canvasElement);
    root.querySelector<HTMLElement>('.head [data-action="add"]')?.click();
    while (!root.querySelector('.quick')) await new Promise(requestAnimationFrame);
  },
};

/** 8,800 deals: as many as in a year of a mid-sized sales team. Only those in sight are drawn. */
export const Many: Story = { render: () => salesPage(board, { times: 400 }) };

/** Before the first deal. */
export const Empty: Story = { render: () => salesPage(board, { isEmpty: true }) };

/** No pipeline has this id. */
export const UnknownPipeline: Story = {
  render: () =>
    salesPage(html`<kith-pipeline-board pipeline="pipeline_gone" style="block-size: 320px"></kith-pipeline-board>`),
};

/** While the book is opened, after 200 ms. */
export const Loading: Story = { render: () => salesPage(board, { book: 'loading' }) };

/** In dark. */
export const Dark: Story = { render: () => salesPage(board, { theme: 'dark' }) };

/** In Simplified Chinese. */
export const Chinese: Story = { render: () => salesPage(board, { lang: 'zh-Hans' }) };

/** From right to left. */
export const RightToLeft: Story = { render: () => salesPage(board, { dir: 'rtl' }) };

/** On a phone a column is 78 % wide and the next one peeps in. */
export const Phone: Story = { render: () => salesPage(board, { width: 390, density: 'comfortable' }) };

/** A lane for each owner: count and sums of each, all cards of it stage by stage. */
export const Lanes: Story = {
  render: () =>
    salesPage(
      html`<kith-pipeline-board pipeline=${PIPELINE} group-by="owner" style="block-size: 860px"></kith-pipeline-board>`,
    ),
};

/** Three cards are selected, to be moved together. */
export const Selected: Story = {
  render: () => salesPage(board),
  play: async ({ canvasElement }) => {
    await press(await titleOf(canvasElement, 'Fleet telematics pilot'), 'x');
    await press(await titleOf(canvasElement, 'Returns portal'), 'x');
    await press(await titleOf(canvasElement, 'Service desk, 40 seats'), 'x');
  },
};

/** A stage with more than it should hold. */
export const OverItsLimit: Story = { render: () => salesPage(board, { proposals: 4 }) };

/** A stage that comes to more money than it should hold. */
export const OverItsLimitOfMoney: Story = { render: () => salesPage(board, { proposalsWorth: 250_000 }) };

/** Two deals are on hold: they do not rot, are asked for no next step, and the sum above leaves them out. */
export const OnHold: Story = { render: () => salesPage(board, { isOnHold: true }) };

/** Two columns are folded up: they still take cards. */
export const Folded: Story = {
  render: () =>
    salesPage(
      html`<kith-pipeline-board pipeline=${PIPELINE} .view=${{ folded: ['stage_discovery', 'stage_lost'] }} style="block-size: 640px"></kith-pipeline-board>`,
    ),
};

/** Columns in an order of one's own, two of them hidden: what is in them still counts, and the bar leads back to them. */
export const Arranged: Story = {
  render: () =>
    salesPage(
      html`<kith-pipeline-board pipeline=${PIPELINE} .view=${{ order: ['stage_contract', 'stage_negotiation', 'stage_proposal', 'stage_discovery', 'stage_qualified'], hidden: ['stage_won', 'stage_lost'] }} style="block-size: 640px"></kith-pipeline-board>`,
    ),
};

/** The menu of a column: its cards, folding, its place. */
export const ColumnMenu: Story = {
  render: () => salesPage(board),
  play: async ({ canvasElement }) => {
    const root = await drawn(canvasElement);
    root.querySelectorAll<HTMLElement>('.column-menu')[1]?.click();
    await until(() => root.querySelector('.menu:popover-open'));
  },
};

/** What stands below the name of a card, from a template of the page: no script, the fields by their paths. */
export const CardTemplate: Story = {
  render: () =>
    salesPage(html`
      <style>
        kith-pipeline-board::part(amount) { font-weight: 600; }
        kith-pipeline-board::part(about) { overflow: hidden; text-overflow: ellipsis; white-space: nowrap; }
        kith-pipeline-board::part(small) { display: flex; justify-content: space-between; gap: 8px; margin-block-start: 6px; font-size: 0.85em; opacity: 0.75; }
      </style>
      <kith-pipeline-board pipeline=${PIPELINE} style="block-size: 640px">
        <template slot="card">
          <div part="small"><span data-field="companyId" part="about"></span><span data-field="amount" part="amount"></span></div>
          <div part="small"><span data-field="ownerId"></span><span data-field="expectedCloseDay"></span></div>
        </template>
      </kith-pipeline-board>
    `),
  play: async ({ canvasElement }) => {
    const root = await drawn(canvasElement);
    await until(() => root.querySelector('[data-field="companyId"]')?.textContent);
  },
};

/** Some columns have nothing that meets the filter. */
export const Filtered: Story = {
  render: () =>
    salesPage(
      html`<kith-pipeline-board pipeline=${PIPELINE} .view=${{ filters: [{ path: 'name', is: 'contains', text: 'port' }] }} style="block-size: 640px"></kith-pipeline-board>`,
    ),
};

/** The page asks somebody first; the card waits where it was put. */
export const Waiting: Story = {
  render: () =>
    salesPage(
      html`<kith-pipeline-board pipeline=${PIPELINE} style="block-size: 640px" @kith-before-move=${(event: BeforeMoveEvent) => event.waitUntil(new Promise<boolean>(() => undefined))}></kith-pipeline-board>`,
    ),
  play: async ({ canvasElement }) => {
    await press(await titleOf(canvasElement, 'Dealer portal, Alpine region'), ' ', 'ArrowRight', 'Enter');
    const { shadowRoot } = canvasElement.querySelector('kith-pipeline-board') as KithPipelineBoard;
    await until(() => shadowRoot?.querySelector('.card-wait'));
  },
};

/** Somebody who may not see deals. */
export const Forbidden: Story = { render: () => salesPage(board, { book: 'denied' }) };

/** The storage cannot be reached; it can be asked again. */
export const CannotBeRead: Story = { render: () => salesPage(board, { book: 'unreachable' }) };

/** Without a connection it says so; what was read stays. */
export const Offline: Story = {
  render: () => salesPage(board),
  play: async ({ canvasElement }) => {
    const root = await drawn(canvasElement);
    await until(() => root.querySelector('.tools input'));
    Object.defineProperty(navigator, 'onLine', { configurable: true, get: () => false });
    dispatchEvent(new Event('offline'));
    await until(() => root.querySelector('.tools .banner'));
    Reflect.deleteProperty(navigator, 'onLine');
  },
};

/** No deals at all: tickets, a kind of the house's own with fields of its own, go through a pipeline by the rules of its stages. */
export const Tickets: Story = {
  render: () =>
    html`<kith-app .store=${openServiceBook()} .now=${now} time-zone="Europe/Vienna">
      <kith-pipeline-board pipeline=${DESK} .source=${ticketBoard} style="block-size: 560px"></kith-pipeline-board>
    </kith-app>`,
};

/** The same by urgency. */
export const TicketsByUrgency: Story = {
  render: () =>
    html`<kith-app .store=${openServiceBook()} .now=${now} time-zone="Europe/Vienna">
      <kith-pipeline-board pipeline=${DESK} .source=${ticketBoard} group-by="customFields.urgency" style="block-size: 640px"></kith-pipeline-board>
    </kith-app>`,
};

/** Somebody else moves the card that is in the air: it is given up, and that is told. */
export const MovedMeanwhile: Story = {
  render: () => salesPage(board),
  play: async ({ canvasElement }) => {
    const title = await titleOf(canvasElement, 'Fleet telematics pilot');
    const id = title.closest<HTMLElement>('[data-card]')?.dataset.card;
    await press(title, ' ', 'ArrowRight');
    const root = await drawn(canvasElement);
    await until(() => root.querySelector('.held'));
    const app = canvasElement.querySelector('kith-app') as KithApp;
    const store = await app.store;
    await store?.run(deals.move({ id: id as never, stageId: 'stage_contract' as never, at: 'start' }));
    await until(() => !root.querySelector('.held'));
  },
};
