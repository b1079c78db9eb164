import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { fieldStyles } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { lock } from '../parts/icons/barred.js';
import { warning } from '../parts/icons/shown.js';
import { Menu, menuStyles } from '../parts/menu.js';
import { overlayStyles } from '../parts/overlay.js';
import { spinnerStyles } from '../parts/spinner.styles.js';
import type { BoardCell, BoardColumn } from './board-column.js';
import type { BoardHost } from './board-host.js';
import { onBoardKeydown } from './board-keys.js';
import { elementOf } from './board-places.js';
import type { BoardRow } from './board-source.js';
import { cardView } from './card.js';
import type { Handling } from './cell-view.js';
import { columnMenu } from './column-menu.js';
import { ColumnOrder, columnOrderStyles } from './column-order.js';
import type { EarlyEvent } from './early.js';
import { FollowCard } from './follow-card.js';
import { type HandsSentences, handsMessages } from './hands.messages.js';
import { handsStyles } from './hands.styles.js';
import { Lifting, type Verdicts } from './lifting.js';
import { type CardMove, moveMenu } from './move-menu.js';
import { type MoveOutcome, type MoveTo, moveTo } from './move-to.js';
import { type Moved, Moving, type Target } from './moving.js';
import { PointerLift } from './pointer-lift.js';
import { QuickAdd, quickAddStyles } from './quick-add.js';
import { Selecting } from './selecting.js';

/**
 * All that a person does to a board: dragging, the menu on each card, keys, choosing several cards, and the form for a
 * new one. It is fetched apart from what the board shows, and brings its looks.
 */
export class Hands {
  /** What is chosen, and how it comes about. */
  readonly selecting: Selecting;
  /** Whether a key is pressed once more that had come too early. */
  isPressing = false;
  readonly #host: BoardHost;
  readonly #menu: Menu;
  readonly #quickAdd: QuickAdd;
  readonly #moving: Moving;
  readonly #lifting: Lifting;
  readonly #pointer: PointerLift;
  readonly #order: ColumnOrder;

  constructor(host: BoardHost) {
    this.#host = host;
    this.#menu = new Menu(host);
    this.#quickAdd = new QuickAdd(host);
    this.#moving = new Moving(host);
    this.#lifting = new Lifting(host, this.#moving);
    this.selecting = new Selecting(host);
    this.#pointer = new PointerLift(host, this.#lifting, (row) => this.selecting.along(row));
    this.#order = new ColumnOrder(host);
    new FollowCard(host);
    addStyles(
      host,
      fieldStyles,
      overlayStyles,
      menuStyles,
      spinnerStyles,
      quickAddStyles,
      handsStyles,
      columnOrderStyles,
    );
  }

  /** The pointer, for what begins on the board and goes on anywhere. */
  get pointer(): PointerLift {
    return this.#pointer;
  }

  /** A pointer was put down on something of the board. */
  press(event: PointerEvent, target: Element): void {
    this.#pointer.press(event, target);
    this.#order.press(event, target);
  }

