import type { Field } from '@kith/core/fields';
import type { Menu } from '../parts/menu.js';
import type { Popover } from '../parts/popover.js';
import { valuesAt } from './cell.js';
import { FilterChips } from './filter-chips.js';
import type { ListHost } from './list-host.js';

/** Rows that are looked through for the tags people use. */
const SAMPLE = 200;

/** The chips of a list, and the forms behind them. */
export const filterTools = (host: ListHost, menu: Menu, popover: Popover): FilterChips =>
  new FilterChips(host, menu, popover, {
    fields: () => host.fields,
    filters: () => host.view.filters ?? [],
    set: (filters) => host.arrange({ filters }),
    known: (field) => tagsIn(host, field),
  });

/** Tags are what people write; those of the rows in sight are offered. */
function tagsIn(
  { rows, locale }: ListHost,
  { name, path }: Field,
): readonly { readonly value: string; readonly label: string }[] | undefined {
  if (name !== 'tags') return undefined;
  const items = Math.min(SAMPLE, rows.layout.items);
  const tags = new Set(
    Array.from({ length: items }, (_, item) => rows.rowAt(rows.layout.placeOf(item))).flatMap((row) =>
      row ? valuesAt(row, path).map(String) : [],
    ),
  );
  return [...tags]
    .sort((left, right) => left.localeCompare(right, locale.lang))
    .map((value) => ({ value, label: value }));
}
