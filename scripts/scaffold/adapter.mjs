/** The files of a new adapter, by path, and the edits of those that are there. */
export function adapterFiles(words) {
  const { kebab } = words;
  const folder = `packages/adapters/src/${kebab}`;
  const files = new Map([
    [`${folder}/${kebab}-table.ts`, table(words)],
    [`${folder}/${kebab}-adapter.ts`, adapter(words)],
    [`${folder}/index.ts`, index(words)],
    [`test/adapters/${kebab}/${kebab}-adapter.test.ts`, test(words)],
  ]);
  const edits = new Map([
    [
      'packages/adapters/package.json',
      (text) => {
        const manifest = JSON.parse(text);
        manifest.exports[`./${kebab}`] = {
          source: `./src/${kebab}/index.ts`,
          types: `./dist/${kebab}/index.d.ts`,
          default: `./dist/${kebab}/index.js`,
        };
        return `${JSON.stringify(manifest, null, 2)}\n`;
      },
    ],
  ]);
  return {
    files,
    edits,
    next: `Now make it last: write ${folder}/${kebab}-table.ts over your storage, until the suite is green again:\n  pnpm test:node test/adapters/${kebab}`,
  };
}

const table = ({ type, value, title }) => `/** What ${title} keeps of one tenant. Keys are opaque, texts are JSON. */
export interface Kept {
  /** The version of the schema; 0 when nothing was ever kept. */
  readonly schema: number;
  /** The newest version of each row. */
  readonly rows: ReadonlyMap<string, string>;
  /** The commits that had a key, so that the same key never applies twice. */
  readonly commits: ReadonlyMap<string, string>;
}

/** Where the rows lie: all that the adapter asks of its storage. */
export interface ${type}Table {
  read(tenant: string): Promise<Kept>;
  /** Puts these in place of what has the same key, all or nothing. Rejects with a StorageFault when nothing was kept. */
  write(tenant: string, step: Kept): Promise<void>;
  /** Removes all of the tenant. */
  drop(tenant: string): Promise<void>;
}

/** A table that lasts as long as the page: the place to begin from. */
export function ${value}Table(): ${type}Table {
  const keptByTenant = new Map<string, Kept>();
  const read = (tenant: string): Kept => keptByTenant.get(tenant) ?? { schema: 0, rows: new Map(), commits: new Map() };
  return {
    read: async (tenant) => read(tenant),
    write: async (tenant, { schema, rows, commits }) => {
      const before = read(tenant);
      keptByTenant.set(tenant, {
        schema,
        rows: new Map([...before.rows, ...rows]),
        commits: new Map([...before.commits, ...commits]),
      });
    },
    drop: async (tenant) => void keptByTenant.delete(tenant),
  };
}
`;

