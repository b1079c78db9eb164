import 'fake-indexeddb/auto';
import { type DumpedRow, type Op, type OpenOptions, type StorageAdapter, StorageFault } from '@kith/adapters';
import { describe, expect, it } from 'vitest';
import { keyvalShelf } from '../../../packages/adapters/src/keyval/keyval-shelf.js';
import { logJournal } from '../../../packages/adapters/src/log/log-journal.js';
import { memoryAdapter } from '../../../packages/adapters/src/memory.js';
import { workingSetAdapter } from '../../../packages/adapters/src/working-set/adapter.js';
import { type FaultyStore, faultyStore, type Mishap } from './faulty-store.js';

const { capabilities } = memoryAdapter();
const optionsFor = (schema: number): OpenOptions => ({
  tenant: 't',
  schema,
  collections: { items: { indexes: [['v']], tallies: [{ by: ['v'] }] } },
  migrations: [{ from: 1, to: 2, map: (_, { data }) => ({ ...data, v: Number(data.v) + 1000 }) }],
  onSuperseded() {},
});

/** An adapter whose storage can fail, and which makes columns of books of any size. */
const adapterOn = (name: string, { useStore }: Pick<FaultyStore, 'useStore'>): StorageAdapter =>
  workingSetAdapter(
    'test',
    capabilities,
    logJournal((tenant) => keyvalShelf(name, useStore, tenant), capabilities.limits, 1),
    { headStartMs: 1_000_000 },
  );

const put = (id: string, v: number): Op => ({ op: 'put', c: 'items', id, expect: 'any', data: { v, secret: id } });
const rowsOf = (count: number, v: number): readonly Op[] =>
  Array.from({ length: count }, (_, index) => put(`row${index}`, v));

async function* dumpOf(count: number): AsyncGenerator<DumpedRow> {
  for (let index = 0; index < count; index++)
    yield { c: 'items', row: { id: `dumped${index}`, rev: 1, seq: '', data: { v: 5 } } };
}

async function stateOf(adapter: StorageAdapter): Promise<string> {
  const rows: string[] = [];
  for await (const { row } of adapter.dump())
    rows.push(`${row.id}${row.deleted ? '†' : `=${String(row.data.v)}`}@${row.rev}`);
  const counted = await adapter.tally({ c: 'items', by: ['v'] });
  const all = rows.sort().join(' ');
  return `${all} | ${counted.map(({ key, count }) => `${String(key[0])}:${count}`).join(' ')}`;
}

/** What is tried: on a book that was made ready, something is done that calls the storage many times. */
interface Trial {
  readonly prepare: (adapter: StorageAdapter) => Promise<unknown>;
  /** `adapter` is open, or closed when the trial opens it. */
  readonly run: (adapter: StorageAdapter) => Promise<unknown>;
  readonly isOpen: boolean;
  /** The schema of the code afterwards. */
  readonly schema: number;
}

const nothing = async (): Promise<void> => undefined;

/** So many small batches that the next one makes the log fold. */
async function fillUp(adapter: StorageAdapter): Promise<void> {
  for (let n = 0; n < 63; n++) await adapter.write({ ops: [put(`row${n % 9}`, n)] });
}

