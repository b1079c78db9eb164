import { type CSSResult, html, nothing } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { labelOf } from '../base/label-of.js';
import { Later } from '../base/later.js';
import { sentencesIn } from '../base/locale.js';
import { OnLine } from '../base/on-line.js';
import { banner } from '../parts/banner.js';
import { buttonStyles } from '../parts/button.js';
import { icon } from '../parts/icon.js';
import { offline } from '../parts/icons/barred.js';
import { arrowDown, arrowUp } from '../parts/icons/heads.js';
import { plus } from '../parts/icons/shown.js';
import { columns, download, group, sort } from '../parts/icons/tools.js';
import { Menu, menuStyles } from '../parts/menu.js';
import { overlayStyles } from '../parts/overlay.js';
import { phonePlans, phoneText } from '../parts/phone-text.js';
import { Popover, popoverStyles } from '../parts/popover.js';
import { stateStyles } from '../parts/states.js';
import type { BulkBar } from './bulk-bar.js';
import type { CellContext } from './cell.js';
import type { CellEditor } from './cell-editor.js';
import type { ColumnChooser } from './column-chooser.js';
import { ColumnTools } from './column-tools.js';
import { columnMessages } from './column-tools.messages.js';
import type { Column } from './columns.js';
import type { FilterChips } from './filter-chips.js';
import type { DrawingTools } from './grid-view.js';
import { isGroupable } from './groups.js';
import type { GridTools, ListHost } from './list-host.js';
import type { Section } from './list-rows.js';
import { listToolsStyles } from './list-tools.styles.js';
import { nextOrder } from './list-view.js';
import { RowElements } from './row-elements.js';
import type { SavedViews } from './saved-views.js';
import { Sums } from './sums.js';

/** All kinds of buttons; a list has the plain ones from the start. */
const moreButtonStyles = [buttonStyles].flat(3) as readonly CSSResult[];

/** What a list can do besides showing rows. It is fetched when the rows are there, or somebody needs it. */
export class ListTools implements GridTools, DrawingTools {
  readonly columns: ColumnTools;
  /** Which elements rows are drawn into. */
  readonly elements: RowElements;
  readonly #host: ListHost;
  readonly #menu: Menu;
  readonly #popover: Popover;
  readonly #sums: Sums;
  readonly #onLine: OnLine;
  readonly #chooser: Later<ColumnChooser>;
  readonly #filters: Later<FilterChips>;
  readonly #editor: Later<CellEditor>;
  readonly #bulk: Later<BulkBar>;
  readonly #views: Later<SavedViews>;

