export { type Ask, approvalsOf, approve, openApprovals, reject, requestApproval, withdraw } from './approvals.js';
export { type ChangeInput, change, changesOf, revertChange } from './change.js';
export {
  type Approval,
  approvals,
  type GivenApproval,
  type MigratedRow,
  type PipelineChangeRow,
  type PipelineStep,
  pipelineChanges,
  pipelineCollections,
  pipelineSteps,
} from './collections.js';
export { move, type RowMove } from './move.js';
export { type Settled, settle } from './settle.js';
export { type SettleOptions, type SettleProgress, settlePipeline } from './settle-pipeline.js';
