import { css, html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';

/** How far something has come; without a total nobody knows yet how much there is. */
export interface Work {
  readonly done: number;
  readonly total: number;
}

/** What a bar needs besides how far it is. */
export interface ProgressOptions {
  /** What is going on. */
  readonly label: string;
  /** The word on the button that stops it. */
  readonly stop: string;
  readonly onStop: () => void;
  readonly locale: Locale;
}

/** A bar with what is going on, how far it is, and a way to stop it. Needs buttonStyles and {@link progressStyles}. */
export function progress(work: Work | undefined, { label, stop, onStop, locale }: ProgressOptions): TemplateResult {
  const isKnown = work !== undefined && work.total > 0;
  return html`
    <div class="progress">
      <div class="progress-head"><bdi>${label}</bdi>${isKnown ? html`<span class="number subtle">${locale.format.percent(Math.floor((100 * work.done) / work.total))}</span>` : nothing}</div>
      <div class="row">
        ${isKnown ? html`<progress class="grow" aria-label=${label} max=${work.total} value=${work.done}></progress>` : html`<progress class="grow" aria-label=${label}></progress>`}
        <button type="button" class="button small" @click=${onStop}>${stop}</button>
      </div>
    </div>
  `;
}

/** The looks of {@link progress}. */
export const progressStyles = css`
  .progress { display: grid; gap: 6px; }
  .progress-head { display: flex; flex-wrap: wrap; gap: 2px 12px; justify-content: space-between; overflow-wrap: anywhere; }
  progress { appearance: none; block-size: 6px; min-inline-size: 0; border: 0; border-radius: 3px; overflow: hidden; background: var(--kith-surface-sunken); box-shadow: inset 0 0 0 1px var(--kith-border); }
  progress::-webkit-progress-bar { background: none; }
  progress::-webkit-progress-value { background: var(--kith-accent); border-radius: 3px; }
  progress::-moz-progress-bar { background: var(--kith-accent); border-radius: 3px; }
  progress:indeterminate { background: linear-gradient(90deg, transparent 30%, var(--kith-accent) 50%, transparent 70%) 0 / 300% 100%, var(--kith-surface-sunken); animation: passing 1.4s linear infinite; }
  @keyframes passing { from { background-position-x: 150%; } to { background-position-x: -50%; } }
  @media (prefers-reduced-motion: reduce) { progress:indeterminate { animation-duration: 6s; } }
  @media (forced-colors: active) { progress { border: 1px solid CanvasText; } progress::-webkit-progress-value { background: Highlight; } }
`;
