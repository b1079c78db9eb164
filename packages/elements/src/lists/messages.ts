import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What a list says. `things` and `many` are the plural of what is listed, `thing` one of them. */
export const listMessages = translated('list', (format: Format) => ({
  loading: 'Loading…',
  search: (things: string) => `Search ${things.toLocaleLowerCase()}`,
  clearSearch: 'Clear search',
  addFilter: 'Filter',
  group: 'Group',
  groupBy: (label: string) => `Group: ${label}`,
  columns: 'Columns',
  actions: 'Actions',
  exportAll: 'Export as CSV',
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
  groups: (count: number) => format.plural(count, { one: 'group', other: 'groups' }),
  selected: (count: number) => `${format.number(count)} selected`,
  noneSelected: 'Nothing selected',
  emptyTitle: (things: string) => `No ${things.toLocaleLowerCase()} yet`,
  emptyText: (things: string) => `${things} that are added or imported stand here.`,
  noMatchTitle: (thing: string) => `No ${thing.toLocaleLowerCase()} matches`,
  noMatchFilter: (label: string) => `Nothing is left with the filter “${label}”.`,
  noMatchFilters: (labels: readonly string[]) => `Nothing is left with the filters on ${format.list(labels)} together.`,
  noMatchSearch: (text: string) => `Nothing contains “${text}”.`,
  removeFilter: (label: string) => `Remove ${label}`,
  clearAll: 'Clear all filters',
  failedTitle: (things: string) => `${things} could not be read`,
  failedText: 'The storage did not answer.',
  deniedTitle: 'No access',
  deniedText: (things: string) => `You may not see ${things.toLocaleLowerCase()}. Ask whoever looks after your rights.`,
  offline: 'Offline. What is known stays here, and changes wait until the connection is back.',
  again: 'Try again',
  unknownKind: 'Nobody knows what to list here',
  unknownKindHow: 'Give it a kind, such as of="contact", or a source.',
}));

/** The sentences of {@link listMessages}. */
export type ListSentences = ReturnType<typeof listMessages.en>;
