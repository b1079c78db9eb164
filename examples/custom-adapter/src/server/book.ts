import {
  type Batch,
  type Capabilities,
  type ChangePage,
  type Commit,
  checkSteps,
  compileFilter,
  compileOrder,
  type DumpedRow,
  decodeCursor,
  type Expect,
  encodeCursor,
  type Filter,
  type Page,
  type Query,
  type Row,
  type Step,
  StorageFault,
} from '@kith/adapters';
import { openLines } from './lines.js';

/** The newest version of a row. `row` is null when it was erased; its revision lives on. */
interface Version {
  readonly c: string;
  readonly id: string;
  readonly rev: number;
  readonly seq: string;
  readonly row: Row | null;
  readonly origin?: string;
}

/** A line of the file: what one commit, or one rewriting, adds. */
interface Entry {
  /** What tells this book from one that was destroyed, and its schema from then on. */
  readonly born?: string;
  readonly schema?: number;
  readonly head?: number;
  readonly versions?: readonly Version[];
  readonly key?: string;
  readonly commit?: Commit;
}

interface State {
  born: string;
  schema: number;
  head: number;
  /** In the order of commits: that is the feed. */
  readonly versions: Map<string, Version>;
  readonly commits: Map<string, Commit>;
}

/** What the server takes; the client says the same. */
const limits: Capabilities['limits'] = { batchOps: 10_000, rowBytes: 1_000_000, pageRows: 1_000, feedDays: null };

/** The rows of one tenant: in memory, with a file behind them. Every verb is one turn, so that nothing comes between. */
export interface Book {
  readonly born: string;
  readonly schema: number;
  readonly head: string;
  write(batch: Batch): Commit;
  get(c: string, ids: readonly string[]): readonly (Row | null)[];
  query(query: Query): Page;
  count(c: string, where: Filter | undefined): number;
  changes(since: string, limit: number): ChangePage;
  dump(): readonly DumpedRow[];
  /** Writes migrated rows and the schema together. Does nothing when somebody has written since `at`. */
  migrate(schema: number, at: string, ops: Batch['ops']): void;
  destroy(): void;
}

