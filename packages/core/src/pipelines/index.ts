export {
  closeDayPushes,
  closeDaySlip,
  type FormerCloseDay,
  keepCloseDay,
  type Promised,
} from '../kernel/close-days.js';
export type { Audience } from '../kernel/result.js';
export { type StageStatus, statusIn } from '../kernel/stage-status.js';
export { type AmountLimit, countedAmount, limitedField } from './amount-limit.js';
export { type Approvers, stillToApprove } from './approvers.js';
export { type Actor, isAmong } from './audience.js';
export { canHold } from './can-hold.js';
export { type ChangePlan, type PipelineChange, planChange } from './change.js';
export { checkPipeline, contradictionsIn, type RowKnowledge } from './check-pipeline.js';
export { failedConditions } from './failed-conditions.js';
export { isFieldPath, isFilled, withFields } from './field-path.js';
export type { InSteps } from './in-steps.js';
export { checkPassage, checkStillFilled, hasRules, isOverLimit, type Passage } from './passage.js';
export { quantile } from './quantile.js';
export { mayBegin, mayFollow } from './reach.js';
export type { PipelinePast } from './schema.js';
export {
  type HistoryRow,
  type StageConversion,
  type StageFigures,
  type StageTime,
  stageFigures,
} from './stage-figures.js';
export { StageRules } from './stage-rules.js';
export { type StageStretch, stretchesOf } from './stage-stays.js';
export { moveStaged, type Staged, stageOf } from './staged.js';
export { type Duration, endShares, kaplanMeier, type SurvivalStep, survivalQuantile } from './survival.js';
export { type Velocity, type VelocityRow, velocities } from './velocity.js';
