import type { Contact, Id } from '@kith/core';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { contacts } from './collection.js';

/** Adds a contact. */
export const create = (draft: Draft<Contact>): Command<Contact> =>
  command('contacts/create', draft, async (work) => createEntity(work, contacts, draft));

/** Changes fields of a contact; undefined or null empties one. */
export const edit = (input: { readonly id: Id<'contact'>; readonly changes: Changes<Contact> }): Command<Contact> =>
  command('contacts/edit', input, (work) => editEntity(work, contacts, input), { history: 'typing' });
