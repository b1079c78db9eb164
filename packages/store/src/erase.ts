import { ok } from '@kith/core';
import { ImportStep } from '@kith/core/imports';
import type { Collection, Identified } from './collection.js';
import { type Command, command } from './command.js';
import { importSteps } from './imports/collection.js';

/**
 * Erases a row, as somebody has a right to whom it is about: its content goes from the rows, the history of everybody, the
 * journal of imports and the values of the audit log, where an entry says that it was erased. It cannot be undone. What
 * other rows say about it (a note, an activity) is theirs: erase them, too. Problems: `store/not-found`, and
 * `pipelines/in-use` for a pipeline that still has deals.
 */
export const erase = (collection: Collection, id: string): Command<undefined> =>
  command(
    'store/erase',
    { collection: collection.name, id },
    async (work) => {
      const found = await work.require(collection, id);
      if (!found.ok) return found;
      work.purge(collection, id);
      for (const row of await work.system.find({ ask: 'rows', collection: importSteps })) {
        const step = ImportStep.parse(row);
        if (!step.entries.some((entry) => entry.id === id)) continue;
        const entries = step.entries.map((entry) => (entry.id === id ? { ...entry, before: null, left: '' } : entry));
        const put = work.system.put(importSteps, { ...row, entries } as Identified);
        if (!put.ok) return put;
      }
      return ok(undefined);
    },
    { history: 'none', through: 'erasure' },
  );
