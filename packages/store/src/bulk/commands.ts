import { ok, type Problem, refuse } from '@kith/core';
import type { Collection, Identified } from '../collection.js';
import { type Command, command } from '../command.js';

/** What became of many commands. */
export interface Done {
  /** How many were carried out. */
  readonly done: number;
  /** Which were not, by their place in the list, and why. */
  readonly refused: readonly { readonly index: number; readonly problem: Problem }[];
}

/**
 * Carries several commands out in one commit, and leaves out those that are refused. Each must change one row only, and
 * decide before it stages: what a refused one has staged would stay. They are of one type, which is that of the whole, for
 * permissions and history. More than a thousand are better given in several goes: name a `part`, and those of one part that
 * follow each other are one undo. Rejects as a whole, with a KithError, when the commit fails.
 *
 * ```ts
 * import { memoryAdapter } from '@kith/adapters';
 * import type { Id } from '@kith/core';
 * import { contacts, openStore } from '@kith/store';
 * import { each } from '@kith/store/bulk';
 *
 * const store = await openStore({ adapter: memoryAdapter() });
 * const made = await store.run(contacts.create({ name: 'Léa Fontanel' }));
 * const ids = [made.ok ? made.value.id : undefined, 'contact_nobody'] as Id<'contact'>[];
 * const source = 'Fair 2026';
 * const result = await store.run(each(ids.map((id) => contacts.edit({ id, changes: { source } }))));
 * expect(result.ok && [result.value.done, result.value.refused[0]?.problem.code]).toEqual([1, 'store/not-found']);
 * ```
 */
export const each = (commands: readonly Command[], part?: string): Command<Done> => ({
  ...command(commands[0]?.type ?? 'store/nothing', { count: commands.length }, async (work) => {
    const refused: { index: number; problem: Problem }[] = [];
    for (const [index, one] of commands.entries()) {
      const result = await one.carryOut(work);
      if (!result.ok) refused.push({ index, problem: result.problem });
    }
    return ok({ done: commands.length - refused.length, refused });
  }),
  ...(part !== undefined && { part }),
});

/**
 * Deletes a row of any collection. Undo brings it back. Problems: `store/not-found`, and `pipelines/in-use` for a pipeline
 * that still has deals.
 */
export const remove = (collection: Collection, id: string): Command<undefined> =>
  command(`${collection.name}/remove`, { id }, async (work) => {
    const found = await work.require(collection, id);
    if (!found.ok) return found;
    const problem = await work.mayRemove(collection, id);
    if (problem) return refuse(problem);
    work.remove(collection, id);
    return ok(undefined);
  });

/** Puts tags on a row and takes others off, whatever else it has. `edit` is the command that changes the row. */
export const retag = (
  collection: Collection,
  {
    id,
    add = [],
    remove: off = [],
  }: { readonly id: string; readonly add?: readonly string[]; readonly remove?: readonly string[] },
  edit: (id: string, changes: { readonly tags: readonly string[] | undefined }) => Command<Identified>,
): Command<Identified> =>
  command(`${collection.name}/retag`, { id, add, remove: off }, async (work) => {
    const found = await work.require(collection, id);
    if (!found.ok) return found;
    const { tags = [] } = found.value as Identified & { readonly tags?: readonly string[] };
    const next = [...new Set([...tags.filter((tag) => !off.includes(tag)), ...add])];
    return edit(id, { tags: next.length > 0 ? next : undefined }).carryOut(work);
  });
