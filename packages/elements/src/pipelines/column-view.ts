import type { Deal, Problem } from '@kith/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import { styleMap } from 'lit/directives/style-map.js';
import type { Locale } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { icon } from '../parts/icon.js';
import { lock, plus } from '../parts/icons.js';
import { skeleton } from '../parts/states.js';
import type { BoardColumn, Hole } from './board-column.js';
import { type CardContent, cardView } from './card.js';
import type { ColumnTotals } from './column-totals.js';
import type { BoardSentences } from './messages.js';
import { stagePie } from './stage-pie.js';

/** Everything a column shows. */
export interface ColumnContent {
  readonly column: BoardColumn;
  readonly totals: ColumnTotals | undefined;
  readonly headingLevel: number;
  readonly hole: Hole | undefined;
  /** The deal that was taken up, wherever it came from. */
  readonly lifted: Deal | undefined;
  /** Whether the lifted card is aimed at this column. */
  readonly isTarget: boolean;
  /** Whether the lifted card itself is shown in the hole (when keys carry it), or an empty slot (when it follows the pointer). */
  readonly showsLifted: boolean;
  /** Why the column does not take the lifted card, or did not take the last one. */
  readonly refusal: Problem | undefined;
  readonly pinned: readonly (string | undefined)[];
  readonly contentOf: (deal: Deal) => CardContent;
  /** The form for a new deal, when it is open here. */
  /** Whether there is no deal on the whole board, and this column is where the first one goes. */
  readonly isStart: boolean;
  readonly quickAdd: TemplateResult | undefined;
  readonly onAdd: ((event: Event) => void) | undefined;
  readonly onScroll: () => void;
}

/** One stage: its head with the totals, then its cards in a list of its own that scrolls. */
export function columnView(content: ColumnContent, locale: Locale, say: BoardSentences): TemplateResult {
  const { column, refusal, isTarget, lifted } = content;
  const { stage } = column;
  const isRefused = refusal !== undefined;
  const state = `${isRefused && lifted ? 'refused' : ''} ${isTarget && !isRefused ? 'valid' : ''} ${column.isEmpty && !content.quickAdd ? 'bare' : ''}`;
  return html`
    <section class="column ${state}" data-stage=${String(stage.id)} aria-labelledby="stage-${stage.id}" aria-disabled=${isRefused && lifted ? 'true' : nothing}>
      ${headView(content, locale, say)}
      <div class="cell">
        ${refusal ? html`<p class="reason icon-small">${icon(lock)}<span>${problemText(refusal, locale)}</span></p>` : nothing}
        ${bodyView(content, locale, say)} ${content.quickAdd}
      </div>
    </section>
  `;
}

function headView(
  { column, totals, headingLevel, onAdd }: ColumnContent,
  locale: Locale,
  say: BoardSentences,
): TemplateResult {
  const { stage } = column;
  const { format } = locale;
  return html`
    <header class="head">
      <div class="head-line">
        ${stagePie(stage)}
        <span class="head-name truncate" id="stage-${stage.id}" role="heading" aria-level=${headingLevel} title=${stage.name}><bdi>${stage.name}</bdi></span>
        ${totals ? html`<span class="count" aria-hidden="true">${format.number(totals.count)}</span><span class="unseen">${say.dealCount(totals.count)}</span>` : nothing}
        <span class="grow"></span>
        ${onAdd ? html`<button type="button" class="button quiet small square" aria-label=${say.addTo(stage.name)} title=${say.addTo(stage.name)} @click=${onAdd}>${icon(plus)}</button>` : nothing}
      </div>
      ${sumsView(stage.type === 'open' ? stage.probability : undefined, totals, locale, say)}
    </header>
  `;
}

/** A sum stands with its weight, one line for each currency; with nothing to add up there is a dash. */
function sumsView(
  probability: number | undefined,
  totals: ColumnTotals | undefined,
  { format }: Locale,
  say: BoardSentences,
): TemplateResult {
  if (!totals) return html`<p class="sum">${skeleton('half')}</p>`;
  if (totals.sums.length === 0) return html`<p class="sum">–</p>`;
  return html`${totals.sums.map((sum, index) => {
    const weighted = totals.weighted[index];
    return html`<p class="sum number">
      <b>${format.roundMoney(sum)}</b>${weighted && probability !== undefined ? html`<span title=${say.weightedWhy(probability)}>${format.roundMoney(weighted)} ${say.weighted}</span>` : nothing}
    </p>`;
  })}`;
}

function bodyView(content: ColumnContent, locale: Locale, say: BoardSentences): TemplateResult | typeof nothing {
  const { column, hole } = content;
  if (column.deals.status !== 'ready') return column.deals.isSlow ? loadingView() : html`<div class="cards"></div>`;
  if (column.isEmpty && !hole) return content.quickAdd ? html`<div class="cards"></div>` : emptyView(content, say);
  const stack = column.stack(hole);
  const tabStop = column.tabStop(stack);
  const drawn = column.drawn(stack, content.pinned);
  const holeTop = hole ? column.holeTop(stack, hole) : 0;
  return html`
    <div class="cards" @scroll=${content.onScroll}>
      <ul role="list" aria-labelledby="stage-${column.stage.id}" style=${styleMap({ blockSize: `${stack.size}px` })}>
        ${repeat(
          drawn,
          (index) => column.rows[index]?.id,
          (index) => {
            const deal = column.rows[index] as Deal;
            const card = content.contentOf(deal);
            const isActive = deal.id === tabStop;
            const isLifted = deal.id === content.lifted?.id;
            return html`
              <li role="listitem" data-deal=${String(deal.id)} aria-setsize=${column.rows.length} aria-posinset=${index + 1} style=${styleMap({ transform: `translateY(${stack.topOf(index)}px)` })}>
                <div class="card ${isLifted ? (content.showsLifted ? 'source held' : 'source') : ''}">
                  ${guard([deal, card.stage, card.company, card.owner, isActive, locale], () => cardView(card, isActive, locale, say))}
                </div>
              </li>
            `;
          },
        )}
        ${hole ? holeView(content, hole, holeTop, locale, say) : nothing}
      </ul>
    </div>
  `;
}

