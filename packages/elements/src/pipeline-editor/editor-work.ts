import type { Id, Pipeline, Result } from '@kith/core';
import type { Store } from '@kith/store';
import { change, type PipelineChangeRow, revertChange, settlePipeline } from '@kith/store/pipelines';

export { contradictionLine } from './contradiction-line.js';
export { contradictions } from './contradictions.js';
export { draftActions } from './draft-actions.js';
export { movedStage, withMove, withNewStage, withoutStage } from './draft-steps.js';
export { draftViewStyles } from './draft-view.styles.js';
export { notices } from './editor-notices.js';
export { goneStages } from './gone-stages.js';
export { onTopOf } from './merged-draft.js';
export { pipelineName } from './pipeline-name.js';

/** The way back from a publication. */
export const takingBack = (id: PipelineChangeRow['id']): ReturnType<typeof revertChange> => revertChange({ id });

/** Brings the deals of a pipeline to where its definition wants them, and tells how many have come. */
export const settle = (
  store: Store,
  id: Id<'pipeline'>,
  onProgress: (done: number, all: number) => void,
): Promise<Result<{ readonly stuck: readonly unknown[] }>> =>
  settlePipeline(store, id, { onProgress: ({ moved, left }) => onProgress(moved, moved + left) });

/** Whether whoever acts may change a pipeline at all: asked of the definition as it is, and nothing is changed. */
export async function mayChange(store: Store, { id, name, stages }: Pipeline): Promise<boolean> {
  const asked = await store.can(change({ id, name, stages })).catch(() => undefined);
  return asked?.ok !== false || !asked.problem.code.startsWith('permissions/');
}
