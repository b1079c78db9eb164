import type { Filter } from '@kith/core';
import { type Field } from '@kith/core/fields';
import { type CSSResult, css, html, nothing, type TemplateResult } from 'lit';
import { addStyles } from '../base/add-styles.js';
import { labelOf } from '../base/label-of.js';
import { Later } from '../base/later.js';
import type { Locale } from '../base/locale.js';
import { sentencesIn } from '../base/locale.js';
import { OnLine } from '../base/on-line.js';
import { valuesAt } from '../lists/cell.js';
import type { FilterChips, FilterChipsHost } from '../lists/filter-chips.js';
import { filterOf } from '../lists/list-filter.js';
import { type ListSentences, listMessages } from '../lists/messages.js';
import { References } from '../lists/references.js';
import { registryOf } from '../lists/registry-of.js';
import { searchFilter } from '../lists/search-filter.js';
import { banner } from '../parts/banner.js';
import { buttonStyles } from '../parts/button.js';
import { icon } from '../parts/icon.js';
import { offline } from '../parts/icons/barred.js';
import { plus } from '../parts/icons/shown.js';
import { eye, group } from '../parts/icons/tools.js';
import { intoSight } from '../parts/into-sight.js';
import { Menu, menuStyles } from '../parts/menu.js';
import { overlayStyles } from '../parts/overlay.js';
import { Popover, popoverStyles } from '../parts/popover.js';
import { searchField, searchFieldStyles } from '../parts/search-field.js';
import type { BoardHost } from './board-host.js';
import { elementOf } from './board-places.js';
import { hiddenColumns } from './column-menu.js';
import { type ToolsSentences, toolsMessages } from './tools.messages.js';

/** Rows of each column that are looked through for the tags people use. */
const SAMPLE = 100;

/** What stands above the columns: search, filters, lanes; on a phone the stages to go to. It is fetched after the cards. */
export class BoardTools implements FilterChipsHost {
  readonly references: References;
  readonly #host: BoardHost;
  readonly #menu: Menu;
  readonly #popover: Popover;
  readonly #onLine: OnLine;
  readonly #filters: Later<FilterChips>;
  #sought = '';

