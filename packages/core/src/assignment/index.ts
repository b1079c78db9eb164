export {
  type AssignmentDecision,
  type AssignmentReason,
  type AssignmentSituation,
  assign,
  type LeftOut,
} from './assign.js';
export { Agent, AssignmentMethod, AssignmentPlan, AssignmentRule, AssignmentTurns } from './schema.js';
