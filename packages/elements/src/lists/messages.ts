import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What a list says. `things` and `many` are the plural of what is listed, `thing` one of them. */
export const listMessages = translated('list', (format: Format) => ({
  loading: 'Loading…',
  search: (things: string) => `Search ${things.toLocaleLowerCase()}`,
  clearSearch: 'Clear search',
  actions: 'Actions',
  selectAll: (things: string) => `Select all ${things.toLocaleLowerCase()}`,
  selectRow: (name: string) => `Select ${name}`,
  columnMenu: (label: string) => `Column ${label}`,
  sortedUp: (label: string) => `Sorted by ${label}, ascending`,
  sortedDown: (label: string) => `Sorted by ${label}, descending`,
  unsorted: 'Not sorted',
  yes: 'Yes',
  no: 'No',
  more: (count: number) => `+${format.number(count)}`,
  without: (label: string) => `No ${label.toLocaleLowerCase()}`,
  count: (count: number, thing: string, things: string) =>
    format.plural(count, { one: thing.toLocaleLowerCase(), other: things.toLocaleLowerCase() }),
  counting: 'Counting…',
  again: 'Try again',
  groups: (count: number) => format.plural(count, { one: 'group', other: 'groups' }),
  selected: (count: number) => `${format.number(count)} selected`,
  noneSelected: 'Nothing selected',
}));

/** The sentences of {@link listMessages}. */
export type ListSentences = ReturnType<typeof listMessages.en>;
