import type { CollectionShape, Op, Row, RowData, StorageAdapter } from '@kith/adapters';
import type { Env, Problem, Result } from '@kith/core';
import type { FieldRegistry } from '@kith/core/fields';
import type { ChangeSet } from './change-set.js';
import type { Collection, Identified } from './collection.js';
import type { Command } from './command.js';

/** One staged row: how it was when the command read it, and how it is to be; null is "not there". */
export interface Staging {
  readonly collection: string;
  readonly id: string;
  readonly row: Row | null;
  readonly to: RowData | null;
  /** Its content is to go for good. */
  readonly isErased?: true;
}

/** What staged rows come to when everything that follows from them is with them. */
export interface Settled {
  /** The staged rows, with what is computed in them, and those that change along. */
  readonly stagings: readonly Staging[];
  /** What changes along: other rows that count these. It is no step of its own, and undo works it out anew. */
  readonly derived: ChangeSet;
  /** Further steps of the batch, on rows that nobody asks for. */
  readonly ops: readonly Op[];
}

/** Reads rows, each remembered with its revision: the commit is refused when one of them has changed since. */
export type LoadRows = (collection: string, ids: readonly string[]) => Promise<ReadonlyArray<Row | null>>;

/** What rules carry out by themselves, they carry out by this part of a store. */
export interface RuleHost {
  run<Output>(command: Command<Output>): Promise<Result<Output>>;
  can<Output>(command: Command<Output>): Promise<Result<Output>>;
  env(): Env;
}

/**
 * What a house demands of rows besides their schemas, and what follows from them: custom fields. Every row that a command,
 * an import or a walk through the history writes comes by here.
 */
export interface RowRules {
  readonly collections: readonly Collection[];
  /** What the storage has to prepare for, by collection, with what is declared already. */
  shapes(known: readonly Collection[]): Readonly<Record<string, CollectionShape>>;
  /** A row as it is to be staged: with its defaults and formulas; or why it does not fit. */
  put<Entity extends Identified>(
    collection: Collection<Entity>,
    before: RowData | null,
    entity: Entity,
    env: Env,
  ): Result<Entity>;
  /** A row without what is computed: what somebody wrote. */
  own<Data extends object>(collection: string, row: Data): Data;
  /** A row with what is computed as it was in an earlier one, so that comparing them tells what somebody changes. */
  written(collection: string, row: RowData, earlier: RowData | null): RowData;
  /** A row as it was once, with what is computed as it is now. */
  restored(collection: string, to: RowData, now: RowData | null, env: Env): RowData;
  /** Why a row could not be written beside those staged already; for who wants to know before all of them are. */
  vet(collection: string, entity: Identified, staged: readonly Staging[]): Promise<Problem | undefined>;
  settle(staged: readonly Staging[], load: LoadRows, env: Env): Promise<Result<Settled>>;
  /** The batch was accepted. */
  committed(staged: readonly Staging[]): Promise<void>;
  /** Which fields there are, for whoever shows rows; undefined where the rules know none. */
  registry?(): FieldRegistry;
  /** Reads the definitions: at the beginning, and when another store has written them. */
  refresh(): Promise<void>;
  /** The store is there: what the rules do by themselves begins. Answers how to end it. */
  opened(host: RuleHost): Promise<() => void>;
}

/** Makes the rules for a store that is being opened. */
export type RowRulesMaker = (adapter: StorageAdapter) => RowRules;
