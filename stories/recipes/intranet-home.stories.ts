import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { openDesk } from '../books/desk.js';
import { until } from '../books/until.js';
import './intranet-home.js';
import type { RecipeIntranetHome } from './intranet-home.js';

/**
 * The home page of an intranet, with what its reader has to do today among the page's own news: three elements over one
 * book, in the host's own grid. What is done in one of them shows in the others.
 */
const meta: Meta = { title: 'Recipes/Intranet home', parameters: { layout: 'fullscreen' } };
export default meta;

type Story = StoryObj;

const home = () => {
  const element = document.createElement('recipe-intranet-home') as RecipeIntranetHome;
  void openDesk().then((desk) => {
    element.desk = desk;
  });
  return html`${element}`;
};

/** As it greets whoever comes in the morning. */
export const Morning: Story = {
  render: home,
  play: ({ canvasElement }) =>
    until(() => {
      const root = canvasElement.querySelector('recipe-intranet-home')?.shadowRoot;
      return root?.querySelector('kith-task-list')?.shadowRoot?.querySelector('[data-id]');
    }),
};
