import type { Env } from '../kernel/env.js';
import type { Id } from '../kernel/id.js';
import type { Instant } from '../kernel/instant.js';
import type { Rank } from '../kernel/rank.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { type StageStatus, statusIn } from '../kernel/stage-status.js';
import { type Stay, staysWith } from '../kernel/stays.js';
import { withoutEmpty } from '../kernel/without-empty.js';
import type { Pipeline, Stage } from './schema.js';

/** Any row that goes through a pipeline: a deal, a lead, or what a host has made. */
export interface Staged {
  readonly id: Id;
  readonly pipelineId: Id<'pipeline'>;
  readonly stageId: Id<'stage'>;
  /** What the type of its stage makes of it, kept beside it. */
  readonly status: StageStatus;
  readonly rank: Rank;
  readonly stageEnteredAt: Instant;
  readonly stageHistory: readonly Stay[];
}

/**
 * The stage a stage id stands for: that stage itself or, when a change of the pipeline has removed it, the one that took
 * its place. Undefined for a stage that the pipeline never had.
 */
export function stageOf(pipeline: Pick<Pipeline, 'stages' | 'past'>, stageId: Id<'stage'>): Stage | undefined {
  const seen = new Set<Id<'stage'>>();
  for (let id: Id<'stage'> | undefined = stageId; id !== undefined && !seen.has(id); ) {
    const stage = pipeline.stages.find((each) => each.id === id);
    if (stage) return stage;
    seen.add(id);
    id = pipeline.past?.successors[id];
  }
  return undefined;
}

/**
 * Moves any row to a stage of its pipeline, or to another place in its column: status by the type of the stage, the stay
 * before ended, a new one begun. The rules of the stages are another matter: `checkPassage`. Problem: `pipelines/unknown-stage`.
 */
export function moveStaged<Row extends Staged>(
  row: Row,
  pipeline: Pipeline,
  to: { readonly stageId: Id<'stage'>; readonly rank: Rank },
  env: Env,
): Result<Row> {
  const stage = pipeline.stages.find(({ id }) => id === to.stageId);
  if (!stage || row.pipelineId !== pipeline.id) return unknownStage(pipeline, to.stageId);
  const placed = withoutEmpty({ ...row, rank: to.rank, modifiedAt: env.now, modifiedBy: env.actor });
  if (stage.id === row.stageId) return ok(placed);
  return ok({
    ...placed,
    stageId: stage.id,
    status: statusIn(stage),
    stageEnteredAt: env.now,
    stageHistory: staysWith(row.stageHistory, stage.id, env),
  });
}

const unknownStage = (pipeline: Pipeline, stageId: Id<'stage'>): Result<never> =>
  refuse({
    code: 'pipelines/unknown-stage',
    message: `"${pipeline.name}" has no stage ${stageId}. Choose one of ${pipeline.stages.map(({ name }) => name).join(', ')}.`,
    path: 'stageId',
    params: { pipeline: pipeline.name },
    fix: { kind: 'stages', stageIds: pipeline.stages.map(({ id }) => id) },
  });
