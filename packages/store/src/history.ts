import type { Commit, Op, RowData } from '@kith/adapters';
import type { Change, ChangeSet } from './change-set.js';
import type { HistoryState } from './store.js';

/** One row's step with the revision of the row in each of its two states. */
export interface Step extends Change {
  revBefore: number;
  revAfter: number;
}

/** A command that was carried out here, with what it takes to go back and forth over it. */
export interface Entry {
  readonly type: string;
  readonly input: unknown;
  readonly steps: readonly Step[];
}

export type Direction = 'undo' | 'redo';

/** What undo and redo remember. */
export interface History {
  add(entry: Entry): void;
  /** The entry that would be undone (or redone) next. */
  peek(direction: Direction): Entry | undefined;
  /** The entry was undone (or redone) by this commit. */
  move(direction: Direction, commit: Commit): void;
  /** The entry can no longer be undone (or redone): forget it. */
  drop(direction: Direction): void;
  state(): HistoryState;
}

const LIMIT = 100;

/** An empty history of at most 100 steps. */
export function newHistory(): History {
  const stacks: Record<Direction, Entry[]> = { undo: [], redo: [] };
  const named = (entry: Entry | undefined): HistoryState['undo'] => entry && { type: entry.type, input: entry.input };
  /** A row came back to a state it was in before, under a new revision: whoever knew that state by its old one learns the new. */
  const renumber = (row: Change, old: number, rev: number): void => {
    for (const entry of [...stacks.undo, ...stacks.redo])
      for (const step of entry.steps) {
        if (step.collection !== row.collection || step.id !== row.id) continue;
        if (step.revBefore === old) step.revBefore = rev;
        if (step.revAfter === old) step.revAfter = rev;
      }
  };
  return {
    add(entry) {
      stacks.undo.push(entry);
      stacks.undo.splice(0, stacks.undo.length - LIMIT);
      stacks.redo = [];
    },
    peek: (direction) => stacks[direction].at(-1),
    move(direction, commit) {
      const entry = stacks[direction].at(-1);
      if (!entry) return;
      for (const step of entry.steps)
        renumber(step, direction === 'undo' ? step.revBefore : step.revAfter, revIn(commit, step));
      stacks[direction].pop();
      stacks[direction === 'undo' ? 'redo' : 'undo'].push(entry);
    },
    drop(direction) {
      stacks[direction].pop();
    },
    state: () => ({ undo: named(stacks.undo.at(-1)), redo: named(stacks.redo.at(-1)) }),
  };
}

/** An entry for a command that was just carried out. */
export const entryOf = (
  command: Omit<Entry, 'steps'>,
  changes: ChangeSet,
  revBefore: (change: Change) => number,
  commit: Commit,
): Entry => ({
  type: command.type,
  input: command.input,
  steps: changes.map((change) => ({ ...change, revBefore: revBefore(change), revAfter: revIn(commit, change) })),
});

/** What a batch has to do to go back (or forth) over an entry: only if each row is still as the entry left it. */
export function opsOf(entry: Entry, direction: Direction): readonly Op[] {
  return entry.steps.map(({ collection, id, from, to, revBefore, revAfter }): Op => {
    const [now, target, rev] = direction === 'undo' ? [to, from, revAfter] : [from, to, revBefore];
    const expect = now === null ? 'absent' : { rev };
    return target === null
      ? { op: 'delete', c: collection, id, expect }
      : { op: 'put', c: collection, id, expect, data: target as RowData };
  });
}

const revIn = (commit: Commit, { collection, id }: Change): number =>
  commit.rows.find((row) => row.id === id && row.c === collection)?.rev ?? 0;
