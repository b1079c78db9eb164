import { ok, Pipeline, type Result, refuse, type Stage } from '@kith/core';
import type { Mapping } from '@kith/core/imports';
import { pipelines } from '../pipelines/collection.js';
import type { Work } from '../work.js';

/** The pipeline of a run. */
export interface RunPipeline {
  readonly pipeline: Pipeline;
  readonly openedIn: Stage;
  /** It is made with the first deal. */
  isNew: boolean;
}

/**
 * The pipeline that a mapping declares, as it is stored by now, or a new one as it is declared. Undefined for a mapping
 * without one. Problems: `imports/unknown-stage` when the stored one no longer has the stage that deals are opened in,
 * `imports/not-yours` when it is out of sight for whoever imports.
 */
export async function findPipeline(
  work: Work,
  { pipeline: declared, system }: Mapping,
): Promise<Result<RunPipeline | undefined>> {
  if (!declared) return ok(undefined);
  // Past the permissions: it must not be made a second time because whoever imports does not see it.
  const [there] = await work.system.find({
    ask: 'rows',
    collection: pipelines,
    where: { field: `externalIds.${system}`, is: 'eq', value: declared.externalId },
    limit: 1,
  });
  const known = there && (await work.get(pipelines, there.id));
  if (there && !known)
    return refuse({
      code: 'imports/not-yours',
      message:
        'The pipeline of the mapping is not yours to import into. Leave it to somebody who sees more of the book.',
      path: 'pipeline',
    });
  const pipeline =
    known ??
    Pipeline.parse({
      id: work.env.newId('pipeline'),
      name: declared.name,
      stages: declared.stages.map((stage) => ({ id: work.env.newId('stage'), ...stage })),
      externalIds: { [system]: declared.externalId },
      createdAt: work.env.now,
      modifiedAt: work.env.now,
      ...(work.env.actor && { createdBy: work.env.actor, modifiedBy: work.env.actor }),
    });
  const openedIn = pipeline.stages.find((stage) => stage.name === declared.openedIn && stage.type === 'open');
  if (openedIn) return ok({ pipeline, openedIn, isNew: known === undefined });
  return refuse({
    code: 'imports/unknown-stage',
    message: `"${pipeline.name}" has no open stage "${declared.openedIn}" any more. Name the stage in the mapping that imported deals were opened in.`,
    path: 'pipeline.openedIn',
    params: { value: declared.openedIn },
  });
}
