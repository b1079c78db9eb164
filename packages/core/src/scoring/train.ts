import { ok, type Result } from '../kernel/result.js';
import { bayesSteps } from './bayes-model.js';
import type { Calibration } from './calibration.js';
import { checkOutcomes, type Example } from './example.js';
import { finish } from './finish.js';
import type { ScoreModel } from './model.js';
import { regressionSteps } from './regression.js';

/** What a model is trained with. */
export interface TrainingSetup {
  /** Closed cases only. */
  readonly examples: readonly Example[];
  /** Paths of the fields to learn from. Leave out what is written after the fact: see {@link findLeaks}. */
  readonly fields: readonly string[];
  /** `regression` when left out. */
  readonly kind?: ScoreModel['kind'] | undefined;
  /** Words that stand for nothing, such as the "Select" of a form that was left alone. */
  readonly blanks?: readonly string[] | undefined;
  /** How many won and how many lost there must be at least: 50 each when left out. */
  readonly least?: number | undefined;
  /** The weight of the regression's L2 penalty; tried out when left out. */
  readonly strength?: number | undefined;
  /** How naive Bayes is calibrated. */
  readonly calibration?: Calibration['by'] | undefined;
}

/**
 * Trains in slices of a few milliseconds: call `next` until it is done. Problem: `scoring/too-few-outcomes`. The same
 * examples in the same order give the same model.
 */
export function* trainingSteps(setup: TrainingSetup): Generator<void, Result<ScoreModel>> {
  const outcomes = checkOutcomes(setup.examples, setup.least);
  if (!outcomes.ok) return outcomes;
  const model =
    setup.kind === 'bayes' ? yield* bayesSteps(setup, outcomes.value) : yield* regressionSteps(setup, outcomes.value);
  return ok(model);
}

/** Trains in one go: see {@link trainingSteps}. */
export const trainModel = (setup: TrainingSetup): Result<ScoreModel> => finish(trainingSteps(setup));
