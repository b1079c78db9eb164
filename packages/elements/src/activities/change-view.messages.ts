import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What the timeline says about changes of the record. */
export const changeMessages = translated('fieldChanges', (format: Format) => ({
  /** After the name of whoever did it. */
  created: 'created this record',
  changed: (fields: number) =>
    format.plural(fields, { one: 'changed a field', other: `changed ${format.number(fields)} fields` }),
  /** The same where nobody is known. */
  createdAlone: 'Record created',
  changedAlone: (fields: number) =>
    format.plural(fields, { one: 'Field changed', other: `${format.number(fields)} fields changed` }),
  /** Between what it was and what it is. */
  to: 'to',
  empty: 'empty',
  hidden: 'not shown here',
}));
