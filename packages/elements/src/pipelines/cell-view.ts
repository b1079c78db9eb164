import { css, html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Locale } from '../base/locale.js';
import { styled } from '../base/styled.js';
import { skeleton } from '../parts/waiting.js';
import type { BoardCell, Hole } from './board-column.js';
import type { BoardRow } from './board-source.js';
import { type CardContent, cardView } from './card.js';
import type { BoardSentences } from './messages.js';

/** What hands do at a cell. */
export interface Handling {
  /** Room that is held open for the card that is aimed here, and what is drawn in it in place of a dashed slot. */
  readonly hole: Hole | undefined;
  readonly inHole: TemplateResult | undefined;
  /** Whether the stage takes the lifted card, as a class. */
  readonly look: '' | 'valid' | 'refused';
  /** Why the stage does not take the lifted card, or did not take the last one. */
  readonly reason: TemplateResult | undefined;
  /** The looks of a card that was taken up, or that waits for an answer; wherever it lies. */
  lookOf(id: string): string;
  /** The form for a new card, when it is open here. */
  readonly quickAdd: TemplateResult | undefined;
}

/** Everything a cell shows. */
export interface CellContent {
  readonly cell: BoardCell;
  /** What is being done here; nothing before there are hands. */
  readonly handling: Handling | undefined;
  readonly pinned: readonly (string | undefined)[];
  readonly selected: ReadonlySet<string>;
  readonly contentOf: (row: BoardRow) => CardContent;
  /** Whether there is no card on the whole board, and this is where the first one goes. */
  readonly isStart: boolean;
  /** Whether only some rows are asked for. */
  readonly isFiltered: boolean;
  readonly onScroll: () => void;
}

/** The cards of a stage, in a list that scrolls by itself; with lanes, those of the stage in one lane. */
export function cellView(content: CellContent, locale: Locale, say: BoardSentences): TemplateResult | typeof nothing {
  const { cell, handling } = content;
  const { live } = cell.column;
  const hole = handling?.hole;
  if (live.status !== 'ready') return live.isSlow ? loadingView() : html`<div class="cards"></div>`;
  if (cell.rows.length === 0 && !hole)
    return handling?.quickAdd
      ? html`<div class="cards"></div>`
      : cell.lane === undefined
        ? emptyView(content, say)
        : html`<div class="cards" data-cell=${cell.key}></div>`;
  const stack = cell.stack(hole);
  const tabStop = cell.tabStop(stack);
  const drawn = cell.drawn(stack, content.pinned);
  return html`
    <div class="cards" data-cell=${cell.key} @scroll=${cell.lane === undefined ? content.onScroll : nothing}>
      <ul role="list" aria-labelledby=${cell.lane === undefined ? `stage-${cell.stage.id}` : nothing} aria-label=${cell.lane === undefined ? nothing : cell.stage.name} .style=${styled(`block-size:${stack.size}px`)}>
        ${repeat(
          drawn,
          (index) => cell.rows[index]?.id,
          (index) => {
            const row = cell.rows[index] as BoardRow;
            const card = content.contentOf(row);
            const isActive = row.id === tabStop;
            const isSelected = content.selected.has(row.id);
            const look = handling?.lookOf(row.id) ?? '';
            const isWaiting = look === 'waiting';
            return html`
              <li role="listitem" data-card=${String(row.id)} aria-setsize=${cell.rows.length} aria-posinset=${index + 1} aria-busy=${isWaiting ? 'true' : nothing} .style=${styled(`transform:translateY(${stack.topOf(index)}px)`)}>
                <div class="card ${look} ${isSelected ? 'selected' : ''}">
                  ${guard([row, card.stage, card.about, card.owner, card.renderer, isActive, isSelected, isWaiting, locale], () => cardView(card, { isActive, isSelected, isWaiting }, locale, say))}
                </div>
              </li>
            `;
          },
        )}
        ${hole ? holeView(hole, cell.holeTop(stack, hole), handling?.inHole) : nothing}
      </ul>
    </div>
  `;
}

const holeView = ({ height }: Hole, top: number, content: TemplateResult | undefined): TemplateResult =>
  html`<li class="hole ${content ? '' : 'slot'}" role="presentation" aria-hidden="true" .style=${styled(`transform:translateY(${top}px);block-size:${height}px`)}>${content}</li>`;

const loadingView = (): TemplateResult => html`
  <div class="cards loading" aria-hidden="true">
    ${[0, 1, 2].map(() => html`<div class="card">${skeleton('wide')}${skeleton('half')}${skeleton('short')}</div>`)}
  </div>
`;

function emptyView({ cell, isStart, isFiltered }: CellContent, say: BoardSentences): TemplateResult {
  if (isFiltered) return html`<div class="none">${say.noMatch}</div>`;
  if (isStart) return html`<div class="none"><b>${say.emptyBoard}</b>${say.emptyBoardHow}</div>`;
  if (cell.stage.type === 'won') return html`<div class="none"><b>${say.emptyWon}</b>${say.emptyWonHow}</div>`;
  return html`<div class="none">${say.empty}</div>`;
}

/** The looks of {@link cellView}. */
export const cellStyles = css`
  .cell { display: flex; flex-direction: column; min-block-size: 0; margin-block-start: 8px; border-radius: var(--kith-radius-lg); background: var(--kith-surface-sunken); overflow: hidden; }
  .cards { flex: 0 1 auto; min-block-size: 88px; overflow: hidden auto; overflow-anchor: none; scrollbar-width: thin; scrollbar-color: var(--kith-border-strong) transparent; }
  .cards > ul { position: relative; margin: 6px; contain: layout style; }
  .cards > ul > li { position: absolute; inset-block-start: 0; inset-inline: 0; }
  .none { display: grid; flex: 1; place-content: center; gap: 2px; min-block-size: 88px; padding: 12px; text-align: center; text-wrap: balance; font-size: var(--kith-size-sm); color: var(--kith-text-subtle); }
  .none > b { font-weight: 500; color: var(--kith-text-muted); }
  .loading { display: grid; gap: 6px; padding: 6px; align-content: start; }
  .loading > .card { gap: 10px; min-block-size: 108px; align-content: start; padding-block: 14px; }
  @media (forced-colors: active) { .cell { border: 1px solid CanvasText; } }
`;
