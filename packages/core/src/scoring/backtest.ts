import { compareText } from '../filters/text.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import type { Example } from './example.js';
import { finish } from './finish.js';
import type { JudgedChance } from './judged.js';
import { makeScorer, type ScoreModel } from './model.js';
import { type QualityReport, qualitySteps } from './report.js';
import { type TrainingSetup, trainingSteps } from './train.js';

/** Which examples are held back to judge the model by. */
export type Split =
  /** Every so-many-th by its place in the list: `{ every: 5, at: 4 }` holds back the 5th, 10th, … */
  | { readonly by: 'index'; readonly every: number; readonly at: number }
  /** Those that closed last, as many as this share (0–1): what comes closest to how a model is used. */
  | { readonly by: 'time'; readonly share: number };

/** How a model of these settings does on cases it has not seen. */
export interface Backtest {
  readonly learnedFrom: number;
  readonly quality: QualityReport;
  /** For naive Bayes: the same without calibration. */
  readonly uncalibrated?: QualityReport;
}

const SLICE = 256;

/**
 * Trains on some examples and judges by the others. Problems: those of training, `scoring/split-without-time` and
 * `scoring/one-sided-test`. Comes in slices.
 */
export function* backtestSteps(setup: TrainingSetup & { readonly split: Split }): Generator<void, Result<Backtest>> {
  const parts = splitOf(setup.examples, setup.split);
  if (!parts.ok) return parts;
  const { learn, test } = parts.value;
  const trained = yield* trainingSteps({ ...setup, examples: learn });
  if (!trained.ok) return trained;
  const model = trained.value;
  const baseRate = model.learnedFrom.won / learn.length;
  const quality = yield* judge(model, test, baseRate);
  if (!quality)
    return refuse({
      code: 'scoring/one-sided-test',
      message: `The ${test.length} examples held back are all won or all lost, which judges nothing. Hold back more, or split them another way.`,
      params: { held: test.length },
    });
  const raw =
    model.kind === 'bayes' ? yield* judge({ ...model, calibration: { by: 'none' } }, test, baseRate) : undefined;
  return ok({ learnedFrom: learn.length, quality, ...(raw && { uncalibrated: raw }) });
}

/** A backtest in one go: see {@link backtestSteps}. */
export const backtest = (setup: TrainingSetup & { readonly split: Split }): Result<Backtest> =>
  finish(backtestSteps(setup));

function* judge(
  model: ScoreModel,
  test: readonly Example[],
  baseRate: number,
): Generator<void, QualityReport | undefined> {
  const scorer = makeScorer(model);
  const cases: JudgedChance[] = [];
  for (let index = 0; index < test.length; index++) {
    if (index % SLICE === SLICE - 1) yield;
    const example = test[index];
    cases.push({ chance: scorer.chance(example?.row), won: example?.won ?? false });
  }
  yield;
  return yield* qualitySteps(cases, baseRate);
}

/** Parts examples into those to learn from and those to judge by. */
export function splitOf(
  examples: readonly Example[],
  split: Split,
): Result<{ readonly learn: readonly Example[]; readonly test: readonly Example[] }> {
  if (split.by === 'index')
    return ok({
      learn: examples.filter((_, index) => index % split.every !== split.at),
      test: examples.filter((_, index) => index % split.every === split.at),
    });
  const undated = examples.filter(({ closedAt }) => closedAt === undefined).length;
  if (undated > 0)
    return refuse({
      code: 'scoring/split-without-time',
      message: `${undated} of the ${examples.length} examples do not say when they closed, so they cannot be split by time. Give each its closedAt, or split by index.`,
      params: { undated },
    });
  const order = [...examples].sort((left, right) => compareText(left.closedAt ?? '', right.closedAt ?? ''));
  const kept = Math.round(order.length * (1 - split.share));
  return ok({ learn: order.slice(0, kept), test: order.slice(kept) });
}
