import 'fake-indexeddb/auto';
import {
  type DumpedRow,
  memoryAdapter,
  type Op,
  type OpenOptions,
  type StorageAdapter,
  StorageFault,
} from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { keyvalAdapter } from '@kith/adapters/keyval';
import { createStore, entries } from 'idb-keyval';
import { describe, expect, it } from 'vitest';
import { faultyStore, type Mishap } from './faulty-store.js';

const options: OpenOptions = {
  tenant: 'tenant',
  schema: 1,
  collections: { items: { indexes: [['v']], tallies: [{ by: ['v'] }] } },
  migrations: [],
  onSuperseded() {},
};

const put = (id: string, v: number): Op => ({ op: 'put', c: 'items', id, expect: 'any', data: { v } });
const row = (id: string, rev: number, v: number): DumpedRow => ({ c: 'items', row: { id, rev, seq: '', data: { v } } });
const tombstone = (id: string, rev: number): DumpedRow => ({
  c: 'items',
  row: { id, rev, seq: '', deleted: true, data: {} },
});

async function* dumpOf(rows: readonly DumpedRow[], failure?: unknown): AsyncGenerator<DumpedRow> {
  yield* rows;
  if (failure !== undefined) throw failure;
}

async function stateOf(adapter: StorageAdapter): Promise<string> {
  const rows: string[] = [];
  for await (const { row } of adapter.dump())
    rows.push(`${row.id}${row.deleted ? '†' : `=${String(row.data.v)}`}@${row.rev}`);
  const counted = await adapter.tally({ c: 'items', by: ['v'] });
  return `${rows.sort().join(' ')} | ${counted.map(({ key, count }) => `${String(key[0])}:${count}`).join(' ')}`;
}

const before: readonly Op[] = [put('a', 1), put('b', 1), put('c', 1), put('d', 1)];
/** a is older here than there, b newer, c gone, d deleted, e new. */
const dump = [row('a', 4, 2), row('b', 1, 2), tombstone('d', 1), row('e', 7, 2)];
const OLD = 'a=1@1 b=1@1 c=1@1 d=1@1 | 1:4';
const NEW = 'a=2@5 b=2@2 c†@2 d†@2 e=2@8 | 2:3';

let books = 0;
const makers: Readonly<Record<string, () => StorageAdapter>> = {
  memory: () => memoryAdapter(),
  dexie: () => dexieAdapter({ name: `restore-${books++}` }),
  keyval: () => keyvalAdapter({ name: `restore-${books++}` }),
};

for (const [name, make] of Object.entries(makers))
  describe(`restoring into ${name}`, () => {
    it('P16 makes the rows those of the dump, above both revisions, as one commit', async () => {
      const adapter = make();
      await adapter.open(options);
      const { seq } = await adapter.write({ ops: before });
      const commit = await adapter.restore(dumpOf(dump));
      expect(await stateOf(adapter)).toBe(NEW);
      expect(commit.rows.length).toBe(5);
      const { changes } = await adapter.changes(seq, 1);
      expect(changes.map((change) => [change.id, change.rev, change.deleted, change.seq])).toEqual(
        commit.rows.map(({ id, rev }) => [id, rev, id === 'c' || id === 'd', commit.seq]),
      );
      await adapter.close();
      await adapter.open(options);
      expect(await stateOf(adapter)).toBe(NEW);
      await adapter.destroy();
    });

    it('P16 leaves everything as it was when the dump breaks off, or is none', async () => {
      const adapter = make();
      await adapter.open(options);
      await adapter.write({ ops: before });
      const failure = new Error('the file ends here');
      await expect(adapter.restore(dumpOf(dump, failure))).rejects.toBe(failure);
      await expect(adapter.restore(dumpOf([...dump, row('a', 1, 1)]))).rejects.toMatchObject({
        fault: { kind: 'invalid', detail: expect.stringContaining('items/a is there twice') },
      });
      await expect(adapter.restore(dumpOf([row('a b', 1, 1)]))).rejects.toMatchObject({ fault: { kind: 'invalid' } });
      await expect(adapter.restore(dumpOf([row('a', 0, 1)]))).rejects.toMatchObject({ fault: { kind: 'invalid' } });
      expect(await stateOf(adapter)).toBe(OLD);
      await adapter.destroy();
      await expect(adapter.restore(dumpOf(dump))).rejects.toMatchObject({ fault: { kind: 'closed' } });
    });

    it('P16 gives back what was dumped, and takes writes meanwhile', async () => {
      const from = make();
      await from.open(options);
      await from.write({ ops: Array.from({ length: 3500 }, (_, index) => put(`row${index}`, index % 7)) });
      const into = make();
      await into.open({ ...options, tenant: 'other' });
      const [, commit] = await Promise.all([into.write({ ops: [put('stray', 1)] }), into.restore(from.dump())]);
      expect(commit.rows.length).toBe(3501);
      expect(await into.count('items')).toBe(3500);
      expect(await into.tally({ c: 'items', by: ['v'] })).toEqual(await from.tally({ c: 'items', by: ['v'] }));
      await from.destroy();
      await into.destroy();
    });
  });