/** Opens the book in a file; one that is not there begins with this schema. */
export function openBook(file: string, schema: number): Book {
  const lines = openLines<Entry>(file);
  let state: State = { born: '', schema, head: 0, versions: new Map(), commits: new Map() };
  for (const entry of lines.entries) apply(state, entry);
  if (state.born === '') keep({ born: crypto.randomUUID().slice(0, 8), schema });

  const rowAt = (c: string, id: string): Row | null => state.versions.get(nameOf(c, id))?.row ?? null;

  function find(c: string, where: Filter | undefined): Row[] {
    const matches = compileFilter(where);
    return [...state.versions.values()].flatMap(({ c: of, row }) =>
      of === c && row && !row.deleted && matches(row.data) ? [row] : [],
    );
  }

  /** On the disk first, then in memory. An erasure rewrites the file, so that nothing of the row is left in it. */
  function keep(entry: Entry): void {
    if (!entry.versions?.some(({ row }) => row === null)) {
      lines.append(entry);
      apply(state, entry);
      return;
    }
    const next = { ...state, versions: new Map(state.versions), commits: new Map(state.commits) };
    apply(next, entry);
    lines.rewrite(entriesOf(next));
    state = next;
  }

  function decide(steps: readonly Step[], origin: string | undefined): readonly Version[] {
    for (const { c, id, expect } of steps) {
      const actual = rowAt(c, id);
      if (!isAsExpected(actual, expect)) throw new StorageFault({ kind: 'conflict', c, id, actual });
    }
    const seq = seqOf(state.head + 1);
    return steps.flatMap(({ kind, c, id, data }): readonly Version[] => {
      const actual = rowAt(c, id);
      if (kind === 'check' || (kind !== 'put' && actual === null) || (kind === 'delete' && actual?.deleted)) return [];
      const rev = (state.versions.get(nameOf(c, id))?.rev ?? 0) + 1;
      const rows = {
        put: { id, rev, seq, data },
        delete: { id, rev, seq, deleted: true, data: {} },
        purge: null,
      } as const;
      return [{ c, id, rev, seq, row: rows[kind], ...(origin !== undefined && { origin }) }];
    });
  }

  return {
    get born() {
      return state.born;
    },
    get schema() {
      return state.schema;
    },
    get head() {
      return seqOf(state.head);
    },
    write(batch) {
      const steps = [...checkSteps(batch, limits)];
      const earlier = batch.key === undefined ? undefined : state.commits.get(batch.key);
      if (earlier !== undefined) return { ...earlier, replayed: true };
      const versions = decide(steps, batch.origin);
      const head = state.head + Math.min(versions.length, 1);
      const commit = { seq: seqOf(head), replayed: false, rows: versions.map(({ c, id, rev }) => ({ c, id, rev })) };
      if (versions.length > 0 || batch.key !== undefined)
        keep({ head, versions, ...(batch.key !== undefined && { key: batch.key, commit }) });
      return commit;
    },
    get: (c, ids) => ids.map((id) => rowAt(c, id)),
    query({ c, where, order: names, after, limit }) {
      checkLimit(limit, limits.pageRows);
      const order = compileOrder(names);
      const scope = JSON.stringify([file, state.born, c, where, names]);
      const start = after === undefined ? undefined : decodeCursor(after, scope);
      const found = find(c, where)
        .map((row) => ({ row, place: order.placeOf(row) }))
        .filter(({ place }) => start === undefined || order.compare(place, start) > 0)
        .sort((a, b) => order.compare(a.place, b.place));
      const last = found[limit - 1];
      const next = found.length > limit && last !== undefined ? encodeCursor(last.place, scope) : null;
      return { rows: found.slice(0, limit).map(({ row }) => row), next, at: seqOf(state.head) };
    },
    count: (c, where) => find(c, where).length,
    changes(since, limit) {
      checkLimit(limit, Number.MAX_SAFE_INTEGER);
      if (typeof since !== 'string' || !/^(|\d{12})$/.test(since))
        throw new StorageFault({ kind: 'invalid', detail: `${JSON.stringify(since)} is no place in this feed.` });
      const head = seqOf(state.head);
      if (since > head) throw new StorageFault({ kind: 'feed-trimmed', oldest: '' });
      if (since === head) return { changes: [], next: head, more: false };
      const behind = [...state.versions.values()].filter(({ seq }) => seq > since);
      // A page ends with a whole commit.
      const end = behind[limit - 1]?.seq ?? head;
      const told = behind.filter(({ seq }) => seq <= end);
      const changes = told.map((version) => ({ ...version, deleted: version.row?.deleted ?? version.row === null }));
      return { changes, next: end, more: told.length < behind.length };
    },
    dump: () => [...state.versions.values()].flatMap(({ c, row }) => (row === null ? [] : [{ c, row }])),
    migrate(to, at, ops) {
      if (at !== seqOf(state.head) || to <= state.schema) return;
      const versions = decide([...checkSteps({ ops }, { ...limits, batchOps: Number.POSITIVE_INFINITY })], undefined);
      keep({ schema: to, head: state.head + Math.min(versions.length, 1), versions });
    },
    destroy: () => lines.remove(),
  };
}

const nameOf = (c: string, id: string): string => JSON.stringify([c, id]);
const seqOf = (commit: number): string => (commit === 0 ? '' : String(commit).padStart(12, '0'));

function isAsExpected(actual: Row | null, expect: Expect): boolean {
  if (expect === 'any') return true;
  const isThere = actual !== null && !actual.deleted;
  if (expect === 'present') return isThere;
  return expect === 'absent' ? !isThere : actual?.rev === expect.rev;
}

function checkLimit(limit: number, most: number): void {
  if (!Number.isSafeInteger(limit) || limit < 1 || limit > most)
    throw new StorageFault({ kind: 'invalid', detail: `a page has 1 to ${most} rows, not ${limit}.` });
}

function apply(state: State, { born, schema, head, versions = [], key, commit }: Entry): void {
  for (const version of versions) {
    const name = nameOf(version.c, version.id);
    // Taken out and put in again it stands last.
    state.versions.delete(name);
    state.versions.set(name, version);
  }
  if (key !== undefined && commit !== undefined) state.commits.set(key, commit);
  state.born = born ?? state.born;
  state.schema = schema ?? state.schema;
  state.head = head ?? state.head;
}

/** What a file says that holds this and no more. */
function* entriesOf({ born, schema, head, versions, commits }: State): Generator<Entry> {
  yield { born, schema, head };
  for (const version of versions.values()) yield { versions: [version] };
  for (const [key, commit] of commits) yield { key, commit };
}
