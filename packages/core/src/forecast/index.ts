export { type Accuracy, accuracyOf, brierScore, type Judged, type TrackRecord, trackRecord } from './accuracy.js';
export {
  type AdjustableColumn,
  type AdjustedColumn,
  type Adjustment,
  adjustedColumns,
  checkAdjustment,
  standingAdjustments,
} from './adjustment.js';
export {
  type AgeModel,
  type AgeModelSetup,
  ageModelSteps,
  type Days,
  type DealLife,
  fitAgeModel,
  winChances,
} from './age-model.js';
export {
  checkCalendar,
  type FiscalCalendar,
  type Period,
  type PeriodUnit,
  periodOf,
  periodsBetween,
  reportDay,
  type WeekPattern,
} from './calendar.js';
export {
  type CategoryThresholds,
  type CumulativeRollUp,
  categoryOfProbability,
  cumulativeRollUp,
  DEFAULT_THRESHOLDS,
  FORECAST_CATEGORIES,
  type ForecastCategory,
  type OpenCategory,
} from './categories.js';
export type { CategorySum, Columns } from './columns.js';
export { arrivalsOf } from './created-deals.js';
export { expectedCloseOf, type HistoryZone, lifeOf, stageEntriesOf } from './deal-lives.js';
export {
  type DealChange,
  type Forecast,
  type ForecastDimension,
  type ForecastKey,
  type ForecastLine,
  type ForecastRow,
  type ForecastSetup,
  makeForecast,
} from './forecast.js';
export { type ForecastDeal, forecastDealOf, type Judgement } from './forecast-deal.js';
export { checkHierarchy, type Hierarchy, type TeamPlace, type TeamStay, teamsOn } from './hierarchy.js';
export { type Incidence, incidenceOf, type Waiting, winChance } from './incidence.js';
export {
  type CategorizedDeal,
  isOpenCategory,
  type ManualCategory,
  manualCategoryOf,
} from './manual-category.js';
export {
  type AccuracyReport,
  type AccuracySetup,
  type ForecastReading,
  judgeSnapshots,
  type PastForecast,
} from './past-forecasts.js';
export { calibrationSteps } from './pipeline-calibration.js';
export { type Attainment, attainment, type PlacedQuotas, placeQuotas, type Quota } from './quota.js';
export {
  type LearnedHistory,
  learnSteps,
  type OpenDeal,
  type PeriodRange,
  type RangeForecast,
  type RangeSetup,
  rangeSteps,
} from './range.js';
export {
  SnapshotHead,
  SnapshotPart,
  StoredAdjustment,
  StoredQuota,
  StoredTeamPlace,
  StoredTeamStay,
} from './schema.js';
export {
  type Arrivals,
  luckOf,
  type Prospect,
  type SimulatedRange,
  type SimulatedRanges,
  type Simulation,
  type SimulationSetup,
  simulate,
  simulationSteps,
} from './simulation.js';
export { type ExpectedClose, type Slippage, slippageOf, slippedChances } from './slippage.js';
export { type ForecastSnapshot, takeSnapshot } from './snapshot.js';
export { forecastSpread, type Spread, spreadSteps, type ValuedLife } from './spread.js';
export { calibrateStages, type StageCalibration, type StageEntry } from './stage-calibration.js';
export { finish, isStepEnd, type Steps } from './steps.js';
export {
  WATERFALL_KINDS,
  type Waterfall,
  type WaterfallKind,
  type WaterfallStep,
  waterfallsBetween,
} from './waterfall.js';
