import type { Id } from '../kernel/id.js';
import type { Instant } from '../kernel/instant.js';
import { allSteps, type InSteps } from './in-steps.js';
import { quantile } from './quantile.js';
import type { Pipeline, Stage } from './schema.js';
import { stretchesOf } from './stage-stays.js';
import type { Staged } from './staged.js';
import { type Duration, endsInSteps } from './survival.js';

/** What the history of a row is read from. */
export type HistoryRow = Pick<Staged, 'status' | 'stageHistory' | 'pipelineId'>;

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

/** The figures of a pipeline's history, which rows are taken into one by one. */
export interface StageFigures {
  /** Takes one more row in; one of another pipeline is passed over. */
  take(row: HistoryRow): void;
  /**
   * How long won rows spent in each stage but those on hold, in the pipeline's order; several stays add up. Of won rows
   * only: what is lost or left lying would say how long people wait before they give up.
   */
  times(): readonly StageTime[];
  /**
   * How many go on from each open stage: to a later one, or won. To count those still open as not converted says too
   * little, and to leave them out says too much where the slow ones are the open ones; so each counts as long as it was
   * seen, and going on, being lost and going back compete (Aalen & Johansen 1978; with one way out it is Kaplan &
   * Meier's). Told by the type and the order of the stages, never by names or probabilities.
   */
  conversions(): readonly StageConversion[];
  /** The same for one stage. */
  conversion(stageId: Id<'stage'>): StageConversion;
  /**
   * The same for one stage in which there were very many, in steps of a few milliseconds; what a loop does between them
   * is its business (give way to the page).
   */
  conversionInSteps(stageId: Id<'stage'>): InSteps<StageConversion>;
}

/**
 * Reads the history of rows up to a moment. Many rows can be taken in slice by slice: `stageFigures([], pipeline, now)`, then
 * `take` each. Being on hold is no step of the way: whoever is taken up again goes on with the stay before, the time on
 * hold counts nowhere, and whoever is on hold still has neither gone on nor been lost.
 */
export function stageFigures(
  rows: Iterable<HistoryRow>,
  pipeline: Pick<Pipeline, 'id' | 'stages' | 'past'>,
  now: Instant,
): StageFigures {
  // A history passes over what its pipeline does not have.
  const way = { ...pipeline, stages: pipeline.stages.filter(({ type }) => type !== 'hold') };
  const { stages } = way;
  const staysByStage = new Map<Id<'stage'>, Duration[]>(stages.map(({ id }) => [id, []]));
  const wonByStage = new Map<Id<'stage'>, number[]>(stages.map(({ id }) => [id, []]));
  const take = (row: HistoryRow): void => {
    if (row.pipelineId !== pipeline.id) return;
    const spent = new Map<Id<'stage'>, number>();
    for (const { stage, millis, leftFor } of stretchesOf(row, way, now)) {
      const end = leftFor && endOf(stage, leftFor, stages);
      staysByStage.get(stage.id)?.push({ time: millis, end });
      spent.set(stage.id, (spent.get(stage.id) ?? 0) + millis);
    }
    if (row.status === 'won') for (const [id, millis] of spent) wonByStage.get(id)?.push(millis);
  };
  for (const row of rows) take(row);
  const conversionInSteps = (stageId: Id<'stage'>): InSteps<StageConversion> =>
    conversionOf(stageId, staysByStage.get(stageId) ?? []);
  const conversion = (stageId: Id<'stage'>): StageConversion => allSteps(conversionInSteps(stageId));
  return {
    take,
    times: () => stages.map(({ id }) => timeOf(id, wonByStage.get(id) ?? [])),
    conversions: () => stages.filter(({ type }) => type === 'open').map(({ id }) => conversion(id)),
    conversion,
    conversionInSteps,
  };
}

function timeOf(stageId: Id<'stage'>, millis: readonly number[]): StageTime {
  const sorted = new Float64Array(millis).sort();
  return { stageId, count: sorted.length, median: quantile(sorted, 0.5), upperQuartile: quantile(sorted, 0.75) };
}

function* conversionOf(stageId: Id<'stage'>, stays: readonly Duration[]): InSteps<StageConversion> {
  const counts = new Map<string | undefined, number>();
  for (const { end } of stays) counts.set(end, (counts.get(end) ?? 0) + 1);
  const count = (end: End | undefined): number => counts.get(end) ?? 0;
  const stillThere = count(undefined);
  yield;
  const { shares, median } = yield* endsInSteps(stays);
  return {
    stageId,
    stays: stays.length,
    advanced: count('advanced'),
    lost: count('lost'),
    wentBack: count('wentBack'),
    stillThere,
    conversion: stillThere < stays.length ? (shares.get('advanced') ?? 0) : undefined,
    medianMillis: median,
  };
}

type End = 'advanced' | 'lost' | 'wentBack';

function endOf(from: Stage, to: Stage, stages: readonly Stage[]): End {
  if (to.type === 'lost') return 'lost';
  return to.type === 'won' || stages.indexOf(to) > stages.indexOf(from) ? 'advanced' : 'wentBack';
}
