export {
  type AssignedRound,
  assignByPlan,
  assignWaiting,
  createAgent,
  createPlan,
  editAgent,
  editPlan,
} from './assignment.js';
export { leadCollections, leads as collection } from './collection.js';
export {
  assign,
  type Captured,
  type CaptureInput,
  capture,
  create,
  disqualify,
  edit,
  fixedFields,
  move,
  qualify,
  recycle,
  touch,
} from './commands.js';
export { type ConvertedRows, type ConvertInput, convert } from './convert.js';
export { claim, createPool, editPool, type RecycledRound, recycleDue, release } from './pools.js';
export { allPlans, allPools, byId, bySource, inbox, inPool, ofContact, stale, untouched } from './queries.js';
