import type { Id, Team } from '@kith/core';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { teams } from './collection.js';

/** Adds a team. */
export const create = (draft: Draft<Team>): Command<Team> =>
  command('teams/create', draft, async (work) => createEntity(work, teams, draft));

/** Changes fields of a team; undefined or null empties one. */
export const edit = (input: { readonly id: Id<'team'>; readonly changes: Changes<Team> }): Command<Team> =>
  command('teams/edit', input, (work) => editEntity(work, teams, input), { history: 'typing' });