  constructor(host: ListHost) {
    this.#host = host;
    const menu = new Menu(host);
    const popover = new Popover(host);
    this.#menu = menu;
    this.#popover = popover;
    this.#sums = new Sums(host);
    this.#onLine = new OnLine(host);
    this.elements = new RowElements(host);
    this.columns = new ColumnTools(host, menu, (anchor) => void this.chooseColumns(anchor));
    this.#chooser = new Later(host, async () => {
      const { ColumnChooser, chooserStyles } = await import('./column-chooser.js');
      addStyles(host, ...chooserStyles);
      return new ColumnChooser(host);
    });
    this.#filters = new Later(host, async () => {
      const [{ filterTools }, { filterStyles }] = await Promise.all([
        import('./filter-tools.js'),
        import('./filter-chips.js'),
      ]);
      addStyles(host, ...filterStyles);
      return filterTools(host, menu, popover);
    });
    this.#editor = new Later(host, async () => {
      const { CellEditor, cellEditorStyles } = await import('./cell-editor.js');
      addStyles(host, ...cellEditorStyles);
      return new CellEditor(host);
    });
    this.#bulk = new Later(host, async () => {
      const { BulkBar, bulkStyles } = await import('./bulk-bar.js');
      addStyles(host, ...bulkStyles);
      return new BulkBar(host, menu, popover);
    });
    this.#views = new Later(host, async () => {
      const { SavedViews, viewStyles } = await import('./saved-views.js');
      addStyles(host, ...viewStyles);
      return new SavedViews(host, menu, popover);
    });
    addStyles(host, ...moreButtonStyles, stateStyles, overlayStyles, menuStyles, popoverStyles, listToolsStyles);
  }

  /** Opens the menu of fields to group by. */
  chooseGroup(anchor: HTMLElement): void {
    const say = sentencesIn(columnMessages, this.#host.locale);
    const { view, fields, locale } = this.#host;
    const item = (label: string, group: string | undefined) => ({
      label,
      isCurrent: view.group === group,
      choose: () => this.#host.arrange({ group }),
    });
    void this.#menu.open(anchor, say.groupTitle, [
      { items: [item(say.noGroup, undefined)] },
      { items: fields.filter(isGroupable).map((field) => item(labelOf(field, locale), field.path)) },
    ]);
  }

  /** Opens the menu of columns to sort by, for rows without heads: chosen again, the other way, and then not at all. */
  chooseOrder(anchor: HTMLElement): void {
    const { shownColumns, view } = this.#host;
    const { order = [] } = view;
    const items = shownColumns.flatMap(({ label, orderPath }) => {
      if (orderPath === undefined) return [];
      const direction = order.find(([path]) => path === orderPath)?.[1];
      return {
        label,
        isCurrent: direction !== undefined,
        icon: direction && (direction === 'asc' ? arrowUp : arrowDown),
        choose: () => this.#host.arrange({ order: nextOrder(order, orderPath, false) }),
      };
    });
    void this.#menu.open(anchor, sentencesIn(columnMessages, this.#host.locale).sort, [{ items }]);
  }

  /** Opens the form that says which fields stand in columns, and in which order. */
  async chooseColumns(anchor: HTMLElement): Promise<void> {
    const form = await this.#chooser.load();
    if (!form) return;
    const say = sentencesIn(columnMessages, this.#host.locale);
    void this.#popover.open(anchor, { label: say.title, align: 'end', content: () => form.render() });
  }

  /** Opens the menu of fields to filter by. */
  async addFilter(anchor: HTMLElement): Promise<void> {
    (await this.#filters.load())?.add(anchor);
  }

  /** Opens a cell for editing. */
  async edit(id: string, column: Column): Promise<void> {
    await (await this.#editor.load())?.start(id, column);
  }

  /** Telephone numbers in groups, once they can be put there; the plans of all countries are fetched for the first column of them. */
  get grouped(): CellContext['grouped'] {
    return this.#host.shownColumns.some(({ field }) => field.valueType === 'phone') && phonePlans()
      ? this.#group
      : undefined;
  }

  readonly #group: CellContext['grouped'] = (value, { valueType }) =>
    valueType === 'phone' ? phoneText(String(value), this.#host.locale.lang) : undefined;

  /** Filters at the start of the bar; grouping, columns and export at its end. */
  actions(): unknown {
    const { view, fields, locale } = this.#host;
    const say = sentencesIn(columnMessages, locale);
    const field = view.group === undefined ? undefined : fields.find(({ path }) => path === view.group);
    const anchorOf = (event: Event): HTMLElement => event.currentTarget as HTMLElement;
    return html`
      ${this.#chips()}
      <button type="button" class="button quiet small" data-action="filter" aria-haspopup="dialog" @click=${(event: Event) => void this.addFilter(anchorOf(event))}>${icon(plus)}<span>${say.addFilter}</span></button>
      <span class="grow"></span>
      <button type="button" class="button quiet small" data-action="group" aria-haspopup="menu" @click=${(event: Event) => this.chooseGroup(anchorOf(event))}>${icon(group)}<span>${field ? say.groupBy(labelOf(field, locale)) : say.group}</span></button>
      <button type="button" class="button quiet small square sort" data-action="sort" aria-haspopup="menu" aria-label=${this.#sortedBy()} title=${this.#sortedBy()} @click=${(event: Event) => this.chooseOrder(anchorOf(event))}>${icon(sort)}</button>
      <button type="button" class="button quiet small square" data-action="columns" aria-haspopup="dialog" aria-label=${say.title} title=${say.title} @click=${(event: Event) => void this.chooseColumns(anchorOf(event))}>${icon(columns)}</button>
      <button type="button" class="button quiet small square" data-action="export" aria-label=${say.exportAll} title=${say.exportAll} @click=${() => void this.export()}>${icon(download)}</button>
    `;
  }

  /** By what the rows are sorted. */
  #sortedBy(): string {
    const say = sentencesIn(columnMessages, this.#host.locale);
    const [path, direction] = this.#host.view.order?.[0] ?? [];
    const column = this.#host.shownColumns.find(({ orderPath }) => orderPath === path);
    return column && direction ? say.sortedBy(column.label, direction === 'asc') : say.sort;
  }

  /** The chips of the filters; they come when their part is there. */
  #chips(): unknown {
    if (!this.#host.view.filters?.length) return nothing;
    if (this.#filters.status === 'idle') void this.#filters.load();
    return this.#filters.value?.chips() ?? nothing;
  }

  /** What can be done with the chosen rows; it comes when some are chosen. */
  bulk(): unknown {
    if (this.#host.selectedCount > 0 && this.#bulk.status === 'idle') void this.#bulk.load();
    return this.#bulk.value?.render() ?? nothing;
  }

  /** The views that can be chosen. */
  views(): unknown {
    if (!this.#host.savesViews && this.#host.views.length === 0) return nothing;
    if (this.#views.status === 'idle') void this.#views.load();
    return this.#views.value?.render() ?? nothing;
  }

  /** Writes the chosen rows, or all that match, into a file. */
  async export(): Promise<void> {
    await (await this.#bulk.load())?.exportChosen();
  }

  /** What stands in a cell that is being edited. */
  editor(id: string, path: string): unknown {
    return this.#editor.value?.render(id, path);
  }

  /** That there is no connection, while there is none. */
  notice(): unknown {
    if (this.#onLine.value) return nothing;
    const say = sentencesIn(columnMessages, this.#host.locale);
    return html`<div class="notice" role="status">${banner('warning', offline, say.offline)}</div>`;
  }

  /** What all rows come to. */
  totals(): unknown {
    return this.#sums.totals();
  }

  /** What a group comes to in a column. */
  sumOf(section: Section, column: Column): unknown {
    return this.#sums.ofSection(section, column);
  }

  /** What lies above the list, once in its template. */
  overlays(): unknown {
    return [this.#menu.render(), this.#popover.render()];
  }
}
