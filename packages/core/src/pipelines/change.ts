import type { Id } from '../kernel/id.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import { checkPipeline, type RowKnowledge } from './check-pipeline.js';
import type { Pipeline, Stage } from './schema.js';

/** A new definition of a pipeline. Stages are told apart by their ids: names and order are free to change. */
export interface PipelineChange {
  /** The stages from now on, first to last. */
  readonly stages: readonly Stage[];
  readonly name?: string | undefined;
  /** For each stage that is gone: where its rows go. Two stages with one target are merged. */
  readonly targets?: Readonly<Record<Id<'stage'>, Id<'stage'>>> | undefined;
}

/** What a change comes to. */
export interface ChangePlan {
  /** The pipeline as it is to be, one version on. */
  readonly next: Pipeline;
  /** Stages that are gone. */
  readonly removed: readonly Stage[];
  /** Stages that stay and are of another type, as they will be: their rows follow. */
  readonly retyped: readonly Stage[];
  /** Stages that were not there before. */
  readonly added: readonly Stage[];
}

/**
 * Plans a change of a pipeline's definition, so that no row is left without a stage: whatever stage is gone needs a
 * target among the new ones. Stages that went in earlier changes and led to one of those are led on.
 * Problems: `pipelines/target-required`, `pipelines/unknown-target`, and those of `checkPipeline`.
 */
export function planChange(
  pipeline: Pipeline,
  { stages, name = pipeline.name, targets = {} }: PipelineChange,
  knowledge: RowKnowledge = {},
): Result<ChangePlan> {
  const isNow = (id: Id<'stage'> | undefined): boolean => stages.some((stage) => stage.id === id);
  const removed = pipeline.stages.filter(({ id }) => !isNow(id));
  const homeless = removed.find(({ id }) => targets[id] === undefined);
  if (homeless)
    return refuse({
      code: 'pipelines/target-required',
      message: `Say where the rows of "${homeless.name}" go when it is removed.`,
      path: `targets.${homeless.id}`,
      params: { stage: homeless.name },
      fix: { kind: 'stages', stageIds: stages.map(({ id }) => id) },
    });
  const astray = removed.find(({ id }) => !isNow(targets[id]));
  if (astray)
    return refuse({
      code: 'pipelines/unknown-target',
      message: `The rows of "${astray.name}" cannot go to ${targets[astray.id]}: the pipeline will not have it.`,
      path: `targets.${astray.id}`,
      params: { stage: astray.name },
      fix: { kind: 'stages', stageIds: stages.map(({ id }) => id) },
    });
  const checked = checkPipeline(
    {
      ...pipeline,
      name,
      stages,
      past: { version: (pipeline.past?.version ?? 0) + 1, successors: successorsOf(pipeline, stages, targets) },
    },
    knowledge,
  );
  if (!checked.ok) return checked;
  const typeBefore = new Map(pipeline.stages.map(({ id, type }) => [id, type]));
  return ok({
    next: checked.value,
    removed,
    retyped: stages.filter(({ id, type }) => typeBefore.has(id) && typeBefore.get(id) !== type),
    added: stages.filter(({ id }) => !typeBefore.has(id)),
  });
}

/** Old and new targets in one step each; a stage that has come back has no successor any more. */
function successorsOf(
  { past }: Pipeline,
  stages: readonly Stage[],
  targets: Readonly<Record<Id<'stage'>, Id<'stage'>>>,
): Readonly<Record<Id<'stage'>, Id<'stage'>>> {
  const now = new Set(stages.map(({ id }) => id));
  const all = { ...past?.successors, ...targets };
  const entries = (Object.entries(all) as [Id<'stage'>, Id<'stage'>][])
    .filter(([from]) => !now.has(from))
    .map(([from, to]) => [from, now.has(to) ? to : (all[to] ?? to)] as const);
  return Object.fromEntries(entries);
}