function holeView(
  { lifted, showsLifted, contentOf, column }: ColumnContent,
  hole: Hole,
  top: number,
  locale: Locale,
  say: BoardSentences,
): TemplateResult {
  const style = styleMap({ transform: `translateY(${top}px)`, blockSize: `${hole.height}px` });
  return showsLifted && lifted
    ? html`<li class="hole" role="presentation" aria-hidden="true" style=${style}><div class="card carried" inert>${cardView({ ...contentOf(lifted), stage: column.stage }, false, locale, say)}</div></li>`
    : html`<li class="hole slot" role="presentation" aria-hidden="true" style=${style}></li>`;
}

const loadingView = (): TemplateResult => html`
  <div class="cards loading" aria-hidden="true">
    ${[0, 1, 2].map(() => html`<div class="card">${skeleton('wide')}${skeleton('half')}${skeleton('short')}</div>`)}
  </div>
`;

function emptyView({ column, isStart }: ColumnContent, say: BoardSentences): TemplateResult {
  if (isStart) return html`<div class="none"><b>${say.emptyBoard}</b>${say.emptyBoardHow}</div>`;
  if (column.stage.type === 'won') return html`<div class="none"><b>${say.emptyWon}</b>${say.emptyWonHow}</div>`;
  return html`<div class="none">${say.empty}</div>`;
}

/** The looks of {@link columnView}. */
export const columnStyles = css`
  .column { display: grid; grid-template-rows: subgrid; grid-row: 1 / 3; min-inline-size: 0; }
  .head { min-inline-size: 0; padding: 2px 4px 10px 10px; padding-inline: 10px 4px; border-block-end: 1px solid var(--kith-border); }
  .head-line { display: flex; align-items: center; gap: 7px; block-size: 28px; }
  .head-name { font-weight: 600; }
  .sum { display: flex; flex-wrap: wrap; align-items: baseline; gap: 0 8px; min-block-size: 17px; padding-inline-start: 21px; font-size: var(--kith-size-xs); color: var(--kith-text-subtle); white-space: nowrap; }
  .sum > b { flex: none; font-size: var(--kith-size-sm); font-weight: 500; color: var(--kith-text-muted); }
  .cell { display: flex; flex-direction: column; min-block-size: 0; margin-block-start: 8px; border-radius: var(--kith-radius-lg); background: var(--kith-surface-sunken); overflow: hidden; }
  .cards { flex: 0 1 auto; min-block-size: 88px; overflow: hidden auto; overflow-anchor: none; scrollbar-width: thin; scrollbar-color: var(--kith-border-strong) transparent; }
  .cards > ul { position: relative; margin: 6px; contain: layout style; }
  .cards > ul > li { position: absolute; inset-block-start: 0; inset-inline: 0; }
  .column.valid > .head { border-color: var(--kith-accent); box-shadow: inset 0 -1px 0 var(--kith-accent); }
  .column.valid > .cell { background: var(--kith-accent-subtle); box-shadow: inset 0 0 0 1px var(--kith-accent-border); }
  .column.refused > .head > *, .column.refused .card, .column.refused .none { opacity: 0.5; }
  .column.refused .card { box-shadow: none; }
  .column.bare > .cell { background: none; box-shadow: inset 0 0 0 1px var(--kith-border); }
  .column.bare.valid > .cell { background: var(--kith-accent-subtle); box-shadow: inset 0 0 0 1px var(--kith-accent-border); }
  .card.source { border-style: dashed; border-color: var(--kith-border-control); background: transparent; box-shadow: none; opacity: 0.38; }
  .card.source.held { opacity: 1; }
  .card.source.held * { color: var(--kith-text-subtle); }
  .card.source.held :is(.tag, .avatar) { background: none; }
  .card.carried { border-color: var(--kith-border-strong); background: var(--kith-surface-overlay); box-shadow: var(--kith-shadow-drag); outline: var(--kith-focus-width) solid var(--kith-focus); }
  .slot { border: 1.5px dashed var(--kith-accent); border-radius: var(--kith-radius-md); opacity: 0.7; }
  .none { display: grid; flex: 1; place-content: center; gap: 2px; min-block-size: 88px; padding: 12px; text-align: center; text-wrap: balance; font-size: var(--kith-size-sm); color: var(--kith-text-subtle); }
  .none > b { font-weight: 500; color: var(--kith-text-muted); }
  .reason { display: flex; gap: 8px; align-items: flex-start; margin: 6px 6px 0; padding: 8px 10px; border: 1px solid var(--kith-border-strong); border-radius: var(--kith-radius-md); background: var(--kith-surface-raised); font-size: var(--kith-size-sm); line-height: 1.4; text-wrap: balance; }
  .reason > .icon { margin-block-start: 1.5px; color: var(--kith-text-muted); }
  .loading { display: grid; gap: 6px; padding: 6px; align-content: start; }
  .loading > .card { gap: 10px; min-block-size: 108px; align-content: start; padding-block: 14px; }
  @media (forced-colors: active) { .column.valid > .cell { outline: 2px solid Highlight; outline-offset: -2px; } .cell { border: 1px solid CanvasText; } }
`;
