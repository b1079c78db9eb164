import type { Expect, Op, Row, RowData, StorageAdapter } from '@kith/adapters';
import { type Env, ok, type Problem, refuse } from '@kith/core';
import type { ChangeSet } from './change-set.js';
import type { Collection, Identified } from './collection.js';
import type { RowsQuery } from './query.js';
import { condition, readRows } from './read.js';
import type { Work } from './work.js';

/** One staged row: how it was when the command read it, and how it is to be; null is "not there". */
interface Staged {
  readonly collection: string;
  readonly id: string;
  readonly row: Row | null;
  readonly to: RowData | null;
  /** Its content is to go for good. */
  readonly isErased?: true;
}

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
  /** What a batch has to do: the staged writes, and a guard for each row that was read but not written. */
  ops(): readonly Op[];
  changes(): ChangeSet;
}

/** Begins the work of one command. */
export function unitOfWork(adapter: StorageAdapter, env: Env): UnitOfWork {
  /** Rows a command looked at by id: the commit is refused when one of them has changed since. */
  const guardedRows = new Map<string, GuardedRow>();
  /** Rows a command came across in a query: only those it writes must still be what they were. */
  const foundRows = new Map<string, Row>();
  const stagedRows = new Map<string, Staged>();
  const keyOf = (collection: string, id: string): string => `${collection}/${id}`;

  const load = async (collection: string, id: string): Promise<Row | null> => {
    const known = guardedRows.get(keyOf(collection, id));
    if (known) return known.row;
    const row = (await adapter.get(collection, [id]))[0] ?? null;
    guardedRows.set(keyOf(collection, id), { collection, id, row });
    return row;
  };
  const stage = (collection: string, id: string, to: RowData | null, erasure: Pick<Staged, 'isErased'> = {}): void => {
    const key = keyOf(collection, id);
    const row = guardedRows.get(key)?.row ?? foundRows.get(key) ?? null;
    stagedRows.set(key, { collection, id, row, to, ...erasure });
  };

  return {
    env,
    async get<Entity extends Identified>(collection: Collection<Entity>, id: string): Promise<Entity | undefined> {
      const staged = stagedRows.get(keyOf(collection.name, id));
      return (
        ((staged ? staged.to : dataOf(await load(collection.name, id))) as unknown as Entity | undefined) ?? undefined
      );
    },
    async require(collection, id) {
      const entity = await this.get(collection, id);
      return entity ? ok(entity) : refuse(notFound(collection, id));
    },
    async find<Entity extends Identified>(query: RowsQuery<Entity>): Promise<readonly Entity[]> {
      const rows = await readRows(adapter, query, condition(query.where, env));
      for (const row of rows) foundRows.set(keyOf(query.collection.name, row.id), row);
      return rows.map((row) => row.data as unknown as Entity);
    },
    async count(collection, where) {
      const asked = condition(where, env);
      if (asked.exact) return adapter.count(collection.name, asked.pushed);
      return (await readRows(adapter, { ask: 'rows', collection, where }, asked)).length;
    },
    put(collection, entity) {
      const parsed = collection.schema.safeParse(entity);
      if (!parsed.success) return refuse(invalid(collection, entity.id, parsed.error.issues));
      // The schema proves the entity; what is stored is the entity itself, so that fields of a newer version survive.
      stage(collection.name, entity.id, entity as unknown as RowData);
      return ok(entity);
    },
    remove: (collection, id) => stage(collection.name, id, null),
    purge: (collection, id) => stage(collection.name, id, null, { isErased: true }),
    ops() {
      const writes = [...stagedRows.values()].flatMap(({ collection, id, row, to, isErased }): readonly Op[] => {
        if (isErased) return [{ op: 'purge', c: collection, id }];
        if (to) return [{ op: 'put', c: collection, id, expect: expectOf(row), data: to }];
        return isThere(row) ? [{ op: 'delete', c: collection, id, expect: { rev: row.rev } }] : [];
      });
      if (writes.length === 0) return [];
      const guards = [...guardedRows.values()]
        .filter(({ collection, id }) => !stagedRows.has(keyOf(collection, id)))
        .map(({ collection, id, row }): Op => ({ op: 'check', c: collection, id, expect: expectOf(row) }));
      return [...guards, ...writes];
    },
    changes: () =>
      [...stagedRows.values()].map(({ collection, id, row, to }) => ({ collection, id, from: dataOf(row), to })),
  };
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
