import type { Deal, Id, Stage } from '@kith/core';
import { deals, type RowsQuery } from '@kith/store';
import { Live, type LiveHost } from '../base/live.js';
import { rowsInSight, type Stack, stackOf } from './stack.js';

/** The height of a card with a title of one line, until one has been measured. */
const FIRST_GUESS = 112;
/** What is assumed of a column's height before it has one. */
const FIRST_VIEW = 640;
/** Space between two cards. */
const GAP = 6;
/** Cards that are drawn beyond each edge of what is in sight. */
const AROUND = 2;

/** Room that is held open for a card on its way: before which row, and how high. */
export interface Hole {
  readonly before: number;
  readonly height: number;
}

/** One stage on the board: its deals, which of them are in sight, and where each one lies. */
export class BoardColumn {
  readonly deals: Live<RowsQuery<Deal>>;
  stage: Stage;
  /** The card that Tab reaches; the arrow keys move it. */
  activeId: Id<'deal'> | undefined;
  /** The scrolling part, once it is drawn. */
  scroller: HTMLElement | undefined;
  readonly #heights = new Map<string, number>();
  #width = 0;
  #estimate = FIRST_GUESS;
  #viewTop = 0;
  #viewHeight = FIRST_VIEW;
  #anchor: { readonly id: string; readonly offset: number } | undefined;

  constructor(host: LiveHost, pipelineId: Id<'pipeline'>, stage: Stage) {
    this.stage = stage;
    this.deals = new Live(host, () => deals.inStage(pipelineId, this.stage.id));
  }

  get rows(): readonly Deal[] {
    return this.deals.value ?? [];
  }

  get isEmpty(): boolean {
    return this.deals.status === 'ready' && this.rows.length === 0;
  }

  indexOf(id: string | undefined): number {
    return id === undefined ? -1 : this.rows.findIndex((deal) => deal.id === id);
  }

  /** Where the cards lie. */
  stack(hole?: Hole): Stack {
    return stackOf(this.rows.length, (index) => this.heightOf(index), GAP, hole);
  }

  heightOf(index: number): number {
    return this.#heights.get(this.rows[index]?.id ?? '') ?? this.#estimate;
  }

  /** Where a hole lies. */
  holeTop(stack: Stack, hole: Hole): number {
    return stack.topOf(hole.before) - hole.height - GAP;
  }

  /** The rows to draw: those in sight and those that must stay in the document whatever is in sight. */
  drawn(stack: Stack, pinned: readonly (string | undefined)[]): readonly number[] {
    const keep = [this.activeId, ...pinned].map((id) => this.indexOf(id));
    return rowsInSight(stack, this.#viewTop, this.#viewTop + this.#viewHeight, AROUND, keep);
  }

  /** The card that Tab reaches: the active one, or the first in sight. */
  tabStop(stack: Stack): Id<'deal'> | undefined {
    if (this.indexOf(this.activeId) >= 0) return this.activeId;
    return this.rows[stack.rowAt(this.#viewTop + GAP)]?.id;
  }

  /** The row at a height on the screen. */
  rowAtScreen(y: number): number {
    const top = this.scroller?.getBoundingClientRect().top ?? 0;
    return this.stack().rowAt(y - top + this.#viewTop);
  }

  /** Before which row something lands whose middle is at a height on the screen. */
  gapAtScreen(y: number): number {
    const top = this.scroller?.getBoundingClientRect().top ?? 0;
    return this.stack().gapAt(y - top + this.#viewTop);
  }

  /** How many whole cards are in sight. */
  get cardsInSight(): number {
    return Math.max(1, Math.floor(this.#viewHeight / (this.#estimate + GAP)));
  }

  /** Takes over where it was scrolled to; answers whether that brings other rows into sight. */
  scrolled(): boolean {
    if (!this.scroller) return false;
    const stack = this.stack();
    const before = this.drawn(stack, []);
    this.#viewTop = this.scroller.scrollTop;
    const after = this.drawn(stack, []);
    this.#remember();
    return before[0] !== after[0] || before.at(-1) !== after.at(-1);
  }

  /** Scrolls so far that a row is in sight, with a little around it. */
  reveal(index: number): void {
    if (!this.scroller || index < 0) return;
    const top = this.stack().topOf(index);
    const bottom = top + this.heightOf(index);
    const margin = GAP * 2;
    if (top - margin < this.#viewTop) this.#scrollTo(top - margin);
    else if (bottom + margin > this.#viewTop + this.#viewHeight) this.#scrollTo(bottom + margin - this.#viewHeight);
  }

  /** A card, or the column itself, has been measured. Answers whether something must be drawn anew. */
  measured(id: string | undefined, width: number, height: number): boolean {
    if (id === undefined) {
      const isOther = Math.abs(height - this.#viewHeight) >= 1 || width !== this.#width;
      if (width !== this.#width) this.#heights.clear();
      this.#width = width;
      this.#viewHeight = height;
      return isOther;
    }
    const known = this.#heights.get(id);
    if (known === height) return false;
    this.#heights.set(id, height);
    // Cards have one height unless their title takes two lines: the least one that was seen is the best guess.
    const least = this.#heights.size === 1 ? height : Math.min(this.#estimate, height);
    const isOther = height !== (known ?? this.#estimate) || least !== this.#estimate;
    this.#estimate = least;
    return isOther;
  }

  /** After drawing: scrolls back to the card that was at the top, when something above it changed its place. */
  holdStill(): void {
    const row = this.indexOf(this.#anchor?.id);
    if (this.#anchor && row >= 0) {
      const top = this.stack().topOf(row) + this.#anchor.offset;
      const shift = Math.abs(top - this.#viewTop);
      // A card that went far away has been moved, and is not followed.
      if (shift >= 1 && shift < this.#viewHeight) this.#scrollTo(top);
    }
    this.#remember();
  }

  /** Lets the view go where the scrollbar is, for a change that the person makes. */
  letGo(): void {
    this.#anchor = undefined;
  }

  #remember(): void {
    const stack = this.stack();
    const row = stack.rowAt(this.#viewTop);
    const deal = this.#viewTop > GAP ? this.rows[row] : undefined;
    this.#anchor = deal && { id: deal.id, offset: this.#viewTop - stack.topOf(row) };
  }

  #scrollTo(top: number): void {
    if (!this.scroller) return;
    this.scroller.scrollTop = top;
    this.#viewTop = this.scroller.scrollTop;
  }
}
