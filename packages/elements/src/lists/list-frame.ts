import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import { spinner } from '../parts/button.js';
import { icon } from '../parts/icon.js';
import { ban, columns as columnsIcon, cross, download, group, plus, search, table, warning } from '../parts/icons.js';
import { emptyState } from '../parts/states.js';
import type { ListSentences } from './messages.js';

/** What the bar above the rows shows, and does. */
export interface BarOptions {
  readonly say: ListSentences;
  readonly things: string;
  readonly sought: string;
  readonly groupLabel: string | undefined;
  /** The chips of the filters, and what stands behind them. */
  readonly chips: unknown;
  readonly seek: (text: string) => void;
  readonly addFilter: (anchor: HTMLElement) => void;
  readonly chooseGroup: (anchor: HTMLElement) => void;
  readonly chooseColumns: (anchor: HTMLElement) => void;
  readonly exportRows: () => void;
}

/** Search, filters, grouping and columns in one line. */
export function barView(options: BarOptions): TemplateResult {
  const { say, things, sought, groupLabel, chips, seek } = options;
  const anchorOf = (event: Event): HTMLElement => event.currentTarget as HTMLElement;
  const onSearchKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape' || sought === '') return;
    event.preventDefault();
    event.stopPropagation();
    seek('');
  };
  return html`
    <div class="bar" role="toolbar" aria-label=${say.actions} part="bar">
      <label class="search icon-small">
        ${icon(search)}
        <input type="search" aria-label=${say.search(things)} placeholder=${say.search(things)} autocomplete="off" spellcheck="false" dir="auto" .value=${sought} @input=${(event: Event) => seek((event.target as HTMLInputElement).value)} @keydown=${onSearchKey} />
        ${sought === '' ? nothing : html`<button type="button" class="clear" aria-label=${say.clearSearch} @click=${() => seek('')}>${icon(cross)}</button>`}
      </label>
      ${chips}
      <button type="button" class="button quiet small" data-action="filter" aria-haspopup="dialog" @click=${(event: Event) => options.addFilter(anchorOf(event))}>${icon(plus)}<span>${say.addFilter}</span></button>
      <span class="grow"></span>
      <button type="button" class="button quiet small" data-action="group" aria-haspopup="menu" @click=${(event: Event) => options.chooseGroup(anchorOf(event))}>${icon(group)}<span>${groupLabel ? say.groupBy(groupLabel) : say.group}</span></button>
      <button type="button" class="button quiet small square" data-action="columns" aria-haspopup="dialog" aria-label=${say.columns} title=${say.columns} @click=${(event: Event) => options.chooseColumns(anchorOf(event))}>${icon(columnsIcon)}</button>
      <button type="button" class="button quiet small square" data-action="export" aria-label=${say.exportAll} title=${say.exportAll} @click=${options.exportRows}>${icon(download)}</button>
    </div>
  `;
}

/** What the line below the rows tells. */
export interface FootOptions {
  readonly say: ListSentences;
  readonly locale: Locale;
  readonly thing: string;
  readonly things: string;
  readonly count: number;
  readonly isCounting: boolean;
  readonly groups: number | undefined;
  readonly selected: number;
  readonly sums: unknown;
}

/** How many rows there are, how many are chosen, and what they add up to. */
export function footView({
  say,
  locale,
  thing,
  things,
  count,
  isCounting,
  groups,
  selected,
  sums,
}: FootOptions): TemplateResult {
  const { format } = locale;
  return html`
    <footer class="foot number" part="foot">
      <span><b>${format.number(count)}${isCounting ? '+' : ''}</b> ${say.count(count, thing, things)}</span>
      ${groups === undefined ? nothing : html`<span><b>${format.number(groups)}</b> ${say.groups(groups)}</span>`}
      ${selected > 0 ? html`<span>${say.selected(selected)}</span>` : nothing}
      ${isCounting ? html`<span class="busy">${spinner()}${say.counting}</span>` : nothing}
      <span class="sums">${sums}</span>
    </footer>
  `;
}

/** Why there are no rows, and what can be done about it. */
export interface AbsenceOptions {
  readonly say: ListSentences;
  readonly thing: string;
  readonly things: string;
  /** A failure of the storage, by its code. */
  readonly failure: { readonly code: string; readonly text: string } | undefined;
  /** Filters by their labels. */
  readonly filters: readonly { readonly label: string; readonly remove: () => void }[];
  readonly sought: string;
  readonly clear: () => void;
  readonly retry: () => void;
}

/** What stands in place of rows: a failure, no access, nothing that matches, or nothing at all. */
export function absenceView(options: AbsenceOptions): TemplateResult {
  const { say, thing, things, failure, filters, sought, clear, retry } = options;
  if (failure?.code === 'store/denied' || failure?.code.startsWith('permissions/'))
    return html`<div class="state" role="status">${emptyState({ icon: ban, title: say.deniedTitle, text: say.deniedText(things) })}</div>`;
  if (failure)
    return html`
      <div class="state" role="alert">
        ${emptyState({ icon: warning, title: say.failedTitle(things), text: failure.text || say.failedText, action: html`<button type="button" class="button" data-action="retry" @click=${retry}>${say.again}</button>` })}
      </div>
    `;
  const last = filters.at(-1);
  if (!last && sought === '')
    return html`
      <div class="state" role="status">
        ${emptyState({ icon: table, title: say.emptyTitle(things), text: say.emptyText(things), action: html`<slot name="empty"></slot>` })}
      </div>
    `;
  const isOne = filters.length === 1 && sought === '';
  const text = last
    ? isOne
      ? say.noMatchFilter(last.label)
      : say.noMatchFilters([...new Set(filters.map(({ label }) => label))])
    : say.noMatchSearch(sought);
  return html`
    <div class="state" role="status">
      ${emptyState({
        icon: search,
        title: say.noMatchTitle(thing),
        text,
        action: html`
          <div class="state-actions">
            ${last ? html`<button type="button" class="button" data-action="remove-filter" @click=${last.remove}>${say.removeFilter(last.label)}</button>` : nothing}
            ${isOne ? nothing : html`<button type="button" class="button quiet" data-action="clear" @click=${clear}>${last ? say.clearAll : say.clearSearch}</button>`}
          </div>
        `,
      })}
    </div>
  `;
}
