import type { Filter } from '@kith/core';
import type { Field } from '@kith/core/fields';
import type { Store } from '@kith/store';
import { type CSSResult, css, html, type LitElement, nothing, type TemplateResult } from 'lit';
import { type Locale, sentencesIn } from '../base/locale.js';
import { FilterChips, type FilterChipsHost, filterStyles } from '../lists/filter-chips.js';
import { filterOf, type ListFilter } from '../lists/list-filter.js';
import { listMessages } from '../lists/messages.js';
import { readFilter } from '../lists/read-filter.js';
import { References } from '../lists/references.js';
import { describedBy } from '../parts/field.js';
import { icon } from '../parts/icon.js';
import { alert, plus } from '../parts/icons/shown.js';
import { bolt } from '../parts/icons/tools.js';
import { Menu, menuStyles } from '../parts/menu.js';
import { overlayStyles } from '../parts/overlay.js';
import { Popover, popoverStyles } from '../parts/popover.js';
import { conditionMessages } from './condition-rows.messages.js';
import { filterText } from './filter-text.js';

/** The element that criteria are edited in. */
export interface ConditionHost extends LitElement {
  readonly activeStore: Store | undefined;
  readonly locale: Locale;
  announce(text: string): void;
}

/** Criteria as they stand now. */
export interface ConditionOptions {
  readonly label: string;
  /** What is said where there is no condition. */
  readonly none: string;
  /** The fields of the rows that are asked. */
  readonly fields: readonly Field[];
  readonly filter: Filter | undefined;
  readonly set: (filter: Filter | undefined) => void;
  readonly error?: string | undefined;
  /** Unique in its element; criteria are named by it. */
  readonly id?: string;
}

/**
 * The criteria of a rule, as the chips of lists with the forms behind them; several hold together. What a house has
 * written in code, and chips cannot show, is let be. Put `overlays()` once into the same dialog, or the same template.
 * Needs {@link conditionStyles}, fieldStyles, buttonStyles and iconStyles.
 */
export class ConditionRows {
  readonly #host: ConditionHost;
  readonly #menu: Menu;
  readonly #popover: Popover;
  readonly #references: References;
  readonly #chipsHost: FilterChipsHost;

  constructor(host: ConditionHost) {
    this.#host = host;
    this.#menu = new Menu(host);
    this.#popover = new Popover(host);
    this.#references = new References(host, () => true);
    this.#chipsHost = chipsHostOf(host, this.#references);
  }

  render(options: ConditionOptions): TemplateResult {
    const { label, none, filter, set, error, id = 'conditions' } = options;
    const say = sentencesIn(conditionMessages, this.#host.locale);
    const shown = this.#read(options);
    const chips = new FilterChips(this.#chipsHost, this.#menu, this.#popover, {
      fields: () => options.fields,
      filters: () => shown ?? [],
      set: (filters) => set(this.#write(filters, options)),
    });
    const add = (event: Event): void => chips.add(event.currentTarget as HTMLElement);
    return html`
      <div class="conditions" role="group" aria-label=${label} aria-describedby=${error ? describedBy(id) : nothing}>
        <span class="label">${label}</span>
        <div class="condition-chips">
          ${
            shown
              ? html`${filter ? chips.chips() : html`<span class="subtle">${none}</span>`}
                <button type="button" class="button quiet small" data-conditions=${id} aria-haspopup="dialog" @click=${add}>${icon(plus)}<span>${say.add}</span></button>`
              : html`<span class="in-code icon-small">${icon(bolt)}<span>${filter && html`<bdi class="said">${filterText(filter, options.fields, this.#host.locale, (each) => this.#references.nameOf(each))}</bdi>`} ${say.inCode}</span></span>
                <button type="button" class="button quiet small" @click=${() => set(undefined)}>${say.remove}</button>`
          }
        </div>
        ${error ? html`<p class="field-error icon-small" id=${describedBy(id)}>${icon(alert)}<span>${error}</span></p>` : nothing}
      </div>
    `;
  }

  /** The menu of fields and the forms of conditions. */
  overlays(): unknown {
    return [this.#menu.render(), this.#popover.render()];
  }

  #read({ filter, fields }: ConditionOptions): readonly ListFilter[] | undefined {
    return filter ? readFilter(filter, fields, this.#host.locale) : [];
  }

  #write(filters: readonly ListFilter[], { fields }: ConditionOptions): Filter | undefined {
    const written = filters.flatMap((filter) => {
      const field = fields.find(({ path }) => path === filter.path);
      return field ? [filterOf(filter, field, this.#host.locale)] : [];
    });
    const [first] = written;
    return written.length > 1 ? { and: written } : first;
  }
}

/** The element as chips need it: with names for people and stages, and the words of lists. */
const chipsHostOf = (host: ConditionHost, references: References): FilterChipsHost => ({
  get locale() {
    return host.locale;
  },
  get say() {
    return sentencesIn(listMessages, host.locale);
  },
  references,
  announce: (text) => host.announce(text),
  requestUpdate: () => host.requestUpdate(),
});

/** The looks of {@link ConditionRows}. */
export const conditionStyles: readonly CSSResult[] = [
  overlayStyles,
  menuStyles,
  popoverStyles,
  ...filterStyles,
  css`
    .conditions { display: grid; gap: 6px; min-inline-size: 0; }
    .condition-chips { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; min-inline-size: 0; }
    .in-code { display: flex; gap: 6px; color: var(--kith-text-muted); }
    .in-code .said { display: block; color: var(--kith-text); }
    .in-code > .icon { flex: none; margin-block-start: 2px; color: var(--kith-text-subtle); }
  `,
];
