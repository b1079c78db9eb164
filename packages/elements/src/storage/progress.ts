import { html, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import { progressBar } from '../parts/progress.js';

/** How far something has come; without a total nobody knows yet how much there is. */
export interface Work {
  readonly done: number;
  readonly total: number;
}

/** What a bar needs besides how far it is. */
export interface WorkOptions {
  /** What is going on. */
  readonly label: string;
  /** The word on the button that stops it. */
  readonly stop: string;
  readonly onStop: () => void;
  readonly locale: Locale;
}

/** A bar with what is going on, how far it is in percent, and a way to stop it. Needs buttonStyles and progressStyles. */
export const progress = (work: Work | undefined, { label, stop, onStop, locale }: WorkOptions): TemplateResult =>
  progressBar({
    label,
    ...work,
    text: work?.total ? locale.format.percent(Math.floor((100 * work.done) / work.total)) : undefined,
    action: html`<button type="button" class="button small" @click=${onStop}>${stop}</button>`,
  });
