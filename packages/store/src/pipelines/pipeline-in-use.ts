import { ok, type Pipeline, type Result, refuse } from '@kith/core';
import { deals } from '../deals/collection.js';
import type { Work } from '../work.js';

/**
 * Refuses to remove a pipeline that still has deals: nothing could show or move them. They are counted, not read; how many
 * there are is told to whoever sees all of them. Problem: `pipelines/in-use`.
 */
export async function refusePipelineInUse(work: Work, { id, name }: Pipeline): Promise<Result<undefined>> {
  const count = await work.system.count(deals, { field: 'pipelineId', is: 'eq', value: id });
  if (count === 0) return ok(undefined);
  const isTold = work.seesAll(deals);
  return refuse({
    code: 'pipelines/in-use',
    message: `"${name}" still has deals${isTold ? ` (${count})` : ''}. Delete them first, or keep the pipeline.`,
    params: { pipeline: name, ...(isTold && { count }) },
  });
}
