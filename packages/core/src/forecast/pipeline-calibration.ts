import type { Deal } from '../deals/schema.js';
import type { Day } from '../kernel/day.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import type { Pipeline } from '../pipelines/schema.js';
import { type HistoryZone, stageEntriesOf } from './deal-lives.js';
import { calibrateStages, type StageCalibration, type StageEntry } from './stage-calibration.js';
import { isStepEnd, type Steps } from './steps.js';

/** With fewer ended deals the configured chances would only be dressed up as history. */
const LEAST_ENDED = 20;

/**
 * What a pipeline's own history says about the chances of its stages, in steps. Refuses with `forecast/too-little-history`
 * before twenty of its deals have ended.
 */
export function* calibrationSteps(
  pipeline: Pipeline,
  deals: readonly Deal[],
  asOf: Day,
  zone: HistoryZone,
): Steps<Result<readonly StageCalibration[]>> {
  const entries: StageEntry[] = [];
  let ended = 0;
  for (const [index, deal] of deals.entries()) {
    if (deal.status !== 'open') ended++;
    entries.push(...stageEntriesOf(deal, pipeline, asOf, zone));
    if (isStepEnd(8 * index + 7)) yield;
  }
  if (ended >= LEAST_ENDED) return ok(calibrateStages(pipeline.stages, entries));
  return refuse({
    code: 'forecast/too-little-history',
    message: `In "${pipeline.name}" ${ended} deals have ended. What its stages promise can be held against history from ${LEAST_ENDED} on; until then, go by the chances that you set.`,
    params: { pipeline: pipeline.id, ended, leastEnded: LEAST_ENDED },
  });
}