const adapter = ({
  kebab,
  type,
  value,
  title,
}) => `import type { Capabilities, Commit, OpenOptions, Row, StorageAdapter } from '../adapter.js';
import { type Book, decide, decisionOf } from '../engine/book.js';
import { migrateAll, migrationBetween } from '../engine/migrate.js';
import { freezeDeep } from '../engine/plain.js';
import { contentVersion, emptyVersion, type Version } from '../engine/version.js';
import { StorageFault } from '../fault.js';
import { workingSetAdapter } from '../working-set/adapter.js';
import type { Journal, WorkingSet } from '../working-set/journal.js';
import { restoredVersions } from '../working-set/restoration.js';
import type { Kept, ${type}Table } from './${kebab}-table.js';

/** Where the rows are kept. */
export interface ${type}Options {
  readonly table: ${type}Table;
}

/** Say here what your storage can do: the suite holds the adapter to it. */
const capabilities: Capabilities = {
  contract: 1,
  atomic: 'database',
  isolation: 'serializable',
  durable: 'none',
  feed: 'latest',
  shared: 'handle',
  indexes: true,
  tallies: true,
  search: true,
  restore: true,
  push: false,
  encryptedAtRest: false,
  limits: { batchOps: 50_000, rowBytes: 8 * 1024 * 1024, pageRows: 10_000, feedDays: null },
};

/** Keeps rows in ${title}: all of them in memory with their indexes, and a table behind them. */
export function ${value}Adapter({ table }: ${type}Options): StorageAdapter {
  return workingSetAdapter('${kebab}', capabilities, ${value}Journal(table));
}

interface Opening {
  readonly options: OpenOptions;
  readonly into: WorkingSet;
  readonly kept: Kept;
}

interface Open {
  readonly tenant: string;
  readonly schema: number;
  readonly book: Book;
  readonly commits: Map<string, Commit>;
}

function ${value}Journal(table: ${type}Table): Journal {
  let open: Open | undefined;
  let opening: Opening | undefined;
  let tenant = '';

  function opened(): Open {
    if (open === undefined) throw new StorageFault({ kind: 'closed' });
    return open;
  }

  return {
    async open(options, into) {
      ({ tenant } = options);
      const kept = await table.read(tenant);
      if (kept.schema > options.schema) throw new StorageFault({ kind: 'superseded' });
      opening = { options, into, kept };
      return undefined;
    },
    async load() {
      if (opening === undefined) throw new StorageFault({ kind: 'closed' });
      const { options, into, kept } = opening;
      const { schema, migrations, onProgress } = options;
      const versions = [...kept.rows.values()].map(versionOf).sort(bySeq);
      await into.apply(versions);
      if (kept.schema < schema) {
        const { rowBytes } = capabilities.limits;
        const migrate = migrationBetween(migrations, kept.schema, schema, into.book.head, rowBytes);
        const migrated = await migrateAll(versions, migrate, onProgress);
        await table.write(tenant, { schema, rows: textsOf(migrated), commits: new Map() });
        await into.apply(migrated);
      }
      const commits = [...kept.commits].map(([key, text]) => [key, JSON.parse(text) as Commit] as const);
      open = { tenant, schema, book: into.book, commits: new Map(commits) };
    },
    async accept({ steps, key, origin }) {
      const { schema, book, commits } = opened();
      const earlier = key === undefined ? undefined : commits.get(key);
      if (earlier !== undefined) return { replay: { ...earlier, replayed: true } };
      const decision = decide(book, steps, origin);
      const keyed = key === undefined ? [] : [[key, decision.commit] as const];
      await table.write(tenant, {
        schema,
        rows: textsOf(decision.versions),
        commits: new Map(keyed.map(([own, commit]) => [own, JSON.stringify(commit)])),
      });
      for (const [own, commit] of keyed) commits.set(own, commit);
      return decision;
    },
    async restore(restoration) {
      const { schema, book } = opened();
      const versions = [...restoredVersions(book, restoration)];
      await table.write(tenant, { schema, rows: textsOf(versions), commits: new Map() });
      return decisionOf(book, versions);
    },
    refresh: async () => false,
    tidy: async () => false,
    prepareOpening: async () => undefined,
    async close() {
      open = undefined;
    },
    async destroy() {
      open = undefined;
      await table.drop(tenant);
    },
  };
}

/** How a version stands in the table. */
interface Entry {
  readonly c: string;
  readonly row: Row;
  readonly purged: boolean;
  readonly origin?: string;
}

const textsOf = (versions: readonly Version[]): ReadonlyMap<string, string> =>
  new Map(
    versions.map(({ c, row, purged, origin }) => [
      JSON.stringify([c, row.id]),
      JSON.stringify({ c, row, purged, origin } satisfies Record<keyof Entry, unknown>),
    ]),
  );

function versionOf(text: string): Version {
  const { c, row, purged, origin } = JSON.parse(text) as Entry;
  if (row.deleted) return emptyVersion(c, row.id, row.rev, row.seq, purged, origin);
  return contentVersion(c, row.id, row.rev, row.seq, freezeDeep(row.data), origin);
}

const bySeq = (one: Version, other: Version): number => (one.row.seq < other.row.seq ? -1 : 1);
`;

const index = ({ kebab, type, value }) => `export { ${value}Adapter, type ${type}Options } from './${kebab}-adapter.js';
export { type Kept, type ${type}Table, ${value}Table } from './${kebab}-table.js';
`;

const test = ({ kebab, type, value }) => `import { conformance } from '@kith/adapters/conformance';
import { ${value}Adapter, type ${type}Table, ${value}Table } from '@kith/adapters/${kebab}';
import { describe, it } from 'vitest';

const tables = new Map<string, ${type}Table>();

/** The same place is the same table. */
function tableAt(place: string): ${type}Table {
  const table = tables.get(place) ?? ${value}Table();
  tables.set(place, table);
  return table;
}

conformance({ describe, it, factory: (place) => ${value}Adapter({ table: tableAt(place) }) });
`;
