import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What the timeline says about filters, and where they leave nothing. */
export const timelineToolsMessages = translated('timelineTools', (format: Format) => ({
  bar: 'Filters',
  menu: 'Filter the timeline',
  kind: 'Type',
  by: 'Person',
  at: 'Period',
  changes: 'Field changes',
  person: 'Person…',
  otherPeriod: 'Other period…',
  lastDays: (days: number) =>
    format.plural(days, { one: `Last ${format.number(days)} day`, other: `Last ${format.number(days)} days` }),
  clear: 'Clear filters',
  cleared: 'Filters cleared',
  noMatchTitle: 'The filters hide every entry',
  noMatchText: 'There is more on this timeline than they show.',
  offline: 'You are offline. What was read stays here; changes are kept on this device.',
}));
