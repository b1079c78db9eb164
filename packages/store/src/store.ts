import type { Seq } from '@kith/adapters';
import type { Result } from '@kith/core';
import type { Observable } from 'rxjs';
import type { Change } from './change-set.js';
import type { Command } from './command.js';
import type { Answer, Query } from './query.js';
import type { StorageAccess } from './storage-access.js';

/** What undo and redo would do next, by the command that did it; undefined when there is nothing. */
export interface HistoryState {
  readonly undo: { readonly type: string; readonly input: unknown } | undefined;
  readonly redo: { readonly type: string; readonly input: unknown } | undefined;
}

/** One row's step as the feed told it: `from` is known for what this store did, and undefined for what others did. */
export interface Seen extends Omit<Change, 'from'> {
  readonly from: unknown;
  /** The place of its commit. */
  readonly seq?: Seq;
}

/** One commit as the store saw it. */
export interface Committed {
  readonly changes: readonly Seen[];
  /** `elsewhere` is another tab, another client, or the server. */
  readonly origin: 'here' | 'elsewhere';
  /** What happened is not known in full: who keeps something of their own reads everything anew. */
  readonly isIncomplete?: true;
}

/** A CRM that is open: four verbs over one adapter. */
export interface Store {
  /**
   * Carries a command out, all or nothing, and answers its output or the refusal. On a conflict with another writer it
   * runs again, up to three times. Rejects with a KithError when the world failed (`store/conflict`, `store/quota`, …).
   */
  run<Output>(command: Command<Output>): Promise<Result<Output>>;
  /** Would it be carried out? The same code as run, without the commit. */
  can<Output>(command: Command<Output>): Promise<Result<Output>>;
  /**
   * A live answer: now, and again whenever a commit changes it. One emission for each commit that matters, the same
   * array when nothing did. Cold: it reads when subscribed to. It errors with a KithError when the storage fails.
   */
  watch<Q extends Query>(query: Q): Observable<Answer<Q>>;
  /**
   * Takes back the last command of this actor, whichever of their tabs gave it and however often the page was loaded
   * since. Problems: `store/nothing-to-undo`, and `store/changed-since` when somebody changed one of its rows since; then
   * nothing is taken back and the step is forgotten.
   */
  undo(): Promise<Result<HistoryState>>;
  /** Carries out again what was undone last, on the same conditions. */
  redo(): Promise<Result<HistoryState>>;
  readonly history$: Observable<HistoryState>;
  readonly changes$: Observable<Committed>;
  /** What lies below, for functions next to the store such as `storageState` and `backUp`. */
  readonly storage: StorageAccess;
  /** Lets go of the storage and completes what is watched. */
  close(): Promise<void>;
}
