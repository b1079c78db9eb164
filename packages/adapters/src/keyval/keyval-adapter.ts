import { createStore, type UseStore } from 'idb-keyval';
import type { Capabilities, StorageAdapter } from '../adapter.js';
import { logJournal } from '../log/log-journal.js';
import { workingSetAdapter } from '../working-set/adapter.js';
import { keyvalShelf } from './keyval-shelf.js';

/** Where a small book is kept. */
export interface KeyvalOptions {
  /** The name of the database that is made when no store is given; `kith` when left out. */
  readonly name?: string;
  /** A store of idb-keyval that the application has already, as `createStore` answers it. */
  readonly store?: UseStore;
}

const capabilities: Capabilities = {
  contract: 1,
  atomic: 'database',
  isolation: 'serializable',
  // idb-keyval offers no choice of durability, and browsers do not flush by themselves.
  durable: 'process',
  feed: 'latest',
  sortedPlaces: true,
  shared: 'process',
  indexes: true,
  tallies: true,
  search: true,
  restore: true,
  push: false,
  encryptedAtRest: false,
  limits: { batchOps: 50_000, rowBytes: 8 * 1024 * 1024, pageRows: 10_000, feedDays: null },
};

/**
 * Keeps rows in a store of idb-keyval, for an application that uses it already and wants nothing more. It is the same
 * engine and the same log as `dexieAdapter`, but a batch cannot ask to be flushed to the disk, and an older tab learns
 * of a newer schema only when it next looks.
 */
export function keyvalAdapter({ name = 'kith', store }: KeyvalOptions = {}): StorageAdapter {
  const useStore = store ?? createStore(name, 'log');
  return workingSetAdapter(
    'keyval',
    capabilities,
    logJournal((tenant) => keyvalShelf(name, useStore, tenant), capabilities.limits),
  );
}
