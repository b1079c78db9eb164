import { html, nothing, type TemplateResult } from 'lit';
import { banner } from '../parts/banner.js';
import { lock, offline } from '../parts/icons/barred.js';
import { alert, info } from '../parts/icons/shown.js';
import type { PipelineEditorSentences } from './pipeline-editor.messages.js';

/** What there is to say about a pipeline before its stages. */
export interface Notices {
  readonly isOnLine: boolean;
  readonly mayEdit: boolean;
  /** Somebody else has changed the pipeline under the draft: how it goes on is chosen here. */
  readonly resolve: ((how: 'theirs' | 'mine') => void) | undefined;
  /** Deals that are on their way, and how many of them there are. */
  readonly following: readonly [done: number, all: number] | undefined;
  /** Deals were left on their way: brings them there. */
  readonly goOn: (() => void) | undefined;
  readonly stuck: number;
  /** What contradicts itself in the pipeline as a whole. */
  readonly wrong: readonly string[];
}

/** The banners above the stages, the most urgent last. */
export function notices(shown: Notices, say: PipelineEditorSentences): readonly unknown[] {
  const { resolve, following, goOn, stuck } = shown;
  const [done, all] = following ?? [0, 0];
  const status = (content: TemplateResult): TemplateResult => html`<div role="status">${content}</div>`;
  return [
    shown.isOnLine ? nothing : status(banner('warning', offline, say.offline)),
    shown.mayEdit ? nothing : status(banner('neutral', lock, say.readOnly)),
    all > 0
      ? status(banner('info', info, html`${say.following} <span class="subtle">${say.progress(done, all)}</span>`))
      : nothing,
    goOn
      ? status(banner('info', info, html`${say.underWay}<span class="row">${button(say.goOn, goOn)}</span>`))
      : nothing,
    stuck > 0 ? html`<div role="alert">${banner('warning', alert, say.stuck(stuck))}</div>` : nothing,
    shown.wrong.map((text) => html`<div role="alert">${banner('negative', alert, text)}</div>`),
    resolve
      ? html`<div role="alert">${banner('warning', alert, html`<b>${say.conflictTitle}</b> ${say.conflictText}<span class="row">${button(say.takeTheirs, () => resolve('theirs'))}${button(say.keepMine, () => resolve('mine'))}</span>`)}</div>`
      : nothing,
  ];
}

const button = (label: string, run: () => void): TemplateResult =>
  html`<button type="button" class="button small" @click=${run}>${label}</button>`;
