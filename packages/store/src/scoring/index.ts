export { frequencies, scores, scoringCollections, scoringSchemes, trainedModels } from './collection.js';
export { followModel, type Graded, keepModel, type Rescored, rescore, setByHand } from './commands.js';
export { type DealFrequencies, dealFrequencies } from './deal-frequencies.js';
export { type KeepScoresOptions, keepScores } from './keep-scores.js';
export {
  contactActivities,
  dealActivities,
  type EventSource,
  type FrequencyPlan,
  type ModelPlan,
  modelOf,
  type RulePlan,
  type ScoringPlan,
  scoreId,
} from './plan.js';
export {
  allOfRow,
  explainFrequencies,
  explainScore,
  type GradeChange,
  gradeChanges,
  ofRow,
  ranked,
  versions,
} from './queries.js';
export { recount } from './recount.js';
export { type RescoreOptions, rescoreAll, rescoreDue } from './rescore-all.js';
export { changeScheme, createScheme, forgetScores, removeScheme, type SchemeDraft } from './scheme-commands.js';
export { storedPlans } from './stored-plans.js';
export { type Trained, type TrainInput, type TrainOptions, trainScores } from './train.js';
