import type { Filter, Result } from '@kith/core';
import type { Field, FieldRegistry } from '@kith/core/fields';
import type { Command } from '@kith/store';
import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { addStyles } from '../base/add-styles.js';
import type { CommandNotes } from '../base/command-event.js';
import { KithElement } from '../base/element.js';
import { labelOf } from '../base/label-of.js';
import { Later } from '../base/later.js';
import { NarrowerThan } from '../base/narrower-than.js';
import { styled } from '../base/styled.js';
import type { Ui } from '../base/ui.js';
import { avatarStyles } from '../parts/avatar.js';
import { badgeStyles } from '../parts/badge.js';
import { plainButtonStyles } from '../parts/button.styles.js';
import { hueStyles } from '../parts/hue.styles.js';
import { iconStyles } from '../parts/icon.js';
import { searchFieldStyles } from '../parts/search-field.js';
import { tagStyles } from '../parts/tag.js';
import { waitingStyles } from '../parts/waiting.js';
import { type Column, columnsOnce } from './columns.js';
import { Cursor } from './cursor.js';
import { EarlyHands } from './early-hands.js';
import { bodyView, columnWidths, type GridContent, headView, waitingRows } from './grid-view.js';
import { keepView, keptView } from './kept-view.js';
import { listStyles } from './list.styles.js';
import { barView, footView } from './list-frame.js';
import type { ListHost } from './list-host.js';
import { ListRows, type RowsAsked } from './list-rows.js';
import type { ListTools } from './list-tools.js';
import { type ListView, ListViewEvent, type NamedView } from './list-view.js';
import { type ListSentences, listMessages } from './messages.js';
import { References } from './references.js';
import { type KindWords, registryOf, wordsOf } from './registry-of.js';
import { rowsAsked } from './rows-asked.js';
import { isSelected, NOTHING_SELECTED, type Selection, selectedCount } from './selection.js';
import { SelectionEvent } from './selection-event.js';
import { builtInSources, type ListSource } from './source.js';
import { Viewport } from './viewport.js';

/** Up to this width, in pixels, rows are cards. */
const NARROW = 600.5;

/**
 * The rows of one kind of entity in a grid: sorted, filtered, grouped, chosen and changed in their place. Only the rows
 * in sight are read and drawn, so a hundred thousand are as quick as a hundred. Where it is narrow, rows become cards.
 *
 * Columns come from the field registry, custom fields included. How somebody arranges them is told by
 * `kith-list-view`, and kept in the browser under the name in `keep`.
 *
 * @tag kith-list
 * @slot actions - Further buttons at the end of the head.
 * @slot empty - What to do while there is nothing to list, such as a button that adds or imports.
 * @event {CommandEvent} kith-command - A wish to change rows.
 * @event {NavigateEvent} kith-navigate - A row was opened: its kind and its id.
 * @event {ListViewEvent} kith-list-view - Columns, order, filters or grouping are others now.
 * @event {SelectionEvent} kith-selection - Other rows are chosen now.
 * @cssproperty --kith-row - How high a row is.
 * @cssproperty --kith-cell-x - The room at both sides of what stands in a cell.
 * @csspart bar - Search, filters, grouping and columns.
 * @csspart grid - The part that scrolls.
 * @csspart head - The line of column heads.
 * @csspart body - The rows.
 * @csspart row - One row.
 * @csspart foot - Counts and sums.
 */
export class KithList extends KithElement implements ListHost {
  static override readonly tag: string = 'list';
  static override styles = [
    KithElement.styles,
    iconStyles,
    plainButtonStyles,
    hueStyles,
    avatarStyles,
    badgeStyles,
    tagStyles,
    waitingStyles,
    searchFieldStyles,
    listStyles,
  ];

