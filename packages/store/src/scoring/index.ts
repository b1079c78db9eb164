export { scores, scoringCollections, trainedModels } from './collection.js';
export { followModel, keepModel, type Rescored, rescore, setByHand } from './commands.js';
export { keepScores } from './keep-scores.js';
export {
  contactActivities,
  dealActivities,
  type EventSource,
  type ModelPlan,
  modelOf,
  type RulePlan,
  type ScoringPlan,
  scoreId,
} from './plan.js';
export { allOfRow, explainScore, type GradeChange, gradeChanges, ofRow, ranked, versions } from './queries.js';
export { type RescoreOptions, rescoreAll, rescoreDue } from './rescore-all.js';
export { type Trained, type TrainInput, type TrainOptions, trainScores } from './train.js';
