export { type Calibrations, watchCalibration } from './calibration.js';
export {
  adjustments,
  forecastCollections,
  quotas,
  snapshotParts,
  snapshots,
  teamPlaces,
  teamStays,
} from './collection.js';
export {
  type AdjustmentPlace,
  adjust,
  clearCategory,
  joinTeam,
  placeTeam,
  type QuotaPlace,
  removeQuota,
  setCategory,
  setQuota,
  withdrawAdjustment,
} from './commands.js';
export { accuracyReport, type Point, type WaterfallSetup, waterfalls } from './history.js';
export {
  type ForecastBasis,
  type LiveForecast,
  type LiveForecastSetup,
  type SeenDeal,
  watchForecast,
} from './live-forecast.js';
export {
  adjustmentsBetween,
  allQuotas,
  allSnapshots,
  type Holder,
  partsOf,
  places,
  quotasBetween,
  quotasOf,
  snapshotById,
  stays,
} from './queries.js';
export { type LiveRange, type WatchRangeSetup, watchRange } from './range.js';
export { keepSnapshots, type SnapshotSetup, type TakenSnapshot, takeSnapshot } from './snapshots.js';
export type { Standing } from './standing.js';
