import type { Op, Row, RowData, StorageAdapter } from '@kith/adapters';
import type { Problem } from '@kith/core';
import { isSame } from '@kith/core/imports';
import { type ChangeSet, reverse } from './change-set.js';
import type { HistoryStep } from './history.js';

export const NOTHING_TO: Readonly<Record<'undo' | 'redo', Problem>> = {
  undo: { code: 'store/nothing-to-undo', message: 'There is nothing to undo.' },
  redo: { code: 'store/nothing-to-redo', message: 'There is nothing to redo.' },
};

/** What a batch has to do to go back (or forth) over a step, or the row that is no longer as the step left it. */
export async function stepOps(
  adapter: StorageAdapter,
  step: HistoryStep,
  direction: 'undo' | 'redo',
): Promise<{ readonly ops: readonly Op[]; readonly changes: ChangeSet } | { readonly changed: Problem }> {
  const changes = direction === 'undo' ? reverse(step.changes) : step.changes;
  const ops: Op[] = [];
  for (const [collection, ids] of idsByCollection(changes)) {
    const rows = await adapter.get(collection, ids);
    const rowsById = new Map(ids.map((id, index) => [id, rows[index] ?? null]));
    for (const change of changes) {
      if (change.collection !== collection) continue;
      const row = rowsById.get(change.id) ?? null;
      const isThere = row !== null && !row.deleted;
      if (!isSame(isThere ? row.data : null, change.from)) return { changed: changedSince(step.type, change) };
      ops.push(opFor(change, isThere ? row : null));
    }
  }
  return { ops, changes };
}

function opFor({ collection, id, to }: ChangeSet[number], row: Row | null): Op {
  const expect = row ? { rev: row.rev } : 'absent';
  return to === null
    ? { op: 'delete', c: collection, id, expect }
    : { op: 'put', c: collection, id, expect, data: to as RowData };
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
