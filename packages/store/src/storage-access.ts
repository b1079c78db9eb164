import type { Migration, StorageAdapter } from '@kith/adapters';
import type { Env } from '@kith/core';
import type { Observable } from 'rxjs';

/** How the last dealings with the storage went. `superseded` stays. */
export type StorageHealth = 'fine' | 'full' | 'lost' | 'superseded';

/** What a browser's `navigator.storage` can tell and do; each of it may be missing. */
export interface StorageManagerLike {
  estimate?(): Promise<{ readonly usage?: number; readonly quota?: number }>;
  persisted?(): Promise<boolean>;
  persist?(): Promise<boolean>;
}

/** What lies below a store, for functions next to it: backup, storage state. Writing to it past the store is no good idea. */
export interface StorageAccess {
  readonly adapter: StorageAdapter;
  readonly schema: number;
  readonly migrations: readonly Migration[];
  readonly manager: StorageManagerLike | undefined;
  readonly health$: Observable<StorageHealth>;
  env(): Env;
  /**
   * Runs a task while no command is carried out; afterwards watchers have been told what it changed, and the audit log has
   * an entry of that type. Rejects with a KithError when the storage fails.
   */
  replace<Output>(type: string, input: unknown, task: () => Promise<Output>): Promise<Output>;
}
