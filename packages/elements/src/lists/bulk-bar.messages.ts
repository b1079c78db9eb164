import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What is said about doing something with many rows. */
export const bulkMessages = translated('listBulk', (format: Format) => ({
  title: 'With the selected rows',
  selected: (count: number) => `${format.number(count)} selected`,
  selectAll: (count: number) => `Select all ${format.number(count)}`,
  clear: 'Clear the selection',
  owner: 'Owner',
  noOwner: 'Nobody',
  tags: 'Tag',
  newTag: 'New tag',
  add: 'Add',
  takeOff: 'Take a tag off',
  field: 'Set a field',
  apply: 'Apply',
  export: 'Export',
  delete: 'Delete',
  deleteTitle: (count: number, thing: string, things: string) =>
    `Delete ${format.plural(count, { one: `1 ${thing.toLocaleLowerCase()}`, other: `${format.number(count)} ${things.toLocaleLowerCase()}` })}?`,
  deleteText: 'Undo brings them back.',
  deleteAction: 'Delete',
  doing: (done: number, total: number) => `${format.number(done)} of ${format.number(total)}`,
  stop: 'Stop',
  done: (count: number) =>
    format.plural(count, { one: '1 row changed', other: `${format.number(count)} rows changed` }),
  deleted: (count: number) =>
    format.plural(count, { one: '1 row deleted', other: `${format.number(count)} rows deleted` }),
  partly: (done: number, refused: number) => `${format.number(done)} changed, ${format.number(refused)} not`,
  refusedTitle: (count: number) =>
    format.plural(count, { one: '1 row was not changed', other: `${format.number(count)} rows were not changed` }),
  andMore: (count: number) => `and ${format.number(count)} more`,
  close: 'Close',
  notExported: 'Not exported.',
  exported: (count: number) =>
    format.plural(count, { one: '1 row exported', other: `${format.number(count)} rows exported` }),
}));

/** The sentences of {@link bulkMessages}. */
export type BulkSentences = ReturnType<typeof bulkMessages.en>;
