import type { Id } from '@kith/core';
import type { KithPipelineEditor } from '@kith/elements';
import { change } from '@kith/store/pipelines';
import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { withoutConnection } from '../books/connection.js';
import { stageOf } from '../books/pipeline-book.js';
import { pipelinePage } from '../books/pipeline-page.js';
import { until } from '../books/until.js';
import { controls, onItsPage } from '../parts/controls.js';
import { guidance } from '../parts/surface.js';

const meta: Meta = {
  title: 'Elements/Pipeline editor',
  component: 'kith-pipeline-editor',
  argTypes: controls({ pipeline: 'text' }),
  parameters: guidance(
    'Where administrators draw up a pipeline: its stages, what they ask for, which moves they allow. A draft holds for nobody until it is published.',
    [
      'On a page of settings. Publish when the whole of it is right.',
      'Say where the deals of a stage go before you take it out.',
      'Five to seven stages, each with an event that a customer would notice.',
    ],
    [
      'A stage for each task of a salesperson: tasks are for that.',
      'Rules that nobody can fulfil: it warns, and means it.',
    ],
    720,
  ),
};
export default meta;

type Story = StoryObj;

/** The editor of a story, when its stages are there. */
async function ready(canvas: HTMLElement): Promise<KithPipelineEditor> {
  const editor = canvas.querySelector('kith-pipeline-editor') as KithPipelineEditor;
  await until(() => editor.shadowRoot?.querySelector('[data-key]'));
  return editor;
}

async function opened(canvas: HTMLElement, stage?: Id<'stage'>): Promise<ShadowRoot> {
  const editor = await ready(canvas);
  await editor.open(stage);
  await until(() => editor.shadowRoot?.querySelector('dialog[open]'));
  return editor.shadowRoot as ShadowRoot;
}

/** Takes a stage out of the draft by its button. */
async function takenOut(canvas: HTMLElement, stage: string): Promise<ShadowRoot> {
  const root = (await ready(canvas)).shadowRoot as ShadowRoot;
  root.querySelector<HTMLElement>(`[data-key="${stageOf(stage)}"] .entry-buttons > .button:last-child`)?.click();
  await until(() => root.querySelector('[data-gone]'));
  return root;
}

/** The stages of a pipeline in their order, with what holds for them and how many deals are in each. */
export const Stages: Story = { ...onItsPage, render: () => pipelinePage() };

/** Everything that holds for a stage. Each change is a step of the draft. */
export const Stage: Story = {
  render: () => pipelinePage(),
  play: async ({ canvasElement }) => void (await opened(canvasElement, stageOf('proposal'))),
};

/** A stage to be on hold in: nothing begins or rots there, and forecasts leave it out unless it names a category. */
export const OnHold: Story = {
  render: () => pipelinePage(),
  play: async ({ canvasElement }) => {
    const root = await opened(canvasElement, stageOf('discovery'));
    await until(() => root.querySelector('input[value="hold"]'));
    root.querySelector<HTMLElement>('input[value="hold"]')?.click();
    await until(() => !root.querySelector('#stage-rotting'));
  },
};

/** A stage that is taken out says how many deals are in it, and where they go. */
export const TakenOut: Story = {
  render: () => pipelinePage(),
  play: async ({ canvasElement }) => void (await takenOut(canvasElement, 'discovery')),
};

/** Which stage leads to which. */
export const Moves: Story = {
  render: () => pipelinePage(),
  play: async ({ canvasElement }) => {
    const { shadowRoot } = await ready(canvasElement);
    shadowRoot?.querySelector<HTMLElement>('summary')?.click();
    await until(() => shadowRoot?.querySelector('.moves'));
  },
};

/** What contradicts itself stands where it is, with one press that lets go of it. */
export const Contradiction: Story = {
  render: () => pipelinePage(),
  play: async ({ canvasElement }) => {
    const editor = await ready(canvasElement);
    editor.change((draft) => ({
      ...draft,
      stages: draft.stages.map((stage) =>
        stage.id === stageOf('discovery')
          ? { ...stage, rules: { next: [stageOf('qualified')], limit: { most: 0, hard: true } } }
          : stage,
      ),
    }));
    await until(() => editor.shadowRoot?.querySelector('.wrong'));
  },
};

/** Before a version is published: what changes, and which deals move. */
export const Publish: Story = {
  render: () => pipelinePage(),
  play: async ({ canvasElement }) => {
    const root = await takenOut(canvasElement, 'discovery');
    root.querySelector<HTMLElement>('[data-action="publish"]')?.click();
    await until(() => root.querySelector('dialog[open]'));
  },
};

/** A new pipeline begins from a template. */
export const NewPipeline: Story = {
  render: () => pipelinePage(),
  play: async ({ canvasElement }) => {
    const editor = await ready(canvasElement);
    await editor.create();
    await until(() => editor.shadowRoot?.querySelector('dialog[open]'));
  },
};

/** Somebody else has published while a draft was open here. */
export const Conflict: Story = {
  render: () => pipelinePage(),
  play: async ({ canvasElement }) => {
    const editor = await ready(canvasElement);
    const seen = editor.editing?.seen;
    editor.change((draft) => ({ ...draft, name: 'Fresh business' }));
    if (seen) await editor.activeStore?.run(change({ id: seen.id, name: 'Deals', stages: seen.stages }));
    await until(() => editor.shadowRoot?.querySelector('[role="alert"]'));
  },
};

/** A house without a pipeline. */
export const Empty: Story = { render: () => pipelinePage({ book: 'empty' }) };

/** While the book is opened. */
export const Loading: Story = { render: () => pipelinePage({ book: 'loading' }) };

/** The storage cannot be reached. */
export const Unreachable: Story = { render: () => pipelinePage({ book: 'unreachable' }) };

/** Somebody who may not see pipelines. */
export const Forbidden: Story = { render: () => pipelinePage({ book: 'forbidden' }) };

/** Somebody who may look, and not change. */
export const ReadOnly: Story = { render: () => pipelinePage({ book: 'read-only' }) };

/** In the narrowest place it lives in. */
export const Narrow: Story = { render: () => pipelinePage({ width: 280 }) };

/** Without a connection: the draft is kept, and published later. */
export const Offline: Story = {
  beforeEach: withoutConnection,
  render: () => pipelinePage(),
  play: async ({ canvasElement }) => {
    const editor = await ready(canvasElement);
    await until(() => editor.shadowRoot?.querySelector('.banner.warning'));
  },
};
