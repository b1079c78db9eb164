import { type Id, ok } from '@kith/core';
import { type Command, command } from '../command.js';
import { type Changes, create as createEntity, type Draft, edit as editEntity } from '../entity.js';
import { listViews, type StoredView } from './collection.js';

/** Keeps a view under a name. Problem: `store/invalid` for a name that is empty or longer than 80 characters. */
export const create = (draft: Draft<StoredView>): Command<StoredView> =>
  command('listViews/create', draft, async (work) => createEntity(work, listViews, draft));

/** Renames a view, or keeps another arrangement under its name. Problems: `store/not-found`, and those of `create`. */
export const edit = (input: {
  readonly id: Id<'listView'>;
  readonly changes: Changes<StoredView>;
}): Command<StoredView> => command('listViews/edit', input, (work) => editEntity(work, listViews, input));

/** Removes a view. The rows stay as they are. Problem: `store/not-found`. */
export const remove = (id: Id<'listView'>): Command<undefined> =>
  command('listViews/remove', { id }, async (work) => {
    const found = await work.require(listViews, id);
    if (!found.ok) return found;
    work.remove(listViews, id);
    return ok(undefined);
  });
