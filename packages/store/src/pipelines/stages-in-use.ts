import { ok, type Pipeline, type Result, refuse } from '@kith/core';
import { deals } from '../deals/collection.js';
import type { Work } from '../work.js';
import { inStage } from './gates.js';

/**
 * Refuses an edit that would take a stage from under what is in it, or leave that with a status of another type. Only
 * deals are looked for: what else goes through pipelines is changed with `change`. Problem: `pipelines/stage-in-use`.
 */
export async function refuseStagesInUse(work: Work, before: Pipeline, after: Pipeline): Promise<Result<undefined>> {
  for (const stage of before.stages) {
    const kept = after.stages.find(({ id }) => id === stage.id);
    if (kept?.type === stage.type) continue;
    const count = await work.system.count(deals, inStage(before.id, stage.id));
    if (count > 0)
      return refuse({
        code: 'pipelines/stage-in-use',
        message: `"${stage.name}" is in use. Change the pipeline with a target for what is in it instead.`,
        path: 'changes.stages',
        params: { stage: stage.name },
        fix: { kind: 'stages', stageIds: after.stages.map(({ id }) => id) },
      });
  }
  return ok(undefined);
}
