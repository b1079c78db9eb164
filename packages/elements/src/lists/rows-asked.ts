import type { Filter } from '@kith/core';
import type { Field } from '@kith/core/fields';
import type { Locale } from '../base/locale.js';
import { filterOf } from './list-filter.js';
import type { RowsAsked } from './list-rows.js';
import type { ListView } from './list-view.js';
import type { References } from './references.js';
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
  readonly references: References;
}

/** What the list has to ask the store. Filters on fields that are no longer there ask nothing. */
export function rowsAsked(options: AskingOptions): RowsAsked {
  const { source, view, where, sought, fields, title, locale, references } = options;
  const fieldAt = (path: string): Field | undefined => fields.find((field) => field.path === path);
  const chips = (view.filters ?? []).flatMap((filter) => {
    const field = fieldAt(filter.path);
    return field ? [filterOf(filter, field, locale)] : [];
  });
  const found = searchFilter(sought, fields);
  const group = view.group === undefined ? undefined : fieldAt(view.group);
  const all = [...(where ? [where] : []), ...chips, ...(found ? [found] : [])];
  return {
    collection: source.collection,
    where: all.length > 1 ? { and: all } : all[0],
    order: view.order?.length ? view.order : title === undefined ? [] : [[title, 'asc']],
    group: group?.path,
    rank: group && rankOf(group, references, locale),
  };
}

/** Choices stand in the order of their options, people by name as the reader's language orders them, and nobody last. */
function rankOf({ valueType, options }: Field, { users }: References, { lang }: Locale): RowsAsked['rank'] {
  const keys: readonly unknown[] | undefined =
    valueType === 'choice'
      ? options?.map(({ value }) => value)
      : valueType === 'user'
        ? users.toSorted((left, right) => left.name.localeCompare(right.name, lang)).map(({ id }) => id)
        : undefined;
  return keys && ((key) => (keys.includes(key) ? keys.indexOf(key) : keys.length));
}
