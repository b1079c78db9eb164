export { aucOf } from './auc.js';
export { type Backtest, backtest, backtestSteps, type Split, splitOf } from './backtest.js';
export type { BayesModel } from './bayes-model.js';
export { type Calibration, calibrated, calibrationOf } from './calibration.js';
export { type DesignMatrix, denseMatrix } from './design-matrix.js';
export type { FieldEncoding, UnusedField } from './encoding.js';
export { checkOutcomes, type Example, LEAST_OUTCOMES } from './example.js';
export { finish } from './finish.js';
export {
  type BayesCase,
  type BayesFactor,
  bayesPercent,
  type Frequencies,
  type FrequencySetup,
  type KeptFrequencies,
  makeFrequencies,
  percentOf,
  type StickyPercent,
  stickyPercent,
  sumFrequencies,
  type ValueCount,
} from './frequencies.js';
export { type GradeScale, type GradeStep, gradeOf, type Points } from './grade.js';
export { type Isotonic, isotonicOf, risingFit } from './isotonic.js';
export type { ConfidenceInterval, JudgedChance, Measured } from './judged.js';
export { checkFields, fieldLabel } from './known-fields.js';
export { findLeaks, type LeakSetup, type LeakWarning, leakSteps } from './leaks.js';
export { type LogisticFit, type LogisticSetup, logisticSteps } from './logistic.js';
export { type Contribution, type Explanation, makeScorer, type ScoreModel, type Scorer } from './model.js';
export { type Platt, plattOf } from './platt.js';
export type { RegressionModel } from './regression.js';
export {
  type CalibrationBin,
  calibrationTable,
  type LiftDecile,
  liftTable,
  type QualityReport,
  qualityOf,
  qualitySteps,
} from './report.js';
export {
  type LimitPoints,
  makeRuleScorer,
  type RuleExplanation,
  type RulePoints,
  type RuleScore,
  type RuleScorer,
} from './rule-score.js';
export { pointsOf, type Said, type SaidPoint } from './said.js';
export { Score, TrainedModel } from './schema.js';
export {
  checkScheme,
  type EngagementRule,
  type FitRule,
  type Limits,
  type RuleGroup,
  type SchemeFields,
  type ScoringScheme,
} from './scheme.js';
export { EventPlace, StoredScheme } from './stored-scheme.js';
export { makeTallier, type ScoredEvent, type Tallier, type Tally } from './tally.js';
export { type TrainingSetup, trainingSteps, trainModel } from './train.js';
