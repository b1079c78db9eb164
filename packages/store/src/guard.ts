import type { CollectionShape, RowData, StorageAdapter } from '@kith/adapters';
import type { Env, Problem, Result } from '@kith/core';
import type { Change, ChangeSet } from './change-set.js';
import type { Collection } from './collection.js';
import type { Seen } from './store.js';

/** A commit as somebody with fewer rights sees it. */
export interface Sighting {
  /** Whether somebody's rights are others since: then everything may look different. */
  readonly isNew: boolean;
  /** For questions that are watched: what is hidden is not there. */
  readonly changes: readonly Seen[];
  /** What may be told: nothing of rows that were never seen. */
  readonly told: readonly Seen[];
}

/** A step before it is written: whole, and by which command. */
export interface GuardedChange extends Change {
  readonly command: string;
  readonly isErased?: boolean;
}

/**
 * Stands between a store and its storage, and decides what whoever acts sees and may do. Everything that a store answers
 * comes through it, and every step it writes. `rolesPolicy` of `@kith/store/permissions` makes one.
 */
export interface Guard {
  /** The storage as the person sees it: without the rows and fields that are hidden. */
  readonly adapter: StorageAdapter;
  /** The storage itself, for a backup or a check of the audit log. Throws a KithError `store/denied` for who does not administer. */
  whole(): StorageAdapter;
  /** Whether they see all of a collection now: every row of it, and every field. */
  seesAll(collection: string): boolean;
  /** Reads who may do what: at the beginning, and when it is not known what happened. */
  refresh(): Promise<void>;
  /** Takes notice of a commit. */
  see(changes: readonly Seen[]): Sighting;
  /** One row as the person sees it; null when they do not. */
  view(collection: string, data: RowData | null): RowData | null;
  /**
   * What the person left of a row, with what they do not see of it put back; refused when they gave a value for that.
   * `stored` says what they see, `before` is the row as the command had left it last.
   */
  complete(
    collection: string,
    row: { readonly stored: RowData; readonly before: RowData; readonly left: RowData },
  ): Result<RowData>;
  /** Why they may not take a step. */
  refusal(change: GuardedChange): Problem | undefined;
  /** Why the steps of a walk through the history may not be taken. */
  refusalOf(changes: ChangeSet, command: string): Problem | undefined;
  /** What was thrown, without a row that it carries. */
  withoutRow(cause: unknown): unknown;
  /** Why nobody may take these steps together. */
  verdict(changes: ChangeSet): Problem | undefined;
  /** Whether time alone changes which rows of a collection they see. */
  readsClock(collection: string): boolean;
}

/** What a guard is made with. */
export interface GuardSite {
  readonly adapter: StorageAdapter;
  /** Every collection of the store. */
  readonly collections: readonly Collection[];
  /** What the storage has prepared for each of them: what they declare, and search in custom fields. */
  readonly shapes: () => Readonly<Record<string, CollectionShape>>;
  readonly env: () => Env;
}

/** Makes the guard of a store that is being opened. */
export interface GuardMaker {
  readonly collections: readonly Collection[];
  make(site: GuardSite): Guard;
}
