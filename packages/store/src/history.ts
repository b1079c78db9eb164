import type { Commit, Expect, Op, RowData, StorageAdapter } from '@kith/adapters';
import { isSame } from '@kith/core/imports';
import { BehaviorSubject } from 'rxjs';
import * as z from 'zod/mini';
import type { Change } from './change-set.js';
import type { Collection, Identified } from './collection.js';
import type { Companion, Staged } from './commit.js';
import { readWhere } from './read.js';
import type { HistoryState } from './store.js';

/** A command that was carried out, with what it takes to go back and forth over it. */
export interface HistoryStep extends Identified {
  readonly type: string;
  readonly input?: unknown;
  /** Milliseconds since the epoch. */
  readonly at: number;
  /** The version of the host's schema that its rows fit. */
  readonly schema?: number;
  readonly changes: readonly Change[];
  /** What it is a part of: steps of one part that follow each other are undone together. */
  readonly part?: string;
}

/** Where the steps of an actor are: numbers of places, the newest last. */
interface Stacks {
  readonly undo: readonly number[];
  readonly redo: readonly number[];
}

/** What undo and redo remember: per actor, in rows of their own, so that they outlive the page and are shared by its tabs. */
export interface History extends Companion {
  readonly state$: BehaviorSubject<HistoryState>;
  /** The step that would be undone (or redone) next. */
  peek(direction: 'undo' | 'redo'): Promise<HistoryStep | undefined>;
}

/** The steps of all actors, and for each actor a row that says in which order theirs are. */
export const historySteps: Collection<Identified> = {
  name: 'historySteps',
  kind: 'historyStep',
  schema: z.looseObject({ id: z.string() }) as never,
  shape: { indexes: [] },
};

/** The row that is written whenever an actor makes the first step ever: whoever erases guards it. */
const ACTORS = 'actors';
/** Steps that are remembered for each actor. */
const LIMIT = 100;
/** Edits of one field that follow each other so closely are one step: somebody is typing. */
const TYPING_MILLIS = 2_000;

interface HistoryOptions {
  readonly actor: string | undefined;
  /** Collections whose rows are no part of any step. */
  readonly aside: ReadonlySet<string>;
  /** The version of the host's schema: a step of another one holds rows that nothing would migrate. */
  readonly schema: number;
}

/** The history of one actor. */
export function newHistory(adapter: StorageAdapter, { actor = 'anybody', aside, schema }: HistoryOptions): History {
  const state$ = new BehaviorSubject<HistoryState>({ undo: undefined, redo: undefined });
  let stacks: Stacks = { undo: [], redo: [] };
  let rev: number | undefined;
  /** The batch that is on its way: how the stacks will be. */
  let next = stacks;

  const read = async (ids: readonly string[]) => adapter.get(historySteps.name, ids);
  const stepAt = async (place: number | undefined): Promise<HistoryStep | undefined> => {
    if (place === undefined) return undefined;
    const row = (await read([`${actor}.${place}`]))[0];
    return row && !row.deleted ? (row.data as unknown as HistoryStep) : undefined;
  };
  /**
   * The last step of a stack. One whose rows were erased is gone, and the one before it is the last; so is one of an older
   * schema.
   */
  const top = async (direction: 'undo' | 'redo'): Promise<HistoryStep | undefined> => {
    while (stacks[direction].length > 0) {
      const step = await stepAt(stacks[direction].at(-1));
      if (step && (step.schema ?? 1) === schema) return step;
      stacks = { ...stacks, [direction]: stacks[direction].slice(0, -1) };
    }
    return undefined;
  };
  const tell = async (): Promise<void> => {
    const named = (step: HistoryStep | undefined) => step && { type: step.type, input: step.input };
    state$.next({ undo: named(await top('undo')), redo: named(await top('redo')) });
  };
  const putStep = (place: number, step: Omit<HistoryStep, 'id'>): Op => {
    const id = `${actor}.${place}`;
    return { op: 'put', c: historySteps.name, id, expect: 'any', data: { id, ...step } as unknown as RowData };
  };
  /** Every change of the history writes the row of its actor, so that two stores never change it at once. */
  const putStacks = (): readonly Op[] => [
    {
      op: 'put',
      c: historySteps.name,
      id: actor,
      expect: rev === undefined ? 'absent' : { rev },
      data: { id: actor, undo: next.undo, redo: next.redo },
    },
    ...(rev === undefined ? [PUT_ACTORS] : []),
  ];
  /** The steps of a batch for a new step: in the place of the one before, where it goes on with that, or in a free one. */
  const add = async (staged: Staged): Promise<readonly Op[]> => {
    const step = { ...stepOf(staged, aside), schema };
    if (tooLarge(step, adapter)) return [];
    const last = staged.history === 'typing' && stacks.redo.length === 0 ? await top('undo') : undefined;
    const place = stacks.undo.at(-1);
    const joined = last && goesOn(last, step);
    if (place !== undefined && joined) return [putStep(place, joined), ...putStacks()];
    const kept = stacks.undo.slice(-(LIMIT - 1));
    // Mostly the place of the oldest step, which is given up now.
    let free = ((place ?? -1) + 1) % LIMIT;
    while (kept.includes(free)) free = (free + 1) % LIMIT;
    next = { undo: [...kept, free], redo: [] };
    return [putStep(free, step), ...putStacks()];
  };
  const walk = (direction: 'undo' | 'redo'): readonly Op[] => {
    const back = direction === 'undo' ? 'redo' : 'undo';
    const place = stacks[direction].at(-1);
    if (place === undefined) return [];
    next = { ...stacks, [direction]: stacks[direction].slice(0, -1), [back]: [...stacks[back], place] };
    return putStacks();
  };
  const forget = (direction: 'undo' | 'redo'): readonly Op[] => {
    next = { ...stacks, [direction]: stacks[direction].slice(0, -1) };
    return putStacks();
  };

  const stepsOf = async (staged: Staged): Promise<readonly Op[]> => {
    switch (staged.history) {
      case 'step':
      case 'typing':
        return add(staged);
      case 'undo':
      case 'redo':
        return walk(staged.history);
      case 'forget undo':
        return forget('undo');
      case 'forget redo':
        return forget('redo');
      case 'none':
        return [];
    }
  };

  return {
    collections: [historySteps],
    isDispensable: true,
    state$,
    peek: top,
    async along(staged) {
      next = stacks;
      // What erases cannot be taken back: a step would keep what is to go.
      const erases = staged.ops.some(({ op }) => op === 'purge');
      return erases ? eraseOps(adapter, staged.ops) : stepsOf(staged);
    },
    async committed({ rows }: Commit, { history, type, input }) {
      const written = rows.find(({ c, id }) => c === historySteps.name && id === actor);
      if (written) {
        stacks = next;
        rev = written.rev;
      }
      if (written && (history === 'step' || history === 'typing'))
        state$.next({ undo: { type, input }, redo: undefined });
      else if (rows.some(({ c }) => c === historySteps.name)) await tell();
    },
    async refresh() {
      const row = (await read([actor]))[0];
      rev = row && !row.deleted ? row.rev : undefined;
      const data = rev === undefined ? undefined : (row?.data as unknown as Stacks);
      stacks = { undo: data?.undo ?? [], redo: data?.redo ?? [] };
      await tell();
    },
  };
}

