import type { Format } from '../base/format.js';
import { translated } from '../base/locale.js';

/** The sentences of what stands above the columns, and of lanes. */
export const toolsMessages = translated('boardTools', (format: Format) => ({
  title: 'Search, filters and lanes',
  search: 'Search',
  clearSearch: 'Clear search',
  filter: 'Filter',
  clearFilters: 'Clear filters',
  lanes: 'Lanes',
  lanesBy: (field: string) => `Lanes: ${field}`,
  noLanes: 'No lanes',
  without: (field: string) => `Without ${field.toLocaleLowerCase()}`,
  yes: 'Yes',
  no: 'No',
  foldLane: (lane: string) => `Fold up ${lane}`,
  unfoldLane: (lane: string) => `Unfold ${lane}`,
  stages: 'Stages',
  hiddenColumns: (count: number) =>
    format.plural(count, { one: '1 hidden column', other: `${format.number(count)} hidden columns` }),
  showColumn: (stage: string) => `Show ${stage}`,
  showAll: 'Show all columns',
  stageOrder: 'In the order of the stages',
  offline: 'Offline. What is known stays here, and changes wait until the connection is back.',
}));

/** Those sentences in one language. */
export type ToolsSentences = ReturnType<(typeof toolsMessages)['en']>;