  constructor(host: BoardHost) {
    this.#host = host;
    this.#menu = new Menu(host);
    this.#popover = new Popover(host);
    this.#onLine = new OnLine(host);
    this.references = new References(host, () => false);
    this.#filters = new Later(host, async () => {
      const { FilterChips, filterStyles } = await import('../lists/filter-chips.js');
      addStyles(host, ...filterStyles);
      return new FilterChips(this, this.#menu, this.#popover, {
        fields: () => this.fields,
        filters: () => host.view.filters ?? [],
        set: (filters) => host.arrange({ filters }),
        known: ({ name, path }) => (name === 'tags' ? this.#tagsAt(path) : undefined),
      });
    });
    // Somebody may have gone sideways already.
    this.#look();
    addStyles(host, ...moreButtonStyles, overlayStyles, menuStyles, popoverStyles, searchFieldStyles, toolsStyles);
  }

  get locale(): Locale {
    return this.#host.locale;
  }

  /** What lists say of values. */
  get say(): ListSentences {
    return sentencesIn(listMessages, this.locale);
  }

  /** The fields of what is shown; a pipeline and its stages are what the board is made of. */
  get fields(): readonly Field[] {
    return registryOf(this.#host.activeStore)
      .fieldsOf(this.#host.source.kind)
      .filter(({ path }) => path !== 'pipelineId' && path !== 'stageId' && path !== 'status');
  }

  /** What filters and search ask of the rows; undefined where they ask nothing. */
  get where(): Filter | undefined {
    const chips = (this.#host.view.filters ?? []).flatMap((filter) => {
      const field = this.fields.find(({ path }) => path === filter.path);
      return field ? [filterOf(filter, field, this.locale)] : [];
    });
    const found = searchFilter(this.#sought, this.fields);
    const all = found ? [...chips, found] : chips;
    return all.length > 1 ? { and: all } : all[0];
  }

  announce(text: string): void {
    this.#host.announce(text);
  }

  requestUpdate(): void {
    this.#host.requestUpdate();
  }

  /** Tags are what people write; those of the cards are offered. */
  #tagsAt(path: string): readonly { readonly value: string; readonly label: string }[] {
    const rows = this.#host.columns.flatMap((column) => column.rows.slice(0, SAMPLE));
    const tags = new Set(rows.flatMap((row) => valuesAt(row, path).map(String)));
    return [...tags]
      .sort((left, right) => left.localeCompare(right, this.#host.locale.lang))
      .map((value) => ({ value, label: value }));
  }

  /** The bar, and what it opens. */
  render(): TemplateResult {
    const say = this.#say;
    const { lanePath } = this.#host;
    const lane = lanePath === undefined ? undefined : this.fields.find(({ path }) => path === lanePath);
    const lanesLabel = lane ? say.lanesBy(labelOf(lane, this.locale)) : say.lanes;
    const isFiltered = this.#sought !== '' || (this.#host.view.filters?.length ?? 0) > 0;
    return html`
      <div class="bar" role="toolbar" aria-label=${say.title} part="bar">
        ${searchField({ label: say.search, clearLabel: say.clearSearch, sought: this.#sought, seek: (text) => this.#seek(text) })}
        ${this.#chips()}
        <button type="button" class="button quiet small" data-action="filter" aria-haspopup="dialog" @click=${(event: Event) => void this.#addFilter(event.currentTarget as HTMLElement)}>${icon(plus)}<span>${say.filter}</span></button>
        ${isFiltered ? html`<button type="button" class="button quiet small" data-action="clear" @click=${() => this.#clear()}>${say.clearFilters}</button>` : nothing}
        <span class="grow"></span>
        ${this.#renderHidden()}
        ${this.#laneFields.length > 0 ? html`<button type="button" class="button quiet small" data-action="lanes" aria-haspopup="menu" @click=${(event: Event) => this.#chooseLanes(event.currentTarget as HTMLElement)}>${icon(group)}<span>${lanesLabel}</span></button>` : nothing}
      </div>
      ${this.#onLine.value ? nothing : html`<div role="status">${banner('warning', offline, say.offline)}</div>`}
      ${this.#menu.render()}${this.#popover.render()}
    `;
  }

  /** How many columns are hidden, and a way to them. */
  #renderHidden(): TemplateResult | typeof nothing {
    const count = this.#host.stages.length - this.#host.columns.length;
    if (count === 0) return nothing;
    const label = this.#say.hiddenColumns(count);
    const open = (event: Event): void =>
      void this.#menu.open(event.currentTarget as HTMLElement, label, hiddenColumns(this.#host));
    return html`<button type="button" class="button quiet small" data-action="hidden" aria-haspopup="menu" @click=${open}>${icon(eye)}<span>${label}</span></button>`;
  }

  /** On a phone one column is in sight: the stages, to go to another one. */
  stages(): TemplateResult {
    const { columns, sheet } = this.#host;
    return html`
      <nav class="stages" data-strip aria-label=${this.#say.stages}>
        ${columns.map(
          (column) =>
            html`<button type="button" class="stage" ${intoSight(column === this.#inSight, this.#host.countOf(column))} data-go=${String(column.stage.id)} aria-current=${column === this.#inSight ? 'true' : nothing} @click=${() => this.#go(column.stage.id, sheet)}><bdi>${column.stage.name}</bdi> <span class="count">${this.locale.format.number(this.#host.countOf(column))}</span></button>`,
        )}
      </nav>
    `;
  }

  /** The columns were scrolled sideways: another one may be in sight. */
  scrolled(): void {
    const before = this.#inSight;
    this.#look();
    if (before !== this.#inSight) this.requestUpdate();
  }

  get #say(): ToolsSentences {
    return sentencesIn(toolsMessages, this.locale);
  }

  #inSightId: string | undefined;

  get #inSight() {
    const { columns } = this.#host;
    return columns.find(({ stage }) => stage.id === this.#inSightId) ?? columns[0];
  }

  #look(): void {
    const { sheet, columns } = this.#host;
    if (!sheet) return;
    const middle = sheet.getBoundingClientRect();
    const at = middle.left + middle.width / 2;
    this.#inSightId = columns.find((column) => {
      const box = elementOf(this.#host, column)?.getBoundingClientRect();
      return box && at >= box.left - 4 && at < box.right + 4;
    })?.stage.id;
  }

  #go(stageId: string, sheet: HTMLElement | undefined): void {
    const column = this.#host.columns.find(({ stage }) => stage.id === stageId);
    const element = column && elementOf(this.#host, column);
    if (!element || !sheet) return;
    const isCalm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    element.scrollIntoView({ block: 'nearest', inline: 'start', behavior: isCalm ? 'auto' : 'smooth' });
    this.#inSightId = stageId;
    this.requestUpdate();
  }

  #chips(): unknown {
    if (!this.#host.view.filters?.length) return nothing;
    if (this.#filters.status === 'idle') void this.#filters.load();
    return this.#filters.value?.chips() ?? nothing;
  }

  async #addFilter(anchor: HTMLElement): Promise<void> {
    (await this.#filters.load())?.add(anchor);
  }

  #clear(): void {
    this.#sought = '';
    this.#host.arrange({ filters: undefined });
  }

  #seek(text: string): void {
    this.#sought = text;
    this.requestUpdate();
  }

  /** What lanes can be made of: choices, people, companies. */
  get #laneFields(): readonly Field[] {
    const { source } = this.#host;
    const { lanes } = source;
    return this.fields.filter(
      ({ path, isMany, valueType, to }) =>
        !isMany &&
        (lanes
          ? lanes.includes(path)
          : valueType === 'choice' || valueType === 'user' || (valueType === 'reference' && to === 'company')),
    );
  }

  #chooseLanes(anchor: HTMLElement): void {
    const say = this.#say;
    const { lanePath } = this.#host;
    const item = (label: string, path: string) => ({
      label,
      isCurrent: (lanePath ?? '') === path,
      choose: () => this.#host.arrange({ lanes: path, foldedLanes: undefined }),
    });
    void this.#menu.open(anchor, say.lanes, [
      { items: [item(say.noLanes, '')] },
      { items: this.#laneFields.map((field) => item(labelOf(field, this.locale), field.path)) },
    ]);
  }
}

/** All kinds of buttons; a board has the plain ones from the start. */
const moreButtonStyles = [buttonStyles].flat(3) as readonly CSSResult[];

const toolsStyles = css`
  .bar { display: flex; flex-wrap: wrap; align-items: center; gap: 8px; min-inline-size: 0; }
  .bar > .chip { min-block-size: 28px; }
  .bar > .button { block-size: 28px; }
  .stages { display: none; }
  @container (max-width: 600px) {
    .bar > .search { flex: 1 1 100%; }
    .stages { display: flex; gap: 4px; overflow-x: auto; scrollbar-width: none; margin-block-start: 8px; }
    .stage { display: flex; align-items: center; gap: 6px; flex: none; block-size: 32px; padding: 0 10px; border: 1px solid var(--kith-border); border-radius: var(--kith-radius-md); background: var(--kith-surface); color: var(--kith-text-muted); font-size: var(--kith-size-sm); white-space: nowrap; }
    .stage[aria-current] { border-color: var(--kith-accent); background: var(--kith-accent-subtle); color: var(--kith-accent-text); font-weight: var(--kith-weight-medium); }
    @media (pointer: coarse) { .stage { block-size: 40px; } }
  }
  @media print { .bar, .stages { display: none; } }
`;
