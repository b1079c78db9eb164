import type { RowData, StorageAdapter } from '@kith/adapters';
import type { Env, Problem } from '@kith/core';
import { isSame } from '@kith/core/imports';
import { type ChangeSet, reverse } from './change-set.js';
import type { Collection } from './collection.js';
import type { HistoryStep } from './history.js';
import type { RowRules, Staging } from './row-rules.js';
import type { UnitOfWork } from './unit-of-work.js';

export const NOTHING_TO: Readonly<Record<'undo' | 'redo', Problem>> = {
  undo: { code: 'store/nothing-to-undo', message: 'There is nothing to undo.' },
  redo: { code: 'store/nothing-to-redo', message: 'There is nothing to redo.' },
};

/**
 * How rows are to be when one goes back (or forth) over a step, or the row that is no longer as the step left it. What is
 * computed in a row does not count: it is that of now.
 */
export async function stepRows(
  adapter: StorageAdapter,
  step: HistoryStep,
  direction: 'undo' | 'redo',
  env: Env,
  rules: RowRules | undefined,
): Promise<{ readonly staged: readonly Staging[] } | { readonly changed: Problem }> {
  const changes = direction === 'undo' ? reverse(step.changes) : step.changes;
  const own = (collection: string, data: object | null): object | null =>
    data && rules ? rules.own(collection, data) : data;
  const staged: Staging[] = [];
  for (const [collection, ids] of idsByCollection(changes)) {
    const rows = await adapter.get(collection, ids);
    const rowsById = new Map(ids.map((id, index) => [id, rows[index] ?? null]));
    for (const change of changes) {
      if (change.collection !== collection) continue;
      const row = rowsById.get(change.id) ?? null;
      const now = row !== null && !row.deleted ? row.data : null;
      if (!isSame(own(collection, now), own(collection, change.from as object | null)))
        return { changed: changedSince(step.type, change) };
      const to = change.to as RowData | null;
      staged.push({ collection, id: change.id, row, to: to && rules ? rules.restored(collection, to, now, env) : to });
    }
  }
  return { staged };
}

/**
 * Why rows may not be as a step has them, though they are as it left them: somebody else has put a company (or a
 * goal) above one that would come back below it, or needs a row that would go. Problems: `companies/own-ancestor`,
 * `goals/own-ancestor`, `pipelines/in-use`.
 */
export async function unfitBy(
  work: UnitOfWork,
  changes: ChangeSet,
  known: readonly Collection[],
): Promise<Problem | undefined> {
  for (const { collection, id } of changes) {
    const at = known.find(({ name }) => name === collection);
    const problem = at && (await work.unfitness(at, id));
    if (problem) return problem;
  }
  return undefined;
}

function idsByCollection(changes: ChangeSet): ReadonlyMap<string, readonly string[]> {
  const ids = new Map<string, string[]>();
  for (const { collection, id } of changes) ids.set(collection, [...(ids.get(collection) ?? []), id]);
  return ids;
}

const changedSince = (type: string, { collection, id }: ChangeSet[number]): Problem => ({
  code: 'store/changed-since',
  message: 'Somebody changed this since. Look at it as it is now, and change it by hand.',
  params: { type, collection, id },
});
