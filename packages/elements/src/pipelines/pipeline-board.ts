import type { Deal, Id, Pipeline, Result, User } from '@kith/core';
import { type Command, companies, deals, pipelines, type TallyGroup, type TallyQuery, users } from '@kith/store';
import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { repeat } from 'lit/directives/repeat.js';
import { type CommandNotes, NavigateEvent } from '../base/command-event.js';
import { KithElement } from '../base/element.js';
import { Later } from '../base/later.js';
import { Live } from '../base/live.js';
import { Lookup } from '../base/lookup.js';
import { problemOf, problemText } from '../base/problem-text.js';
import { baseStyles } from '../base/styles.js';
import type { Urgency } from '../base/ui.js';
import { avatarStyles } from '../parts/avatar.js';
import { plainButtonStyles } from '../parts/button.styles.js';
import { countStyles } from '../parts/count.styles.js';
import { hueStyles } from '../parts/hue.styles.js';
import { icon, iconStyles } from '../parts/icon.js';
import { alert, board, plus } from '../parts/icons.js';
import { laterFailure } from '../parts/later-failure.js';
import { emptyState, stateStyles } from '../parts/states.js';
import { tagStyles } from '../parts/tag.js';
import { boardStyles } from './board.styles.js';
import { BoardColumn } from './board-column.js';
import { loadingBoard, sumsView } from './board-frame.js';
import { type CardContent, cardStyles } from './card.js';
import { CardSizes } from './card-sizes.js';
import { type ColumnTotals, columnTotals } from './column-totals.js';
import { columnStyles, columnView } from './column-view.js';
import { Early } from './early.js';
import type { Hands } from './hands.js';
import { type BoardSentences, boardMessages } from './messages.js';
import { stagePieStyles } from './stage-pie.js';

/** The keys that are the board's when the focus is on a card. */
const KEYS = /^(Arrow\w+|Home|End|Page\w+|m)$/i;

/**
 * The deals of a pipeline, stage by stage. Cards move by dragging (mouse, pen, or a finger that rests on one), by the
 * menu on each card, and by keys; all three send the same command, and a stage that does not take a deal says why. Only
 * the cards in sight are drawn, so a hundred thousand are as quick as a hundred.
 *
 * It takes most of the window's height, and columns scroll by themselves; give it a `height` to fit another layout.
 *
 * @slot actions - Further buttons at the end of the head.
 * @event {CommandEvent} kith-command - A wish to move or add a deal.
 * @event {NavigateEvent} kith-navigate - A card was chosen: `kind` is `deal`, `id` its id.
 * @csspart head - The line with the pipeline's name and sums.
 * @csspart columns - The part that scrolls sideways.
 */
export class KithPipelineBoard extends KithElement {
  static override readonly tag = 'pipeline-board';
  static override styles = [
    baseStyles,
    iconStyles,
    plainButtonStyles,
    hueStyles,
    tagStyles,
    countStyles,
    avatarStyles,
    stateStyles,
    stagePieStyles,
    cardStyles,
    columnStyles,
    boardStyles,
  ];

  readonly #named = new Live(this, () => (this.pipeline ? pipelines.byId(this.pipeline as Id<'pipeline'>) : undefined));
  readonly #all = new Live(this, () => (this.pipeline ? undefined : pipelines.all()));
  readonly #expected = new Live(this, () => this.#ask(deals.totals));
  readonly #won = new Live(this, () => this.#ask(deals.wonTotals));
  readonly #users = new Live(this, () => users.all());
  readonly #companies = new Lookup(this, companies.byId);
  readonly #hands = new Later(this, async () => new (await import('./hands.js')).Hands(this));
  readonly #early = new Early();
  readonly #sizes = new CardSizes(this);
  #columnsOf: Id<'pipeline'> | undefined;
  #focusNext: string | undefined;
  /** Done when the hands that somebody asked for are there. */
  #reaching: Promise<unknown> | undefined;
  #usersById: ReadonlyMap<string, User> = new Map();
  #usersFrom: unknown;

  /** The columns, in the order of the pipeline's stages. @internal */
  columns: readonly BoardColumn[] = [];

  /** Whether somebody wanted to do something, and what does it could not be fetched. */
  @state() private isWithoutHands = false;

  @state() private announced: Readonly<Record<Urgency, string>> = { polite: '', assertive: '' };

  /** The id of the pipeline; the first one by name when left out. */
  @property() pipeline: string | undefined;

