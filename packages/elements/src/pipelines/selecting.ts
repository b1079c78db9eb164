import { css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { icon } from '../parts/icon.js';
import { cross } from '../parts/icons/heads.js';
import { arrowRight } from '../parts/icons/tools.js';
import type { BoardCell } from './board-column.js';
import type { BoardHost, Placed } from './board-host.js';
import type { BoardRow } from './board-source.js';
import { type HandsSentences, handsMessages } from './hands.messages.js';

/** Which cards are chosen, to be moved together; and the bar that says how many. */
export class Selecting {
  readonly #host: BoardHost;
  /** Where the last card was chosen: a range goes from there. */
  #from: string | undefined;

  constructor(host: BoardHost) {
    this.#host = host;
    addStyles(host, selectingStyles);
  }

  /** The chosen rows that are on the board, from its top. */
  get rows(): readonly BoardRow[] {
    const { columns, selected } = this.#host;
    return selected.size === 0 ? [] : columns.flatMap(({ rows }) => rows.filter(({ id }) => selected.has(id)));
  }

  /** A row with those that go along with it: all that are chosen, where it is one of them. */
  along(row: BoardRow): readonly BoardRow[] {
    return this.#host.selected.has(row.id) ? this.rows : [row];
  }

  /** Takes a card into the selection, or out of it. */
  toggle({ row }: Placed): void {
    const next = new Set(this.#host.selected);
    if (!next.delete(row.id)) next.add(row.id);
    this.#from = row.id;
    this.#set(next);
  }

  /** Takes all cards into the selection from the one that was chosen last to this one, in one column. */
  extendTo({ row, cell }: Placed): void {
    const from = cell.indexOf(this.#from);
    if (from < 0) {
      this.toggle({ row, cell });
      return;
    }
    const to = cell.indexOf(row.id);
    const range = cell.rows.slice(Math.min(from, to), Math.max(from, to) + 1);
    this.#set(new Set([...this.#host.selected, ...range.map(({ id }) => id)]));
  }

  /** Chooses all cards of a column, or of a part of it. */
  all(cells: readonly BoardCell[]): void {
    this.#set(new Set([...this.#host.selected, ...cells.flatMap(({ rows }) => rows.map(({ id }) => id))]));
  }

  clear(): void {
    this.#from = undefined;
    this.#set(new Set());
  }

  /** What is no longer on the board is not chosen either. */
  check(): void {
    const { selected, columns } = this.#host;
    if (selected.size === 0 || columns.some(({ live }) => live.status === 'loading')) return;
    const there = this.rows;
    if (there.length < selected.size) this.#host.choose(there.map(({ id }) => id));
  }

  /** How many cards are chosen, and what can be done with them. */
  render(move: (anchor: HTMLElement) => void): TemplateResult | typeof nothing {
    const { selected } = this.#host;
    if (selected.size === 0) return nothing;
    const say = this.#say;
    return html`
      <div class="chosen" role="toolbar" aria-label=${say.selected(selected.size)} part="selection">
        <b class="number">${say.selected(selected.size)}</b>
        <button type="button" class="chosen-act" data-action="move-selected" aria-haspopup="menu" @click=${(event: Event) => move(event.currentTarget as HTMLElement)}>${icon(arrowRight)}<span>${this.#host.say.move}</span></button>
        <button type="button" class="chosen-act square" data-action="clear-selection" aria-label=${say.clearSelection} title=${say.clearSelection} @click=${() => this.clear()}>${icon(cross)}</button>
      </div>
    `;
  }

  #set(ids: ReadonlySet<string>): void {
    this.#host.choose(ids);
    this.#host.announce(ids.size === 0 ? this.#say.noneSelected : this.#say.selected(ids.size));
  }

  get #say(): HandsSentences {
    return sentencesIn(handsMessages, this.#host.locale);
  }
}

const selectingStyles = css`
  .chosen { position: absolute; inset-block-end: 16px; inset-inline: 16px; z-index: var(--kith-z-sticky); display: flex; align-items: center; gap: 4px; inline-size: fit-content; max-inline-size: calc(100% - 32px); margin-inline: auto; padding: 6px; padding-inline-start: 14px; border-radius: 10px; background: var(--kith-surface-inverse); color: var(--kith-text-inverse); box-shadow: var(--kith-shadow-overlay); white-space: nowrap; }
  .chosen > b { margin-inline-end: 8px; font-weight: var(--kith-weight-strong); }
  .chosen :focus-visible { outline-color: currentColor; outline-offset: -2px; }
  .chosen-act { display: inline-flex; align-items: center; gap: 6px; flex: none; block-size: 28px; padding: 0 8px; border: 0; border-radius: 6px; background: none; color: inherit; font-weight: var(--kith-weight-medium); }
  .chosen-act:hover { background: color-mix(in oklch, currentColor 14%, transparent); }
  .chosen-act.square { inline-size: 28px; padding: 0; justify-content: center; }
  @media (pointer: coarse) { .chosen-act { block-size: 40px; } .chosen-act.square { inline-size: 40px; } }
  @media (prefers-reduced-motion: no-preference) { .chosen { animation: chosen var(--kith-duration-base) var(--kith-ease-out); } }
  @keyframes chosen { from { opacity: 0; translate: 0 8px; } }
  @media (forced-colors: active) { .chosen { border: 1px solid CanvasText; } .card.selected { outline: 2px solid Highlight; outline-offset: -2px; } }
  @media print { .chosen { display: none; } }
`;
