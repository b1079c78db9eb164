import type { KithApp } from '@kith/elements';
import { CommandEvent } from '@kith/elements';
import { deals, pipelines, type Store } from '@kith/store';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { PIPELINE } from '../books/sales.js';
import { salesPage } from '../books/sales-page.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/App',
  component: 'kith-app',
  argTypes: controls({
    theme: ['light', 'dark', 'auto'],
    density: ['compact', 'regular', 'comfortable'],
    currency: 'text',
    'time-zone': 'text',
  }),
  parameters: guidance(
    'The element around the others: it opens the store, tells them language, zone and currency, and shows what was done, with a way back.',
    [
      'One around all elements of a page that share a store.',
      'Give it the store’s promise: it says by itself when the book cannot be opened.',
      'Set `lang` on a part of the page that reads another language.',
    ],
    [
      'One for each element: undo and toasts would come from several places.',
      'Its toasts for messages of the page: they say what Kith has done.',
    ],
    320,
  ),
};
export default meta;

type Story = StoryObj;

const page = html`<p dir="auto">The page’s own content, and Kith’s elements among it.</p>`;

/** The app of a story with its store, once that is open. */
async function opened(canvas: HTMLElement): Promise<{ readonly app: KithApp; readonly store: Store }> {
  const app = canvas.querySelector('kith-app') as KithApp;
  const store = (await app.store) as Store;
  await new Promise(requestAnimationFrame);
  return { app, store };
}

async function until(state: () => unknown): Promise<void> {
  while (!state()) await new Promise(requestAnimationFrame);
}

/** What was done is told, with a way back. */
export const Done: Story = {
  ...onItsPage,
  render: () => salesPage(page),
  play: async ({ canvasElement }) => {
    const { app } = await opened(canvasElement);
    const command = deals.create({ name: 'Kühlhaus-Sensorik', pipelineId: PIPELINE });
    app.dispatchEvent(
      new CommandEvent(command, { done: ({ name }) => ({ text: `${name} added to Qualified`, name }) }),
    );
    await until(() => app.shadowRoot?.querySelector('.toast-action'));
  },
};

/** A refusal, with its reason. */
export const Refused: Story = {
  render: () => salesPage(page),
  play: async ({ canvasElement }) => {
    const { app } = await opened(canvasElement);
    app.dispatchEvent(new CommandEvent(deals.win({ id: 'deal_gone' as never })));
    await until(() => app.shadowRoot?.querySelector('.toast-text'));
  },
};

/** A stage that requires fields asks for them on the way in, each with the control of its type. */
export const AsksForFields: Story = {
  render: () => salesPage(page),
  play: async ({ canvasElement }) => {
    const { app, store } = await opened(canvasElement);
    const requires = ['amount', 'expectedCloseDay', 'companyId', 'budget.status', 'description'];
    const made = await store.run(
      pipelines.create({
        name: 'Projects',
        stages: [
          { name: 'Idea', type: 'open', probability: 10 },
          { name: 'Proposal', type: 'open', probability: 50, rules: { requires } },
        ],
      }),
    );
    if (!made.ok) throw new Error(made.problem.message);
    const { id: pipelineId, stages } = made.value;
    const deal = await store.run(deals.create({ name: 'Kühlhaus-Sensorik', pipelineId }));
    const proposal = stages[1];
    if (!deal.ok || !proposal) throw new Error('The deal could not be made.');
    const move = (fields?: Readonly<Record<string, unknown>>) =>
      deals.move({ id: deal.value.id, stageId: proposal.id, ...(fields && { fields }) });
    app.dispatchEvent(new CommandEvent(move(), { withAnswers: move }));
    await until(() => app.shadowRoot?.querySelector('dialog[open] .field'));
  },
};

/** The data cannot be opened: the reason stands in place of the elements. */
export const CannotBeOpened: Story = { render: () => salesPage(page, { book: 'failed' }) };
