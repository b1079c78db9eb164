import type { Stage } from '@kith/core';
import type { RowsQuery } from '@kith/store';
import { Live, type LiveHost } from '../base/live.js';
import { valueAt } from '../base/value-at.js';
import type { BoardRow } from './board-source.js';
import { rowsInSight, type Stack, stackOf } from './stack.js';

const NONE: readonly BoardRow[] = [];

/** One stage on the board: its rows, and the cells they lie in (one, or one for each lane). */
export class BoardColumn {
  readonly live: Live<RowsQuery<BoardRow>>;
  stage: Stage;
  /** Whether nothing of it is shown but its name. */
  isFolded = false;
  /** Whether nothing of it is shown at all. */
  isHidden = false;
  /** The path of the field that lanes are made of; undefined without lanes. */
  lanes: string | undefined;
  readonly #cells = new Map<string | undefined, BoardCell>();
  #lanesOf: { readonly rows: readonly BoardRow[]; readonly path: string } | undefined;
  #byLane: ReadonlyMap<string, readonly BoardRow[]> = new Map();

  constructor(host: LiveHost, stage: Stage, ask: (column: BoardColumn) => RowsQuery<BoardRow> | undefined) {
    this.stage = stage;
    this.live = new Live(host, () => (this.isFolded || this.isHidden ? undefined : ask(this)));
  }

  get rows(): readonly BoardRow[] {
    return this.live.value ?? NONE;
  }

  get isEmpty(): boolean {
    return this.live.status === 'ready' && this.rows.length === 0;
  }

  /** The cell of a lane; without one, that of the whole column. */
  cell(lane?: string): BoardCell {
    const cell = this.#cells.get(lane) ?? new BoardCell(this, lane);
    this.#cells.set(lane, cell);
    return cell;
  }

  /** The rows of a lane in their order. */
  rowsIn(lane: string | undefined): readonly BoardRow[] {
    return lane === undefined ? this.rows : (this.byLane.get(lane) ?? NONE);
  }

  /** The rows by lane. */
  get byLane(): ReadonlyMap<string, readonly BoardRow[]> {
    const { rows, lanes: path } = this;
    if (path === undefined) return new Map();
    if (this.#lanesOf?.rows !== rows || this.#lanesOf.path !== path) {
      this.#lanesOf = { rows, path };
      this.#byLane = rowsByLane(rows, path);
    }
    return this.#byLane;
  }

  /** A row of it, and the cell it lies in. */
  find(id: string | undefined): { readonly row: BoardRow; readonly cell: BoardCell } | undefined {
    const row = id === undefined ? undefined : this.rows.find((each) => each.id === id);
    return row && { row, cell: this.cell(this.lanes === undefined ? undefined : laneOf(row, this.lanes)) };
  }
}

/** The lane a row lies in: the value of its field as text, the empty text where it has none. */
export function laneOf(row: BoardRow, path: string): string {
  const value = valueAt(row, path);
  return value === undefined || value === null ? '' : String(value);
}

function rowsByLane(rows: readonly BoardRow[], path: string): ReadonlyMap<string, readonly BoardRow[]> {
  const lanes = new Map<string, BoardRow[]>();
  for (const row of rows) {
    const lane = laneOf(row, path);
    const others = lanes.get(lane);
    if (others) others.push(row);
    else lanes.set(lane, [row]);
  }
  return lanes;
}

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

/** The cards of a stage, or of a stage in one lane: which of them are in sight, and where each one lies. */
export class BoardCell {
  readonly column: BoardColumn;
  /** The value of the lane's field; undefined without lanes. */
  readonly lane: string | undefined;
  /** The card that Tab reaches; the arrow keys move it. */
  activeId: string | undefined;
  /** What scrolls its cards, once it is drawn: a part of its own or, with lanes, that of the whole board. */
  scroller: HTMLElement | undefined;
  /** Where its cards begin in what scrolls them. */
  offset = 0;
  readonly #heights = new Map<string, number>();
  #inset = 0;
  #width = 0;
  #estimate = FIRST_GUESS;
  #viewTop = 0;
  #viewHeight = FIRST_VIEW;
  #anchor: { readonly id: string; readonly offset: number } | undefined;
  #stack: { readonly of: readonly BoardRow[]; readonly hole: Hole | undefined; readonly stack: Stack } | undefined;

  constructor(column: BoardColumn, lane: string | undefined) {
    this.column = column;
    this.lane = lane;
  }

