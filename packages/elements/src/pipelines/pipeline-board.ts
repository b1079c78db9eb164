import type { Filter, Pipeline, Result, Stage } from '@kith/core';
import type { Command, TallyGroup } from '@kith/store';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import type { CommandNotes } from '../base/command-event.js';
import { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { styled } from '../base/styled.js';
import type { Ui, Urgency } from '../base/ui.js';
import { SelectionEvent } from '../lists/selection-event.js';
import { laterFailure } from '../parts/later-failure.js';
import { boardLooks } from './board.styles.js';
import type { BoardCell, BoardColumn } from './board-column.js';
import { columnWidths, sumsView, topView } from './board-frame.js';
import type { BoardHost, Placed } from './board-host.js';
import { BoardInput } from './board-input.js';
import { BoardReading } from './board-reading.js';
import { type BoardRow, type BoardSource, dealBoard } from './board-source.js';
import { type BoardView, BoardViewEvent, keepBoardView, keptBoardView } from './board-view.js';
import type { CardContent, CardRenderer } from './card.js';
import { CardFocus } from './card-focus.js';
import { CardSizes } from './card-sizes.js';
import type { CellContent } from './cell-view.js';
import { columnView, type HeadContent } from './column-view.js';
import type { Lanes } from './lanes.js';
import { type BoardSentences, boardMessages } from './messages.js';
import type { MoveOutcome, MoveTo } from './move-to.js';

/** What somebody may say in place of the path of a field. */
const LANES: Readonly<Record<string, string>> = { owner: 'ownerId', company: 'companyId' };

/**
 * The rows of a pipeline, stage by stage: deals, or whatever else goes through one. Cards move by dragging (mouse, pen, or
 * a finger that rests on one), by the menu on each card, by keys, and by `move()`; all four send the same command, and a
 * stage that does not take a card says why. Several cards can be chosen and moved together. Only the cards in sight are
 * drawn, so a hundred thousand are as quick as a hundred.
 *
 * It takes most of the window's height, and columns scroll by themselves; give it a `height` to fit another layout.
 *
 * @slot actions - Further buttons at the end of the head.
 * @slot card - A `<template>` for what stands below the name of a card: `data-field` names the field an element shows.
 * @event {CommandEvent} kith-command - A wish to move or add a card.
 * @event {BeforeMoveEvent} kith-before-move - Cards are about to move; cancel it, or let them wait with `waitUntil()`.
 * @event {MoveEvent} kith-move - Cards have moved.
 * @event {MoveRejectedEvent} kith-move-rejected - Cards stay where they are, and why.
 * @event {NavigateEvent} kith-navigate - A card was chosen: the kind of its row, and its id.
 * @event {SelectionEvent} kith-selection - Other cards are selected now.
 * @event {BoardViewEvent} kith-board-view - Lanes, filters or columns are arranged in another way now.
 * @csspart head - The line with the pipeline's name and sums.
 * @csspart bar - Search, filters and lanes.
 * @csspart columns - The part that scrolls sideways.
 * @csspart selection - The bar that says how many cards are selected.
 */
export class KithPipelineBoard extends KithElement implements BoardHost {
  static override readonly tag = 'pipeline-board';
  static override styles = boardLooks;

  readonly #reading = new BoardReading(this);
  readonly #input = new BoardInput(this);
  readonly #tools = new Later(this, async () => new (await import('./board-tools.js')).BoardTools(this));
  readonly #lanes: Later<Lanes> = new Later(this, async () => new (await import('./lanes.js')).Lanes(this));
  readonly #limits = new Later(this, async () => new (await import('./column-limits.js')).ColumnLimits(this));
  readonly #template = new Later(this, async () => new (await import('./card-template.js')).CardTemplate(this));
  readonly #absence = new Later(this, async () => new (await import('./board-absence.js')).BoardAbsence(this));
  readonly #sizes = new CardSizes(this);
  readonly #focus = new CardFocus(this);
  /** What the page has written for its cards. */
  #markup: HTMLTemplateElement | undefined;

  @state() private announced: Readonly<Record<Urgency, string>> = { polite: '', assertive: '' };

  /** Ids of the selected rows. */
  @state() selected: ReadonlySet<string> = new Set();

  /** The id of the pipeline; the first one by name when left out. */
  @property() pipeline: string | undefined;

  /** What goes through the pipeline, when it is not deals: its collection, what stands on a card, how a row is changed. */
  @property({ attribute: false }) source: BoardSource = dealBoard;

  /** What holds for every row, whatever somebody filters by; nobody sees it as a filter. */
  @property({ attribute: false }) where: Filter | undefined;

  /** The field that lanes are made of: `owner`, `company`, or the path of a choice. */
  @property({ attribute: 'group-by' }) groupBy: string | undefined;

  /** Lanes, filters and columns (folded, in another order, hidden), as somebody arranged them. */
  @property({ attribute: false }) view: BoardView = {};

  /** The name under which this browser keeps the view; without it, it lasts as long as the element. */
  @property() keep: string | undefined;

  /** What stands below the name of a card, in place of Kith's: answers a template of Lit, or text. */
  @property({ attribute: false }) cardRenderer: CardRenderer | undefined;

  /** The level of the board's heading in the page; the columns' headings are one below it. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** What it says, in its language. @internal */
  get say(): BoardSentences {
    const say = this.sentences(boardMessages);
    const { words } = this.source;
    return words ? { ...say, ...words(this.locale.lang) } : say;
  }

  /** The pipeline that is shown. @internal */
  get shown(): Pipeline | undefined {
    return this.#reading.shown;
  }

  /** A column for each stage of the pipeline, in its order; also for those that are not shown. @internal */
  get stages(): readonly BoardColumn[] {
    return this.#reading.stages;
  }

  /** The columns that are shown, in the order somebody has put them in. @internal */
  get columns(): readonly BoardColumn[] {
    return this.#reading.columns;
  }

  /** What holds for every row that is shown. @internal */
  get scope(): Filter | undefined {
    return this.#reading.scope;
  }

  /** What somebody filters by; `pending` until what reads filters is there. @internal */
  get asked(): Filter | 'pending' | undefined {
    if (this.#tools.value) return this.#tools.value.where;
    return this.view.filters?.length ? 'pending' : undefined;
  }

  /** The path of the field that lanes are made of. @internal */
  get lanePath(): string | undefined {
    const path = this.view.lanes ?? this.groupBy;
    return path ? (LANES[path] ?? path) : undefined;
  }

  /** The lanes, once they are there. @internal */
  get laning(): Lanes | undefined {
    return this.lanePath === undefined ? undefined : this.#lanes.value;
  }

  /** The same, once lanes can be drawn. @internal */
  get drawnLanes(): string | undefined {
    return this.laning && this.lanePath;
  }

  /** What the pipeline's rows are expected to bring. @internal */
  get expected(): readonly TallyGroup[] {
    return this.#reading.expected;
  }

  /** The level of a column's heading. @internal */
  get columnLevel(): number {
    return this.headingLevel + 1;
  }

  /** The part that scrolls. @internal */
  get sheet(): HTMLElement | undefined {
    return this.renderRoot?.querySelector<HTMLElement>('.columns') ?? undefined;
  }

  /** What the page does for it. @internal */
  get page(): Ui | undefined {
    return this.ui;
  }

  /**
   * Moves rows, as somebody does by hand: by the same command, with the page's veto, the forms of the stages, undo and what
   * is told. They must be on the board. Answers which moved, and why others did not.
   */
  async move(ids: string | readonly string[], to: MoveTo): Promise<MoveOutcome> {
    const hands = await this.#input.reach();
    if (!hands)
      throw new Error('move: the code that moves cards could not be fetched; try again when there is a network.');
    return hands.moveTo(typeof ids === 'string' ? [ids] : ids, to);
  }

  /** Selects rows, in place of those that were selected. */
  choose(ids: Iterable<string>): void {
    const next = new Set(ids);
    if (next.size === this.selected.size && [...next].every((id) => this.selected.has(id))) return;
    this.selected = next;
    this.dispatchEvent(new SelectionEvent({ isAll: false, ids: next }, next.size));
  }

  /** Arranges the board in another way, and tells the page. */
  arrange(changes: BoardView): void {
    this.view = { ...this.view, ...changes };
    if (this.keep) keepBoardView(this.keep, this.view);
    this.dispatchEvent(new BoardViewEvent(this.view));
  }

  /** Says something to a screen reader, through the app where there is one. @internal */
  announce(text: string, urgency: Urgency = 'polite'): void {
    if (this.ui) this.ui.announce(text, urgency);
    else this.announced = { ...this.announced, [urgency]: text === this.announced[urgency] ? `${text}\u00a0` : text };
  }

  /** Sends a command for the parts of the board. @internal */
  carryOut<Output>(command: Command<Output>, notes: CommandNotes<Output>): Promise<Result<Output>> {
    return this.send(command, notes);
  }

  /** What a row is called. @internal */
  titleOf(row: BoardRow): string {
    return this.#reading.titleOf(row);
  }

  /** A row that is on the board. @internal */
  find(id: string | undefined): Placed | undefined {
    return this.#reading.find(id);
  }

  /** How many rows a stage holds. @internal */
  countOf(column: BoardColumn): number {
    return this.#reading.totalsOf(column)?.count ?? 0;
  }

  /** Brings a row's card into sight and puts the focus on it. */
  focusCard(id: string): void {
    this.#focus.wanted = id;
    this.requestUpdate();
  }

  /** The row whose card is to have the focus once it is drawn. @internal */
  get headingFor(): string | undefined {
    return this.#focus.wanted;
  }

  /** What the page draws on the card of a row. @internal */
  rendererOf(row: BoardRow): CardRenderer | undefined {
    return this.cardRenderer ?? (this.#markup && this.#template.value?.rendererOf(row, this.#markup));
  }

  /** What a row's card shows. @internal */
  contentOf(row: BoardRow, stage: Stage): CardContent {
    return this.#reading.contentOf(row, stage);
  }

  protected override willUpdate(changed: PropertyValues): void {
    this.#markup = this.querySelector<HTMLTemplateElement>(':scope > template[slot=card]') ?? undefined;
    if (this.#markup) void this.#template.load();
    if (changed.has('keep')) this.view = (this.keep && keptBoardView(this.keep)) || this.view;
    if (this.lanePath !== undefined) void this.#lanes.load();
    if (this.view.filters?.length) void this.#tools.load();
    this.#reading.update();
    this.#input.hands?.check();
    this.#focus.bring();
  }

  protected override updated(): void {
    if (this.#sizes.measureNew()) queueMicrotask(() => this.requestUpdate());
    else for (const column of this.columns) column.cell().holdStill();
    this.laning?.measured();
    this.#focus.take();
    if (!this.shown) return;
    for (const part of [this.#input, this.#tools, this.#absence]) part.prefetch();
  }

  protected override render(): TemplateResult {
    const { failed, asking, shown } = this.#reading;
    if (shown && !failed) return this.#renderBoard(shown);
    const isReady = failed || asking.status === 'ready';
    if (!isReady && !asking.isSlow) return html``;
    void this.#absence.load();
    const absence = this.#absence.value;
    if (!absence) return html``;
    if (!isReady) return absence.loading();
    if (failed) return absence.failure(failed.error, () => this.#reading.retry());
    return absence.noPipeline(this.pipeline !== undefined);
  }

  #renderBoard(pipeline: Pipeline): TemplateResult {
    const { say, locale } = this;
    const input = this.#input;
    const { hands } = input;
    const open = this.stages.filter(({ stage }) => stage.type === 'open');
    const firstOpen = this.source.create && open.find(({ isFolded, isHidden }) => !isFolded && !isHidden);
    const tools = this.#tools.value;
    const isWithout = input.isWithoutHands || this.#parts.some(({ status }) => status === 'error');
    return html`
      <section class="board" role="region" aria-labelledby="name" aria-describedby="how-to">
        ${topView(
          {
            name: pipeline.name,
            headingLevel: this.headingLevel,
            sums: sumsView(
              open.flatMap((column) => this.#reading.totalsOf(column) ?? []),
              locale,
              say,
            ),
            onAdd: firstOpen ? (event) => input.add(firstOpen, event) : undefined,
          },
          say,
        )}
        <div class="tools">${tools?.render()}${tools?.stages()}${isWithout ? laterFailure(locale, this.#again) : nothing}</div>
        <div
          class="columns ${this.laning ? 'laned' : ''} ${hands?.pointer.isDragging ? 'dragging' : ''}" part="columns" .style=${styled(columnWidths(this.columns))}
          @pointerenter=${input.reach} @pointerdown=${input.onPointerDown} @touchmove=${input.onTouchMove} @contextmenu=${input.onContextMenu}
          @click=${input.onClick} @focusin=${input.onFocus} @keydown=${input.onKeydown} @scroll=${this.#onScroll}
        >
          ${this.#renderColumns()}
        </div>
      </section>
      ${hands?.render()}<slot name="card" @slotchange=${() => this.requestUpdate()}></slot>
      <div class="unseen" role="status">${this.announced.polite}</div>
      <div class="unseen" role="alert">${this.announced.assertive}</div>
    `;
  }

  #renderColumns(): unknown {
    const { locale, say, laning } = this;
    // What is on its way would throw all cards about when it comes.
    if (this.#parts.some(({ status }) => status === 'loading')) return nothing;
    if (laning)
      return laning.render({ headOf: (column) => this.#headOf(column), contentOf: (cell) => this.#cellOf(cell) });
    return repeat(
      this.columns,
      ({ stage }) => stage.id,
      (column) => columnView(this.#headOf(column), this.#cellOf(column.cell()), locale, say),
    );
  }

  #headOf(column: BoardColumn): HeadContent {
    const input = this.#input;
    const { stage } = column;
    if (stage.rules?.limit ?? stage.rules?.amountLimit) void this.#limits.load();
    return {
      column,
      limits: this.#limits.value,
      totals: this.#reading.totalsOf(column),
      headingLevel: this.columnLevel,
      onAdd: stage.type === 'open' && this.source.create ? (event) => input.add(column, event) : undefined,
      onMenu: (event) => input.openColumnMenu(column, event),
      onUnfold: () => this.arrange({ folded: this.view.folded?.filter((id) => id !== stage.id) }),
    };
  }

  #cellOf(cell: BoardCell): CellContent {
    const { hands } = this.#input;
    const { columns, selected } = this;
    return {
      cell,
      handling: hands?.at(cell),
      pinned: [this.#focus.wanted, ...(hands?.pinned ?? [])],
      selected,
      contentOf: (row) => this.contentOf(row, cell.stage),
      isStart: cell.column === columns[0] && columns.every((each) => each.isEmpty),
      isFiltered: this.asked !== undefined,
      onScroll: () => {
        if (cell.scrolled()) this.requestUpdate();
      },
    };
  }

  readonly #onScroll = (): void => {
    this.laning?.scrolled();
    this.#tools.value?.scrolled();
  };

  /** What the cards cannot be drawn without, as the page or somebody wants them. */
  get #parts(): readonly Later<unknown>[] {
    return [...(this.lanePath === undefined ? [] : [this.#lanes]), ...(this.#markup ? [this.#template] : [])];
  }

  /** Tries again to fetch what could not be fetched. */
  readonly #again = (): void => {
    void this.#input.reach();
    for (const part of this.#parts) part.retry();
  };

  /** An update is complete when what was asked of the hands meanwhile can be done. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#input.settled;
    return isComplete && !this.isUpdatePending;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-pipeline-board': KithPipelineBoard;
  }
}
