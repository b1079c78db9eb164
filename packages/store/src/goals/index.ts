export { type OpenMetrics, openMetrics } from '../metrics/open-metrics.js';
export { goals as collection } from './collection.js';
export { create, edit, remove } from './commands.js';
export type { WatchProgressOptions } from './measured.js';
export { byId, of, on, partsOf, withParts } from './queries.js';
export { watchParts } from './watch-parts.js';
export { watchProgress } from './watch-progress.js';
