import { type Company, type Id, refuse } from '@kith/core';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { companies } from './collection.js';

/** Adds a company. */
export const create = (draft: Draft<Company>): Command<Company> =>
  command('companies/create', draft, async (work) => createEntity(work, companies, draft));

/** Changes fields of a company; undefined or null empties one. Problem: `companies/own-ancestor`. */
export const edit = (input: { readonly id: Id<'company'>; readonly changes: Changes<Company> }): Command<Company> =>
  command(
    'companies/edit',
    input,
    async (work) => {
      const { id, changes } = input;
      if (changes.parentId) {
        // Fetched when a parent is named, which is seldom.
        const { misplacement } = await import('../ancestry.js');
        const problem = await misplacement(work, companies, null, { id, parentId: changes.parentId });
        if (problem) return refuse(problem);
      }
      return editEntity(work, companies, input);
    },
    { history: 'typing' },
  );
