import type { Field } from '@kith/core/fields';
import type { CSSResult, TemplateResult } from 'lit';
import { labelOf } from '../base/label-of.js';
import { sentencesIn } from '../base/locale.js';
import { chip, chipStyles } from '../parts/chip.js';
import type { Menu } from '../parts/menu.js';
import type { Popover } from '../parts/popover.js';
import type { CellContext } from './cell.js';
import { listableFields } from './columns.js';
import { FilterForm, filterFormStyles } from './filter-form.js';
import { filterMessages } from './filter-tools.messages.js';
import { filterWords } from './filter-words.js';
import type { ListFilter } from './list-filter.js';

/** The element that chips stand in. */
export interface FilterChipsHost extends CellContext {
  announce(text: string): void;
  requestUpdate(): void;
}

/** The conditions that chips show, and what they become. */
export interface FilterPlace {
  readonly fields: () => readonly Field[];
  readonly filters: () => readonly ListFilter[];
  readonly set: (filters: readonly ListFilter[]) => void;
  /** The values of a field that are known without its definition, such as tags. */
  readonly known?: (field: Field) => readonly { readonly value: string; readonly label: string }[] | undefined;
}

/** Conditions as chips, with the forms behind them: a bar of filters, the criteria of a rule. */
export class FilterChips {
  readonly #host: FilterChipsHost;
  readonly #menu: Menu;
  readonly #popover: Popover;
  readonly #place: FilterPlace;

  constructor(host: FilterChipsHost, menu: Menu, popover: Popover, place: FilterPlace) {
    this.#host = host;
    this.#menu = menu;
    this.#popover = popover;
    this.#place = place;
  }

  /** One chip for each filter whose field is there. */
  chips(): readonly TemplateResult[] {
    const { locale, say: words, references } = this.#host;
    const say = sentencesIn(filterMessages, locale);
    const filters = this.#place.filters();
    return filters.flatMap((filter, index) => {
      const field = this.#place.fields().find(({ path }) => path === filter.path);
      if (!field) return [];
      const label = labelOf(field, locale);
      const { operator, value } = filterWords(filter, field, { locale, say: words, references }, say);
      return [
        chip({
          label,
          operator,
          value,
          removeLabel: say.remove(label),
          onEdit: (anchor) => this.#open(anchor, field, index),
          onRemove: () => this.#set(this.#place.filters().toSpliced(index, 1), say.removed(label)),
        }),
      ];
    });
  }

  /** Opens the menu of fields to filter by, then the form of the one that is chosen. */
  add(anchor: HTMLElement): void {
    const { locale } = this.#host;
    const say = sentencesIn(filterMessages, locale);
    const items = listableFields(this.#place.fields())
      .filter(({ valueType, to }) => valueType !== 'reference' || to === 'stage')
      .map((field) => ({ label: labelOf(field, locale), choose: () => this.#open(anchor, field, undefined) }));
    void this.#menu.open(anchor, say.title, [{ items }]);
  }

  /** Opens the form of a field, with the filter that is on it. */
  open(anchor: HTMLElement, path: string): void {
    const field = this.#place.fields().find((each) => each.path === path);
    const index = this.#place.filters().findIndex((filter) => filter.path === path);
    if (field) this.#open(anchor, field, index < 0 ? undefined : index);
  }

  #open(anchor: HTMLElement, field: Field, index: number | undefined): void {
    const { locale } = this.#host;
    const say = sentencesIn(filterMessages, locale);
    const filters = this.#place.filters();
    const label = labelOf(field, locale);
    const form = new FilterForm(
      this.#host,
      field,
      index === undefined ? undefined : filters[index],
      this.#place.known?.(field),
      (filter) => {
        this.#popover.close();
        if (filter)
          this.#set(index === undefined ? [...filters, filter] : filters.with(index, filter), say.added(label));
      },
    );
    void this.#popover.open(anchor, { label: say.filterOn(label), content: () => form.render() });
  }

  #set(filters: readonly ListFilter[], told: string): void {
    this.#place.set(filters);
    this.#host.announce(told);
  }
}

/** The looks of {@link FilterChips}. */
export const filterStyles: readonly CSSResult[] = [chipStyles, ...filterFormStyles];
