import type { Result } from '@kith/core';
import type { Work } from './work.js';

/**
 * A named intent: load, decide, stage. It is plain and can be run again (after a conflict it is), so it keeps no state
 * of its own and touches nothing but the work it is given.
 */
export interface Command<Output = unknown> {
  /** `feature/verb`, such as `deals/move`. */
  readonly type: string;
  /** What it was made with: plain JSON. */
  readonly input: unknown;
  /** `none` keeps it out of undo: for what has its own way back, such as an import. */
  readonly history?: 'none';
  carryOut(work: Work): Promise<Result<Output>>;
}

/** Makes a command. */
export const command = <Output>(
  type: string,
  input: unknown,
  carryOut: Command<Output>['carryOut'],
): Command<Output> => ({ type, input, carryOut });
