import { type Id, ok, type Result } from '@kith/core';
import type { Collection } from '../collection.js';
import type { Work } from '../work.js';
import { pipelines } from './collection.js';

/**
 * Refuses an edit that empties what the stage of a row asks for. The pipeline is read only when something was taken away, and
 * the rules fetched only where it has some. Problem: `pipelines/fields-required`.
 */
export async function stillFilled(
  work: Work,
  collection: Collection,
  before: { readonly pipelineId: Id<'pipeline'>; readonly stageId: Id<'stage'> },
  after: object,
): Promise<Result<undefined>> {
  const isLess = Object.entries(before).some(([field, value]) => {
    const now: unknown = Reflect.get(after, field);
    return now !== value && (now === undefined || now === '' || typeof now === 'object');
  });
  const pipeline = isLess ? await work.system.get(pipelines, before.pipelineId) : undefined;
  const stage = pipeline?.stages.find(({ id }) => id === before.stageId);
  if (!stage?.rules?.requires) return ok(undefined);
  const { passEdit } = await import('./gates.js');
  return passEdit(work, collection, { stage, before, after });
}
