import type { Instant } from '@kith/core';
import {
  type BayesFactor,
  type Explanation,
  makeFrequencies,
  makeRuleScorer,
  makeScorer,
  type RuleExplanation,
  type Score,
  type TrainedModel,
} from '@kith/core/scoring';
import { filter, map, mergeMap, type Observable } from 'rxjs';
import type { OneQuery, RowsQuery } from '../query.js';
import type { Store } from '../store.js';
import { scores, trainedModels } from './collection.js';
import { keptOf, readCounts } from './frequency-table.js';
import { newestModel } from './keep-scores.js';
import { type FrequencyPlan, modelOf, type ScoringPlan, scoreId } from './plan.js';

/** The score of a row by a plan. */
export const ofRow = (plan: ScoringPlan, subjectId: string): OneQuery<Score> => ({
  ask: 'one',
  collection: scores,
  id: scoreId(plan, subjectId),
});

/** Every score of a row, by all schemes and models. */
export const allOfRow = (subjectId: string): RowsQuery<Score> => ({
  ask: 'rows',
  collection: scores,
  where: { field: 'subjectId', is: 'eq', value: subjectId },
  order: [['model', 'asc']],
});

/** Scores from the highest down, of one grade when one is named: a page of an ordered list. */
export const ranked = (plan: ScoringPlan, limit: number, grade?: string): RowsQuery<Score> => ({
  ask: 'rows',
  collection: scores,
  where: {
    and: [
      { field: 'model', is: 'eq', value: modelOf(plan) },
      ...(grade === undefined ? [] : [{ field: 'grade', is: 'eq', value: grade } as const]),
    ],
  },
  order: [['points', 'desc']],
  limit,
});

/** The versions of a model, the newest first: when each was trained, on what, and how well it did. */
export const versions = (name: string): RowsQuery<TrainedModel> => ({
  ask: 'rows',
  collection: trainedModels,
  where: { field: 'name', is: 'eq', value: name },
  order: [['version', 'desc']],
});

/** A row that came to another grade. */
export interface GradeChange {
  readonly subjectId: string;
  readonly model: string;
  readonly from: string | undefined;
  readonly to: string | undefined;
  readonly at: Instant;
}

/** Tells each time a row comes to another grade, here or elsewhere. */
export const gradeChanges = (store: Store): Observable<GradeChange> =>
  store.changes$.pipe(
    mergeMap(({ changes }) => changes.filter(({ collection, to }) => collection === scores.name && to !== null)),
    map(({ to }) => to as unknown as Score),
    filter(({ isNewGrade }) => isNewGrade === true),
    map(({ subjectId, model, gradeBefore, grade, gradeSince }) => ({
      subjectId,
      model,
      from: gradeBefore,
      to: grade,
      at: gradeSince as Instant,
    })),
  );

/** Why a row has its score: by rules each rule and limit, by a model each field. Undefined where there is none; of a table, ask {@link explainFrequencies}. */
export async function explainScore(
  store: Store,
  plan: ScoringPlan,
  subjectId: string,
): Promise<RuleExplanation | Explanation | undefined> {
  const { adapter, env } = store.storage;
  const row = (await adapter.get(plan.of.name, [subjectId]))[0];
  const score = (await adapter.get(scores.name, [scoreId(plan, subjectId)]))[0];
  if (!row || row.deleted || !score || score.deleted) return undefined;
  if ('table' in plan) return undefined;
  if ('scheme' in plan) {
    const { tally = [] } = score.data as unknown as Score;
    return makeRuleScorer(plan.scheme, env().now).explain(row.data, tally);
  }
  const trained = await newestModel(adapter, plan.model);
  return trained && makeScorer(trained.model).explain(row.data);
}

/** What speaks for and against winning a row by the table of a plan: each value, its share, and what it adds to the log-odds. */
export async function explainFrequencies(
  store: Store,
  plan: FrequencyPlan,
  subjectId: string,
): Promise<readonly BayesFactor[] | undefined> {
  const { adapter } = store.storage;
  const row = (await adapter.get(plan.of.name, [subjectId]))[0];
  if (!row || row.deleted) return undefined;
  const counts = await readCounts(adapter, plan);
  return makeFrequencies(plan.setup, keptOf(counts.values())).factors(plan.caseOf(row.data));
}
