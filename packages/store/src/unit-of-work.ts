import type { Expect, Op, Row, RowData, StorageAdapter } from '@kith/adapters';
import { type Env, ok, type Problem, type Result, refuse } from '@kith/core';
import type { ChangeSet } from './change-set.js';
import type { Collection, Identified, RowsAhead } from './collection.js';
import { fits } from './fits.js';
import type { Guard } from './guard.js';
import type { RowsQuery } from './query.js';
import { condition, readRows, readTally } from './read.js';
import type { RowRules, Settled, Staging } from './row-rules.js';
import type { Work } from './work.js';

interface GuardedRow {
  readonly collection: string;
  readonly id: string;
  readonly row: Row | null;
}

interface SchemaIssue {
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Work that remembers what was read and what is to be written. */
export interface UnitOfWork extends Work {
  /** Works out what follows from what is staged; nothing is staged behind it. Why it cannot be written, if so. */
  settle(): Promise<Result<undefined>>;
  /** What a batch has to do: the staged writes, and a guard for each row that was read but not written. */
  ops(): readonly Op[];
  changes(): ChangeSet;
  /**
   * Why what is staged may not be written after all, the rules of collections among it (`unfitness`); reads what was staged
   * for deletion without being read.
   */
  refusal(): Promise<Problem | undefined>;
  /** What changes along with it, and is no step of its own. */
  derived(): ChangeSet;
  staged(): readonly Staging[];
  /** A row as it was read: with the revision that the batch takes for granted. */
  readAs(collection: string, id: string): Row | null;
  /** Stages a row as it is given: a walk through the history proves nothing anew. */
  take(staging: Staging): void;
  /** Why a row may not go, or be where it is staged, by the rules of its collection (`whyStays`, `checkParent`). */
  unfitness(collection: Collection, id: string): Promise<Problem | undefined>;
}

/** What a command is held against. */
interface Limits {
  /** How far whoever acts may go; everywhere when left out. */
  readonly guard?: Guard | undefined;
  /** What a house demands of rows, and what follows from them. */
  readonly rules?: RowRules | undefined;
  /** Whether there is a collection of a name; of any when left out. */
  readonly knows?: (collection: string) => boolean;
  /** The type of the command. */
  readonly type?: string;
}

/** Begins the work of one command. */
export function unitOfWork(
  adapter: StorageAdapter,
  env: Env,
  { guard, rules, knows = () => true, type = '' }: Limits = {},
): UnitOfWork {
  /** Rows a command looked at by id: the commit is refused when one of them has changed since. */
  const guardedRows = new Map<string, GuardedRow>();
  /** Rows a command came across in a query: only those it writes must still be what they were. */
  const foundRows = new Map<string, Row>();
  const stagedRows = new Map<string, Staging>();
  /** Rows that a command deleted unread: what they are is found out before the commit. */
  const unread: (() => Promise<void>)[] = [];
  /** Rows that the rules of their collection bind: it is asked once everything is staged. */
  const bound = new Map<string, readonly [Collection, string]>();
  let refused: Problem | undefined;
  let settled: Settled | undefined;
  const keyOf = (collection: string, id: string): string => `${collection}/${id}`;

  const load = async (collection: string, id: string): Promise<Row | null> => {
    const known = guardedRows.get(keyOf(collection, id));
    if (known) return known.row;
    const row = (await adapter.get(collection, [id]))[0] ?? null;
    guardedRows.set(keyOf(collection, id), { collection, id, row });
    return row;
  };
  /** Rows of the storage, each remembered with its revision. */
  const loadAll = async (collection: string, ids: readonly string[]): Promise<ReadonlyArray<Row | null>> => {
    const missing = ids.filter((id) => !guardedRows.has(keyOf(collection, id)));
    const rows = missing.length > 0 ? await adapter.get(collection, missing) : [];
    for (const [index, id] of missing.entries()) {
      const key = keyOf(collection, id);
      guardedRows.set(key, { collection, id, row: foundRows.get(key) ?? rows[index] ?? null });
    }
    return ids.map((id) => guardedRows.get(keyOf(collection, id))?.row ?? null);
  };
  const rowOf = (key: string): Row | null => guardedRows.get(key)?.row ?? foundRows.get(key) ?? null;
  const stage = (collection: string, id: string, to: RowData | null, erasure: Pick<Staging, 'isErased'> = {}): void => {
    const key = keyOf(collection, id);
    stagedRows.set(key, { collection, id, row: rowOf(key), to, ...erasure });
  };

  const ahead = async (work: Work): Promise<RowsAhead> =>
    (await import('./rows-ahead.js')).rowsAhead(work, [...stagedRows.values()]);
  const whyStays = async (work: Work, collection: Collection, id: string): Promise<Problem | undefined> => {
    const key = keyOf(collection.name, id);
    const row = dataOf(stagedRows.get(key)?.row ?? rowOf(key));
    if (!row || !collection.whyStays) return undefined;
    return collection.whyStays(row as unknown as Identified, await ahead(work));
  };
  const unfitness = async (collection: Collection, id: string): Promise<Problem | undefined> => {
    const staging = stagedRows.get(keyOf(collection.name, id));
    if (staging?.to === null) return whyStays(work, collection, id);
    if (!collection.checkParent || !staging?.to.parentId) return undefined;
    // Fetched when a parent is named, which is seldom.
    const { misplacement } = await import('./ancestry.js');
    return misplacement(work, collection, dataOf(staging.row), staging.to);
  };

  const workFor = (person: Guard | undefined, system?: Work): Work => {
    const isHidden = ({ name }: Collection, id: string): boolean => {
      const data = dataOf(rowOf(keyOf(name, id)));
      return person !== undefined && data !== null && person.view(name, data) === null;
    };
    const refusalOf = (collection: string, id: string, to: RowData | null, isErased = false): Problem | undefined =>
      person?.refusal({ collection, id, from: dataOf(rowOf(keyOf(collection, id))), to, command: type, isErased });
    const work: Work = {
      env,
      get system() {
        return system ?? work;
      },
      knows,
      seesAll: ({ name }) => person?.seesAll(name) ?? true,
      async get<Entity extends Identified>(collection: Collection<Entity>, id: string): Promise<Entity | undefined> {
        const staged = stagedRows.get(keyOf(collection.name, id));
        const data = staged ? staged.to : dataOf(await load(collection.name, id));
        return ((person ? person.view(collection.name, data) : data) as unknown as Entity | undefined) ?? undefined;
      },
      async require(collection, id) {
        const entity = await work.get(collection, id);
        return entity ? ok(entity) : refuse(notFound(collection, id));
      },
      async find<Entity extends Identified>(query: RowsQuery<Entity>): Promise<readonly Entity[]> {
        const rows = await readRows(person?.adapter ?? adapter, query, condition(query.where, env));
        // What is written back has to be whole, so the rows are remembered as they are.
        const whole = person
          ? await adapter.get(
              query.collection.name,
              rows.map(({ id }) => id),
            )
          : rows;
        for (const [index, row] of rows.entries()) {
          const now = whole[index];
          foundRows.set(keyOf(query.collection.name, row.id), now?.rev === row.rev ? now : row);
        }
        return rows.map((row) => row.data as unknown as Entity);
      },
      async count(collection, where) {
        const asked = condition(where, env);
        const storage = person?.adapter ?? adapter;
        if (asked.exact) return storage.count(collection.name, asked.pushed);
        return (await readRows(storage, { ask: 'rows', collection, where }, asked)).length;
      },
      countAhead: async (collection, where) => (await ahead(work)).count(collection, where),
      tally: (query) => readTally(person?.adapter ?? adapter, query, condition(query.where, env)),
      put(collection, entity) {
        if (isHidden(collection, entity.id)) return refuse(notFound(collection, entity.id));
        const { name } = collection;
        const key = keyOf(name, entity.id);
        const left = entity as unknown as RowData;
        const stored = dataOf(rowOf(key));
        const before = stagedRows.get(key)?.to ?? stored;
        const completed = person && stored && before ? person.complete(name, { stored, before, left }) : ok(left);
        if (!completed.ok) return completed;
        const whole = completed.value;
        const parsed = fits(collection.schema, whole) ? undefined : collection.schema.safeParse(whole);
        if (parsed?.success === false) return refuse(invalid(collection, entity.id, parsed.error.issues));
        const problem = refusalOf(name, entity.id, whole);
        if (problem) return refuse(problem);
        const written = whole as unknown as typeof entity;
        const ruled = rules ? rules.put(collection, before, written, env) : ok(written);
        if (!ruled.ok) return ruled;
        // The schema proves the entity; what is stored is the entity itself, so that fields of a newer version survive.
        const staged = ruled.value as unknown as RowData;
        stage(name, entity.id, staged);
        if (collection.checkParent) bound.set(key, [collection, entity.id]);
        if (!rules) return ok(entity);
        return ok(((person ? person.view(name, staged) : staged) ?? entity) as unknown as typeof entity);
      },
      async vet(collection, entity) {
        const problem = await rules?.vet(collection.name, entity, [...stagedRows.values()]);
        return problem ? refuse(problem) : ok(undefined);
      },
      registry: () => rules?.registry?.(),
      own: (collection, entity) => rules?.own(collection.name, entity) ?? entity,
      mayRemove: async (collection, id) => refusalOf(collection.name, id, null) ?? whyStays(work, collection, id),
      remove: (collection, id) => drop(collection, id),
      purge: (collection, id) => drop(collection, id, { isErased: true }),
    };
    const drop = (collection: Collection, id: string, erasure: Pick<Staging, 'isErased'> = {}): void => {
      const { name } = collection;
      const key = keyOf(name, id);
      if (!stagedRows.has(key) && !guardedRows.has(key) && !foundRows.has(key)) {
        unread.push(async () => {
          // What was put in its place since goes its own way.
          if (stagedRows.get(key)?.to !== null || !(await load(name, id))) return;
          stagedRows.delete(key);
          drop(collection, id, erasure);
        });
      } else {
        if (isHidden(collection, id)) return;
        refused ??= refusalOf(name, id, null, erasure.isErased);
      }
      stage(name, id, null, erasure);
      if (collection.whyStays) bound.set(key, [collection, id]);
    };
    return work;
  };

  const changes = (): ChangeSet =>
    (settled?.stagings.slice(0, stagedRows.size) ?? [...stagedRows.values()])
      .filter(({ row, to }) => to !== null || isThere(row))
      .map(({ collection, id, row, to }) => ({ collection, id, from: dataOf(row), to }));
  const work = workFor(guard, guard && workFor(undefined));
  const own: Omit<UnitOfWork, keyof Work> = {
    async refusal() {
      for (const read of unread.splice(0)) await read();
      const problem = refused ?? guard?.verdict(changes());
      if (problem) return problem;
      for (const row of bound.values()) {
        const unfit = await unfitness(...row);
        if (unfit) return unfit;
      }
      return undefined;
    },
    async settle() {
      const staged = [...stagedRows.values()];
      const result = rules && staged.length > 0 ? await rules.settle(staged, loadAll, env) : undefined;
      if (result && !result.ok) return result;
      settled = result?.value;
      return ok(undefined);
    },
    ops() {
      const stagings = settled?.stagings ?? [...stagedRows.values()];
      const along = settled?.ops ?? [];
      const writes = [...stagings.flatMap(opOf), ...along.filter(({ op }) => op !== 'check')];
      if (writes.length === 0) return [];
      const named = new Set(stagings.map(({ collection, id }) => keyOf(collection, id)));
      for (const { c, id } of along) named.add(keyOf(c, id));
      const guards = [...guardedRows]
        .filter(([key]) => !named.has(key))
        .map(([, { collection, id, row }]): Op => ({ op: 'check', c: collection, id, expect: expectOf(row) }));
      return [...guards, ...along.filter(({ op }) => op === 'check'), ...writes];
    },
    changes,
    derived: () => settled?.derived ?? [],
    staged: () => [...stagedRows.values()],
    readAs: (collection, id) => stagedRows.get(keyOf(collection, id))?.row ?? rowOf(keyOf(collection, id)),
    take: (staging) => void stagedRows.set(keyOf(staging.collection, staging.id), staging),
    unfitness,
  };
  return Object.assign(work, own);
}

/** The step of a batch that a staged row comes to; none where there is nothing to delete. */
function opOf({ collection, id, row, to, isErased }: Staging): readonly Op[] {
  if (isErased) return [{ op: 'purge', c: collection, id }];
  if (to) return [{ op: 'put', c: collection, id, expect: expectOf(row), data: to }];
  return isThere(row) ? [{ op: 'delete', c: collection, id, expect: { rev: row.rev } }] : [];
}

const isThere = (row: Row | null): row is Row => row !== null && !row.deleted;
const dataOf = (row: Row | null): RowData | null => (isThere(row) ? row.data : null);
const expectOf = (row: Row | null): Expect => (isThere(row) ? { rev: row.rev } : 'absent');

const notFound = (collection: Collection, id: string): Problem => ({
  code: 'store/not-found',
  message: `There is no ${collection.kind} ${id}. It may have been deleted; choose another one.`,
  path: 'id',
  params: { kind: collection.kind, id },
});

function invalid(collection: Collection, id: string, issues: readonly SchemaIssue[]): Problem {
  const issue = issues[0];
  const path = issue?.path.map(String).join('.') ?? '';
  return {
    code: 'store/invalid',
    message: `The ${collection.kind} ${id} does not fit: ${path ? `${path}: ` : ''}${issue?.message ?? 'unknown'}`,
    path,
    params: { kind: collection.kind, id },
  };
}
