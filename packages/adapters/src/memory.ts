import type { Capabilities, Commit, OpenOptions, StorageAdapter } from './adapter.js';
import { type Book, decide, decisionOf, visitVersions } from './engine/book.js';
import { migrateAll, migrationBetween } from './engine/migrate.js';
import type { Version } from './engine/version.js';
import { StorageFault } from './fault.js';
import { eachInSlices } from './slices.js';
import { workingSetAdapter } from './working-set/adapter.js';
import type { Journal, WorkingSet } from './working-set/journal.js';
import { restoredVersions } from './working-set/restoration.js';

const capabilities: Capabilities = {
  contract: 1,
  atomic: 'database',
  isolation: 'serializable',
  durable: 'none',
  feed: 'latest',
  sortedPlaces: true,
  shared: 'handle',
  indexes: true,
  tallies: true,
  search: true,
  restore: true,
  push: false,
  encryptedAtRest: false,
  limits: { batchOps: 50_000, rowBytes: 8 * 1024 * 1024, pageRows: 10_000, feedDays: null },
};

interface Kept {
  readonly schema: number;
  readonly book: Book;
  readonly commitsByKey: Map<string, Commit>;
}

/**
 * Keeps everything in memory and nothing else: for tests, previews and servers' caches. The rows of a tenant live as
 * long as the adapter object, so closing and opening it again finds them; they are gone with the page.
 */
export function memoryAdapter(): StorageAdapter {
  return workingSetAdapter('memory', capabilities, memoryJournal());
}

function memoryJournal(): Journal {
  const keptByTenant = new Map<string, Kept>();
  let current: Kept | undefined;
  let opening: { readonly options: OpenOptions; readonly into: WorkingSet } | undefined;
  let tenant = '';

  function kept(): Kept {
    if (current === undefined) throw new StorageFault({ kind: 'closed' });
    return current;
  }

  return {
    async open(options, into) {
      tenant = options.tenant;
      const before = keptByTenant.get(tenant);
      if (before !== undefined && before.schema > options.schema) throw new StorageFault({ kind: 'superseded' });
      opening = { options, into };
      return undefined;
    },
    async load() {
      if (opening === undefined) throw new StorageFault({ kind: 'closed' });
      const { options, into } = opening;
      const before = keptByTenant.get(tenant);
      if (before !== undefined) {
        const versions: Version[] = [];
        visitVersions(before.book, '', (version) => versions.push(version) > 0);
        await into.apply(versions);
        if (before.schema < options.schema) {
          const { rowBytes } = capabilities.limits;
          const { migrations, schema, onProgress } = options;
          const migrate = migrationBetween(migrations, before.schema, schema, into.book.head, rowBytes);
          await into.apply(await migrateAll(versions, migrate, onProgress));
        }
      }
      current = { schema: options.schema, book: into.book, commitsByKey: before?.commitsByKey ?? new Map() };
      keptByTenant.set(tenant, current);
    },
    async accept({ steps, key, origin }) {
      const { book, commitsByKey } = kept();
      const earlier = key === undefined ? undefined : commitsByKey.get(key);
      if (earlier !== undefined) return { replay: { ...earlier, replayed: true } };
      const decision = decide(book, steps, origin);
      if (key !== undefined) commitsByKey.set(key, decision.commit);
      return decision;
    },
    async restore(restoration) {
      const versions: Version[] = [];
      await eachInSlices(restoredVersions(kept().book, restoration), (version) => versions.push(version));
      return decisionOf(kept().book, versions);
    },
    refresh: async () => false,
    tidy: async () => false,
    prepareOpening: async () => undefined,
    async close() {
      current = undefined;
    },
    async destroy() {
      current = undefined;
      keptByTenant.delete(tenant);
    },
  };
}
