import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { openDesk } from '../books/desk.js';
import { until } from '../books/until.js';
import './workspace.js';
import type { RecipeWorkspace, WorkspacePage } from './workspace.js';

/**
 * A whole CRM in a page of its own: the frame, the way around and the place of the record are the host's; the elements
 * say where they would like to go (`kith-navigate`), and the host shows it. The data is `sampleSales` of `@kith/core/sample`.
 */
const meta: Meta = { title: 'Recipes/CRM workspace', parameters: { layout: 'fullscreen' } };
export default meta;

type Story = StoryObj;

const workspace = (page: WorkspacePage = 'pipeline') => {
  const element = document.createElement('recipe-workspace') as RecipeWorkspace;
  element.page = page;
  void openDesk().then((desk) => {
    element.desk = desk;
  });
  return html`${element}`;
};
const shown = (canvas: HTMLElement, tag: string, selector: string): Promise<void> =>
  until(() =>
    canvas.querySelector('recipe-workspace')?.shadowRoot?.querySelector(tag)?.shadowRoot?.querySelector(selector),
  );

/** The pipeline of two people, on a board. */
export const Pipeline: Story = {
  render: () => workspace(),
  play: ({ canvasElement }) => shown(canvasElement, 'kith-pipeline-board', '[data-card]'),
};

/** A card was opened: the deal stands beside the board. On a phone it takes its place. */
export const WithARecord: Story = {
  render: () => workspace(),
  play: async ({ canvasElement }) => {
    await shown(canvasElement, 'kith-pipeline-board', '[data-card] .card-title');
    const root = canvasElement.querySelector('recipe-workspace')?.shadowRoot;
    root?.querySelector('kith-pipeline-board')?.shadowRoot?.querySelector<HTMLElement>('.card-title')?.click();
    await shown(canvasElement, 'kith-deal-panel', '.panel, .details');
  },
};

/** What whoever is signed in has to do. */
export const Tasks: Story = {
  render: () => workspace('tasks'),
  play: ({ canvasElement }) => shown(canvasElement, 'kith-task-list', '[data-id]'),
};

/** The leads that wait for them. */
export const Leads: Story = {
  render: () => workspace('leads'),
  play: ({ canvasElement }) => shown(canvasElement, 'kith-lead-inbox', '[data-id], [data-lead]'),
};

/** Everybody they know. */
export const Contacts: Story = {
  render: () => workspace('contacts'),
  play: ({ canvasElement }) => shown(canvasElement, 'kith-contact-list', '[role=row] [role=gridcell]'),
};
