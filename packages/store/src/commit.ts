import type { Commit, Op, StorageAdapter } from '@kith/adapters';
import type { Env } from '@kith/core';
import type { ChangeSet } from './change-set.js';
import type { Collection } from './collection.js';
import type { Through } from './command.js';

/** What is about to be committed, and how it came about. */
export interface Staged {
  readonly ops: readonly Op[];
  readonly changes: ChangeSet;
  /** What changes along (roll-ups in other rows): the feed and the audit log tell it, the history does not. */
  readonly derived?: ChangeSet;
  readonly type: string;
  readonly input: unknown;
  readonly through: Through;
  /** What it does to the history: a new step, one that goes on with the last one, a walk over the last one, or nothing. */
  readonly history: 'step' | 'typing' | 'undo' | 'redo' | 'forget undo' | 'forget redo' | 'none';
  /** What it is a part of: steps of one part are one undo. */
  readonly part?: string | undefined;
  readonly env: Env;
}

/**
 * What goes along with every commit, in the same batch: the history, the audit log. It has rows of its own, and keeps
 * what it has to know of them in memory; when another store has written them meanwhile, the batch is refused by the
 * revision of one of them, and it reads them again.
 */
export interface Companion {
  readonly collections: readonly Collection[];
  /** Whether a commit may go without it, where there is no room for it: rows can be deleted on a full disk. */
  readonly isDispensable: boolean;
  /** The steps to add to the batch. */
  along(staged: Staged): Promise<readonly Op[]>;
  /** The batch was accepted. */
  committed(commit: Commit, staged: Staged): Promise<void>;
  /** Reads its rows: at the beginning, and when another store has written them. */
  refresh(): Promise<void>;
}

/** Makes a companion for a store that is being opened. */
export type CompanionMaker = (adapter: StorageAdapter) => Companion;
