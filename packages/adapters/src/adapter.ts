import type { Filter } from './filter.js';
import type { Json } from './json.js';

export type { Json } from './json.js';

/** One row's content. Kith's store keeps whole entities here, their id included; an adapter never looks inside but through filters. */
export type RowData = { readonly [field: string]: Json };

/** A place in the order of commits: opaque, compared by the adapter only. '' is before the first commit. */
export type Seq = string;

/** Where the next page begins: opaque to the caller. */
export type Cursor = string;

/** An entity as storage sees it. What comes out of an adapter is frozen: read it, never change it. */
export interface Row {
  readonly id: string;
  /** 1 when first written, one more with every write of this row, deletions included; never used twice. */
  readonly rev: number;
  /** That of the commit which wrote it: the rows of one batch have one. */
  readonly seq: Seq;
  /** A tombstone: the row was deleted and `data` is empty. */
  readonly deleted?: true;
  readonly data: RowData;
}

/** What a write takes for granted about a row; `conflict` answers when it is not so. */
export type Expect = 'absent' | 'present' | 'any' | { readonly rev: number };

/**
 * One step of a batch. `c` names the collection. An id is 1 to 255 printable ASCII characters without spaces, made by
 * the writer and the same everywhere.
 */
export type Op =
  | { readonly op: 'put'; readonly c: string; readonly id: string; readonly expect: Expect; readonly data: RowData }
  /** Leaves a tombstone, which stays in the feed. Where nothing is to delete it writes nothing. */
  | { readonly op: 'delete'; readonly c: string; readonly id: string; readonly expect: Expect }
  /** Erasure: the content goes from rows, indexes and feed; only the revision lives on. */
  | { readonly op: 'purge'; readonly c: string; readonly id: string }
  /** Guards a row that was read but is not written. */
  | { readonly op: 'check'; readonly c: string; readonly id: string; readonly expect: Expect };

/** Steps that apply together or not at all, across collections. A row is named by at most one step. */
export interface Batch {
  readonly ops: readonly Op[];
  /** The same key never applies twice, and answers the first commit again. */
  readonly key?: string;
  /** Who wrote it; the feed gives it back, so that a writer can skip its own echo. */
  readonly origin?: string;
  /** `strict` is on stable storage before the promise resolves; `relaxed`, when left out, survives the process but not a power cut. */
  readonly durability?: 'strict' | 'relaxed';
}

/** What a batch came to. `rows` are those that were written, in the order of the steps; without any, `seq` is that of the commit before. */
export interface Commit {
  readonly seq: Seq;
  readonly replayed: boolean;
  readonly rows: ReadonlyArray<{ readonly c: string; readonly id: string; readonly rev: number }>;
}

/**
 * A question for rows of one collection. Values sort as null (or missing), false, true, numbers, strings by the code
 * points of their NFC, then arrays and objects; a path that finds several sorts by the first. `id` is always the last
 * key, in the direction of the key before it. There is no offset.
 */
export interface Query {
  readonly c: string;
  readonly where?: Filter;
  readonly order?: ReadonlyArray<readonly [field: string, direction: 'asc' | 'desc']>;
  readonly after?: Cursor;
  /** The most rows in this page, 1 … `capabilities.limits.pageRows`. */
  readonly limit: number;
}

/** One page: one snapshot, the one named by `at`. */
export interface Page {
  readonly rows: readonly Row[];
  readonly next: Cursor | null;
  readonly at: Seq;
}

/** A question for counts and sums by group, such as deals by stage and currency. */
export interface TallyQuery {
  readonly c: string;
  readonly where?: Filter;
  /** Paths of scalar fields; a row that lacks one counts under null. */
  readonly by: readonly string[];
  /** Paths of number fields to add up; rows without it add nothing. */
  readonly sum?: readonly string[];
}

/** One group of a tally. `sums` are in the order of the query's `sum`. Groups come in the order of their keys; empty ones do not come. */
export interface TallyGroup {
  readonly key: readonly Json[];
  readonly count: number;
  readonly sums: readonly number[];
}

/**
 * A question in the user's words. Each word of the text must be found, as the beginning of a word of the row or close
 * to one; Chinese, Japanese and Korean text is found by any part of it.
 */
export interface SearchQuery {
  readonly c: string;
  readonly text: string;
  readonly where?: Filter;
  /** The most hits, 1 … `capabilities.limits.pageRows`. */
  readonly limit: number;
}

/** A row that was found. Hits come best first; ties in the order of their ids. */
export interface SearchHit {
  readonly row: Row;
  /** Larger is better; comparable within one answer only. */
  readonly score: number;
}

/** One step of the feed. */
export interface Change {
  readonly seq: Seq;
  readonly c: string;
  readonly id: string;
  readonly rev: number;
  readonly deleted: boolean;
  /** The row as of this change; null when it was purged. */
  readonly row: Row | null;
  readonly origin?: string;
}

/** A stretch of the feed; `next` is where to go on. It ends with a whole commit, so it may hold more than was asked for. */
export interface ChangePage {
  readonly changes: readonly Change[];
  readonly next: Seq;
  readonly more: boolean;
}

