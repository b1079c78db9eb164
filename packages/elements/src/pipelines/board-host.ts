import type { Filter, Pipeline, Result } from '@kith/core';
import type { Command, Store, TallyGroup } from '@kith/store';
import type { LitElement } from 'lit';
import type { CommandNotes } from '../base/command-event.js';
import type { Locale } from '../base/locale.js';
import type { Ui, Urgency } from '../base/ui.js';
import type { BoardCell, BoardColumn } from './board-column.js';
import type { BoardRow, BoardSource } from './board-source.js';
import type { BoardView } from './board-view.js';
import type { CardContent } from './card.js';
import type { BoardSentences } from './messages.js';

/** A row on the board, and where its card lies. */
export interface Placed {
  readonly row: BoardRow;
  readonly cell: BoardCell;
}

/** Lanes, as the other parts of the board see them. */
export interface Laning {
  /** The cells of a stage from the first lane to the last, without those that are folded up. */
  cellsOf(column: BoardColumn): readonly BoardCell[];
  /** What a lane is called. */
  labelOf(lane: string): string;
  /** The lanes that are there, in their order. */
  readonly names: readonly string[];
  /** The lane at a height on the screen: the nearest one. */
  laneAt(y: number): string | undefined;
  /** The focus is on a card of a lane: it stays in the document. */
  stay(lane: string): void;
  /** Brings a lane into sight, so that its cards are drawn. */
  reveal(lane: string): void;
}

/** A board as its parts see it: those that are there from the start, and those that are fetched when they are needed. */
export interface BoardHost extends LitElement {
  readonly activeStore: Store | undefined;
  readonly locale: Locale;
  readonly say: BoardSentences;
  readonly source: BoardSource;
  /** The pipeline that is shown, once it is there. */
  readonly shown: Pipeline | undefined;
  readonly view: BoardView;
  /** A column for each stage of the pipeline, in its order; also for those that are not shown. */
  readonly stages: readonly BoardColumn[];
  /** The columns that are shown, in the order somebody has put them in. */
  readonly columns: readonly BoardColumn[];
  /** The path of the field that lanes are made of. */
  readonly lanePath: string | undefined;
  readonly laning: Laning | undefined;
  readonly selected: ReadonlySet<string>;
  /** The tally of what the pipeline's rows are expected to bring. */
  readonly expected: readonly TallyGroup[];
  /** What holds for every row that is shown. */
  readonly scope: Filter | undefined;
  /** The level of a column's heading. */
  readonly columnLevel: number;
  /** The part that scrolls, once it is drawn. */
  readonly sheet: HTMLElement | undefined;
  /** What the page does for it. */
  readonly page: Ui | undefined;
  announce(text: string, urgency?: Urgency): void;
  carryOut<Output>(command: Command<Output>, notes: CommandNotes<Output>): Promise<Result<Output>>;
  /** What a row is called. */
  titleOf(row: BoardRow): string;
  /** A row that is on the board. */
  find(id: string | undefined): Placed | undefined;
  contentOf(row: BoardRow, stage: BoardCell['stage']): CardContent;
  /** How many rows a stage holds. */
  countOf(column: BoardColumn): number;
  /** Brings a row's card into sight and puts the focus on it. */
  focusCard(id: string): void;
  /** The row whose card is to have the focus once it is drawn. */
  readonly headingFor: string | undefined;
  /** Chooses rows, in place of those that were chosen. */
  choose(ids: Iterable<string>): void;
  /** Arranges the board in another way, and tells the page. */
  arrange(changes: BoardView): void;
}
