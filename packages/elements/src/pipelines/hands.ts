import type { Deal, Id } from '@kith/core';
import { html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { sentencesIn } from '../base/locale.js';
import { problemText } from '../base/problem-text.js';
import { fieldStyles } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { lock } from '../parts/icons.js';
import { Menu, menuStyles } from '../parts/menu.js';
import { overlayStyles } from '../parts/overlay.js';
import type { BoardColumn } from './board-column.js';
import { onBoardKeydown } from './board-keys.js';
import { type CardContent, cardView } from './card.js';
import type { Handling } from './column-view.js';
import type { EarlyEvent } from './early.js';
import { type HandsSentences, handsMessages } from './hands.messages.js';
import { handsStyles } from './hands.styles.js';
import { Lifting, type Verdicts } from './lifting.js';
import { boardMessages } from './messages.js';
import { moveMenu } from './move-menu.js';
import { type PointerHost, PointerLift } from './pointer-lift.js';
import { QuickAdd, type QuickAddHost, quickAddStyles } from './quick-add.js';

/** What hands need of the board. */
export interface HandsHost extends PointerHost, QuickAddHost {
  contentOf(deal: Deal, column: BoardColumn): CardContent;
}

/**
 * All that a person does to a board: dragging, the menu on each card, keys, and the form for a new deal. It is fetched
 * apart from what the board shows, and brings its looks.
 */
export class Hands {
  readonly #host: HandsHost;
  readonly #menu: Menu;
  readonly #quickAdd: QuickAdd;
  readonly #lifting: Lifting;
  readonly #pointer: PointerLift;

  constructor(host: HandsHost) {
    this.#host = host;
    this.#menu = new Menu(host);
    this.#quickAdd = new QuickAdd(host);
    this.#lifting = new Lifting(host);
    this.#pointer = new PointerLift(host, this.#lifting);
    addStyles(host, fieldStyles, overlayStyles, menuStyles, quickAddStyles, handsStyles);
  }

  /** The pointer, for what begins on the board and goes on anywhere. */
  get pointer(): PointerLift {
    return this.#pointer;
  }

  /** Does what was done before there were hands; each key goes where the one before it has put the focus. */
  async catchUp(events: readonly EarlyEvent[]): Promise<void> {
    for (const { event, target } of events) {
      if (event instanceof KeyboardEvent) {
        await this.#host.updateComplete;
        const again = new KeyboardEvent('keydown', { key: event.key, bubbles: true, composed: true, cancelable: true });
        (this.#host.renderRoot as ShadowRoot).activeElement?.dispatchEvent(again);
      } else if (event.type === 'pointerdown') this.#pointer.press(event, target);
      else this.#pointer.follow(event);
    }
  }

  /** The cards that must stay in the document, whatever is in sight. */
  get pinned(): readonly (string | undefined)[] {
    return [this.#lifting.current?.deal.id, this.#pointer.ghost?.id];
  }

  /** What is being done at a column. */
  at(column: BoardColumn, pipelineId: Id<'pipeline'>): Handling {
    const { current, refusal } = this.#lifting;
    const isTarget = current?.target?.column === column && !this.#lifting.isAtHome;
    const problem = current
      ? this.#lifting.refusalAt(column)
      : refusal?.stageId === column.stage.id
        ? refusal.problem
        : undefined;
    const hole =
      isTarget && !problem && current.target ? { before: current.target.before, height: current.height } : undefined;
    const isByKeys = current?.by === 'keys';
    return {
      hole,
      inHole: isByKeys && hole ? this.#carried(current.deal, column) : undefined,
      look: problem ? (current ? 'refused' : '') : isTarget ? 'valid' : '',
      reason: problem
        ? html`<p class="reason icon-small">${icon(lock)}<span>${problemText(problem, this.#host.locale)}</span></p>`
        : undefined,
      source: current && { id: current.deal.id, look: isByKeys ? 'source held' : 'source' },
      quickAdd: this.#quickAdd.render(column, pipelineId),
    };
  }

  /** The card that follows the pointer, in the top layer; the menu; and how keys are used. */
  render(): TemplateResult {
    const deal = this.#pointer.ghost;
    const column = this.#lifting.current?.from ?? this.#host.columns.find((each) => each.stage.id === deal?.stageId);
    return html`
      ${deal && column ? html`<div class="ghost" popover="manual" aria-hidden="true"><div class="card" inert>${this.#card(deal, column)}</div></div>` : nothing}
      ${this.#menu.render()}
      <p class="unseen" id="how-to">${this.#say.howTo}</p>
    `;
  }

  /** Opens the form for a new deal at the end of a column. */
  add(column: BoardColumn, opener: HTMLElement): void {
    void this.#quickAdd.open(column, opener);
  }

  /** Opens the menu of moves at a deal's card. */
  openMenu(deal: Deal, column: BoardColumn): void {
    const { columns, locale, renderRoot } = this.#host;
    const anchor = renderRoot.querySelector<HTMLElement>(`[data-deal="${CSS.escape(deal.id)}"] .card-menu`);
    if (!anchor) return;
    const move = (to: BoardColumn, before: number): void => void this.#moveByMenu(deal, to, before);
    const groups = (verdicts: Verdicts) => moveMenu({ deal, column, columns, verdicts, move }, locale, this.#say);
    void this.#menu.open(anchor, sentencesIn(boardMessages, locale).moveDeal(deal.name), groups(new Map()));
    void this.#lifting.verdictsFor(deal).then((verdicts) => this.#menu.update(groups(verdicts)));
  }

  /** Scrolls to where a lifted card is aimed at. */
  revealTarget(): void {
    const target = this.#lifting.current?.target;
    if (!target) return;
    target.column.reveal(Math.min(target.before, target.column.rows.length - 1));
    this.#host.elementOf(target.column)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  /** A key that was pressed anywhere in the columns. */
  onKeydown(event: KeyboardEvent): void {
    this.#lifting.clearRefusal();
    onBoardKeydown(event, this.#host, this.#lifting, this);
  }

  get #say(): HandsSentences {
    return sentencesIn(handsMessages, this.#host.locale);
  }

  async #moveByMenu(deal: Deal, to: BoardColumn, before: number): Promise<void> {
    await this.#lifting.move(deal, to, before);
    this.#host.focusDeal(deal.id);
  }

  /** The lifted card itself, where keys carry it. */
  #carried(deal: Deal, column: BoardColumn): TemplateResult {
    return html`<div class="card carried" inert>${this.#card(deal, column)}</div>`;
  }

  #card(deal: Deal, column: BoardColumn): TemplateResult {
    const { locale } = this.#host;
    return cardView(this.#host.contentOf(deal, column), false, locale, sentencesIn(boardMessages, locale));
  }
}
