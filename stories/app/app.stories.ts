import type { KithApp } from '@kith/elements';
import { CommandEvent } from '@kith/elements';
import { deals, type Store } from '@kith/store';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { PIPELINE } from '../books/sales.js';
import { salesPage } from '../books/sales-page.js';

const meta: Meta = { title: 'Elements/App', component: 'kith-app' };
export default meta;

type Story = StoryObj;

const page = html`<p>The page’s own content, and Kith’s elements among it.</p>`;

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

/** The data cannot be opened: the reason stands in place of the elements. */
export const CannotBeOpened: Story = { render: () => salesPage(page, { book: 'failed' }) };
