import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What chips and the forms behind them say. */
export const filterMessages = translated('listFilters', (format: Format) => ({
  title: 'Filter by',
  filterOn: (label: string) => `Filter on ${label}`,
  remove: (label: string) => `Remove the filter on ${label}`,
  apply: 'Apply',
  cancel: 'Cancel',
  find: 'Find',
  how: 'How',
  ways: {
    contains: 'contains',
    equals: 'is',
    startsWith: 'starts with',
    any: 'is',
    none: 'is not',
    between: 'is',
    days: 'is',
    last: 'in the last',
    next: 'in the next',
    empty: 'is empty',
    filled: 'is known',
  },
  text: 'Text',
  from: 'From',
  to: 'To',
  least: 'At least',
  most: 'At most',
  currency: 'Currency',
  days: 'Days',
  or: (first: string, others: number) => (others === 0 ? first : `${first} or ${format.number(others)} more`),
  either: (first: string, second: string) => `${first} or ${second}`,
  between: (least: string, most: string) => `${least} – ${most}`,
  atLeast: (least: string) => `${least} or more`,
  atMost: (most: string) => `${most} or less`,
  since: (day: string) => `since ${day}`,
  until: (day: string) => `until ${day}`,
  inDays: (days: number) =>
    format.plural(days, { one: `${format.number(days)} day`, other: `${format.number(days)} days` }),
  range: 'Between two days',
  lastDays: 'In the last days',
  nextDays: 'In the next days',
  isEmpty: 'Is empty',
  isFilled: 'Is known',
  added: (label: string) => `Filter on ${label} added`,
  removed: (label: string) => `Filter on ${label} removed`,
}));

/** The sentences of {@link filterMessages}. */
export type FilterSentences = ReturnType<typeof filterMessages.en>;
