import { type DumpedRow, memoryAdapter, type Op, type SearchHit, type StorageAdapter } from '@kith/adapters';
import { type BrokenAdapter, broken } from './broken-adapter.js';
import { type Flaws, naiveSearch } from './naive-search.js';

const searching = (promise: string, fault: string, flaws: Flaws): BrokenAdapter => ({
  promise,
  fault,
  factory: () => naiveSearch(memoryAdapter(), flaws),
});

/** A sound search with another one in front of it. */
const spoiltSearch = (
  promise: string,
  fault: string,
  spoil: (sound: StorageAdapter) => Partial<StorageAdapter>,
): BrokenAdapter => ({
  promise,
  fault,
  factory() {
    const sound = naiveSearch(memoryAdapter());
    return { ...sound, ...spoil(sound) };
  },
});

const steps = (rows: readonly DumpedRow[]): readonly Op[] =>
  rows.map(({ c, row }) => ({ op: 'put', c, id: row.id, expect: 'any', data: row.data }));

async function allOf(rows: AsyncIterable<DumpedRow>): Promise<readonly DumpedRow[]> {
  const all: DumpedRow[] = [];
  for await (const row of rows) all.push(row);
  return all;
}

async function* again(rows: readonly DumpedRow[]): AsyncGenerator<DumpedRow, void, undefined> {
  yield* rows;
}

const shared = new Map<string, Awaited<ReturnType<StorageAdapter['write']>>>();

/** Each finds, restores or tells apart wrongly. */
export const brokenFinders: readonly BrokenAdapter[] = [
  searching('P15', 'ignores the filter of a search', { ignoresWhere: true }),
  searching('P15', 'takes the first hits, and filters them then', { limitsFirst: true }),
  searching('P15', 'finds what has one of the words', { findsAnyWord: true }),
  searching('P15', 'finds whole words only', { findsWholeWords: true }),
  searching('P15', 'answers the worst first', { putsWorstFirst: true }),
  searching('P15', 'looks into every field', { looksEverywhere: true }),
  searching('P15', 'takes letters as they are written', { isCaseSensitive: true }),
  spoiltSearch('P15', 'never looks at a row twice', (sound) => {
    const known = new Map<string, SearchHit>();
    return {
      async search(query) {
        const hits = await sound.search(query);
        for (const hit of hits) if (!known.has(hit.row.id)) known.set(hit.row.id, hit);
        return hits.map(({ row, score }) => ({ row: known.get(row.id)?.row ?? row, score }));
      },
    };
  }),
  spoiltSearch('P10', 'finds what was erased', (sound) => {
    const known = new Map<string, readonly SearchHit[]>();
    return {
      async search(query) {
        const hits = await sound.search(query);
        if (hits.length > 0) known.set(query.text, hits);
        return known.get(query.text) ?? [];
      },
      async write(batch) {
        const commit = await sound.write(batch);
        for (const text of ['souza', 'lisboa']) {
          const hits = await sound.search({ c: 'items', text, limit: 5 }).catch(() => []);
          if (hits.length > 0) known.set(text, hits);
        }
        return commit;
      },
    };
  }),
  broken('P16', 'restores what there is before the rows throw', (sound) => ({
    async restore(rows) {
      const before: DumpedRow[] = [];
      try {
        for await (const row of rows) before.push(row);
      } catch (error) {
        await sound.restore(again(before));
        throw error;
      }
      return sound.restore(again(before));
    },
  })),
  broken('P16', 'adds a dump to what is there', (sound) => ({
    restore: async (rows) => sound.write({ ops: steps(await allOf(rows)) }),
  })),
  broken('P16', 'empties everything before it restores', (sound) => ({
    async restore(rows) {
      await sound.restore(again([]));
      return sound.restore(rows);
    },
  })),
  broken('P16', 'restores live rows only', (sound) => ({
    restore: async (rows) =>
      sound.restore(again((await allOf(rows)).filter(({ row }) => !row.deleted && row.id !== 'a'))),
  })),
  broken('P2', 'restores revisions as they were in the dump', (sound) => {
    const restored = new Map<string, number>();
    return {
      async restore(rows) {
        const all = await allOf(rows);
        for (const { row } of all) restored.set(row.id, row.rev);
        return sound.restore(again(all));
      },
      get: async (c, ids) =>
        (await sound.get(c, ids)).map((row) => row && { ...row, rev: restored.get(row.id) ?? row.rev }),
    };
  }),
  broken('P5', 'restores without a word in its feed', (sound) => {
    const silent = new Set<string>();
    return {
      async restore(rows) {
        const commit = await sound.restore(rows);
        silent.add(commit.seq);
        return commit;
      },
      async changes(since, limit) {
        const page = await sound.changes(since, limit);
        return { ...page, changes: page.changes.filter(({ seq }) => !silent.has(seq)) };
      },
    };
  }),
  broken('P11', 'takes the keys of one tenant for those of all', (sound) => {
    return {
      async write(batch) {
        const known = shared.get(batch.key ?? '');
        if (known !== undefined) return { ...known, replayed: true };
        const commit = await sound.write(batch);
        if (batch.key !== undefined && batch.key !== '') shared.set(batch.key, commit);
        return commit;
      },
    };
  }),
];
