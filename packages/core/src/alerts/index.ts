export { type Anomaly, anomalyOf } from './anomaly.js';
export { checkAlertRule } from './check-rule.js';
export { daysLookedAt, type Judgement, judgeMetric, type MetricWatch } from './judge.js';
export { notQuietFrom, type QuietHours } from './quiet-hours.js';
export { Alert, AlertRule, type MetricCondition } from './schema.js';
export { type AlertDraft, type AlertStep, acknowledged, snoozed, stepAlert } from './step.js';
