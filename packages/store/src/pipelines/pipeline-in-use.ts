import type { Pipeline, Problem } from '@kith/core';
import type { RowsAhead } from '../collection.js';
import { deals } from '../deals/collection.js';

/**
 * Why a pipeline that still has deals has to stay: nothing could show or move them. They are counted, not read; how many
 * there are is told to whoever sees all of them. Problem: `pipelines/in-use`.
 */
export async function pipelineInUse({ id, name }: Pipeline, ahead: RowsAhead): Promise<Problem | undefined> {
  const count = await ahead.count(deals, { field: 'pipelineId', is: 'eq', value: id });
  if (count === 0) return undefined;
  const isTold = ahead.seesAll(deals);
  return {
    code: 'pipelines/in-use',
    message: `"${name}" still has deals${isTold ? ` (${count})` : ''}. Delete them first, or keep the pipeline.`,
    params: { pipeline: name, ...(isTold && { count }) },
  };
}