const PUT_ACTORS: Op = { op: 'put', c: historySteps.name, id: ACTORS, expect: 'any', data: { id: ACTORS } };

/**
 * Steps that hold a row which is erased go with it, whoever's they are. A step that another tab adds meanwhile must not be
 * missed: each writes the row of its actor, and the first of an actor the one of all, so that these rows are guarded.
 */
async function eraseOps(adapter: StorageAdapter, ops: readonly Op[]): Promise<readonly Op[]> {
  const erased = ops.flatMap((op) => (op.op === 'purge' ? [op.id] : []));
  if (erased.length === 0) return [];
  const steps = await readWhere(adapter, historySteps, { f: 'changes.id', is: 'in', v: erased });
  const actors = await readWhere(adapter, historySteps, { f: 'changes', is: 'exists', v: false });
  const guard = (id: string, expect: Expect): Op => ({ op: 'check', c: historySteps.name, id, expect });
  return [
    ...actors.map(({ id, rev }) => guard(id, { rev })),
    ...(actors.some(({ id }) => id === ACTORS) ? [] : [guard(ACTORS, 'absent')]),
    ...steps.map(({ id }): Op => ({ op: 'purge', c: historySteps.name, id })),
  ];
}

const stepOf = ({ type, input, changes, part, env }: Staged, aside: ReadonlySet<string>): Omit<HistoryStep, 'id'> => ({
  type,
  ...(input !== undefined && { input }),
  at: Date.parse(env.now),
  ...(part !== undefined && { part }),
  changes: changes
    .filter(({ collection }) => !aside.has(collection))
    .map(({ collection, id, from, to }) => ({ collection, id, from, to })),
});

/** A step that fills more than half a row of the storage is not remembered: it could not be kept with what comes after it. */
function tooLarge(step: object, { capabilities }: StorageAdapter): boolean {
  const room = capabilities.limits.rowBytes / 2;
  return mostLength(step) > room && JSON.stringify(step).length > room;
}

/** How long a value can be as JSON at most: much quicker than writing it. */
function mostLength(value: unknown): number {
  if (typeof value === 'string') return value.length * 6 + 2;
  if (typeof value !== 'object' || value === null) return 25;
  let length = 2;
  if (Array.isArray(value)) {
    for (const item of value as readonly unknown[]) length += 2 + mostLength(item);
    return length;
  }
  const fields = value as Readonly<Record<string, unknown>>;
  for (const key of Object.keys(fields)) length += key.length * 6 + 4 + mostLength(fields[key]);
  return length;
}

/** Two edits of the same field of the same row as one, when the second follows closely and nothing came between. */
function goesOn(last: HistoryStep, step: Omit<HistoryStep, 'id'>): Omit<HistoryStep, 'id'> | undefined {
  const [before] = last.changes;
  const [after] = step.changes;
  const passed = step.at - last.at;
  if (last.type !== step.type || passed < 0 || passed > TYPING_MILLIS) return undefined;
  if (!before || !after || last.changes.length > 1 || step.changes.length > 1) return undefined;
  if (before.collection !== after.collection || before.id !== after.id || !isSame(before.to, after.from))
    return undefined;
  const fields = changedFields(after);
  const isSameField = fields.length === 1 && fields.join() === changedFields(before).join();
  return isSameField ? { ...step, changes: [{ ...before, to: after.to }] } : undefined;
}

/** Which fields a step changed, the stamps aside. */
function changedFields({ from, to }: Change): readonly string[] {
  const [before, after] = [{ ...(from ?? undefined) }, { ...(to ?? undefined) }];
  return Object.keys({ ...before, ...after }).filter(
    (field) =>
      field !== 'modifiedAt' &&
      field !== 'modifiedBy' &&
      !isSame(Reflect.get(before, field), Reflect.get(after, field)),
  );
}
