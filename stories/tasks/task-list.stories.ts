import type { Id } from '@kith/core';
import type { KithTaskList } from '@kith/elements';
import { activities } from '@kith/store';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { withoutConnection } from '../books/connection.js';
import { taskPage } from '../books/task-page.js';
import { until } from '../books/until.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/Task list',
  component: 'kith-task-list',
  argTypes: controls({
    owner: 'text',
    team: 'text',
    everyone: 'boolean',
    contact: 'text',
    company: 'text',
    deal: 'text',
    lead: 'text',
    'read-only': 'boolean',
    heading: 'text',
    'heading-level': { from: 2, to: 6 },
  }),
  parameters: guidance(
    'What is to be done, by day: overdue first. Tasks are ticked off, put off, given away and added by keys or pointer.',
    [
      'Give it a height: days stick to the top, and only the tasks in sight are drawn.',
      '`contact` and the like beside a record: only what is about it.',
      'Plan what follows when something is done: it offers that.',
    ],
    ['A task without a day for what must not be forgotten.', 'As a log of what happened: that is the timeline.'],
    640,
  ),
};
export default meta;

type Story = StoryObj;

const rootOf = (canvas: HTMLElement): ShadowRoot =>
  (canvas.querySelector('kith-task-list') as KithTaskList).shadowRoot as ShadowRoot;
const row = (canvas: HTMLElement, at: number): HTMLElement =>
  rootOf(canvas).querySelectorAll<HTMLElement>('.task')[at] as HTMLElement;
const ready = (canvas: HTMLElement): Promise<void> => until(() => rootOf(canvas).querySelector('[data-id]'));
const press = (canvas: HTMLElement, key: string): void => {
  row(canvas, 1).focus();
  row(canvas, 1).dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, composed: true }));
};

/** What one has to do oneself, by when it is due. */
export const Mine: Story = { ...onItsPage, render: () => taskPage(html`<kith-task-list></kith-task-list>`) };

/** What a team has to do: whose it is stands at the end. */
export const OfATeam: Story = {
  render: () => taskPage(html`<kith-task-list team="team_fashion" heading="Fashion team"></kith-task-list>`),
};

/** What is planned for a company; it need not be named in each line. */
export const OfACompany: Story = {
  render: () => taskPage(html`<kith-task-list company="company_brevent"></kith-task-list>`),
};

/** A hundred thousand tasks are as quick as a hundred: only those in sight are read and drawn. */
export const HundredThousand: Story = {
  render: () => taskPage(html`<kith-task-list></kith-task-list>`, { many: 100_000 }),
};

/** A day at the end of the line is understood, and said before anything is added. */
export const Adding: Story = {
  render: () => taskPage(html`<kith-task-list></kith-task-list>`),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    const input = rootOf(canvasElement).querySelector('.add > input') as HTMLInputElement;
    input.focus();
    input.value = 'Send the contract to Léa on Friday!';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => rootOf(canvasElement).querySelector('.add-high'));
  },
};

/** Everything that can be done with one task; each line has its key. */
export const MenuOpen: Story = {
  render: () => taskPage(html`<kith-task-list></kith-task-list>`),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    press(canvasElement, 'm');
    await until(() => rootOf(canvasElement).querySelector('.menu:popover-open'));
  },
};

/** Several are done, put off or handed on together. */
export const Selected: Story = {
  render: () => taskPage(html`<kith-task-list></kith-task-list>`),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    (rootOf(canvasElement).querySelector('[data-act=choose]') as HTMLElement).click();
    await until(() => rootOf(canvasElement).querySelector('.mark'));
    for (const at of [0, 2, 3]) row(canvasElement, at).click();
    await until(() => rootOf(canvasElement).querySelectorAll('.mark.on').length === 3);
  },
};

/** One is done, and what follows is planned in the same step. */
export const FollowUp: Story = {
  render: () => taskPage(html`<kith-task-list></kith-task-list>`),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    press(canvasElement, 'c');
    await until(() => rootOf(canvasElement).querySelector('dialog[open]'));
  },
};

/** All keys on one surface. */
export const Keys: Story = {
  render: () => taskPage(html`<kith-task-list></kith-task-list>`),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    press(canvasElement, '?');
    await until(() => rootOf(canvasElement).querySelector('.keys'));
  },
};

/** Nothing can be changed. */
export const ReadOnly: Story = { render: () => taskPage(html`<kith-task-list read-only></kith-task-list>`) };

/** In the narrowest place it lives in. */
export const Narrow: Story = { render: () => taskPage(html`<kith-task-list></kith-task-list>`, { width: 280 }) };

/** Nothing is to be done. */
export const Empty: Story = { render: () => taskPage(html`<kith-task-list></kith-task-list>`, { isEmpty: true }) };

/** Nothing is left with a search. */
export const NoMatch: Story = {
  render: () => taskPage(html`<kith-task-list></kith-task-list>`),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    const input = rootOf(canvasElement).querySelector('.search > input') as HTMLInputElement;
    input.value = 'zeppelin';
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await until(() => rootOf(canvasElement).querySelector('.state'));
  },
};

/** While the book is opened, after 200 ms. */
export const Loading: Story = { render: () => taskPage(html`<kith-task-list></kith-task-list>`, { book: 'loading' }) };

/** The storage cannot be reached. */
export const CannotBeRead: Story = {
  render: () => taskPage(html`<kith-task-list></kith-task-list>`, { book: 'unreachable' }),
};

/** Whoever acts may not see these tasks. */
export const Forbidden: Story = {
  render: () => taskPage(html`<kith-task-list></kith-task-list>`, { book: 'forbidden' }),
};

/** Somebody has changed a task while its form is open: one keeps one's own, or takes theirs. */
export const ChangedMeanwhile: Story = {
  render: () => taskPage(html`<kith-task-list></kith-task-list>`),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    press(canvasElement, 'e');
    await until(() => rootOf(canvasElement).querySelector('dialog[open] #task-subject'));
    const { activeStore } = canvasElement.querySelector('kith-task-list') as KithTaskList;
    const { id = '' } = row(canvasElement, 1).dataset;
    await activeStore?.run(
      activities.edit({ id: id as Id<'activity'>, changes: { subject: 'Send the linen samples' } }),
    );
    await until(() => rootOf(canvasElement).querySelector('dialog[open] [role=alert]'));
  },
};

/** Without a connection: what was read stays. */
export const Offline: Story = {
  beforeEach: withoutConnection,
  render: () => taskPage(html`<kith-task-list></kith-task-list>`),
  play: async ({ canvasElement }) => {
    await ready(canvasElement);
    await until(() => rootOf(canvasElement).querySelector('.banner.warning'));
  },
};