const trials: Readonly<Record<string, Trial>> = {
  'opening a new book': { prepare: nothing, isOpen: false, schema: 1, run: (adapter) => adapter.open(optionsFor(1)) },
  'opening a book': {
    prepare: (adapter) => adapter.write({ ops: rowsOf(40, 1) }),
    isOpen: false,
    schema: 1,
    async run(adapter) {
      await adapter.open(optionsFor(1));
      await adapter.query({ c: 'items', order: [['v', 'asc']], limit: 5 });
      await adapter.count('items', { f: 'secret', is: 'contains', v: 'row' });
    },
  },
  'a batch': {
    prepare: (adapter) => adapter.write({ ops: rowsOf(5, 1) }),
    isOpen: true,
    schema: 1,
    run: (adapter) =>
      adapter.write({ ops: [...rowsOf(3, 2), { op: 'delete', c: 'items', id: 'row4', expect: 'any' }], key: 'k' }),
  },
  'a batch of several segments': {
    prepare: nothing,
    isOpen: true,
    schema: 1,
    run: (adapter) => adapter.write({ ops: rowsOf(2500, 1) }),
  },
  compaction: {
    prepare: fillUp,
    isOpen: true,
    schema: 1,
    async run(adapter) {
      await adapter.write({ ops: [put('row1', 1), put('row2', 2)], key: 'k' });
      await adapter.close();
    },
  },
  erasure: {
    async prepare(adapter) {
      await adapter.write({ ops: rowsOf(12, 1) });
      await adapter.write({ ops: rowsOf(4, 2) });
    },
    isOpen: true,
    schema: 1,
    async run(adapter) {
      await adapter.write({ ops: [{ op: 'purge', c: 'items', id: 'row3' }], key: 'k' });
      await adapter.close();
    },
  },
  'a migration': {
    prepare: (adapter) => adapter.write({ ops: rowsOf(1500, 1) }),
    isOpen: false,
    schema: 2,
    run: (adapter) => adapter.open(optionsFor(2)),
  },
  'a restore': {
    prepare: (adapter) => adapter.write({ ops: rowsOf(30, 1) }),
    isOpen: true,
    schema: 1,
    run: (adapter) => adapter.restore(dumpOf(1200)),
  },
  'making columns': {
    prepare: (adapter) => adapter.write({ ops: rowsOf(60, 1) }),
    isOpen: true,
    schema: 1,
    async run(adapter) {
      await adapter.write({ ops: [...rowsOf(60, 2)], key: 'k' });
      await adapter.close();
    },
  },
};

let books = 0;

/** Runs a trial with a mishap at one call; what is there afterwards is read by the code of the trial's schema. */
async function runWith(trial: Trial, call: number, mishap: Mishap, forGood: boolean) {
  const name = `every-${books++}`;
  const store = faultyStore(name);
  const adapter = adapterOn(name, store);
  await adapter.open(optionsFor(1));
  await trial.prepare(adapter);
  if (!trial.isOpen) await adapter.close();
  store.plan(call, mishap, forGood);
  const refusal: unknown = await trial.run(adapter).then(
    () => undefined,
    (error: unknown) => error,
  );
  const calls = store.calls();
  await adapter.close().catch(() => undefined);
  store.mend();
  const again = adapterOn(name, store);
  await again.open(optionsFor(trial.schema));
  const early = await again.count('items', { f: 'v', is: 'gte', v: 0 });
  const stored = await stateOf(again);
  const resident = await again.count('items', { f: 'v', is: 'gte', v: 0 });
  await again.close();
  return { calls, refusal, stored, early, resident };
}

/** The states before and after, without any mishap. */
async function soundStates(trial: Trial): Promise<{ readonly before: string; readonly after: string }> {
  const name = `every-${books++}`;
  const store = faultyStore(name);
  const adapter = adapterOn(name, store);
  await adapter.open(optionsFor(1));
  await trial.prepare(adapter);
  const before = await stateOf(adapter);
  if (!trial.isOpen) await adapter.close();
  await trial.run(adapter);
  await adapter.close();
  await adapter.open(optionsFor(trial.schema));
  const after = await stateOf(adapter);
  await adapter.destroy();
  return { before, after };
}

for (const [what, trial] of Object.entries(trials))
  describe(`${what}, with a fault at every call of the storage`, () => {
    for (const mishap of ['throws', 'aborts', 'quota', 'lost after commit'] as const)
      for (const forGood of [false, true])
        it(`P1 leaves no half state when ${forGood ? 'every call from one on' : 'one call'} ${mishap}`, async () => {
          const { before, after } = await soundStates(trial);
          const { calls } = await runWith(trial, Number.POSITIVE_INFINITY, mishap, false);
          expect(calls).toBeGreaterThan(0);
          for (let call = 0; call < calls; call++) {
            const { refusal, stored, early, resident } = await runWith(trial, call, mishap, forGood);
            const where = `call ${call} of ${calls}`;
            if (refusal !== undefined) expect(refusal, where).toBeInstanceOf(StorageFault);
            // Code of a newer schema migrates when it opens the book again, so that it never sees the old state.
            const possible = refusal === undefined || trial.schema > 1 ? [after] : [before, after];
            expect(possible, where).toContain(stored);
            // What is answered before the rows are read is of the same book.
            expect(early, where).toBe(resident);
          }
        });
  });