/** What an adapter can do, said once: the suite and the store read it here. */
export interface Capabilities {
  readonly contract: 1;
  readonly atomic: 'database' | 'collection';
  readonly isolation: 'serializable' | 'snapshot';
  /** Survives: nothing, kill -9, a power cut (with `durability: 'strict'`). */
  readonly durable: 'none' | 'process' | 'power';
  /** Every version, or the newest of each row. */
  readonly feed: 'full' | 'latest';
  /** Whether places compare as strings: those of later commits sort behind. What is counted is then kept by what changes. */
  readonly sortedPlaces?: true;
  /** How far away another writer can be. */
  readonly shared: 'handle' | 'process' | 'network';
  readonly indexes: boolean;
  /** Whether `tally` is answered; without it the store counts over pages. */
  readonly tallies: boolean;
  /** Whether `search` is answered; without it the store offers no search. */
  readonly search: boolean;
  /** Whether `restore` can be carried out. */
  readonly restore: boolean;
  readonly push: boolean;
  readonly encryptedAtRest: boolean;
  readonly limits: {
    readonly batchOps: number;
    readonly rowBytes: number;
    readonly pageRows: number;
    readonly feedDays: number | null;
  };
}

/** What a collection declares so that an adapter can prepare for its questions. */
export interface CollectionShape {
  /** Each a list of paths: equality on the leading ones, order by the last. */
  readonly indexes: ReadonlyArray<readonly string[]>;
  /** Groupings to keep counted. */
  readonly tallies?: ReadonlyArray<{ readonly by: readonly string[]; readonly sum?: readonly string[] }>;
  /** Paths of the text that `search` looks into; a larger weight (1 when left out) ranks higher. */
  readonly search?: ReadonlyArray<{ readonly path: string; readonly weight?: number }>;
}

/** A step from one schema version to the next. */
export interface Migration {
  readonly from: number;
  readonly to: number;
  /** New content for a row, or null to leave it as it is. What it throws stops the opening, and leaves everything as it was. */
  map?(c: string, row: Row): RowData | null;
}

/** How an adapter is opened. */
export interface OpenOptions {
  /** Books of different tenants never see each other. */
  readonly tenant: string;
  /** The version of the schema the code knows; data of a newer one is refused with `superseded`. */
  readonly schema: number;
  readonly collections: Readonly<Record<string, CollectionShape>>;
  readonly migrations: readonly Migration[];
  /** Called when another handle has moved the data to a newer schema; this one is closed then. */
  onSuperseded(): void;
  /**
   * Called while opening when what was kept is gone though nobody deleted it: the browser could not read it any more and
   * has begun anew. The tenant is empty then.
   */
  onDataLost?(): void;
  /** Called every now and then while a long opening goes on. */
  onProgress?(progress: Progress): void;
}

/** How far a long piece of work has come. `total` is known from the start, in rows. */
export interface Progress {
  readonly step: 'migrate' | 'index' | 'dump' | 'restore';
  readonly done: number;
  readonly total: number;
}

/** One row of a dump. */
export interface DumpedRow {
  readonly c: string;
  readonly row: Row;
}

/** The port: what a backend author implements. docs/guide/adapter.md walks through one. */
export interface StorageAdapter {
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Reads what is there and brings it to the schema; every other verb rejects with `closed` before. */
  open(options: OpenOptions): Promise<void>;
  /** Rejects with `conflict` when a row is not as expected; whatever it rejects with, nothing or all of it was applied. */
  write(batch: Batch): Promise<Commit>;
  /** In the order of the ids; null for what is not there. A tombstone is a row. */
  get(c: string, ids: readonly string[]): Promise<ReadonlyArray<Row | null>>;
  /** Answers from one moment, without tombstones; what another handle wrote may be missing until `changes` has told it. */
  query(query: Query): Promise<Page>;
  /** Tombstones do not count. */
  count(c: string, where?: Filter): Promise<number>;
  /** Throws `unsupported` where `capabilities.tallies` is false. */
  tally(query: TallyQuery): Promise<readonly TallyGroup[]>;
  /** Looks for what other handles have written, and tells it with everything else behind a place. */
  changes(since: Seq, limit: number): Promise<ChangePage>;
  /** Throws `unsupported` where `capabilities.search` is false. A collection without declared search paths has no hits. */
  search(query: SearchQuery): Promise<readonly SearchHit[]>;
  /** A hint that something may have changed: missing, early and repeated calls are all legal. Answers how to stop. */
  watch(hint: () => void): () => void;
  /** A backup: one snapshot of all rows, tombstones included. */
  dump(): AsyncIterable<DumpedRow>;
  /**
   * Makes the tenant's rows those of a dump, all or nothing, as one commit: what is not in it is deleted, and whoever
   * reads the feed is told. A row's revision goes on from the higher of the two. When the rows throw, nothing has
   * changed. Throws `unsupported` where `capabilities.restore` is false.
   */
  restore(rows: AsyncIterable<DumpedRow>): Promise<Commit>;
  /** Waits for the writes that were begun. A closed adapter can be opened again, also for another tenant. */
  close(): Promise<void>;
  /** Removes the tenant's data for good. */
  destroy(): Promise<void>;
}