  /** The level of the board's heading in the page; the columns' headings are one below it. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** What the pipeline's deals are expected to bring. @internal */
  get expected(): readonly TallyGroup[] {
    return this.#expected.value ?? [];
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

  /** The section a column is drawn in. @internal */
  elementOf(column: BoardColumn): HTMLElement | undefined {
    return (
      column.scroller?.closest<HTMLElement>('.column') ?? this.#find(`[data-stage="${CSS.escape(column.stage.id)}"]`)
    );
  }

  /** The deal a card shows. @internal */
  dealOf(card: Element): { readonly deal: Deal; readonly column: BoardColumn } | undefined {
    const id = card.closest<HTMLElement>('[data-deal]')?.dataset.deal;
    const column = this.#columnOf(id);
    const deal = column?.rows[column.indexOf(id)];
    return deal && column && { deal, column };
  }

  /** Brings a deal's card into sight and puts the focus on it. */
  focusDeal(id: string): void {
    this.#focusNext = id;
    this.requestUpdate();
  }

  /** What a deal's card shows. @internal */
  contentOf(deal: Deal, column: BoardColumn): CardContent {
    const company = this.#companies.get(deal.companyId)?.name;
    const owner = deal.ownerId && this.#usersById.get(deal.ownerId)?.name;
    return { deal, stage: column.stage, company, owner };
  }

  protected override willUpdate(): void {
    const pipeline = this.#pipeline;
    if (pipeline?.id !== this.#columnsOf) {
      for (const column of this.columns) column.deals.dispose();
      this.columns = [];
      this.#columnsOf = pipeline?.id;
    }
    if (pipeline) {
      const known = new Map(this.columns.map((column) => [column.stage.id, column]));
      const stays = pipeline.stages.map((stage) => {
        const column = known.get(stage.id) ?? new BoardColumn(this, pipeline.id, stage);
        known.delete(stage.id);
        column.stage = stage;
        return column;
      });
      for (const gone of known.values()) gone.deals.dispose();
      this.columns = stays;
    }
    this.#bringFocus();
    if (this.#usersFrom !== this.#users.value) {
      this.#usersFrom = this.#users.value;
      this.#usersById = new Map(this.#users.value?.map((user) => [user.id, user]));
    }
  }

  protected override updated(): void {
    if (this.#sizes.measureNew()) queueMicrotask(() => this.requestUpdate());
    else for (const column of this.columns) column.holdStill();
    this.#focusNow();
    if (this.#pipeline) this.#hands.prefetch();
  }

  protected override render(): TemplateResult {
    const failed = this.#reads.find((each) => each.status === 'error');
    if (failed) return this.#renderFailure(failed);
    const pipeline = this.#pipeline;
    if (pipeline) return this.#renderBoard(pipeline);
    const asked = this.pipeline ? this.#named : this.#all;
    if (asked.status === 'ready')
      return emptyState(
        this.pipeline
          ? { icon: alert, title: this.#say.unknownPipeline, text: this.#say.unknownPipelineHow }
          : { icon: board, title: this.#say.noPipeline, text: this.#say.noPipelineHow },
      );
    return asked.isSlow ? loadingBoard(this.#say) : html``;
  }

  #renderBoard(pipeline: Pipeline): TemplateResult {
    const say = this.#say;
    const firstOpen = this.columns.find((column) => column.stage.type === 'open');
    const hands = this.#hands.value;
    return html`
      <section class="board" role="region" aria-labelledby="name" aria-describedby="how-to">
        <header class="top" part="head">
          <span class="top-name" id="name" role="heading" aria-level=${this.headingLevel}><bdi>${pipeline.name}</bdi></span>
          <span class="grow"></span>
          ${sumsView(this.#openTotals(), this.locale, say)}
          <div class="top-actions">
            <slot name="actions"></slot>
            ${firstOpen ? html`<button type="button" class="button primary" @click=${(event: Event) => this.#add(firstOpen, event)}>${icon(plus)}${say.newDeal}</button>` : nothing}
          </div>
        </header>
        ${this.isWithoutHands ? laterFailure(this.locale, this.#reach) : nothing}
        <div
          class="columns ${hands?.pointer.isDragging ? 'dragging' : ''}" part="columns"
          @pointerenter=${this.#reach} @pointerdown=${this.#onPointerDown} @touchmove=${this.#onTouchMove} @contextmenu=${this.#onContextMenu}
          @click=${this.#onClick} @focusin=${this.#onFocus} @keydown=${this.#onKeydown}
        >
          ${repeat(
            this.columns,
            (column) => column.stage.id,
            (column) => this.#renderColumn(column, pipeline),
          )}
        </div>
      </section>
      ${hands?.render()}
      <div class="unseen" role="status">${this.announced.polite}</div>
      <div class="unseen" role="alert">${this.announced.assertive}</div>
    `;
  }

  #renderColumn(column: BoardColumn, pipeline: Pipeline): TemplateResult {
    const hands = this.#hands.value;
    return columnView(
      {
        column,
        totals: this.#totalsOf(column),
        headingLevel: this.headingLevel + 1,
        handling: hands?.at(column, pipeline.id),
        pinned: [this.#focusNext, ...(hands?.pinned ?? [])],
        contentOf: (deal) => this.contentOf(deal, column),
        isStart: column === this.columns[0] && this.columns.every((each) => each.isEmpty),
        onAdd: column.stage.type === 'open' ? (event) => this.#add(column, event) : undefined,
        onScroll: () => {
          if (column.scrolled()) this.requestUpdate();
        },
      },
      this.locale,
      this.#say,
    );
  }

  #renderFailure({ error }: { readonly error: unknown }): TemplateResult {
    const retry = (): void => {
      for (const each of this.#reads) if (each.status === 'error') each.retry();
    };
    return emptyState({
      icon: alert,
      title: this.#say.failed,
      text: problemText(problemOf(error), this.locale),
      action: html`<button type="button" class="button" @click=${retry}>${this.#say.tryAgain}</button>`,
    });
  }

  /** What the board cannot be drawn without. */
  get #reads(): readonly { readonly status: string; readonly error: unknown; retry(): void }[] {
    return [this.#named, this.#all, this.#expected, this.#won, ...this.columns.map((column) => column.deals)];
  }

  get #say(): BoardSentences {
    return this.sentences(boardMessages);
  }

  get #pipeline(): Pipeline | undefined {
    return this.pipeline ? this.#named.value : this.#all.value?.[0];
  }

  #ask(tally: (id: Id<'pipeline'>) => TallyQuery): TallyQuery | undefined {
    const pipeline = this.#pipeline;
    return pipeline && tally(pipeline.id);
  }

  #totalsOf(column: BoardColumn): ColumnTotals | undefined {
    const { value: expected } = this.#expected;
    const { value: won } = this.#won;
    return expected && won && columnTotals(column.stage, expected, won);
  }

  #openTotals(): readonly ColumnTotals[] {
    return this.columns
      .filter((column) => column.stage.type === 'open')
      .flatMap((column) => this.#totalsOf(column) ?? []);
  }

  #find(selector: string): HTMLElement | undefined {
    return this.renderRoot.querySelector<HTMLElement>(selector) ?? undefined;
  }

  /** Sees to it that the card to focus is drawn, and in sight. */
  #bringFocus(): void {
    const column = this.#columnOf(this.#focusNext);
    if (!column) return;
    column.activeId = this.#focusNext as Id<'deal'>;
    column.reveal(column.indexOf(this.#focusNext));
  }

  #focusNow(): void {
    const column = this.#columnOf(this.#focusNext);
    const title = column && this.#find(`[data-deal="${CSS.escape(this.#focusNext ?? '')}"] .card-title`);
    if (!title) return;
    this.#focusNext = undefined;
    title.focus({ preventScroll: true });
    this.elementOf(column)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }

  #columnOf(id: string | undefined): BoardColumn | undefined {
    return this.columns.find((column) => column.indexOf(id) >= 0);
  }

  /** Fetches the hands, unless they are there. */
  readonly #reach = async (): Promise<Hands | undefined> => {
    if (this.#hands.value) return this.#hands.value;
    const reaching = this.#hands.load();
    this.#reaching = reaching;
    const hands = await reaching;
    if (hands) this.isWithoutHands = false;
    return hands;
  };

  /** Does something with the hands as soon as they are there; says so when they cannot be had. */
  async #use(use: (hands: Hands) => unknown): Promise<void> {
    const hands = await this.#reach();
    if (hands) {
      await use(hands);
      return;
    }
    this.isWithoutHands = true;
    this.#early.take();
  }

  /** An update is complete when what was asked of the hands meanwhile can be done. */
  protected override async getUpdateComplete(): Promise<boolean> {
    const isComplete = await super.getUpdateComplete();
    await this.#reaching;
    return isComplete && !this.isUpdatePending;
  }

  #add(column: BoardColumn, event: Event): void {
    const opener = event.currentTarget as HTMLElement;
    void this.#use((hands) => hands.add(column, opener));
  }

  readonly #onClick = (event: Event): void => {
    const target = event.target as Element;
    const found = this.dealOf(target);
    if (!found) return;
    if (target.closest('.card-menu')) void this.#use((hands) => hands.openMenu(found.deal, found.column));
    else if (target.closest('.card-title')) this.dispatchEvent(new NavigateEvent('deal', found.deal.id));
  };

