import { type Money, sumByCurrency } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import { skeleton } from '../parts/states.js';
import type { ColumnTotals } from './column-totals.js';
import type { BoardSentences } from './messages.js';

/** What all open deals are expected to bring, and that weighted by their stages: one sum for each currency. */
export function sumsView(
  open: readonly ColumnTotals[],
  { format }: Locale,
  say: BoardSentences,
): TemplateResult | typeof nothing {
  const show = (amounts: readonly Money[]): string =>
    sumByCurrency(amounts)
      .map((sum) => format.roundMoney(sum))
      .join(' · ');
  const sums = open.flatMap((totals) => totals.sums);
  if (sums.length === 0) return nothing;
  const weighted = open.flatMap((totals) => totals.weighted);
  return html`<p class="top-sums number">
    <span><b>${show(sums)}</b> ${say.open}</span><span><b>${show(weighted)}</b> ${say.weighted}</span>
  </p>`;
}

/** A board in grey, in the shape of the real one. */
export const loadingBoard = (say: BoardSentences): TemplateResult => html`
  <div class="board" role="status" aria-label=${say.loading}>
    <div class="top">${skeleton('short')}</div>
    <div class="columns" aria-hidden="true">
      ${[3, 2, 3, 1].map(
        (cards) => html`
          <div class="column">
            <div class="head">
              <div class="head-line">${skeleton('half')}</div>
              <p class="sum">${skeleton('half')}</p>
            </div>
            <div class="cell">
              <div class="cards loading">
                ${Array.from({ length: cards }, () => html`<div class="card">${skeleton('wide')}${skeleton('half')}${skeleton('short')}</div>`)}
              </div>
            </div>
          </div>
        `,
      )}
    </div>
  </div>
`;