  get stage(): Stage {
    return this.column.stage;
  }

  get rows(): readonly BoardRow[] {
    return this.column.rowsIn(this.lane);
  }

  /** What it is found by in the document. */
  get key(): string {
    return this.lane === undefined ? this.stage.id : `${this.stage.id} ${this.lane}`;
  }

  indexOf(id: string | undefined): number {
    return id === undefined ? -1 : this.rows.findIndex((row) => row.id === id);
  }

  /** Where the cards lie. */
  stack(hole?: Hole): Stack {
    const { rows } = this;
    const isSame =
      this.#stack?.of === rows &&
      this.#stack.hole?.before === hole?.before &&
      this.#stack.hole?.height === hole?.height;
    if (!isSame || !this.#stack)
      this.#stack = { of: rows, hole, stack: stackOf(rows.length, this.#heightsFromTop(), GAP, hole) };
    return this.#stack.stack;
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
  tabStop(stack: Stack): string | undefined {
    if (this.indexOf(this.activeId) >= 0) return this.activeId;
    return this.rows[stack.rowAt(Math.max(0, this.#viewTop) + GAP)]?.id;
  }

  /** The row at a height on the screen. */
  rowAtScreen(y: number): number {
    return this.stack().rowAt(y - this.#screenTop + this.#viewTop);
  }

  /** Before which row something lands whose middle is at a height on the screen. */
  gapAtScreen(y: number): number {
    return this.stack().gapAt(y - this.#screenTop + this.#viewTop);
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
    this.#viewTop = this.scroller.scrollTop - this.offset;
    const after = this.drawn(stack, []);
    this.#remember();
    return before[0] !== after[0] || before.at(-1) !== after.at(-1);
  }

  /**
   * With lanes: which part of its cards is in sight, as the lanes lie now. `top` is how far it is scrolled, `inset` how
   * much of it the heads of the columns cover.
   */
  see(scroller: HTMLElement, offset: number, top: number, inset: number): void {
    this.scroller = scroller;
    this.offset = offset - inset;
    this.#inset = inset;
    this.#viewTop = top - this.offset;
    this.#viewHeight = Math.max(0, scroller.clientHeight - inset);
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

  /** A card, or the part that holds them, has been measured. Answers whether something must be drawn anew. */
  measured(id: string | undefined, width: number, height: number): boolean {
    if (id === undefined) {
      const isOther = Math.abs(height - this.#viewHeight) >= 1 || width !== this.#width;
      if (width !== this.#width) {
        this.#heights.clear();
        this.#stack = undefined;
      }
      this.#width = width;
      if (this.lane === undefined) this.#viewHeight = height;
      return isOther;
    }
    const known = this.#heights.get(id);
    if (known === height) return false;
    this.#heights.set(id, height);
    // Cards have one height unless their title takes two lines: the least one that was seen is the best guess.
    const least = this.#heights.size === 1 ? height : Math.min(this.#estimate, height);
    const isOther = height !== (known ?? this.#estimate) || least !== this.#estimate;
    this.#estimate = least;
    if (isOther) this.#stack = undefined;
    return isOther;
  }

  /** After drawing: scrolls back to the card that was at the top, when something above it changed its place. */
  holdStill(): void {
    // With lanes many cells share what scrolls, and cannot all hold it.
    if (this.lane !== undefined) return;
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

  /** The heights of the rows, asked for one by one: below the last card that was measured all are guessed alike. */
  #heightsFromTop(): (index: number) => number {
    const { rows } = this;
    let left = this.#heights.size;
    return (index) => {
      const known = left > 0 ? this.#heights.get(rows[index]?.id ?? '') : undefined;
      if (known !== undefined) left--;
      return known ?? this.#estimate;
    };
  }

  get #screenTop(): number {
    return (this.scroller?.getBoundingClientRect().top ?? 0) + this.#inset;
  }

  #remember(): void {
    const stack = this.stack();
    const row = stack.rowAt(this.#viewTop);
    const card = this.#viewTop > GAP ? this.rows[row] : undefined;
    this.#anchor = card && { id: card.id, offset: this.#viewTop - stack.topOf(row) };
  }

  #scrollTo(top: number): void {
    if (!this.scroller) return;
    this.scroller.scrollTop = top + this.offset;
    this.#viewTop = this.scroller.scrollTop - this.offset;
  }
}
