import type { Store } from '@kith/store';
import { backUp } from '@kith/store/backup';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { now, openBreventBook } from '../books/brevent.js';
import { endless } from '../books/endless.js';
import { until } from '../books/until.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/Backup',
  component: 'kith-backup',
  argTypes: controls({}),
  parameters: guidance(
    'Everything in the book as one file to keep, and the way back from such a file.',
    [
      'Beside the state of the storage, where data lives in the browser only.',
      'Let people see what is in a file before it takes the place of their data: it shows that by itself.',
    ],
    ['As an export for other programs: lists write CSV.', 'A button that restores without asking.'],
    480,
  ),
};
export default meta;

type Story = StoryObj;

const page = (change: (store: Store) => Store = (store) => store, width = 860): TemplateResult => html`
  <kith-app .store=${openBreventBook().then(change)} .now=${now} time-zone="Europe/Vienna">
    <div style="max-inline-size: ${width}px"><kith-backup></kith-backup></div>
  </kith-app>
`;

/** The element of a story once it can be used. */
async function drawn(canvas: HTMLElement): Promise<ShadowRoot> {
  const root = (): ShadowRoot | null | undefined => canvas.querySelector('kith-backup')?.shadowRoot;
  await until(() => root()?.querySelector('[aria-disabled=false]'));
  return root() as ShadowRoot;
}

async function save(canvas: HTMLElement, words: string): Promise<void> {
  const root = await drawn(canvas);
  root.querySelector<HTMLElement>('.save .primary')?.click();
  await until(() => root.textContent?.includes(words));
}

/** Chooses a file as the browser does, and waits for what comes of it. */
async function choose(canvas: HTMLElement, file: File, words: string): Promise<ShadowRoot> {
  const root = await drawn(canvas);
  const files = new DataTransfer();
  files.items.add(file);
  const input = root.querySelector<HTMLInputElement>('input[type=file]');
  if (input) input.files = files.files;
  input?.dispatchEvent(new Event('change'));
  await until(() => root.textContent?.includes(words));
  return root;
}

async function backup(cut: (whole: Blob) => Blob = (whole) => whole): Promise<File> {
  const whole = await new Response(backUp(await openBreventBook())).blob();
  return new File([cut(whole)], 'kith-2026-11-20.ndjson');
}

/** Two things to do: save, and restore. */
export const AtRest: Story = { ...onItsPage, render: () => page() };

/** The file is being made. */
export const Saving: Story = {
  render: () => page(endless('dump')),
  play: ({ canvasElement }) => save(canvasElement, 'Cancel'),
};

/** The file is among the browser's downloads. */
export const Saved: Story = {
  render: () => page(),
  play: ({ canvasElement }) => save(canvasElement, 'Download again'),
};

/** The storage cannot be read. */
export const SavingFailed: Story = {
  render: () => page(endless('dump', new Error('The disk does not answer.'))),
  play: ({ canvasElement }) => save(canvasElement, 'could not be made'),
};

/** The file is whole: what is in it, and what becomes of the data. */
export const Checked: Story = {
  render: () => page(),
  play: async ({ canvasElement }) => void (await choose(canvasElement, await backup(), 'This backup is whole')),
};

/** Before anything is replaced, the person is asked. */
export const Asked: Story = {
  render: () => page(),
  play: async ({ canvasElement }) => {
    const root = await choose(canvasElement, await backup(), 'This backup is whole');
    root.querySelector<HTMLElement>('.danger')?.click();
    await until(() => canvasElement.querySelector('kith-app')?.shadowRoot?.querySelector('dialog[open]'));
  },
};

const restore = async (canvas: HTMLElement, words: string): Promise<void> => {
  const root = await choose(canvas, await backup(), 'This backup is whole');
  const dialog = (): HTMLElement | null | undefined =>
    canvas.querySelector('kith-app')?.shadowRoot?.querySelector<HTMLElement>('dialog[open] .danger');
  root.querySelector<HTMLElement>('.danger')?.click();
  await until(dialog);
  dialog()?.click();
  await until(() => root.textContent?.includes(words));
};

/** The rows are on their way. */
export const Restoring: Story = {
  render: () => page(endless('restore')),
  play: ({ canvasElement }) => restore(canvasElement, 'Restoring the backup'),
};

/** All data is as it was. */
export const Restored: Story = {
  render: () => page(),
  play: ({ canvasElement }) => restore(canvasElement, 'All data is as it was'),
};

/** The storage did not take it. */
export const RestoringFailed: Story = {
  render: () => page(endless('restore', new Error('The disk does not answer.'))),
  play: ({ canvasElement }) => restore(canvasElement, 'could not be restored'),
};

/** A file that was cut off on its way. */
export const CutOff: Story = {
  render: () => page(),
  play: async ({ canvasElement }) =>
    void (await choose(canvasElement, await backup((whole) => whole.slice(0, whole.size / 2)), 'Nothing was changed')),
};

/** A file of another kind. */
export const NoBackup: Story = {
  render: () => page(),
  play: async ({ canvasElement }) =>
    void (await choose(canvasElement, new File(['%PDF-1.7'], 'Offer.pdf'), 'Nothing was changed')),
};

/** In the narrowest place it lives in. */
export const Narrow: Story = {
  render: () => page(undefined, 280),
  play: async ({ canvasElement }) => void (await choose(canvasElement, await backup(), 'This backup is whole')),
};
