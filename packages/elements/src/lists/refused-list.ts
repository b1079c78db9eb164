import { css, html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { icon } from '../parts/icon.js';
import { cross } from '../parts/icons/heads.js';
import { alert } from '../parts/icons/shown.js';
import type { BulkSentences } from './bulk-bar.messages.js';
import type { Outcome } from './bulk-work.js';

/** Which rows were left as they were, and why, row by row; it stays until somebody has read it. */
export function refusedList(
  { refused, left, failure }: Outcome,
  say: BulkSentences,
  locale: Locale,
  close: () => void,
): TemplateResult {
  const title = failure ? problemText(failure, locale) : say.refusedTitle(left);
  return html`
    <div class="refused" role="alertdialog" aria-label=${title}>
      <div class="refused-head icon-small">${icon(alert)}<b class="grow">${title}</b><button type="button" class="button quiet small square icon-small" data-action="close-refused" aria-label=${say.close} @click=${close}>${icon(cross)}</button></div>
      <ul>
        ${refused.map(({ name, problem }) => html`<li><bdi>${name}</bdi><span class="muted">${problemText(problem, locale)}</span></li>`)}
      </ul>
      ${left > refused.length ? html`<p class="subtle number">${say.andMore(left - refused.length)}</p>` : nothing}
    </div>
  `;
}

/** The looks of {@link refusedList}. */
export const refusedStyles = css`
  .refused { position: absolute; inset-block-end: 56px; inset-inline: 16px; z-index: var(--kith-z-popover); display: grid; gap: 8px; max-inline-size: 460px; max-block-size: 60%; margin-inline: auto; padding: 10px 12px; overflow: auto; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-lg); background: var(--kith-surface-overlay); box-shadow: var(--kith-shadow-overlay); }
  .refused-head { display: flex; align-items: center; gap: 8px; font-weight: var(--kith-weight-strong); }
  .refused-head > .icon { color: var(--kith-warning-text); }
  .refused li { display: grid; padding-block: 6px; border-block-start: 1px solid var(--kith-border); font-size: var(--kith-size-sm); }
  .refused li > bdi { font-weight: var(--kith-weight-medium); }
`;
