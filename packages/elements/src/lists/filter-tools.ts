import { type Field, labelIn } from '@kith/core/fields';
import type { CSSResult, TemplateResult } from 'lit';
import { sentencesIn } from '../base/locale.js';
import { chip, chipStyles } from '../parts/chip.js';
import type { Menu } from '../parts/menu.js';
import type { Popover } from '../parts/popover.js';
import { valuesAt } from './cell.js';
import { listableFields } from './columns.js';
import { FilterForm, filterFormStyles } from './filter-form.js';
import { filterMessages } from './filter-tools.messages.js';
import { filterWords } from './filter-words.js';
import type { ListFilter } from './list-filter.js';
import type { ListHost } from './list-host.js';

/** Rows that are looked through for the tags people use. */
const SAMPLE = 200;

/** The chips of a list, and the forms behind them. */
export class FilterTools {
  readonly #host: ListHost;
  readonly #menu: Menu;
  readonly #popover: Popover;

  constructor(host: ListHost, menu: Menu, popover: Popover) {
    this.#host = host;
    this.#menu = menu;
    this.#popover = popover;
  }

  /** One chip for each filter whose field is there. */
  chips(): readonly TemplateResult[] {
    const { view, fields, locale, say: words, references } = this.#host;
    const say = sentencesIn(filterMessages, locale);
    return (view.filters ?? []).flatMap((filter, index) => {
      const field = fields.find(({ path }) => path === filter.path);
      if (!field) return [];
      const label = labelIn(field, locale.lang);
      const { operator, value } = filterWords(filter, field, { locale, say: words, references }, say);
      return [
        chip({
          label,
          operator,
          value,
          removeLabel: say.remove(label),
          onEdit: (anchor) => this.#open(anchor, field, index),
          onRemove: () => this.#set((view.filters ?? []).toSpliced(index, 1), say.removed(label)),
        }),
      ];
    });
  }

  /** Opens the menu of fields to filter by, then the form of the one that is chosen. */
  add(anchor: HTMLElement): void {
    const { fields, locale } = this.#host;
    const say = sentencesIn(filterMessages, locale);
    const items = listableFields(fields)
      .filter(({ valueType, to }) => valueType !== 'reference' || to === 'stage')
      .map((field) => ({ label: labelIn(field, locale.lang), choose: () => this.#open(anchor, field, undefined) }));
    void this.#menu.open(anchor, say.title, [{ items }]);
  }

  #open(anchor: HTMLElement, field: Field, index: number | undefined): void {
    const { view, locale } = this.#host;
    const say = sentencesIn(filterMessages, locale);
    const filters = view.filters ?? [];
    const label = labelIn(field, locale.lang);
    const form = new FilterForm(
      this.#host,
      field,
      index === undefined ? undefined : filters[index],
      this.#known(field),
      (filter) => {
        this.#popover.close();
        if (filter)
          this.#set(index === undefined ? [...filters, filter] : filters.with(index, filter), say.added(label));
      },
    );
    void this.#popover.open(anchor, { label: say.filterOn(label), content: () => form.render() });
  }

  /** Tags are what people write; those of the rows in sight are offered. */
  #known({ name, path }: Field): readonly { readonly value: string; readonly label: string }[] | undefined {
    if (name !== 'tags') return undefined;
    const { rows } = this.#host;
    const items = Math.min(SAMPLE, rows.layout.items);
    const tags = new Set(
      Array.from({ length: items }, (_, item) => rows.rowAt(rows.layout.placeOf(item))).flatMap((row) =>
        row ? valuesAt(row, path).map(String) : [],
      ),
    );
    return [...tags].sort((left, right) => left.localeCompare(right)).map((value) => ({ value, label: value }));
  }

  #set(filters: readonly ListFilter[], told: string): void {
    this.#host.arrange({ filters });
    this.#host.announce(told);
  }
}

/** The looks of {@link FilterTools}. */
export const filterStyles: readonly CSSResult[] = [chipStyles, ...filterFormStyles];
