import { isSame, valueAt } from '@kith/core/imports';
import type { GradeScale } from '@kith/core/scoring';
import { deals } from '../deals/collection.js';
import type { FrequencyPlan } from './plan.js';

/** What is counted of deals. */
export interface DealFrequencies {
  /** What the table is called. */
  readonly table: string;
  /** Ids of the stages in their order, the won one last. Without any, the stage plays no part. */
  readonly stages?: readonly string[];
  /** Paths of fields whose values are counted, such as `source` or `customFields.channel`. */
  readonly fields: readonly string[];
  /** Those of them that hold tags: a tag counts from 50 outcomes on. */
  readonly tagFields?: readonly string[];
  readonly grades?: GradeScale;
}

/** Deals counted by how they end: a lost one counts in the stage it had come to, and those before. */
export const dealFrequencies = ({
  table,
  stages = [],
  fields,
  tagFields = [],
  grades,
}: DealFrequencies): FrequencyPlan => ({
  of: deals,
  table,
  setup: { stages, tagFields },
  caseOf(row) {
    const stage = reached(row, stages);
    return { ...(stage !== undefined && { stage }), values: fields.flatMap((field) => valuesOf(row, field)) };
  },
  outcomeOf(row) {
    const status = valueAt(row, 'status');
    return status === 'won' || status === 'lost' ? status : undefined;
  },
  ...(grades && { grades }),
});

/** The stage of the list that it is in, or was in last. */
function reached(row: unknown, stages: readonly string[]): string | undefined {
  const history = valueAt(row, 'stageHistory');
  const stays = Array.isArray(history) ? history.map((stay) => valueAt(stay, 'stageId')) : [];
  return [valueAt(row, 'stageId'), ...stays.reverse()].find(
    (stage): stage is string => typeof stage === 'string' && stages.includes(stage),
  );
}

function valuesOf(row: unknown, field: string): (readonly [string, string])[] {
  const value = valueAt(row, field);
  const all = Array.isArray(value) ? value : [value];
  return all.flatMap((each) =>
    typeof each === 'string' || typeof each === 'number' || typeof each === 'boolean'
      ? [[field, String(each)] as const]
      : [],
  );
}

/** Whether two versions of a row count alike. */
export const isSameOutcome = (plan: FrequencyPlan, from: unknown, to: unknown): boolean =>
  (from ? plan.outcomeOf(from) : undefined) === (to ? plan.outcomeOf(to) : undefined) &&
  (!from || !to || plan.outcomeOf(from) === undefined || isSame(plan.caseOf(from), plan.caseOf(to)));
