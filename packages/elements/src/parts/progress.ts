import { css, html, nothing, type TemplateResult } from 'lit';

/** How far something has come. */
export interface ProgressOptions {
  /** What is going on. */
  readonly label: string;
  /** How much is done, of `total`; without a total nobody knows yet how much there is. */
  readonly done?: number | undefined;
  readonly total?: number | undefined;
  /** At the end of the line, such as "812 of 1,284"; it is read out with the bar. */
  readonly text?: string | undefined;
  /** Beside the bar: a button that stops it. */
  readonly action?: unknown;
}

/** A bar with what is going on and how far it is, a native `<progress>`. Needs {@link progressStyles}. */
export function progressBar({ label, done = 0, total = 0, text, action }: ProgressOptions): TemplateResult {
  const bar =
    total > 0
      ? html`<progress class="grow" aria-label=${label} aria-valuetext=${text ?? nothing} max=${total} value=${done}></progress>`
      : html`<progress class="grow" aria-label=${label}></progress>`;
  return html`
    <div class="progress">
      <div class="progress-head" aria-hidden="true"><bdi>${label}</bdi>${text ? html`<span class="number subtle">${text}</span>` : nothing}</div>
      <div class="row">${bar}${action ?? nothing}</div>
    </div>
  `;
}

/** The looks of {@link progressBar}. */
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
