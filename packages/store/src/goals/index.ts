export { type OpenMetrics, openMetrics } from '../metrics/open-metrics.js';
export { goals as collection } from './collection.js';
export { create, edit, remove } from './commands.js';
export { byId, of, on } from './queries.js';
export { type WatchProgressOptions, watchProgress } from './watch-progress.js';
