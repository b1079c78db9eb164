import type { Id } from '../kernel/id.js';
import type { Instant } from '../kernel/instant.js';
import type { Pipeline } from './schema.js';
import { stretchesOf } from './stage-stays.js';
import type { Staged } from './staged.js';

/** How long won rows were in a stage, in milliseconds. */
export interface StageTime {
  readonly stageId: Id<'stage'>;
  /** How many won rows were ever in it. */
  readonly count: number;
  /** Undefined where there are none. */
  readonly median: number | undefined;
  /** Three of four were shorter: what is still here after that is slow. */
  readonly upperQuartile: number | undefined;
}

/**
 * How long won rows spent in each stage, stage by stage in the pipeline's order; several stays add up. Of won rows only:
 * what is lost or left lying would say how long people wait before they give up.
 */
export function timesInStages(
  rows: Iterable<Pick<Staged, 'status' | 'stageHistory' | 'pipelineId'>>,
  pipeline: Pick<Pipeline, 'id' | 'stages' | 'past'>,
  now: Instant,
): readonly StageTime[] {
  const millisByStage = new Map<Id<'stage'>, number[]>(pipeline.stages.map(({ id }) => [id, []]));
  for (const row of rows) {
    if (row.status !== 'won' || row.pipelineId !== pipeline.id) continue;
    const own = new Map<Id<'stage'>, number>();
    for (const { stage, millis } of stretchesOf(row, pipeline, now))
      own.set(stage.id, (own.get(stage.id) ?? 0) + millis);
    for (const [id, millis] of own) millisByStage.get(id)?.push(millis);
  }
  return pipeline.stages.map(({ id }) => {
    const sorted = (millisByStage.get(id) ?? []).sort((left, right) => left - right);
    return { stageId: id, count: sorted.length, median: quantile(sorted, 0.5), upperQuartile: quantile(sorted, 0.75) };
  });
}

/**
 * The value below which a share (0–1) of sorted numbers lies, between two of them in proportion (type 7 of Hyndman & Fan
 * 1996, the default of R). Undefined for none.
 */
export function quantile(sorted: readonly number[], share: number): number | undefined {
  const at = (sorted.length - 1) * share;
  const low = sorted[Math.floor(at)];
  const high = sorted[Math.ceil(at)];
  return low === undefined || high === undefined ? undefined : low + (high - low) * (at - Math.floor(at));
}
