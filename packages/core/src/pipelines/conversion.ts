import type { Id } from '../kernel/id.js';
import type { Instant } from '../kernel/instant.js';
import type { Pipeline, Stage } from './schema.js';
import { stretchesOf } from './stage-stays.js';
import type { Staged } from './staged.js';
import { type Duration, endShares, kaplanMeier, survivalQuantile } from './survival.js';

/** What became of the rows that were in a stage. */
export interface StageConversion {
  readonly stageId: Id<'stage'>;
  /** Stays in it; a row that came twice counts twice. */
  readonly stays: number;
  readonly advanced: number;
  readonly lost: number;
  readonly wentBack: number;
  readonly stillThere: number;
  /** The share that goes on, 0–1, with those that are still there counted as long as they were seen; undefined without stays that ended. */
  readonly conversion: number | undefined;
  /** Milliseconds after which half have left it, whatever way; undefined where that was not seen. */
  readonly medianMillis: number | undefined;
}

/**
 * How many go on from each stage: to a later one, or won. To count those still open as not converted says too little,
 * and to leave them out says too much where the slow ones are the open ones; so each counts as long as it was seen, and
 * going on, being lost and going back compete (Aalen & Johansen 1978; with one way out it is Kaplan & Meier's). Told by
 * the type and the order of the stages, never by names or probabilities.
 */
export function stageConversions(
  rows: Iterable<Pick<Staged, 'stageHistory' | 'pipelineId'>>,
  pipeline: Pick<Pipeline, 'id' | 'stages' | 'past'>,
  now: Instant,
): readonly StageConversion[] {
  const staysByStage = new Map<Id<'stage'>, Duration[]>(pipeline.stages.map(({ id }) => [id, []]));
  for (const row of rows)
    if (row.pipelineId === pipeline.id)
      for (const { stage, millis, leftFor } of stretchesOf(row, pipeline, now))
        staysByStage
          .get(stage.id)
          ?.push({ time: millis, ...(leftFor && { end: endOf(stage, leftFor, pipeline.stages) }) });
  return pipeline.stages
    .filter(({ type }) => type === 'open')
    .map(({ id }) => {
      const stays = staysByStage.get(id) ?? [];
      const count = (end: End | undefined): number => stays.filter((stay) => stay.end === end).length;
      const stillThere = count(undefined);
      return {
        stageId: id,
        stays: stays.length,
        advanced: count('advanced'),
        lost: count('lost'),
        wentBack: count('wentBack'),
        stillThere,
        conversion: stillThere < stays.length ? (endShares(stays).get('advanced') ?? 0) : undefined,
        medianMillis: survivalQuantile(kaplanMeier(stays), 0.5),
      };
    });
}

type End = 'advanced' | 'lost' | 'wentBack';

function endOf(from: Stage, to: Stage, stages: readonly Stage[]): End {
  if (to.type === 'lost') return 'lost';
  return to.type === 'won' || stages.indexOf(to) > stages.indexOf(from) ? 'advanced' : 'wentBack';
}
