import type { Explanation, RuleExplanation, Score } from '@kith/core/scoring';
import type { Store } from '@kith/store';
import { explainFrequencies, explainScore, type ScoringPlan } from '@kith/store/scoring';
import { type Reasons, reasonsOfCounts, reasonsOfModel, reasonsOfRules } from './reasons.js';

/** Reads why a row has a score; undefined where nobody can say. Rejects with a KithError when the storage fails. */
export async function readReasons(store: Store, plan: ScoringPlan, score: Score): Promise<Reasons | undefined> {
  if ('table' in plan) {
    const factors = await explainFrequencies(store, plan, score.subjectId);
    return factors && reasonsOfCounts(factors);
  }
  const explained = await explainScore(store, plan, score.subjectId);
  if (!explained) return undefined;
  return 'scheme' in plan
    ? reasonsOfRules(explained as RuleExplanation, score.points)
    : reasonsOfModel(explained as Explanation, score.automatic ?? score.points);
}
