import type { Pipeline, Id } from '@kith/core';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { pipelines } from './collection.js';

/** Adds a pipeline. */
export const create = (draft: Draft<Pipeline>): Command<Pipeline> =>
  command('pipelines/create', draft, async (work) => createEntity(work, pipelines, draft));

/** Changes fields of a pipeline; undefined or null empties one. */
export const edit = (input: { readonly id: Id<'pipeline'>; readonly changes: Changes<Pipeline> }): Command<Pipeline> =>
  command('pipelines/edit', input, (work) => editEntity(work, pipelines, input));
