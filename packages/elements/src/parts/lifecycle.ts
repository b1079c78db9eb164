import { css, html, nothing, type TemplateResult } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import { type Lifecycle, lifecycleMessages } from './lifecycle.messages.js';

/** The way to an advocate. A former customer has left it, so that stage is no step of the bar. */
const STEPS: readonly Lifecycle[] = ['subscriber', 'lead', 'qualified', 'customer', 'advocate'];

/** Where somebody stands in life as a customer, as a bar of steps: done, current, ahead. Needs {@link lifecycleStyles}. */
export function lifecycleBar(stage: Lifecycle, locale: Locale): TemplateResult {
  const say = sentencesIn(lifecycleMessages, locale);
  if (stage === 'former') return html`<span class="badge plain">${say.stages.former}</span>`;
  const current = STEPS.indexOf(stage);
  const stateOf = (index: number): string => (index < current ? 'done' : index === current ? 'current' : 'ahead');
  return html`
    <ol class="lifecycle" aria-label=${say.title}>
      ${STEPS.map((step, index) => html`<li class=${stateOf(index)} aria-current=${index === current ? 'step' : nothing}><span>${say.stages[step]}</span></li>`)}
    </ol>
  `;
}

/** The looks of {@link lifecycleBar}. */
export const lifecycleStyles = css`
  .lifecycle { display: flex; gap: 3px; flex: 1 1 360px; max-inline-size: 680px; min-inline-size: 0; }
  .lifecycle > li { position: relative; flex: 1; min-inline-size: 0; padding-block-start: 9px; font-size: var(--kith-size-xs); color: var(--kith-text-subtle); white-space: nowrap; }
  .lifecycle > li > span { display: block; overflow: hidden; text-overflow: ellipsis; }
  .lifecycle > li::before { content: ''; position: absolute; inset-inline: 0; inset-block-start: 0; block-size: 4px; background: var(--kith-border); }
  .lifecycle > li:first-child::before { border-start-start-radius: 2px; border-end-start-radius: 2px; }
  .lifecycle > li:last-child::before { border-start-end-radius: 2px; border-end-end-radius: 2px; }
  .lifecycle > .done::before { background: var(--kith-accent-border); }
  .lifecycle > .current { flex: 1.6; font-weight: var(--kith-weight-strong); color: var(--kith-text); }
  .lifecycle > .current::before { background: var(--kith-accent); }
  @container (max-width: 480px) {
    .lifecycle { flex-basis: 100%; }
    .lifecycle > .current { flex: 3; }
    .lifecycle > :not(.current) > span { opacity: 0; block-size: 1.4em; }
  }
  @media (forced-colors: active) {
    .lifecycle > li::before { border-block-start: 1px solid CanvasText; background: none; }
    .lifecycle > .done::before { border-block-start-width: 4px; }
    .lifecycle > .current::before { border-block-start-width: 6px; }
  }
`;
