import type { Id, Pipeline, Stage, StageType } from '@kith/core';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { pipelines } from './collection.js';

/** A stage of a new pipeline. Its id is made when none is given; a stage is open unless it says otherwise. */
export type StageDraft = Omit<Stage, 'id' | 'type' | 'probability'> & {
  readonly id?: Id<'stage'>;
} & (
    | { readonly type?: 'open'; readonly probability: number }
    // What is won is certain, and so is what is lost.
    | { readonly type: 'won' | 'lost'; readonly probability?: number }
  );

/** What is given for a new pipeline: its name and its stages, first to last. */
export type PipelineDraft = Omit<Draft<Pipeline>, 'stages'> & { readonly stages: readonly StageDraft[] };

/** Adds a pipeline. */
export const create = (draft: PipelineDraft): Command<Pipeline> =>
  command('pipelines/create', draft, async (work) =>
    createEntity(work, pipelines, {
      ...draft,
      stages: draft.stages.map(({ id, type = 'open', probability, ...stage }) => ({
        ...stage,
        id: id ?? work.env.newId('stage'),
        type,
        probability: probability ?? CERTAINTY[type],
      })),
    }),
  );

/** Changes fields of a pipeline; undefined or null empties one. */
export const edit = (input: { readonly id: Id<'pipeline'>; readonly changes: Changes<Pipeline> }): Command<Pipeline> =>
  command('pipelines/edit', input, (work) => editEntity(work, pipelines, input), { history: 'typing' });

const CERTAINTY: Readonly<Record<StageType, number>> = { open: 0, won: 100, lost: 0 };
