import { ok, type Result, refuse } from '@kith/core';
import type { Work } from './work.js';

/** Whether the store knows a collection that somebody named. Problem: `store/unknown-collection`. */
export function checkCollection(work: Work, collection: string, path: string): Result<undefined> {
  if (work.knows(collection)) return ok(undefined);
  const name = collection.slice(0, 80);
  return refuse({
    code: 'store/unknown-collection',
    message: `There is no collection "${name}". Choose one that the store was opened with.`,
    path,
    params: { collection: name },
    fix: { kind: 'fields', fields: [path] },
  });
}
