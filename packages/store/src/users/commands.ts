import type { Id, User } from '@kith/core';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { users } from './collection.js';

/** Adds a user. */
export const create = (draft: Draft<User>): Command<User> =>
  command('users/create', draft, async (work) => createEntity(work, users, draft));

/** Changes fields of a user; undefined or null empties one. */
export const edit = (input: { readonly id: Id<'user'>; readonly changes: Changes<User> }): Command<User> =>
  command('users/edit', input, (work) => editEntity(work, users, input), { history: 'typing' });
