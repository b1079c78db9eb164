import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What is asked before a field goes. */
export const removeFieldMessages = translated('removeField', (format: Format) => ({
  title: (label: string) => `Remove ${label}?`,
  close: 'Close',
  cancel: 'Cancel',
  remove: 'Remove field',
  what: 'What becomes of its values',
  keep: 'Keep them in the records',
  keepNote: 'Nobody sees them, and they are there again when the field is. This can be undone.',
  erase: 'Erase them for good',
  eraseNote: 'They are taken out of every record. This cannot be undone.',
  counting: 'Counting the values…',
  holding: (count: number) =>
    format.plural(count, {
      one: `${format.number(count)} record has a value.`,
      other: `${format.number(count)} records have a value.`,
    }),
  type: (name: string) => `Write “${name}” to confirm`,
  removeAndErase: 'Remove and erase',
  erasing: 'Erasing the values',
  progress: (done: number, all: number) => `${format.number(done)} of ${format.number(all)}`,
  stop: 'Stop',
  stopped: (count: number) =>
    format.plural(count, {
      one: `Stopped: the value of ${format.number(count)} record is gone, the others are still there.`,
      other: `Stopped: the values of ${format.number(count)} records are gone, the others are still there.`,
    }),
  kept: (count: number) =>
    format.plural(count, {
      one: `${format.number(count)} record keeps its value: other rules refuse it without.`,
      other: `${format.number(count)} records keep theirs: other rules refuse them without.`,
    }),
  goOn: 'Go on erasing',
  done: 'Done',
}));
