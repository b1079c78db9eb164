import type { Env } from '../kernel/env.js';
import type { Id } from '../kernel/id.js';
import type { Rank } from '../kernel/rank.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import type { Pipeline } from '../pipelines/schema.js';
import type { Deal } from './schema.js';

/** What is given for a new deal; everything that closing sets is left to closing it. */
export type NewDeal = Omit<
  Deal,
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
  | 'modifiedBy'
> & { readonly stageId: Id<'stage'>; readonly rank: Rank };

/**
 * Opens a deal in an open stage of its pipeline. Problems: `deals/unknown-stage`, `deals/not-an-open-stage`,
 * `deals/name-required`, `deals/negative-amount`.
 */
export function newDeal(draft: NewDeal, pipeline: Pipeline, env: Env): Result<Deal> {
  const stage = pipeline.stages.find((each) => each.id === draft.stageId);
  if (!stage || draft.pipelineId !== pipeline.id)
    return refuse({
      code: 'deals/unknown-stage',
      message: `"${pipeline.name}" has no stage ${draft.stageId}. Choose one of ${pipeline.stages.map((each) => each.name).join(', ')}.`,
      path: 'stageId',
      params: { pipeline: pipeline.name },
    });
  if (stage.type !== 'open')
    return refuse({
      code: 'deals/not-an-open-stage',
      message: `A new deal begins in an open stage, and "${stage.name}" is not one. Open it first, then move it there.`,
      path: 'stageId',
      params: { stage: stage.name },
    });
  if (draft.name.trim() === '')
    return refuse({
      code: 'deals/name-required',
      message: 'Give the deal a name.',
      path: 'name',
      fix: { kind: 'fields', fields: ['name'] },
    });
  if (draft.amount && draft.amount.minor < 0)
    return refuse({
      code: 'deals/negative-amount',
      message: 'A deal cannot be expected to bring less than nothing. Enter 0 or more.',
      path: 'amount',
    });
  return ok({
    ...draft,
    name: draft.name.trim(),
    id: env.newId('deal'),
    status: stage.type,
    stageEnteredAt: env.now,
    stageHistory: [{ stageId: stage.id, enteredAt: env.now, enteredBy: env.actor }],
    createdAt: env.now,
    createdBy: env.actor,
    modifiedAt: env.now,
    modifiedBy: env.actor,
  });
}
