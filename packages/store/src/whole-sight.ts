import { StorageFault } from '@kith/adapters';
import { toKithError } from './error.js';
import type { Guard } from './guard.js';
import type { Store } from './store.js';

/** Whether whoever acts sees every row and field of some collections now. Without a policy everybody does. */
export function seesAll({ storage }: Pick<Store, 'storage'>, collections: Iterable<string>): boolean {
  const guard = storage.guard as Guard | undefined;
  return guard === undefined || [...collections].every((collection) => guard.seesAll(collection));
}

/**
 * Refuses to keep what has to be the same whoever keeps it in a store that sees only a part: from there, rows that are out
 * of sight would be told as gone. Throws a KithError `store/denied`.
 */
export function requireWholeSight(store: Pick<Store, 'storage'>, collections: Iterable<string>, what: string): void {
  const unseen = [...collections].find((collection) => !seesAll(store, [collection]));
  if (unseen === undefined) return;
  throw toKithError(
    new StorageFault({
      kind: 'denied',
      detail: `${what} are kept by a store that sees all of "${unseen}". Keep them where somebody with that right is, or in the host's own store without a policy.`,
    }),
  );
}
