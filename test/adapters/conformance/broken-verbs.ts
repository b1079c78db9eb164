import { type Batch, type Row, StorageFault } from '@kith/adapters';
import { type BrokenAdapter, broken, withData } from './broken-adapter.js';

const mapRows = (rows: readonly Row[], change: (row: Row) => Row): readonly Row[] => rows.map(change);
const always = (batch: Batch): Batch => ({
  ...batch,
  ops: batch.ops.map((op) => (op.op === 'purge' ? op : { ...op, expect: 'any' })),
});

/** Each breaks a promise of the verbs in a way that real adapters have, or easily could. */
export const brokenVerbs: readonly BrokenAdapter[] = [
  broken('P1', 'writes a batch in two halves', (sound) => ({
    async write(batch) {
      const half = Math.ceil(batch.ops.length / 2);
      const first = await sound.write({ ...batch, ops: batch.ops.slice(0, half) });
      const { key: _, ...rest } = batch;
      const second = await sound.write({ ...rest, ops: batch.ops.slice(half) });
      return { ...second, rows: [...first.rows, ...second.rows] };
    },
  })),
  broken('P2', 'ignores what a batch expects', (sound) => ({ write: (batch) => sound.write(always(batch)) })),
  broken('P2', 'ignores guards', (sound) => ({
    write: (batch) => sound.write({ ...batch, ops: batch.ops.filter(({ op }) => op !== 'check') }),
  })),
  broken('P3', 'ignores keys', (sound) => ({
    write: ({ key: _, ...batch }) => sound.write(batch),
  })),
  broken('P3', 'answers a repeated key as if it were new', (sound) => ({
    write: async (batch) => ({ ...(await sound.write(batch)), replayed: false }),
  })),
  broken('P2', 'hides tombstones', (sound) => ({
    get: async (c, ids) => (await sound.get(c, ids)).map((row) => (row?.deleted ? null : row)),
  })),
  broken('P2', 'answers a conflict without the row', (sound) => ({
    async write(batch) {
      try {
        return await sound.write(batch);
      } catch (error) {
        if (!(error instanceof StorageFault) || error.fault.kind !== 'conflict') throw error;
        throw new StorageFault({ ...error.fault, actual: null });
      }
    },
  })),
  broken('P2', 'answers rows that are in the wrong place of a get', (sound) => ({
    get: async (c, ids) => [...(await sound.get(c, ids))].sort((a, b) => ((a?.id ?? '') < (b?.id ?? '') ? -1 : 1)),
  })),
  broken('P4', 'pages by offset', (sound) => ({
    async query(query) {
      const offset = Number(query.after ?? 0);
      const { after: _, ...all } = query;
      const page = await sound.query({ ...all, limit: 10_000 });
      const rows = page.rows.slice(offset, offset + query.limit);
      const isEnd = offset + query.limit >= page.rows.length;
      return { ...page, rows, next: isEnd ? null : String(offset + query.limit) };
    },
  })),
  broken('P4', 'takes any cursor', (sound) => ({
    async query(query) {
      try {
        return await sound.query(query);
      } catch (error) {
        if (!(error instanceof StorageFault) || error.fault.kind !== 'cursor-invalid') throw error;
        const { after: _, ...rest } = query;
        return sound.query(rest);
      }
    },
  })),
  broken('P4', 'drops the last row of a full page', (sound) => ({
    async query(query) {
      const page = await sound.query(query);
      return page.next === null ? page : { ...page, rows: page.rows.slice(0, -1) };
    },
  })),
  broken('P4', 'sorts by what the language thinks of strings', (sound) => ({
    async query(query) {
      const page = await sound.query(query);
      const [field, direction] = query.order?.[0] ?? [undefined, 'asc'];
      if (field === undefined) return page;
      const textOf = (row: Row) => String(row.data[field]);
      const sign = direction === 'asc' ? 1 : -1;
      return { ...page, rows: [...page.rows].sort((a, b) => sign * textOf(a).localeCompare(textOf(b))) };
    },
  })),
  broken('P12', 'compares case-insensitively', (sound) => ({
    count: async (c, where) => {
      if (where === undefined || !('f' in where) || where.is !== 'eq' || typeof where.v !== 'string')
        return sound.count(c, where);
      const lower = where.v.toLowerCase();
      const page = await sound.query({ c, limit: 10_000 });
      return page.rows.filter(({ data }) => String(data[where.f]).toLowerCase() === lower).length;
    },
  })),
  broken('P2', 'counts deleted rows', (sound) => ({
    async count(c, where) {
      let dead = 0;
      for await (const { c: of, row } of sound.dump()) if (of === c && row.deleted) dead++;
      return (await sound.count(c, where)) + (where === undefined ? dead : 0);
    },
  })),
  broken('P5', 'skips what was committed while a reader was under way', (sound) => ({
    async changes(since, limit) {
      const page = await sound.changes(since, limit);
      const head = (await sound.query({ c: 'items', limit: 1 })).at;
      return { ...page, next: head, more: false };
    },
  })),
  broken('P5', 'forgets deletions in its feed', (sound) => ({
    async changes(since, limit) {
      const page = await sound.changes(since, limit);
      return { ...page, changes: page.changes.filter(({ deleted }) => !deleted) };
    },
  })),
  broken('P5', 'loses the origin', (sound) => ({
    async changes(since, limit) {
      const page = await sound.changes(since, limit);
      return { ...page, changes: page.changes.map(({ origin: _, ...change }) => change) };
    },
  })),
  broken('P10', 'only hides what was to be erased', (sound) => ({
    write: (batch) =>
      sound.write({
        ...batch,
        ops: batch.ops.map((op) => (op.op === 'purge' ? { ...op, op: 'delete', expect: 'any' } : op)),
      }),
  })),
  broken('P7', 'keeps rows by JSON.stringify with a merge into an object', (sound) => ({
    async get(c, ids) {
      const rows = await sound.get(c, ids);
      return rows.map((row) => row && withData(row, Object.assign({}, row.data, { __proto__: undefined })));
    },
  })),
  broken('P7', 'replaces characters that it does not like', (sound) => ({
    get: async (c, ids) =>
      (await sound.get(c, ids)).map(
        (row) => row && withData(row, JSON.parse(JSON.stringify(row.data).replaceAll('\\u0000', ''))),
      ),
  })),
  broken('P7', 'hands out its own objects', (sound) => {
    const copies = new Map<string, Row>();
    return {
      async get(c, ids) {
        const rows = await sound.get(c, ids);
        return rows.map((row) => {
          if (row === null) return null;
          const key = `${c}/${row.id}/${row.rev}`;
          const copy = copies.get(key) ?? withData(row, structuredClone(row.data));
          copies.set(key, copy);
          return copy;
        });
      },
    };
  }),
  broken('P7', 'takes what JSON cannot hold', (sound) => ({
    write: (batch) => sound.write(JSON.parse(JSON.stringify(batch)) as Batch),
  })),
  broken('P11', 'shares data between tenants', (sound) => ({
    open: (options) => sound.open({ ...options, tenant: 'everybody' }),
  })),
  broken('P6', 'never stops hinting', (sound) => ({
    watch(hint) {
      sound.watch(hint);
      return () => undefined;
    },
  })),
  broken('P14', 'answers while it is closed', (sound) => {
    let last: { readonly rows: readonly Row[]; readonly next: null; readonly at: string } = {
      rows: [],
      next: null,
      at: '',
    };
    return {
      async query(query) {
        try {
          const page = await sound.query(query);
          last = { rows: mapRows(page.rows, (row) => row), next: null, at: page.at };
          return page;
        } catch (error) {
          if (error instanceof StorageFault && error.fault.kind === 'closed') return last;
          throw error;
        }
      },
    };
  }),
  broken('P13', 'counts groups as strings', (sound) => ({
    tally: async (query) =>
      (await sound.tally(query)).map((group) => ({ ...group, key: group.key.map((value) => String(value)) })),
  })),
  broken('P13', 'forgets the filter of a tally', (sound) => ({
    tally: ({ where: _, ...query }) => sound.tally(query),
  })),
  broken('P2', 'throws errors of its own', (sound) => ({
    async write(batch) {
      try {
        return await sound.write(batch);
      } catch (error) {
        throw new Error((error as Error).message);
      }
    },
  })),
];
