import { html, nothing, type TemplateResult } from 'lit';
import type { Locale } from '../base/locale.js';
import { searchField } from '../parts/search-field.js';
import type { ListSentences } from './messages.js';

/** What the bar above the rows shows, and does. */
export interface BarOptions {
  readonly say: ListSentences;
  readonly things: string;
  readonly sought: string;
  readonly seek: (text: string) => void;
  /** Filters, grouping, columns and export, once they are there. */
  readonly more: unknown;
}

/** Search, filters, and what else there is, in one line. */
export function barView(options: BarOptions): TemplateResult {
  const { say, things, sought, seek } = options;
  return html`
    <div class="bar" role="toolbar" aria-label=${say.actions} part="bar">
      ${searchField({ label: say.search(things), clearLabel: say.clearSearch, sought, seek })}
      ${options.more}
    </div>
  `;
}

/** What the line below the rows tells. */
export interface FootOptions {
  readonly say: ListSentences;
  readonly locale: Locale;
  readonly thing: string;
  readonly things: string;
  /** Undefined before anybody knows. */
  readonly count: number | undefined;
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
      ${count === undefined ? nothing : html`<span><b>${format.number(count)}${isCounting ? '+' : ''}</b> ${say.count(count, thing, things)}</span>`}
      ${groups === undefined ? nothing : html`<span><b>${format.number(groups)}</b> ${say.groups(groups)}</span>`}
      ${selected > 0 ? html`<span>${say.selected(selected)}</span>` : nothing}
      ${isCounting ? html`<span>${say.counting}</span>` : nothing}
      <span class="sums">${sums}</span>
    </footer>
  `;
}
