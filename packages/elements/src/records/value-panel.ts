import type { Deal } from '@kith/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import { panel } from '../parts/panel.js';
import { recordLink } from '../parts/record-link.js';
import { sums } from '../parts/sums.js';
import type { RecordSentences } from './messages.js';
import { dealsValue } from './value.js';

/** What somebody is worth, as far as their deals tell: won, expected, and what was won last. Needs panelStyles. */
export function valuePanel(deals: readonly Deal[], say: RecordSentences, { format }: Locale): TemplateResult {
  const { won, wonCount, open, openCount, lastWon } = dealsValue(deals);
  return panel({
    title: say.value,
    part: 'value',
    body: html`
      <div class="worth-head">
        ${wonCount === 0 ? html`<p class="subtle">${say.noneWon}</p>` : html`<p class="worth-sums">${sums(won, format)}</p>`}
        ${lastWon ? html`<p class="small subtle">${say.lastWon} ${recordLink('deal', lastWon.deal.id, lastWon.deal.name)}${lastWon.day ? html` · <bdi>${format.day(lastWon.day)}</bdi>` : nothing}</p>` : nothing}
      </div>
      <dl class="figures">
        <div><dt>${say.won}</dt><dd>${format.number(wonCount)}</dd></div>
        <div><dt>${say.openDeals}</dt><dd>${format.number(openCount)}</dd></div>
        <div><dt>${say.open}</dt><dd>${sums(open, format)}</dd></div>
      </dl>
    `,
  });
}

/** The looks of {@link valuePanel}. */
export const valueStyles = css`
  .worth-head { display: grid; gap: 4px; padding: 0 16px 14px; }
  .worth-sums > .sums { justify-items: start; font-size: var(--kith-size-lg); font-weight: var(--kith-weight-medium); }
  .worth-sums > .sums > :first-child { font-size: var(--kith-size-2xl); font-weight: var(--kith-weight-strong); line-height: var(--kith-leading-tight); letter-spacing: var(--kith-tracking-tight); }
`;
