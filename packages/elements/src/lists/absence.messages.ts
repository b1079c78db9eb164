import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** What a list says that has no rows to show. */
export const absenceMessages = translated('listAbsence', (format: Format) => ({
  clearSearch: 'Clear search',
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
  again: 'Try again',
  unknownKind: 'Nobody knows what to list here',
  unknownKindHow: 'Give it a kind, such as of="contact", or a source.',
}));
