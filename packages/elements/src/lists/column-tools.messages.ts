import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What menus and forms for columns say. */
export const columnMessages = translated('listColumns', (format: Format) => ({
  sortUp: 'Sort ascending',
  sortDown: 'Sort descending',
  sort: 'Sort',
  sortedBy: (label: string, isUp: boolean) => `Sorted by ${label}, ${isUp ? 'ascending' : 'descending'}`,
  pin: 'Pin',
  unpin: 'Unpin',
  toStart: 'Move towards the start',
  toEnd: 'Move towards the end',
  wider: 'Wider',
  narrower: 'Narrower',
  hide: 'Hide column',
  groupByThis: 'Group by this',
  choose: 'Columns…',
  byKey: 'Ctrl+Shift+←/→',
  byWidthKey: 'Alt+Shift+←/→',
  title: 'Columns',
  find: 'Find a field',
  reset: 'As it was',
  shown: 'In the list',
  others: 'Not in the list',
  moveUp: (label: string) => `Move ${label} up`,
  moveDown: (label: string) => `Move ${label} down`,
  moved: (label: string, at: number, of: number) => `${label} is column ${format.number(at)} of ${format.number(of)}`,
  isWide: (label: string, width: number) => `${label} is ${format.number(width)} pixels wide`,
  hidden: (label: string) => `${label} is hidden`,
  pinned: (label: string) => `${label} is pinned`,
  unpinned: (label: string) => `${label} is no longer pinned`,
  noGroup: 'No groups',
  groupTitle: 'Group by',
  average: (label: string) => `Average ${label.toLocaleLowerCase()}`,
  offline: 'Offline. What is known stays here, and changes wait until the connection is back.',
  group: 'Group',
  groupBy: (label: string) => `Group: ${label}`,
  exportAll: 'Export as CSV',
  addFilter: 'Filter',
}));

/** The sentences of {@link columnMessages}. */
export type ColumnSentences = ReturnType<typeof columnMessages.en>;
