import type { Id, Pipeline, Result, Stage, StageType } from '@kith/core';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { pipelines } from './collection.js';

/** A stage of a new pipeline. Its id is made when none is given; a stage is open unless it says otherwise. */
export type StageDraft = Omit<Stage, 'id' | 'type' | 'probability'> & {
  readonly id?: Id<'stage'>;
} & (
    | { readonly type?: 'open' | 'hold'; readonly probability: number }
    // What is won is certain, and so is what is lost.
    | { readonly type: 'won' | 'lost'; readonly probability?: number }
  );

/** What is given for a new pipeline: its name and its stages, first to last. */
export type PipelineDraft = Omit<Draft<Pipeline>, 'stages'> & { readonly stages: readonly StageDraft[] };

/** Adds a pipeline. Problems: those of `checkPipeline` of `@kith/core/pipelines`, where it has rules or a stage of type hold. */
export const create = (draft: PipelineDraft): Command<Pipeline> =>
  command('pipelines/create', draft, async (work) =>
    checked(
      createEntity(work, pipelines, {
        ...draft,
        stages: draft.stages.map(({ id, type = 'open', probability, ...stage }) => ({
          ...stage,
          id: id ?? work.env.newId('stage'),
          type,
          probability: probability ?? CERTAINTY[type],
        })),
      }),
    ),
  );

/**
 * Changes fields of a pipeline; undefined or null empties one. Stages may be renamed, reordered, added and given other
 * rules here. To take one out, or to make it another type, with what is in it, is `change` of `@kith/store/pipelines`.
 * Problems: `pipelines/stage-in-use`, and those of `checkPipeline` of `@kith/core/pipelines`.
 */
export const edit = (input: {
  readonly id: Id<'pipeline'>;
  readonly changes: Changes<Pipeline, 'past'>;
}): Command<Pipeline> =>
  command(
    'pipelines/edit',
    input,
    async (work) => {
      const before = await work.get(pipelines, input.id);
      const edited = await editEntity(work, pipelines, input, ['past']);
      if (!before || !edited.ok || !input.changes.stages) return edited;
      const inUse = await (await import('./stages-in-use.js')).refuseStagesInUse(work, before, edited.value);
      return inUse.ok ? checked(edited) : inUse;
    },
    { history: 'typing' },
  );

/** What has rules, or a stage to be on hold in, is held against what that asks; what has none needs no code for it. */
const checked = async (pipeline: Result<Pipeline>): Promise<Result<Pipeline>> =>
  pipeline.ok && pipeline.value.stages.some(({ rules, type }) => rules || type === 'hold')
    ? (await import('./gates.js')).checkPipeline(pipeline.value)
    : pipeline;

const CERTAINTY: Readonly<Record<StageType, number>> = { open: 0, won: 100, lost: 0, hold: 0 };
