import { Score, StoredScheme, TrainedModel } from '@kith/core/scoring';
import * as z from 'zod/mini';
import type { Collection, Identified } from '../collection.js';

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

/** Schemes that were made while the application runs. */
export const scoringSchemes: Collection<StoredScheme> = {
  name: 'scoringSchemes',
  kind: 'scoringScheme',
  schema: StoredScheme,
  shape: { indexes: [] },
};

/** How often something was won and lost: of all rows, of those in a stage, or of those with a value in a field. */
export interface FrequencyCount extends Identified {
  readonly table: string;
  readonly of: 'all' | 'stage' | 'field';
  readonly field: string;
  readonly value: string;
  readonly won: number;
  readonly lost: number;
}

const count = z.int().check(z.nonnegative());

/** What outcomes are counted in. */
export const frequencies: Collection<FrequencyCount> = {
  name: 'frequencies',
  kind: 'frequency',
  schema: z.looseObject({ id: z.string(), table: z.string(), won: count, lost: count }) as never,
  shape: { indexes: [['table']] },
};

/** All that scoring keeps: hand them to `openStore({ collections: [...scoringCollections] })`. */
export const scoringCollections: readonly Collection[] = [scores, trainedModels, scoringSchemes, frequencies];