describe('restoring beside other handles', () => {
  it('P16 tells them by the feed', async () => {
    const one = dexieAdapter({ name: 'beside' });
    const other = dexieAdapter({ name: 'beside' });
    await one.open(options);
    await other.open(options);
    await one.write({ ops: before });
    const { next } = await other.changes('', 100);
    await one.restore(dumpOf(dump));
    const { changes } = await other.changes(next, 100);
    expect(changes.map(({ id }) => id).sort()).toEqual(['a', 'b', 'c', 'd', 'e']);
    expect(await stateOf(other)).toBe(NEW);
    await one.destroy();
  });

  it('P16 decides on what they have written meanwhile', async () => {
    const one = dexieAdapter({ name: 'meanwhile' });
    const other = dexieAdapter({ name: 'meanwhile' });
    await one.open(options);
    await other.open(options);
    await one.write({ ops: before });
    for (let n = 2; n < 9; n++) await other.write({ ops: [put('a', n), put(`new${n}`, n)] });
    await one.restore(dumpOf(dump));
    expect((await one.get('items', ['a', 'new3'])).map((found) => [found?.rev, found?.deleted])).toEqual([
      [9, undefined],
      [2, true],
    ]);
    await one.destroy();
  });
});

describe('restoring with a fault at every call', () => {
  async function runWith(call: number, mishap: Mishap, forGood: boolean) {
    const name = `restore-faults-${books++}`;
    const store = faultyStore(name);
    const adapter = keyvalAdapter({ name, store: store.useStore });
    await adapter.open(options);
    await adapter.write({ ops: before });
    store.plan(call, mishap, forGood);
    const refusal = await adapter.restore(dumpOf(dump)).then(
      () => undefined,
      (error: unknown) => error,
    );
    const calls = store.calls();
    const inMemory = await stateOf(adapter);
    await adapter.close();
    store.mend();
    const reopened = keyvalAdapter({ name });
    await reopened.open(options);
    const stored = await stateOf(reopened);
    await reopened.close();
    const keys = (await entries(createStore(name, 'log'))).map(([key]) => (key as unknown as readonly string[])[1]);
    return { calls, refusal, inMemory, stored, keys };
  }

  for (const mishap of ['throws', 'aborts', 'lost after commit'] as const)
    it(`P16 goes through when one call ${mishap}`, async () => {
      const { calls } = await runWith(Number.POSITIVE_INFINITY, mishap, false);
      expect(calls).toBeGreaterThan(0);
      for (let call = 0; call < calls; call++) {
        const { refusal, stored, inMemory } = await runWith(call, mishap, false);
        expect(refusal, `call ${call}`).toBeUndefined();
        expect(stored, `call ${call}`).toBe(NEW);
        expect(inMemory, `call ${call}`).toBe(NEW);
      }
    });

  for (const mishap of ['throws', 'aborts', 'quota', 'lost after commit'] as const)
    it(`P16 leaves the old book or the new one, and nothing else, when every call from one on ${mishap}`, async () => {
      const { calls } = await runWith(Number.POSITIVE_INFINITY, mishap, true);
      for (let call = 0; call < calls; call++) {
        const { refusal, stored, keys } = await runWith(call, mishap, true);
        expect(refusal).toBeInstanceOf(StorageFault);
        expect(mishap === 'lost after commit' ? [OLD, NEW] : [OLD], `call ${call}`).toContain(stored);
        expect(new Set(keys)).toEqual(new Set(['log', 'reserve']));
      }
    });
});