  /** The rows in sight. @internal */
  readonly rows: ListRows = new ListRows(this, () => this.#asked());
  /** The window they are seen through. @internal */
  readonly viewport: Viewport = new Viewport(this);
  /** Which cell has the focus. @internal */
  readonly cursor: Cursor = new Cursor(this, this.rows, this.viewport);
  /** Names of what rows point at. @internal */
  readonly references: References = new References(this, () =>
    this.shownColumns.some(({ field }) => field.to === 'stage' || field.to === 'pipeline'),
  );
  readonly #narrow = new NarrowerThan(this, NARROW);
  readonly #hands = new Later(this, async () => new (await import('./grid-hands.js')).GridHands(this));
  readonly #early = new EarlyHands(() => this.#hands.load());
  readonly #groupView = new Later(this, async () => {
    const { groupStyles, groupView } = await import('./group-view.js');
    addStyles(this, groupStyles);
    return groupView;
  });
  readonly #absence = new Later(this, async () => {
    const { absenceStyles, absenceView } = await import('./absence.js');
    addStyles(this, absenceStyles);
    return absenceView;
  });
  readonly #tools = new Later(this, async () => new (await import('./list-tools.js')).ListTools(this));
  #announcedCount = -1;
  readonly #columnsOf = columnsOnce();
  #keptAs: string | undefined;

  @state() private announced = '';
  @state() private sought = '';
  /** Which rows are chosen. @internal */
  @state() selection: Selection = NOTHING_SELECTED;
  /** The columns in their order. @internal */
  shownColumns: readonly Column[] = [];

  /** What is listed: `contact`, `company` or `deal`. */
  @property() of: string | undefined;

  /** What is listed, for a kind that a house added: its collection, its columns, how a row is changed. */
  @property({ attribute: false }) source: ListSource | undefined;

  /** The fields of all kinds; Kith's own and those of the store when left out. */
  @property({ attribute: false }) registry: FieldRegistry | undefined;

  /** Paths of the fields in columns at first, in place of those the source names; the one that names a row comes first. */
  @property({ attribute: false }) columns: readonly string[] | undefined;

  /** Columns, order, filters and grouping. */
  @property({ attribute: false }) view: ListView = {};

  /** What holds for every row, whatever somebody filters by; nobody sees it as a filter. */
  @property({ attribute: false }) where: Filter | undefined;

  /** Views that the page offers, beside all rows. */
  @property({ attribute: false }) views: readonly NamedView[] = [];

  /** People may save views: then the store has the collection of `@kith/store/list-views`. */
  @property({ type: Boolean, attribute: 'saves-views' }) savesViews = false;

  /** The name under which this browser keeps the view; without it, it lasts as long as the element. */
  @property() keep: string | undefined;

  /** The heading; the plural of what is listed when left out, none when empty. */
  @property() heading: string | undefined;

  /** The level of the heading in the page. */
  @property({ type: Number, attribute: 'heading-level' }) headingLevel = 2;

  /** What is listed. @internal */
  get shown(): ListSource | undefined {
    return this.source ?? (this.of === undefined ? undefined : builtInSources[this.of]);
  }

  /** The fields of what is listed. @internal */
  get fields(): readonly Field[] {
    const kind = this.shown?.kind;
    return kind === undefined ? [] : this.#registry.fieldsOf(kind);
  }

  /** What it says, in its language. @internal */
  get say(): ListSentences {
    return this.sentences(listMessages);
  }

  /** What is listed, in words. @internal */
  get words(): KindWords {
    return wordsOf(this.#registry, this.shown?.kind ?? '', this.locale);
  }

  /** How many rows are chosen. */
  get selectedCount(): number {
    return selectedCount(this.selection, this.rows.count);
  }

  /** Arranges the list in another way, and tells the page. */
  arrange(changes: ListView): void {
    this.view = { ...this.view, ...changes };
    if (this.keep) keepView(this.keep, this.view);
    this.dispatchEvent(new ListViewEvent(this.view));
  }

  /** Chooses rows. @internal */
  choose(selection: Selection): void {
    this.selection = selection;
    const count = this.selectedCount;
    this.announce(count === 0 ? this.say.noneSelected : this.say.selected(count));
    this.dispatchEvent(new SelectionEvent(selection, count));
  }

  /** Shows only rows in which each word of a text is found. */
  search(text: string): void {
    if (text === this.sought) return;
    this.sought = text;
    this.#startAnew();
  }

  /** Says something to a screen reader, through the app where there is one. @internal */
  announce(text: string): void {
    if (this.ui) this.ui.announce(text);
    else this.announced = text === this.announced ? `${text}\u00a0` : text;
  }

  /** What opens menus, forms and editors, once it is there. @internal */
  tools(): Promise<ListTools | undefined> {
    return this.#tools.load();
  }

  /** Until pointer and keys have their hands; what happens before is not lost. @internal */
  hands(): Promise<void> {
    return this.#early.ready();
  }

  /** Sends a command for the parts of the list. @internal */
  carryOut<Output>(command: Command<Output>, notes?: CommandNotes<Output>): Promise<Result<Output>> {
    return this.send(command, notes);
  }

  /** What the page does for its parts. @internal */
  get page(): Ui | undefined {
    return this.ui;
  }

  protected override willUpdate(changed: PropertyValues): void {
    if (changed.has('keep') && this.keep !== this.#keptAs) {
      this.#keptAs = this.keep;
      const kept = this.keep === undefined ? undefined : keptView(this.keep);
      if (kept) this.view = kept;
    }
    const isOther =
      changed.has('view') && JSON.stringify(filtering(changed.get('view'))) !== JSON.stringify(filtering(this.view));
    if (isOther || changed.has('where') || changed.has('of') || changed.has('source')) this.#startAnew();
    const source = this.shown;
    this.shownColumns = source
      ? this.#columnsOf(this.view, this.columns ?? source.columns, this.fields, this.locale)
      : [];
    this.rows.heights = this.viewport.heights;
    if (this.view.group !== undefined) void this.#groupView.load();
  }

  protected override updated(): void {
    this.viewport.observe(this.renderRoot);
    if (this.rows.status === 'ready') for (const part of [this.#hands, this.#tools, this.#absence]) part.prefetch();
    const { status, isCounting, count } = this.rows;
    if (status !== 'ready' || isCounting || count === this.#announcedCount) return;
    // The first count is what the person came for; another one tells what a filter left.
    if (this.#announcedCount >= 0) this.announce(this.#countText());
    this.#announcedCount = count;
  }

  protected override render(): TemplateResult {
    const { say } = this;
    const source = this.shown;
    if (!source) return html`${this.#renderAbsence()}`;
    const { thing, things } = this.words;
    const heading = this.heading ?? things;
    const tools = this.#tools.value;
    return html`
      <section class="list" aria-label=${heading || things}>
        <div>
          <header class="top">
            ${heading ? html`<span class="top-name" role="heading" aria-level=${this.headingLevel}>${heading}</span>` : nothing}
            ${tools?.views() ?? nothing}
            <div class="top-actions"><slot name="actions"></slot></div>
          </header>
          ${barView({
            say,
            things,
            sought: this.sought,
            seek: (text) => this.search(text),
            more: tools?.actions() ?? nothing,
          })}
        </div>
        <div>${tools?.notice() ?? nothing}</div>
        <div class="panel">
          ${this.#renderGrid(source)}
          ${footView({
            say,
            locale: this.locale,
            thing,
            things,
            count: this.rows.status === 'ready' ? this.rows.count : undefined,
            isCounting: this.rows.isCounting,
            groups: this.rows.isGrouped ? this.rows.sections.length : undefined,
            selected: this.selectedCount,
            sums: tools?.totals() ?? nothing,
          })}
          ${tools?.bulk() ?? nothing}
        </div>
        ${tools?.overlays() ?? nothing}
        <div class="unseen" role="status">${this.announced}</div>
      </section>
    `;
  }

  #renderGrid(source: ListSource): TemplateResult {
    const { layout, status, isSlow, isCounting, isGrouped } = this.rows;
    this.cursor.settle(this.shownColumns.length);
    const isWaiting = status === 'loading';
    const items = this.viewport.items(layout, this.cursor.cell.item);
    this.rows.show(...this.viewport.drawn);
    const isAbsent = status === 'error' || (!isWaiting && !isCounting && layout.items === 0);
    const total = this.shownColumns.reduce((sum, { width }) => sum + width, 0);
    const content = this.#content(source, items);
    const { take } = this.#early;
    return html`
      <div
        class="viewport" tabindex="-1" part="grid" role=${isGrouped ? 'treegrid' : 'grid'} aria-label=${content.things} aria-multiselectable="true" aria-busy=${isWaiting ? 'true' : 'false'}
        aria-rowcount=${isCounting || isWaiting ? -1 : layout.items + 1} aria-colcount=${this.shownColumns.length}
        .style=${styled(`--columns:${columnWidths(this.shownColumns)};--total:${total}px`)}
        @scroll=${() => this.viewport.scrolled(content.tools?.elements)} @click=${take} @dblclick=${take} @keydown=${take} @focusin=${take} @pointerdown=${take}
      >
        <div class="sheet" role="presentation">
          ${headView(content)}
          ${isAbsent ? nothing : isWaiting && layout.items === 0 ? (isSlow ? waitingRows(content) : nothing) : bodyView(content)}
        </div>
      </div>
      <div class="probe probe-row" aria-hidden="true"></div>
      <div class="probe probe-group" aria-hidden="true"></div>
      ${isAbsent ? this.#renderAbsence() : nothing}
    `;
  }

  #content(source: ListSource, items: readonly number[]): GridContent {
    const { selection } = this;
    const count = this.selectedCount;
    const tools = this.#tools.value;
    return {
      source,
      items,
      locale: this.locale,
      say: this.say,
      references: this.references,
      columns: this.shownColumns,
      order: this.view.order ?? [],
      rows: this.rows,
      active: this.cursor.cell,
      isNarrow: this.#narrow.value === true,
      groupColumn: this.#groupColumn,
      chosen: count === 0 ? 'none' : count < this.rows.count ? 'some' : 'all',
      isChosen: (id) => isSelected(selection, id),
      things: this.words.things,
      rowHeight: this.viewport.heights[0],
      tools,
      grouped: tools?.grouped,
      groupView: this.#groupView.value,
    };
  }

  #renderAbsence(): unknown {
    const draw = this.#absence.value;
    if (this.#absence.status === 'idle') void this.#absence.load();
    if (!draw) return this.#absence.status === 'error' ? this.#renderRetry() : nothing;
    return draw(this, this.sought);
  }

  #renderRetry(): TemplateResult {
    return html`<div class="state" role="alert"><button type="button" class="button" @click=${() => this.#absence.retry()}>${this.say.again}</button></div>`;
  }

  get #registry(): FieldRegistry {
    return this.registry ?? registryOf(this.activeStore);
  }

  get #groupColumn(): Pick<Column, 'field' | 'label'> | undefined {
    const field = this.fields.find(({ path }) => path === this.view.group);
    return field && { field, label: labelOf(field, this.locale) };
  }

  #asked(): RowsAsked | undefined {
    const { shown: source, view, where, sought, fields, locale, references } = this;
    const title = (this.columns ?? source?.columns)?.[0];
    return source && rowsAsked({ source, view, where, sought, fields, title, locale, references });
  }

  #startAnew(): void {
    this.cursor.reset();
    this.viewport.toStart();
    if (this.selectedCount > 0) this.choose(NOTHING_SELECTED);
  }

  #countText(): string {
    const { thing, things } = this.words;
    return `${this.locale.format.number(this.rows.count)} ${this.say.count(this.rows.count, thing, things)}`;
  }
}

/** What of a view decides which rows there are, and in which order. */
const filtering = (view: ListView | undefined): unknown => [view?.filters, view?.order, view?.group];

declare global {
  interface HTMLElementTagNameMap {
    'kith-list': KithList;
  }
}
