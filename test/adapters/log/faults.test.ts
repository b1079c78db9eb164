import 'fake-indexeddb/auto';
import { type Batch, type Op, type OpenOptions, type StorageAdapter, StorageFault } from '@kith/adapters';
import { keyvalAdapter } from '@kith/adapters/keyval';
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

/** Three batches: new rows, a change with a deletion, an erasure; enough small ones after them to fold the log. */
const scenario: readonly Batch[] = [
  { ops: [put('a', 1), put('b', 1), put('c', 1)], key: 'first' },
  { ops: [put('a', 2), { op: 'delete', c: 'items', id: 'b', expect: 'any' }], key: 'second' },
  { ops: [{ op: 'purge', c: 'items', id: 'c' }, put('d', 3)], key: 'third' },
  ...Array.from({ length: 66 }, (_, index) => ({ ops: [put('a', 10 + index), put('z', 10 + index)] })),
];

/** What is there, as one text; a batch that is half there gives a text of its own. */
async function stateOf(adapter: StorageAdapter): Promise<string> {
  const rows: string[] = [];
  for await (const { row } of adapter.dump())
    rows.push(`${row.id}${row.deleted ? '†' : `=${String(row.data.v)}`}@${row.rev}`);
  const counted = await adapter.tally({ c: 'items', by: ['v'] });
  return `${rows.sort().join(' ')} | ${counted.map(({ key, count }) => `${String(key[0])}:${count}`).join(' ')}`;
}

/** The states that the scenario passes through, without any mishap. */
async function soundStates(): Promise<readonly string[]> {
  const adapter = keyvalAdapter({ name: `sound-${crypto.randomUUID()}` });
  await adapter.open(options);
  const states = [await stateOf(adapter)];
  for (const batch of scenario) {
    await adapter.write(batch);
    states.push(await stateOf(adapter));
  }
  await adapter.close();
  return states;
}

/** Runs the scenario with a mishap at one call. Answers how many batches were acknowledged, and what is there afterwards. */
async function runWith(call: number, mishap: Mishap, forGood: boolean) {
  const name = `faults-${crypto.randomUUID()}`;
  const store = faultyStore(name);
  const adapter = keyvalAdapter({ name, store: store.useStore });
  await adapter.open(options);
  store.plan(call, mishap, forGood);
  let acknowledged = 0;
  let refusal: unknown;
  for (const batch of scenario) {
    try {
      await adapter.write(batch);
      acknowledged++;
    } catch (error) {
      refusal = error;
      break;
    }
  }
  const inMemory = await stateOf(adapter).catch(() => undefined);
  await adapter.close().catch(() => undefined);
  store.mend();
  const reopened = keyvalAdapter({ name });
  await reopened.open(options);
  const stored = await stateOf(reopened);
  return { acknowledged, refusal, inMemory, stored, reopened };
}

/** How many calls the scenario makes at which something can go wrong. */
async function countCalls(mishap: Mishap): Promise<number> {
  const name = `counted-${crypto.randomUUID()}`;
  const store = faultyStore(name);
  const adapter = keyvalAdapter({ name, store: store.useStore });
  await adapter.open(options);
  store.plan(Number.POSITIVE_INFINITY, mishap);
  for (const batch of scenario) await adapter.write(batch);
  await adapter.close();
  return store.calls();
}

describe('a fault at every call of the storage', () => {
  for (const mishap of ['throws', 'aborts', 'lost after commit'] as const) {
    it(`P1 loses nothing and tears nothing when one call ${mishap}`, async () => {
      const states = await soundStates();
      // The first calls, which are those of each kind of step, and the last ones, which fold; in between every seventh.
      const last = await countCalls(mishap);
      expect(last).toBeGreaterThan(scenario.length);
      for (let call = 0; call < last; call += call < 16 || call > last - 12 ? 1 : 7) {
        const { acknowledged, stored, inMemory, refusal } = await runWith(call, mishap, false);
        expect(refusal, `call ${call}`).toBeUndefined();
        expect(stored, `call ${call}`).toBe(states[acknowledged]);
        expect(inMemory, `call ${call}`).toBe(stored);
      }
    });
  }

  for (const mishap of ['throws', 'aborts', 'quota', 'lost after commit'] as const) {
    it(`P1 stops at a whole batch when every call from one on ${mishap}`, async () => {
      const states = await soundStates();
      for (const call of [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 60]) {
        const { acknowledged, refusal, stored, reopened } = await runWith(call, mishap, true);
        expect(refusal).toBeInstanceOf(StorageFault);
        const { fault } = refusal as StorageFault;
        if (mishap === 'quota') expect(fault).toEqual({ kind: 'quota' });
        else expect(fault).toEqual({ kind: 'unavailable', applied: 'unknown' });
        // What was acknowledged is there. The batch under way is there wholly or not at all; a full disk means not at all.
        const possible = mishap === 'lost after commit' ? [acknowledged, acknowledged + 1] : [acknowledged];
        expect(possible.map((index) => states[index])).toContain(stored);
        // Repeating it with its key settles it.
        const batch = scenario[acknowledged];
        if (batch?.key !== undefined) {
          await reopened.write(batch);
          expect(await stateOf(reopened)).toBe(states[acknowledged + 1]);
        }
      }
    });
  }

  it('P1 writes again after the disk was full', async () => {
    const name = `full-${crypto.randomUUID()}`;
    const store = faultyStore(name);
    const adapter = keyvalAdapter({ name, store: store.useStore });
    await adapter.open(options);
    await adapter.write({ ops: [put('a', 1)] });
    store.plan(0, 'quota', true);
    await expect(adapter.write({ ops: [put('b', 1)] })).rejects.toMatchObject({ fault: { kind: 'quota' } });
    expect(await adapter.count('items')).toBe(1);
    store.mend();
    await adapter.write({ ops: [{ op: 'delete', c: 'items', id: 'a', expect: 'present' }] });
    expect(await adapter.count('items')).toBe(0);
  });
});
