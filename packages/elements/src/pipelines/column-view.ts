import type { Deal } from '@kith/core';
import { css, html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Locale } from '../base/locale.js';
import { icon } from '../parts/icon.js';
import { plus } from '../parts/icons.js';
import { skeleton } from '../parts/states.js';
import type { BoardColumn, Hole } from './board-column.js';
import { type CardContent, cardView } from './card.js';
import type { ColumnTotals } from './column-totals.js';
import type { BoardSentences } from './messages.js';
import { stagePie } from './stage-pie.js';

/** What hands do at a column. */
export interface Handling {
  /** Room that is held open for the card that is aimed here, and what is drawn in it in place of a dashed slot. */
  readonly hole: Hole | undefined;
  readonly inHole: TemplateResult | undefined;
  /** Whether the column takes the lifted card, as a class. */
  readonly look: '' | 'valid' | 'refused';
  /** Why the column does not take the lifted card, or did not take the last one. */
  readonly reason: TemplateResult | undefined;
  /** The card that was taken up, wherever it came from, and the classes of the place it left. */
  readonly source: { readonly id: string; readonly look: string } | undefined;
  /** The form for a new deal, when it is open here. */
  readonly quickAdd: TemplateResult | undefined;
}

/** Everything a column shows. */
export interface ColumnContent {
  readonly column: BoardColumn;
  readonly totals: ColumnTotals | undefined;
  readonly headingLevel: number;
  /** What is being done here; nothing before there are hands. */
  readonly handling: Handling | undefined;
  readonly pinned: readonly (string | undefined)[];
  readonly contentOf: (deal: Deal) => CardContent;
  /** Whether there is no deal on the whole board, and this column is where the first one goes. */
  readonly isStart: boolean;
  readonly onAdd: ((event: Event) => void) | undefined;
  readonly onScroll: () => void;
}

/** One stage: its head with the totals, then its cards in a list of its own that scrolls. */
export function columnView(content: ColumnContent, locale: Locale, say: BoardSentences): TemplateResult {
  const { column, handling } = content;
  const { stage } = column;
  const look = `${handling?.look ?? ''} ${column.isEmpty && !handling?.quickAdd ? 'bare' : ''}`;
  return html`
    <section class="column ${look}" data-stage=${String(stage.id)} aria-labelledby="stage-${stage.id}" aria-disabled=${handling?.look === 'refused' ? 'true' : nothing}>
      ${headView(content, locale, say)}
      <div class="cell">${handling?.reason} ${bodyView(content, locale, say)} ${handling?.quickAdd}</div>
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
  const { column, handling } = content;
  const hole = handling?.hole;
  if (column.deals.status !== 'ready') return column.deals.isSlow ? loadingView() : html`<div class="cards"></div>`;
  if (column.isEmpty && !hole) return handling?.quickAdd ? html`<div class="cards"></div>` : emptyView(content, say);
  const stack = column.stack(hole);
  const tabStop = column.tabStop(stack);
  const drawn = column.drawn(stack, content.pinned);
  return html`
    <div class="cards" @scroll=${content.onScroll}>
      <ul role="list" aria-labelledby="stage-${column.stage.id}" .style=${styled(`block-size:${stack.size}px`)}>
        ${repeat(
          drawn,
          (index) => column.rows[index]?.id,
          (index) => {
            const deal = column.rows[index] as Deal;
            const card = content.contentOf(deal);
            const isActive = deal.id === tabStop;
            return html`
              <li role="listitem" data-deal=${String(deal.id)} aria-setsize=${column.rows.length} aria-posinset=${index + 1} .style=${styled(`transform:translateY(${stack.topOf(index)}px)`)}>
                <div class="card ${deal.id === handling?.source?.id ? handling.source.look : ''}">
                  ${guard([deal, card.stage, card.company, card.owner, isActive, locale], () => cardView(card, isActive, locale, say))}
                </div>
              </li>
            `;
          },
        )}
        ${hole ? holeView(hole, column.holeTop(stack, hole), handling?.inHole) : nothing}
      </ul>
    </div>
  `;
}

/** A style for the property of that name: it takes text, which no content security policy forbids as it may an attribute. */
const styled = (declarations: string): CSSStyleDeclaration => declarations as unknown as CSSStyleDeclaration;

const holeView = ({ height }: Hole, top: number, content: TemplateResult | undefined): TemplateResult =>
  html`<li class="hole ${content ? '' : 'slot'}" role="presentation" aria-hidden="true" .style=${styled(`transform:translateY(${top}px);block-size:${height}px`)}>${content}</li>`;

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
  .column.bare > .cell { background: none; box-shadow: inset 0 0 0 1px var(--kith-border); }
  .none { display: grid; flex: 1; place-content: center; gap: 2px; min-block-size: 88px; padding: 12px; text-align: center; text-wrap: balance; font-size: var(--kith-size-sm); color: var(--kith-text-subtle); }
  .none > b { font-weight: 500; color: var(--kith-text-muted); }
  .loading { display: grid; gap: 6px; padding: 6px; align-content: start; }
  .loading > .card { gap: 10px; min-block-size: 108px; align-content: start; padding-block: 14px; }
  @media (forced-colors: active) { .cell { border: 1px solid CanvasText; } }
`;
