import type { Result } from '@kith/core';
import type { Work } from './work.js';

/** By what a commit came about: somebody at the interface, an import, a rule that runs by itself, a walk through the history, the putting back of a backup. */
export type Through = 'interface' | 'import' | 'rule' | 'undo' | 'redo' | 'erasure' | 'restore';

/**
 * A named intent: load, decide, stage. It is plain and can be run again (after a conflict it is), so it keeps no state
 * of its own and touches nothing but the work it is given.
 */
export interface Command<Output = unknown> {
  /** `feature/verb`, such as `deals/move`. */
  readonly type: string;
  /** What it was made with: plain JSON. */
  readonly input: unknown;
  /**
   * `none` keeps it out of undo: for what has its own way back, such as an import. `typing` makes one step of edits that
   * follow each other closely in one field of a row.
   */
  readonly history?: 'none' | 'typing';
  /** What it is a part of, when it takes several commits: those of one part that follow each other are undone together. */
  readonly part?: string;
  /** By what it is given, for the audit log; `interface` when left out. */
  readonly through?: 'import' | 'rule' | 'erasure';
  carryOut(work: Work): Promise<Result<Output>>;
}

/** Makes a command. */
export const command = <Output>(
  type: string,
  input: unknown,
  carryOut: Command<Output>['carryOut'],
  ways: Pick<Command, 'history' | 'through'> = {},
): Command<Output> => ({ type, input, carryOut, ...ways });
