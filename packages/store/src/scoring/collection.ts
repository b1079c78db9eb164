import { Score, TrainedModel } from '@kith/core/scoring';
import type { Collection } from '../collection.js';

/** What rows are worth. Ordered lists read it by model and points. */
export const scores: Collection<Score> = {
  name: 'scores',
  kind: 'score',
  schema: Score,
  shape: { indexes: [['subjectId'], ['model', 'points'], ['model', 'grade', 'points'], ['model', 'dueDay']] },
};

/** Every model that was trained. */
export const trainedModels: Collection<TrainedModel> = {
  name: 'trainedModels',
  kind: 'scoreModel',
  schema: TrainedModel,
  shape: { indexes: [['name', 'version']] },
};

/** All that scoring keeps: hand them to `openStore({ collections: [...scoringCollections] })`. */
export const scoringCollections: readonly Collection[] = [scores, trainedModels];
