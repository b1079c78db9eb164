import { type Money, sumByCurrency } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import { icon } from '../parts/icon.js';
import { plus } from '../parts/icons/shown.js';
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

/** How wide the columns are, as styles: folded ones a strip, the others alike; and how wide they are together at least. */
export function columnWidths(columns: readonly { readonly isFolded: boolean }[]): string {
  const widths = columns.map(({ isFolded }) => (isFolded ? '44px' : 'minmax(var(--column), 1fr)')).join(' ');
  const folded = columns.filter(({ isFolded }) => isFolded).length;
  const fixed = folded * 44 + (columns.length - 1) * 8;
  return `--columns:${widths};--least:calc(${columns.length - folded} * var(--column) + ${fixed}px)`;
}

/** The head of the board: the pipeline's name, what it comes to, and what can be added. */
export const topView = (
  content: {
    readonly name: string;
    readonly headingLevel: number;
    readonly sums: TemplateResult | typeof nothing;
    readonly onAdd: ((event: Event) => void) | undefined;
  },
  say: BoardSentences,
): TemplateResult => html`
  <header class="top" part="head">
    <span class="top-name" id="name" role="heading" aria-level=${content.headingLevel}><bdi>${content.name}</bdi></span>
    <span class="grow"></span>
    ${content.sums}
    <div class="top-actions">
      <slot name="actions"></slot>
      ${content.onAdd ? html`<button type="button" class="button primary" @click=${content.onAdd}>${icon(plus)}${say.newDeal}</button>` : nothing}
    </div>
  </header>
`;
