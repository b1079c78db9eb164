export { checkMetric, Metric } from '../metrics/metric.js';
export {
  type MetricBook,
  type MetricCell,
  type MetricPlace,
  type MetricTotal,
  metricSeries,
  metricTotal,
  newMetricBook,
} from '../metrics/metric-book.js';
export { checkGoal } from './check-goal.js';
export { checkGoalParent } from './check-parent.js';
export { type GoalPart, type GoalParts, goalParts, type MeasuredGoal } from './parts.js';
export { type PlacedGoals, placeGoals } from './place-goals.js';
export { type Progress, type ProgressTerms, progressOf } from './progress.js';
export { Goal } from './schema.js';
