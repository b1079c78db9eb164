import { type Id, type Problem, type Result, refuse } from '@kith/core';
import type { Collection } from '../collection.js';
import { collections } from '../collections.js';
import { command } from '../command.js';
import type { Store } from '../store.js';
import { imports } from './collection.js';
import { collectionsByName } from './collections-by-name.js';
import { pauseBy } from './pause.js';
import { referrersOf, stillReferredTo } from './referrers.js';
import { type ChangedRow, changedRows, type Reverted, takeBack, unknownImport } from './take-back.js';

/** How an import is taken back. */
export interface RevertOptions {
  /**
   * What becomes of rows that somebody changed since: `refuse` takes nothing back and names them; `skip` leaves them as
   * they are, says which, and takes back the rest. `refuse` when left out.
   */
  readonly changed?: 'refuse' | 'skip';
  /** The host's own collections, where the import went into one. */
  readonly collections?: readonly Collection[];
  /** Lets the page breathe; a task of the event loop when left out. */
  readonly giveWay?: () => Promise<void>;
}

/**
 * Takes a whole import back: what it created goes, what it changed is as it was before. It can be called again after a
 * failure and goes on where it stopped. Problems: `imports/unknown-import`, `imports/already-reverted`,
 * `imports/changed-since`, and `imports/still-referred-to` when other rows belong to what it brought; `pipelines/in-use`
 * where a deal came to its pipeline meanwhile. Rejects with a KithError when the storage fails.
 */
export async function revertImport(
  store: Store,
  importId: Id<'import'>,
  options: RevertOptions = {},
): Promise<Result<Reverted>> {
  const collectionNamed = collectionsByName(options.collections);
  const pause = pauseBy(options.giveWay);
  const found = await store.can(command('imports/find', { importId }, (work) => work.require(imports, importId)));
  if (!found.ok) return refuse(unknownImport(importId));
  if (found.value.state === 'reverted')
    return refuse({
      code: 'imports/already-reverted',
      message: `"${found.value.name}" was taken back already.`,
      path: 'importId',
      params: { importId },
    });
  const changed = await changedRows(store, found.value, collectionNamed, pause);
  if (changed.length > 0 && options.changed !== 'skip') return refuse(changedSince(changed));
  const known = [...collections, ...(options.collections ?? [])];
  const referrers = await referrersOf(store, found.value, changed, known, pause);
  if (referrers.length > 0) return refuse(stillReferredTo(referrers));
  return takeBack(store, found.value, { collectionNamed, pause, afterwards: 'keep record' });
}

const changedSince = (changed: readonly ChangedRow[]): Problem => ({
  code: 'imports/changed-since',
  message: `${changed.length} ${changed.length === 1 ? 'row of the import was' : 'rows of the import were'} changed since, such as ${changed[0]?.collection}/${changed[0]?.id}. Nothing was taken back; take back the rest and leave ${changed.length === 1 ? 'it' : 'them'} as ${changed.length === 1 ? 'it is' : 'they are'}, or change ${changed.length === 1 ? 'it' : 'them'} back first.`,
  params: { count: changed.length, collection: changed[0]?.collection ?? '', id: changed[0]?.id ?? '' },
});
