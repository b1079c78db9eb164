import type { Capabilities, StorageAdapter } from '../adapter.js';
import { logJournal } from '../log/log-journal.js';
import { workingSetAdapter } from '../working-set/adapter.js';
import { dexieShelf } from './dexie-shelf.js';

/** Where a book is kept. */
export interface DexieOptions {
  /** The name of the databases in the browser, one for each tenant: `name/tenant`. */
  readonly name: string;
}

const capabilities: Capabilities = {
  contract: 1,
  atomic: 'database',
  isolation: 'serializable',
  durable: 'power',
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
 * Keeps rows in the browser, in IndexedDB through Dexie: all of them in memory with their indexes, and a log behind
 * them. Several tabs may have the same book open, and each sees what the others write. For books that fit into memory,
 * some hundred thousand rows; measured in docs/decisions/0004-working-set-and-log.md.
 */
export function dexieAdapter({ name }: DexieOptions): StorageAdapter {
  const shelfOf = (tenant: string) => dexieShelf(`${encodeURIComponent(name)}/${encodeURIComponent(tenant)}`);
  return workingSetAdapter('dexie', capabilities, logJournal(shelfOf, capabilities.limits));
}
