import { type Op, type Row, type RowData, type StorageAdapter, StorageFault } from '@kith/adapters';
import { type BrokenAdapter, broken, faultIn, withData } from './broken-adapter.js';

const nextTask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
const newest = (ops: readonly Op[]): readonly Op[] => [...new Map(ops.map((op) => [`${op.c}/${op.id}`, op])).values()];

/** Maps every string in a value. */
function mapStrings(value: unknown, change: (text: string) => string): unknown {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((item) => mapStrings(item, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapStrings(inner, change)]));
}

const readsStrings =
  (change: (text: string) => string) =>
  (sound: StorageAdapter): Partial<StorageAdapter> => ({
    get: async (c, ids) =>
      (await sound.get(c, ids)).map((row) => row && withData(row, mapStrings(row.data, change) as RowData)),
  });

/** Each forgets a rule that is easily forgotten. */
export const brokenRules: readonly BrokenAdapter[] = [
  broken('P1', 'writes large batches in pieces of fifty', (sound) => ({
    async write(batch) {
      let commit = await sound.write({ ...batch, ops: batch.ops.slice(0, 50) });
      for (let at = 50; at < batch.ops.length; at += 50) {
        const next = await sound.write({ ops: batch.ops.slice(at, at + 50) });
        commit = { ...next, rows: [...commit.rows, ...next.rows] };
      }
      return commit;
    },
  })),
  broken('P1', 'takes two steps for one row, and keeps the last', (sound) => ({
    write: (batch) => sound.write({ ...batch, ops: newest(batch.ops) }),
  })),
  broken('P1', 'lets readers see what is not yet decided', (sound) => {
    const seen = new Map<string, RowData>();
    return {
      async write(batch) {
        for (const op of batch.ops) if (op.op === 'put') seen.set(`${op.c}/${op.id}`, op.data);
        await nextTask();
        return sound.write(batch);
      },
      get: async (c, ids) =>
        (await sound.get(c, ids)).map((row) => row && withData(row, seen.get(`${c}/${row.id}`) ?? row.data)),
    };
  }),
  broken('P2', 'reads from a cache that is a write behind', (sound) => {
    let cache = new Map<string, Row | null>();
    let fresh = cache;
    return {
      async write(batch) {
        cache = fresh;
        fresh = new Map();
        return sound.write(batch);
      },
      async get(c, ids) {
        const rows = await sound.get(c, ids);
        return rows.map((row, index) => {
          const name = `${c}/${ids[index]}`;
          fresh.set(name, row);
          return cache.has(name) ? (cache.get(name) ?? null) : row;
        });
      },
    };
  }),
  broken('P2', 'counts no deletions', (sound) => {
    const deletions = new Map<string, number>();
    return {
      async write(batch) {
        const commit = await sound.write(batch);
        for (const { op, id } of batch.ops) if (op === 'delete') deletions.set(id, (deletions.get(id) ?? 0) + 1);
        return commit;
      },
      get: async (c, ids) =>
        (await sound.get(c, ids)).map((row) => row && { ...row, rev: row.rev - (deletions.get(row.id) ?? 0) }),
    };
  }),
  broken('P2', 'looks first and writes later', (sound) => ({
    async write(batch) {
      for (const op of batch.ops) {
        if (op.op === 'purge' || typeof op.expect !== 'object') continue;
        const [actual] = await sound.get(op.c, [op.id]);
        if (actual?.rev !== op.expect.rev)
          throw new StorageFault({ kind: 'conflict', c: op.c, id: op.id, actual: actual ?? null });
      }
      await nextTask();
      return sound.write({ ...batch, ops: batch.ops.map((op) => (op.op === 'put' ? { ...op, expect: 'any' } : op)) });
    },
  })),
  broken('P3', 'refuses a known key with another body', (sound) => {
    const bodies = new Map<string, string>();
    return {
      async write(batch) {
        const body = JSON.stringify(batch.ops);
        const known = bodies.get(batch.key ?? '');
        if (known !== undefined && known !== body) throw new StorageFault({ kind: 'invalid', detail: 'another body.' });
        const commit = await sound.write(batch);
        if (batch.key !== undefined) bodies.set(batch.key, body);
        return commit;
      },
    };
  }),
  broken('P3', 'remembers the keys of refused batches', (sound) => {
    const refused = new Map<string, unknown>();
    return {
      async write(batch) {
        if (batch.key !== undefined && refused.has(batch.key)) throw refused.get(batch.key);
        try {
          return await sound.write(batch);
        } catch (error) {
          if (batch.key !== undefined) refused.set(batch.key, error);
          throw error;
        }
      },
    };
  }),
  broken('P3', 'compares keys without regard to case', (sound) => ({
    write: ({ key, ...batch }) => sound.write(key === undefined ? batch : { ...batch, key: key.toLowerCase() }),
  })),
  broken('P4', 'goes on behind a value, and skips the rows that share it', (sound) => {
    const ends = new Map<string, Row>();
    return {
      async query(query) {
        const [key] = query.order ?? [];
        const end = ends.get(query.after ?? '');
        if (key === undefined || query.order?.length !== 1 || (query.after !== undefined && end === undefined))
          return sound.query(query);
        const { after: _, ...first } = query;
        const v = end?.data[key[0]];
        const behind = { f: key[0], is: key[1] === 'asc' ? 'gt' : 'lt', v: v ?? null } as const;
        const page = await sound.query(
          end === undefined ? first : { ...first, where: query.where ? { and: [query.where, behind] } : behind },
        );
        const last = page.rows.at(-1);
        if (last !== undefined && page.next !== null) ends.set(page.next, last);
        return page;
      },
    };
  }),
  broken('P4', 'reads a page in two halves', (sound) => ({
    async query(query) {
      if (query.limit < 4) return sound.query(query);
      const first = await sound.query({ ...query, limit: Math.floor(query.limit / 2) });
      if (first.next === null) return first;
      await nextTask();
      const second = await sound.query({ ...query, limit: Math.ceil(query.limit / 2), after: first.next });
      return { ...second, rows: [...first.rows, ...second.rows] };
    },
  })),
  broken('P5', 'ends a page in the middle of a commit', (sound) => ({
    async changes(since, limit) {
      const page = await sound.changes(since, limit);
      const changes = page.changes.slice(0, limit);
      return { ...page, changes, next: changes.at(-1)?.seq ?? page.next };
    },
  })),
  broken('P5', 'has a hole in its feed', (sound) => ({
    async changes(since, limit) {
      const page = await sound.changes(since, limit);
      return { ...page, changes: page.changes.filter(({ seq }) => !seq.endsWith('7')) };
    },
  })),
  broken('P5', 'tells changes in the order of ids', (sound) => ({
    async changes(since, limit) {
      const page = await sound.changes(since, limit);
      return { ...page, changes: [...page.changes].sort((a, b) => (a.id < b.id ? -1 : 1)) };
    },
  })),
  broken('P5', 'takes a place of another life for the end of its feed', (sound) => ({
    async changes(since, limit) {
      try {
        return await sound.changes(since, limit);
      } catch (error) {
        if (faultIn(error)?.kind !== 'feed-trimmed') throw error;
        return { changes: [], next: since, more: false };
      }
    },
  })),
  broken('P5', 'dumps no tombstones', (sound) => ({
    async *dump() {
      for await (const dumped of sound.dump()) if (!dumped.row.deleted) yield dumped;
    },
  })),
  broken(
    'P7',
    'composes its letters',
    readsStrings((text) => text.normalize('NFC')),
  ),
  broken(
    'P7',
    'cuts long strings',
    readsStrings((text) => text.slice(0, 32_766)),
  ),
  broken(
    'P7',
    'trims strings',
    readsStrings((text) => text.trim()),
  ),
  broken('P7', 'loses fields named __proto__', (sound) => ({
    get: async (c, ids) =>
      (await sound.get(c, ids)).map(
        (row) =>
          row &&
          withData(
            row,
            JSON.parse(JSON.stringify(row.data), (key, value) => (key === '__proto__' ? undefined : value)),
          ),
      ),
  })),
  broken('P10', 'tells in its feed what was erased', (sound) => {
    const erased = new Map<string, Row>();
    return {
      async write(batch) {
        for (const { op, c, id } of batch.ops) {
          const [row] = op === 'purge' ? await sound.get(c, [id]) : [];
          if (row) erased.set(`${c}/${id}`, row);
        }
        return sound.write(batch);
      },
      async changes(since, limit) {
        const page = await sound.changes(since, limit);
        return {
          ...page,
          changes: page.changes.map((each) => ({
            ...each,
            row: each.row ?? erased.get(`${each.c}/${each.id}`) ?? null,
          })),
        };
      },
    };
  }),
  broken('P12', 'finds null only where it is written', (sound) => ({
    async count(c, where) {
      if (where === undefined || !('f' in where) || where.is !== 'eq' || where.v !== null) return sound.count(c, where);
      const { rows } = await sound.query({ c, limit: 1000 });
      return rows.filter(({ data }) => data[where.f] === null).length;
    },
  })),
  broken('P12', 'does not look inside of not', (sound) => ({
    query: (query) =>
      sound.query({
        ...query,
        where: query.where && 'not' in query.where ? { and: [] } : (query.where ?? { and: [] }),
      }),
  })),
  broken('P12', 'finds deleted rows by what they were', (sound) => {
    const graves = new Map<string, Row>();
    return {
      async write(batch) {
        for (const { op, c, id } of batch.ops) {
          const [row] = op === 'delete' ? await sound.get(c, [id]) : [];
          if (row && !row.deleted) graves.set(id, row);
        }
        return sound.write(batch);
      },
      async query(query) {
        const page = await sound.query(query);
        return page.next === null ? { ...page, rows: [...page.rows, ...graves.values()] } : page;
      },
    };
  }),
  broken('P13', 'gives a group to rows that are gone', (sound) => ({
    tally: async (query) => [
      ...(await sound.tally(query)),
      { key: query.by.map(() => 'gone'), count: 0, sums: (query.sum ?? []).map(() => 0) },
    ],
  })),
];