  readonly #onFocus = (event: Event): void => {
    void this.#reach();
    const found = this.dealOf(event.target as Element);
    if (!found || found.column.activeId === found.deal.id) return;
    found.column.activeId = found.deal.id;
    this.requestUpdate();
  };

  readonly #onPointerDown = (event: PointerEvent): void => {
    const target = event.target as Element;
    if (this.#hands.value) this.#hands.value.pointer.press(event, target);
    else if (target.closest('.card')) this.#keep(event);
  };

  /** Not passive, so that the page does not scroll with a card that a finger carries. */
  readonly #onTouchMove = {
    passive: false,
    handleEvent: (event: TouchEvent): void => this.#hands.value?.pointer.onTouchMove(event),
  };

  readonly #onContextMenu = (event: MouseEvent): void => this.#hands.value?.pointer.onContextMenu(event);

  readonly #onKeydown = (event: KeyboardEvent): void => {
    if (this.#hands.value) {
      this.#hands.value.onKeydown(event);
      return;
    }
    const target = event.target as Element;
    // The space bar belongs to a button, unless it is the title of a card.
    const isOurs = event.key === ' ' ? target.matches('.card-title') : KEYS.test(event.key) && this.dealOf(target);
    if (!isOurs || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    event.stopPropagation();
    this.#keep(event);
  };

  #keep(event: PointerEvent | KeyboardEvent): void {
    this.#early.keep(event);
    void this.#use((hands) => hands.catchUp(this.#early.take()));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    'kith-pipeline-board': KithPipelineBoard;
  }
}
