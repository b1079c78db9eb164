import { ok, type Problem, type Result, refuse } from '@kith/core';
import { type Access, decide } from '@kith/core/permissions';
import { firstValueFrom, NEVER, type Observable } from 'rxjs';
import type { Identified } from '../collection.js';
import type { RowsQuery } from '../query.js';
import type { Store } from '../store.js';
import type { RolesGuard } from './roles-policy.js';

/**
 * What whoever acts may do, now and whenever it changes: for an interface that shows a hidden field as hidden, not as empty.
 * Whether a command would be carried out is said by `store.can`. Without a policy it never says anything.
 */
export const access$ = ({ storage }: Pick<Store, 'storage'>): Observable<Access> =>
  guardOf(storage)?.access$.asObservable() ?? NEVER;

/**
 * Rows to be taken out of the book, as a file for instance: those of the question that whoever acts sees and may export,
 * without the fields that they may not. Problem: `permissions/not-allowed` when they may export none of the collection.
 * Rejects with a KithError when the storage fails.
 */
export async function exportRows<Entity extends Identified>(
  store: Pick<Store, 'storage' | 'watch'>,
  query: RowsQuery<Entity>,
): Promise<Result<readonly Entity[], Problem>> {
  const guard = guardOf(store.storage);
  const collection = query.collection.name;
  if (guard) {
    const allowed = decide(guard.access$.value, { action: 'export', collection }, store.storage.env());
    if (!allowed.ok) return refuse(allowed.problem);
  }
  const rows = (await firstValueFrom(store.watch(query))) as readonly Entity[];
  if (!guard) return ok(rows);
  const taken = await guard.exported(
    collection,
    rows.map(({ id }) => id),
  );
  return ok(taken as unknown as readonly Entity[]);
}

const guardOf = ({ guard }: Store['storage']): RolesGuard | undefined => guard as RolesGuard | undefined;
