import type { Seen } from './store.js';

/** How one kind of question finds its answer and keeps it true. */
export interface Keeper<Answer> {
  load(): Promise<Answer>;
  /** The answer after some changes (the same one when none mattered), or undefined when it has to be loaded anew. */
  next(answer: Answer, changes: readonly Seen[]): { readonly answer: Answer } | undefined;
  /** Whether an answer may hold one of these rows. */
  mayHold(answer: Answer, ids: ReadonlySet<string>): boolean;
  same(left: Answer, right: Answer): boolean;
}