  /**
   * Does what was done before there were hands. Each key goes where the one before it has put the focus, or to the card
   * that somebody had gone to meanwhile.
   */
  async catchUp(events: readonly EarlyEvent[]): Promise<void> {
    let before: Element | undefined;
    for (const { event, target } of events) {
      if (event instanceof KeyboardEvent) {
        await this.#host.updateComplete;
        if (target !== before && target instanceof HTMLElement) target.focus({ preventScroll: true });
        before = target;
        const { key, ctrlKey, shiftKey } = event;
        const how = { key, ctrlKey, shiftKey, bubbles: true, composed: true, cancelable: true };
        const again = new KeyboardEvent('keydown', how);
        this.isPressing = true;
        (this.#host.renderRoot as ShadowRoot).activeElement?.dispatchEvent(again);
        this.isPressing = false;
      } else if (event.type === 'pointerdown') this.press(event, target);
      else this.#pointer.follow(event);
    }
  }

  /** The board is about to be drawn: what is in the air may have gone. */
  check(): void {
    this.#lifting.check();
    this.selecting.check();
  }

  /** The cards that must stay in the document, whatever is in sight. */
  get pinned(): readonly (string | undefined)[] {
    return [this.#lifting.current?.row.id, this.#pointer.ghost?.id];
  }

  /** What is being done at a cell. */
  at(cell: BoardCell): Handling {
    const { current } = this.#lifting;
    const { column, stage } = cell;
    const isTarget = current?.target?.cell === cell && !this.#lifting.isAtHome;
    const isTargetStage = current?.target?.cell.column === column && !this.#lifting.isAtHome;
    const problem = current ? this.#lifting.refusalAt(column) : undefined;
    const hole =
      isTarget && !problem && current.target ? { before: current.target.before, height: current.height } : undefined;
    const isByKeys = current?.by === 'keys';
    const { isWaiting } = this.#lifting;
    const taken = new Set<string>(current?.rows.map(({ id }) => id));
    const { waiting } = this.#moving;
    return {
      hole,
      inHole: hole && current && (isByKeys || isWaiting) ? this.#carried(current.row, stage, isWaiting) : undefined,
      look: problem ? 'refused' : isTargetStage ? 'valid' : '',
      reason: this.#reasonAt(column, isTargetStage),
      lookOf: (id) => (taken.has(id) ? (isByKeys ? 'source held' : 'source') : waiting.has(id) ? 'waiting' : ''),
      quickAdd: this.#quickAdd.render(cell),
    };
  }

  /** The card that follows the pointer, in the top layer; the menu; and how keys are used. */
  render(): TemplateResult {
    const row = this.#pointer.ghost;
    const stage = row && this.#host.columns.find((each) => each.stage.id === row.stageId)?.stage;
    const count = this.#lifting.current?.rows.length ?? 1;
    return html`
      ${
        row && stage
          ? html`<div class="ghost ${count > 1 ? 'many' : ''}" popover="manual" aria-hidden="true"><div class="card" inert>${this.#card(row, stage)}</div>${count > 1 ? html`<span class="ghost-count number">${this.#host.locale.format.number(count)}</span>` : nothing}</div>`
          : nothing
      }
      ${this.selecting.render((anchor) => this.openMenuOfSelected(anchor))}
      ${this.#menu.render()}
      <p class="unseen" id="how-to">${this.#say.howTo}</p>
    `;
  }

  /** Opens the form for a new card at the end of a cell. */
  add(cell: BoardCell, opener: HTMLElement): void {
    void this.#quickAdd.open(cell, opener);
  }

  /** Opens the menu of moves at a card; of all that are chosen, where it is one of them. */
  openMenu(row: BoardRow): void {
    const anchor = this.#host.renderRoot.querySelector<HTMLElement>(`[data-card="${CSS.escape(row.id)}"] .card-menu`);
    if (anchor) this.#openMenu(anchor, this.selecting.along(row));
  }

  /** Opens the menu of moves of all that are chosen. */
  openMenuOfSelected(anchor: HTMLElement): void {
    this.#openMenu(anchor, this.selecting.rows);
  }

  /** Opens the menu of a column. */
  openColumnMenu(anchor: HTMLElement, column: BoardColumn): void {
    void this.#menu.open(
      anchor,
      this.#host.say.columnMenu(column.stage.name),
      columnMenu(this.#host, column, { selecting: this.selecting, order: this.#order }, this.#say),
    );
  }

  /** Scrolls to where a lifted card is aimed at. */
  revealTarget(): void {
    const target = this.#lifting.current?.target;
    if (!target) return;
    const { cell, before } = target;
    if (cell.lane !== undefined) this.#host.laning?.reveal(cell.lane);
    cell.reveal(Math.min(before, cell.rows.length - 1));
    elementOf(this.#host, cell.column)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** A key that was pressed anywhere in the columns. */
  onKeydown(event: KeyboardEvent): void {
    this.#lifting.clearRefusal();
    if (this.#order.onKeydown(event)) return;
    onBoardKeydown(event, this.#host, this.#lifting, this);
  }

  /** Moves cards; for a page that asks for it, by `board.move()`. */
  async move(rows: readonly BoardRow[], target: Target): Promise<Moved> {
    const moved = await this.#lifting.move(rows, target);
    if (rows.length > 1) this.#host.choose(moved.refused.map(({ row }) => row.id));
    return moved;
  }

  /** The same by ids. */
  moveTo(ids: readonly string[], to: MoveTo): Promise<MoveOutcome> {
    return moveTo(this.#host, ids, to, (rows, target) => this.move(rows, target));
  }

  get #say(): HandsSentences {
    return sentencesIn(handsMessages, this.#host.locale);
  }

  /** Why a stage takes nothing, or what has to be said though it does. */
  #reasonAt(column: BoardColumn, isTarget: boolean): TemplateResult | undefined {
    const { locale } = this.#host;
    const { current, refusal } = this.#lifting;
    if (current) {
      const problem = this.#lifting.refusalAt(column);
      if (problem) return reason(html`${problemText(problem, locale)}`);
      const warned = isTarget ? this.#lifting.warningAt(column) : undefined;
      return warned
        ? html`<p class="reason icon-small" data-tone="warning">${icon(warning)}<span>${warned}</span></p>`
        : undefined;
    }
    if (refusal?.stageId !== column.stage.id) return undefined;
    const { refused } = refusal.moved;
    const [first] = refused;
    if (refusal.of === 1 || !first) return first && reason(html`${problemText(first.problem, locale)}`);
    return reason(html`
      ${this.#say.stay(refused.length, refusal.of)}
      ${refused.slice(0, 3).map(({ row, problem }) => html`<span class="reason-of"><bdi>${this.#host.titleOf(row)}</bdi>: ${problemText(problem, locale)}</span>`)}
    `);
  }

  #openMenu(anchor: HTMLElement, rows: readonly BoardRow[]): void {
    const [row] = rows;
    const place = row && this.#host.find(row.id);
    if (!row || !place) return;
    const move: CardMove = (cell, before) => void this.#moveByMenu(rows, { cell, before });
    const groups = (verdicts: Verdicts) =>
      moveMenu({ rows, cell: place.cell, verdicts, move, selecting: this.selecting }, this.#host, this.#say);
    const label =
      rows.length > 1 ? this.#say.moveSelected(rows.length) : this.#host.say.moveDeal(this.#host.titleOf(row));
    void this.#menu.open(anchor, label, groups(new Map()), this.#lifting.verdictsFor(rows).then(groups));
  }

  async #moveByMenu(rows: readonly BoardRow[], target: Target): Promise<void> {
    await this.move(rows, target);
    const [row] = rows;
    if (row) this.#host.focusCard(row.id);
  }

  /** The lifted card itself, where keys carry it, or where it waits. */
  #carried(row: BoardRow, stage: BoardCell['stage'], isWaiting: boolean): TemplateResult {
    return html`<div class="card carried" inert>${this.#card(row, stage, isWaiting)}</div>`;
  }

  #card(row: BoardRow, stage: BoardCell['stage'], isWaiting = false): TemplateResult {
    const { locale, say } = this.#host;
    const state = { isActive: false, isSelected: false, isWaiting };
    return cardView(this.#host.contentOf(row, stage), state, locale, say);
  }
}

const reason = (text: TemplateResult): TemplateResult =>
  html`<div class="reason icon-small">${icon(lock)}<span>${text}</span></div>`;
