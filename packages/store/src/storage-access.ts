import type { Migration, StorageAdapter } from '@kith/adapters';
import type { Env, Result } from '@kith/core';
import type { Observable } from 'rxjs';
import type { RowRules } from './row-rules.js';

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
  /** With a policy, the storage as whoever acts sees it. */
  readonly adapter: StorageAdapter;
  /** The storage itself. Throws a KithError `store/denied` where a policy says that whoever acts does not administer it. */
  whole(): StorageAdapter;
  /** What stands between, where there is a policy: for functions that know of what kind it is. */
  readonly guard: unknown;
  readonly schema: number;
  readonly migrations: readonly Migration[];
  readonly manager: StorageManagerLike | undefined;
  readonly health$: Observable<StorageHealth>;
  /** The rules that rows are held against; undefined where a house has none. */
  readonly rules: RowRules | undefined;
  env(): Env;
  /** Has whoever watches `storageState` look again. */
  lookAgain(): void;
  /**
   * Replaces what is stored, while no command is carried out. Unless the task refused, watchers have been told afterwards,
   * and what goes along with commits knows of it. Rejects with a KithError when the storage fails.
   */
  replace<Output>(type: string, task: () => Promise<Result<Output>>): Promise<Result<Output>>;
}
