import type { Deal, Id, Result } from '@kith/core';
import { calibrationSteps, type StageCalibration, type Steps } from '@kith/core/forecast';
import type { Observable } from 'rxjs';
import { inSlices } from './in-slices.js';
import type { LiveForecast } from './live-forecast.js';

/** What history says about the stages of each pipeline. */
export type Calibrations = ReadonlyMap<Id<'pipeline'>, Result<readonly StageCalibration[]>>;

/**
 * The chances of stages as a book's own history has them, beside those that the pipeline says, by pipeline; now and again
 * after each change of a live forecast, worked out in slices. A pipeline in which fewer than twenty deals have ended is refused
 * with `forecast/too-little-history`. To forecast by it, give `watchForecast` a `judge` that answers the calibrated chance.
 */
export const watchCalibration = (forecast$: Observable<LiveForecast>): Observable<Calibrations> =>
  inSlices(forecast$, calibrationsOf);

function* calibrationsOf({ asOf, basis }: LiveForecast): Steps<Calibrations> {
  const byPipeline = new Map<Id<'pipeline'>, Deal[]>(basis.pipelines.map(({ id }) => [id, []]));
  for (const { deal } of basis.deals()) byPipeline.get(deal.pipelineId)?.push(deal);
  yield;
  const calibrations = new Map<Id<'pipeline'>, Result<readonly StageCalibration[]>>();
  for (const pipeline of basis.pipelines)
    calibrations.set(
      pipeline.id,
      yield* calibrationSteps(pipeline, byPipeline.get(pipeline.id) ?? [], asOf, basis.calendar),
    );
  return calibrations;
}
