import { type Env, today } from '../kernel/env.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { staysWith } from '../kernel/stays.js';
import { withoutEmpty } from '../kernel/without-empty.js';
import type { Pipeline } from '../pipelines/schema.js';
import { amountProblem } from './amounts.js';
import { openStage, unknownStage } from './rules.js';
import type { Deal } from './schema.js';

/** The fields that a deal has by being made, moved or closed. */
type Derived =
  | 'id'
  | 'status'
  | 'stageEnteredAt'
  | 'stageHistory'
  | 'actualCloseDay'
  | 'actualValue'
  | 'lossReason'
  | 'lossNote'
  | 'createdAt'
  | 'createdBy'
  | 'modifiedAt'
  | 'modifiedBy';

/** What is given for a new deal: a name and a place in its column at least. */
export type NewDeal = Pick<Deal, 'name' | 'rank'> & Partial<Omit<Deal, Derived | 'name' | 'rank'>>;

/**
 * Makes a deal (D1–D4 in docs/spec/deals.md): in the pipeline's first open stage unless another open one is named,
 * opened today unless a day is given, owned by whoever acts unless somebody is named.
 * Problems: `deals/name-required`, `deals/unknown-stage`, `deals/not-an-open-stage`, `deals/negative-amount`,
 * `deals/absurd-amount`.
 */
export function newDeal(draft: NewDeal, pipeline: Pipeline, env: Env): Result<Deal> {
  const stageId = draft.stageId ?? openStage(pipeline)?.id;
  const stage = pipeline.stages.find((each) => each.id === stageId);
  if (!stage || (draft.pipelineId ?? pipeline.id) !== pipeline.id) return unknownStage(pipeline, stageId);
  if (stage.type !== 'open')
    return refuse({
      code: 'deals/not-an-open-stage',
      message: `A new deal begins in an open stage, and "${stage.name}" is not one. Open it first, then move it there.`,
      path: 'stageId',
      params: { stage: stage.name },
    });
  const name = draft.name.trim();
  if (name === '')
    return refuse({
      code: 'deals/name-required',
      message: 'Give the deal a name.',
      path: 'name',
      fix: { kind: 'fields', fields: ['name'] },
    });
  const problem = draft.amount && amountProblem(draft.amount, 'amount');
  if (problem) return refuse(problem);
  return ok(
    withoutEmpty({
      openedDay: today(env),
      ownerId: env.actor,
      ...withoutEmpty(draft),
      id: env.newId('deal'),
      name,
      pipelineId: pipeline.id,
      stageId: stage.id,
      status: stage.type,
      stageEnteredAt: env.now,
      stageHistory: staysWith([], stage.id, env),
      createdAt: env.now,
      createdBy: env.actor,
      modifiedAt: env.now,
      modifiedBy: env.actor,
    }),
  );
}
