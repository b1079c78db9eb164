import type { Filter } from '@kith/core';
import type { Field } from '@kith/core/fields';
import type { Locale } from '../base/locale.js';
import { filterOf } from './list-filter.js';
import type { RowsAsked } from './list-rows.js';
import type { ListView } from './list-view.js';
import { searchFilter } from './search-filter.js';
import type { ListSource } from './source.js';

/** What decides which rows there are, and in which order. */
export interface AskingOptions {
  readonly source: ListSource;
  readonly view: ListView;
  /** What holds for every row. */
  readonly where: Filter | undefined;
  readonly sought: string;
  readonly fields: readonly Field[];
  /** The path of the field that names a row: the order where nobody asked for another. */
  readonly title: string | undefined;
  readonly locale: Locale;
}

/** What the list has to ask the store. Filters on fields that are no longer there ask nothing. */
export function rowsAsked({ source, view, where, sought, fields, title, locale }: AskingOptions): RowsAsked {
  const fieldAt = (path: string): Field | undefined => fields.find((field) => field.path === path);
  const chips = (view.filters ?? []).flatMap((filter) => {
    const field = fieldAt(filter.path);
    return field ? [filterOf(filter, field, locale)] : [];
  });
  const found = searchFilter(sought, fields);
  const all = [...(where ? [where] : []), ...chips, ...(found ? [found] : [])];
  return {
    collection: source.collection,
    where: all.length > 1 ? { and: all } : all[0],
    order: view.order?.length ? view.order : title === undefined ? [] : [[title, 'asc']],
    group: view.group === undefined ? undefined : fieldAt(view.group)?.path,
  };
}
