import { openStore } from '@kith/store';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { NOW, now, openBreventBook } from '../books/brevent.js';
import { type Circumstances, foundLost, withCircumstances } from '../books/kept.js';
import { until } from '../books/until.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/Storage state',
  component: 'kith-storage-state',
  argTypes: controls({ quiet: 'boolean' }),
  parameters: guidance(
    'Where the data lives, whether the browser may throw it away, how much room is left, and what to do about it.',
    [
      '`quiet` in the frame of an application: it takes no room until something is wrong.',
      'In full on a page of settings, with the backup beside it.',
    ],
    ['A warning of your own for the same thing: two of them frighten more than they help.'],
    200,
  ),
};
export default meta;

type Story = StoryObj;

const element = html`<kith-storage-state></kith-storage-state>`;

const page = (circumstances: Circumstances, shown: TemplateResult = element, width = 560): TemplateResult => html`
  <kith-app .store=${openBreventBook().then((store) => withCircumstances(store, circumstances))} .now=${now} time-zone="Europe/Vienna">
    <div style="max-inline-size: ${width}px">${shown}</div>
  </kith-app>
`;

/** Waits for the element to have said something, and answers the buttons in it by what is written on them. */
async function drawn(canvas: HTMLElement, words: string): Promise<(name: string) => HTMLElement | undefined> {
  const root = (): ShadowRoot | null | undefined => canvas.querySelector('kith-storage-state')?.shadowRoot;
  await until(() => root()?.textContent?.includes(words));
  return (name) => [...(root()?.querySelectorAll('button') ?? [])].find((each) => each.textContent?.includes(name));
}

/** Kept on this device, protected, with room enough. */
export const Well: Story = { ...onItsPage, render: () => page({}) };

/** The browser may clear it when the disk is full; it can be asked not to. */
export const NotProtected: Story = { render: () => page({ persisted: false }) };

/** The browser has been asked, and has agreed. */
export const ProtectionGranted: Story = {
  render: () => page({ persisted: false }),
  play: async ({ canvasElement }) => {
    const button = await drawn(canvasElement, 'Protection');
    button('Ask for protection')?.click();
    await drawn(canvasElement, 'has agreed');
  },
};

/** The browser has been asked, and has not agreed. */
export const ProtectionDenied: Story = {
  render: () => page({ persisted: false, agrees: false }),
  play: async ({ canvasElement }) => {
    const button = await drawn(canvasElement, 'Protection');
    button('Ask for protection')?.click();
    await drawn(canvasElement, 'said no');
  },
};

/** From 90 % on: what to do while there is room. */
export const NearlyFull: Story = {
  render: () => page({ usage: 9_880_000_000, persisted: false }),
};

/** A write has failed for want of space. */
export const Full: Story = { render: () => page({ usage: 10_740_000_000, health: 'full' }) };

/** The storage was cleared, or is gone. */
export const Lost: Story = { render: () => page({ health: 'lost' }) };

/** The browser could not read the book any more, and has thrown it away. */
export const Discarded: Story = {
  render: () => html`
    <kith-app .store=${openStore({ adapter: foundLost(), clock: () => NOW })} .now=${now} time-zone="Europe/Vienna">
      <div style="max-inline-size: 560px">${element}</div>
    </kith-app>
  `,
};

/** Another tab has a newer version. */
export const Superseded: Story = { render: () => page({ health: 'superseded' }) };

/** A private window, or a page that keeps nothing. */
export const InMemory: Story = { render: () => page({ kept: 'memory' }) };

/** What happens there is the server's business. */
export const OnAServer: Story = { render: () => page({ kept: 'server' }) };

/** An old browser says nothing of what is asked. */
export const Unknown: Story = { render: () => page({ persisted: undefined, usage: undefined }) };

/** At the top of every page: only there when something is wrong. */
export const Quiet: Story = {
  render: () => page({ health: 'superseded' }, html`<kith-storage-state quiet></kith-storage-state>`, 900),
};

/** While the book is opened. */
export const Loading: Story = {
  render: () =>
    html`<kith-app .store=${new Promise<never>(() => {})}><div style="max-inline-size: 560px">${element}</div></kith-app>`,
};

/** In the narrowest place it lives in. */
export const Narrow: Story = { render: () => page({ usage: 9_880_000_000, persisted: false }, element, 280) };
