import { css, html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import { icon } from '../parts/icon.js';
import { more, plus, right } from '../parts/icons/shown.js';
import { skeleton } from '../parts/waiting.js';
import type { BoardColumn } from './board-column.js';
import { type CellContent, cellView } from './cell-view.js';
import type { ColumnLimits } from './column-limits.js';
import type { ColumnTotals } from './column-totals.js';
import type { BoardSentences } from './messages.js';
import { stagePie } from './stage-pie.js';

/** Everything the head of a column shows. */
export interface HeadContent {
  readonly column: BoardColumn;
  readonly totals: ColumnTotals | undefined;
  /** There where a stage has one, and it was fetched. */
  readonly limits: ColumnLimits | undefined;
  readonly headingLevel: number;
  readonly onAdd: ((event: Event) => void) | undefined;
  readonly onMenu: (event: Event) => void;
  readonly onUnfold: () => void;
}

/** One stage: its head with the totals, then its cards in a list of its own that scrolls. */
export function columnView(
  head: HeadContent,
  content: CellContent,
  locale: Locale,
  say: BoardSentences,
): TemplateResult {
  const { column, limits, totals } = head;
  const { stage, isFolded } = column;
  const { handling } = content;
  const look = `${handling?.look ?? ''} ${isFolded ? 'folded' : column.isEmpty && !handling?.quickAdd ? 'bare' : ''}`;
  return html`
    <section class="column ${look}" data-stage=${String(stage.id)} aria-labelledby="stage-${stage.id}" aria-disabled=${handling?.look === 'refused' ? 'true' : nothing}>
      ${headView(head, locale, say)}
      <div class="cell">${handling?.reason ?? (isFolded ? nothing : limits?.notice(stage, totals))} ${isFolded ? nothing : cellView(content, locale, say)} ${handling?.quickAdd}</div>
    </section>
  `;
}

/** The name of a stage and what its cards come to; of a folded one only the name and the count, written downwards. */
export function headView(content: HeadContent, locale: Locale, say: BoardSentences): TemplateResult {
  const { column, totals, headingLevel, onAdd, onMenu } = content;
  const { stage, isFolded } = column;
  const { name } = stage;
  const heading = html`<span class="head-name truncate" id="stage-${stage.id}" role="heading" aria-level=${headingLevel} title=${name}><bdi>${name}</bdi></span>`;
  const count = countView(content, locale, say);
  if (isFolded)
    return html`
      <header class="head">
        <button type="button" class="button quiet small square" aria-expanded="false" aria-label=${say.unfold(name)} title=${say.unfold(name)} @click=${content.onUnfold}>${icon(right)}</button>
        ${stagePie(stage)}${heading} ${count}
      </header>
    `;
  return html`
    <header class="head">
      <div class="head-line">
        ${stagePie(stage)}${heading} ${count}
        <span class="grow"></span>
        <button type="button" class="button quiet small square column-menu" aria-haspopup="menu" aria-label=${say.columnMenu(name)} title=${say.columnMenu(name)} @click=${onMenu}>${icon(more)}</button>
        ${onAdd ? html`<button type="button" class="button quiet small square" data-action="add" aria-label=${say.addTo(name)} title=${say.addTo(name)} @click=${onAdd}>${icon(plus)}</button>` : nothing}
      </div>
      ${sumsView(stage.type === 'open' ? stage.probability : undefined, totals, locale, say)}${content.limits?.amount(stage) ?? nothing}
    </header>
  `;
}

/** How many cards there are and, where the stage has a limit, how many there may be. */
function countView(
  { column, totals, limits }: HeadContent,
  { format }: Locale,
  say: BoardSentences,
): TemplateResult | typeof nothing {
  if (!totals) return nothing;
  const { count } = totals;
  const most = column.stage.rules?.limit?.most;
  return most === undefined || !limits
    ? html`<span class="count" aria-hidden="true">${format.number(count)}</span><span class="unseen">${say.dealCount(count)}</span>`
    : limits.count(count, most);
}

/** A sum stands with its weight, one line for each currency; with nothing to add up there is a dash. */
function sumsView(
  probability: number | undefined,
  totals: ColumnTotals | undefined,
  { format }: Locale,
  say: BoardSentences,
): TemplateResult | typeof nothing {
  if (!totals) return html`<p class="sum">${skeleton('half')}</p>`;
  if (!totals.isMoney) return nothing;
  if (totals.sums.length === 0) return html`<p class="sum">–</p>`;
  return html`${totals.sums.map((sum, index) => {
    const weighted = totals.weighted[index];
    return html`<p class="sum number">
      <b>${format.roundMoney(sum)}</b>${weighted && probability !== undefined ? html`<span title=${say.weightedWhy(probability)}>${format.roundMoney(weighted)} ${say.weighted}</span>` : nothing}
    </p>`;
  })}`;
}

/** The looks of {@link columnView}. */
export const columnStyles = css`
  .column { display: grid; grid-template-rows: subgrid; grid-row: 1 / 3; min-inline-size: 0; }
  .head { min-inline-size: 0; padding: 2px 10px 10px; padding-inline-end: 4px; border-block-end: 1px solid var(--kith-border); }
  .head-line { display: flex; align-items: center; gap: 7px; block-size: 28px; }
  .head-line > .square { flex: none; margin-inline-start: -7px; }
  .head-name { font-weight: 600; }
  .pie.hold + .head-name { color: var(--kith-text-muted); }
  .sum { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; min-block-size: 17px; padding-inline-start: 21px; font-size: var(--kith-size-xs); color: var(--kith-text-subtle); white-space: nowrap; }
  .sum > b { flex: none; font-size: var(--kith-size-sm); font-weight: 500; color: var(--kith-text-muted); }
  .column.bare > .cell { background: none; box-shadow: inset 0 0 0 1px var(--kith-border); }
  @media (hover: hover) { .column-menu:not(:focus-visible, [aria-expanded='true']) { opacity: 0; } .head:hover .column-menu { opacity: 1; } }
  .folded { grid-template-rows: minmax(0, 1fr); border-radius: var(--kith-radius-lg); background: var(--kith-surface-sunken); }
  .folded > .head { grid-row: 1; display: flex; flex-direction: column; align-items: center; gap: 8px; padding: 6px 0; border: 0; }
  .folded .head-name { writing-mode: vertical-rl; }
  .folded > .cell { display: none; }
`;
