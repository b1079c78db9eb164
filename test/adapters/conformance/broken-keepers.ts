import { type Migration, memoryAdapter, type OpenOptions, type StorageAdapter, StorageFault } from '@kith/adapters';
import { type Means, type Mishap, writeUntilKilled } from '@kith/adapters/conformance';
import type { BrokenAdapter, Spoil } from './broken-adapter.js';

/** What lies at a place: the books of its tenants, which outlive the handles, and the text of what is stored. */
interface Place {
  readonly books: Map<string, StorageAdapter>;
  readonly files: Map<string, string>;
  mishap: (() => Mishap | undefined) | undefined;
}

interface Keeper {
  readonly factory: (place: string) => StorageAdapter;
  readonly means: Means;
}

const never = new Promise<never>(() => undefined);
const nextTask = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));

/** An adapter whose data outlives its handles, with all the means there are, and with some verbs replaced. */
export function keeper(spoil: Spoil = () => ({})): Keeper {
  const places = new Map<string, Place>();

  function placeAt(name: string): Place {
    const place = places.get(name) ?? { books: new Map(), files: new Map(), mishap: undefined };
    places.set(name, place);
    return place;
  }

  /** Whatever handles there are, they are gone. */
  async function abandon(name: string): Promise<void> {
    for (const book of placeAt(name).books.values()) await book.close();
  }

  function factory(name: string): StorageAdapter {
    const place = placeAt(name);
    const closed = memoryAdapter();
    let tenant = '';
    /** The book of the tenant while this handle is open. */
    let book = closed;
    const failing =
      <Parameters extends readonly unknown[], Result>(verb: (...parameters: Parameters) => Promise<Result>) =>
      async (...parameters: Parameters): Promise<Result> => {
        const mishap = place.mishap?.();
        if (mishap === 'fails') throw new StorageFault({ kind: 'unavailable', applied: 'no' });
        if (mishap === 'quota') throw new StorageFault({ kind: 'quota' });
        const result = await verb(...parameters);
        if (mishap === 'answer lost') throw new StorageFault({ kind: 'unavailable', applied: 'unknown' });
        return result;
      };
    const sound: StorageAdapter = {
      name: 'keeper',
      capabilities: { ...closed.capabilities, durable: 'process' },
      async open(options) {
        if (book !== closed) return book.open(options);
        const kept = place.books.get(options.tenant) ?? memoryAdapter();
        place.books.set(options.tenant, kept);
        await kept.open(options);
        ({ tenant } = options);
        book = kept;
      },
      write: failing((batch) => book.write(batch)),
      restore: failing((rows) => book.restore(rows)),
      get: (c, ids) => book.get(c, ids),
      query: (query) => book.query(query),
      count: (c, where) => book.count(c, where),
      tally: (query) => book.tally(query),
      search: (query) => book.search(query),
      changes: (since, limit) => book.changes(since, limit),
      watch: (hint) => book.watch(hint),
      dump: () => book.dump(),
      async close() {
        const closing = book;
        if (closing === closed) return;
        place.files.set(tenant, JSON.stringify([await listOf(closing), (await closing.changes('', 100_000)).changes]));
        book = closed;
        await closing.close();
      },
      async destroy() {
        book = closed;
        place.files.delete(tenant);
        const destroying = place.books.get(tenant);
        place.books.delete(tenant);
        await destroying?.destroy();
      },
    };
    return { ...sound, ...spoil(sound) };
  }

  return {
    factory,
    means: {
      async reopen(name) {
        await abandon(name);
        return factory(name);
      },
      bytes: async (name) => [...placeAt(name).files.values()].join('\n'),
      fault: {
        mishaps: ['fails', 'quota', 'answer lost'],
        at(name) {
          const place = placeAt(name);
          let calls = 0;
          return {
            adapter: factory(name),
            plan(at, mishap, forGood = false) {
              calls = 0;
              place.mishap = () => {
                const call = calls++;
                return call === at || (forGood && call > at) ? mishap : undefined;
              };
            },
            calls: () => calls,
            mend() {
              place.mishap = undefined;
            },
          };
        },
      },
      async kill(name) {
        const handle = factory(name);
        let acknowledged = 0;
        let isAlive = true;
        await handle.open({ tenant: 'tenant', schema: 1, collections: {}, migrations: [], onSuperseded() {} });
        const living = {
          ...handle,
          async write(batch: Parameters<StorageAdapter['write']>[0]) {
            await nextTask();
            if (!isAlive) return never;
            return handle.write(batch);
          },
        };
        void writeUntilKilled(living, (n) => {
          if (isAlive) acknowledged = n;
        });
        return {
          acknowledged: () => acknowledged,
          async kill() {
            isAlive = false;
            await abandon(name);
          },
        };
      },
    },
  };
}

async function listOf(adapter: StorageAdapter): Promise<readonly unknown[]> {
  const rows: unknown[] = [];
  for await (const row of adapter.dump()) rows.push(row);
  return rows;
}

const brokenKeeper = (promise: string, fault: string, spoil: Spoil): BrokenAdapter => ({
  promise,
  fault,
  ...keeper(spoil),
});

/** Writes what a migration makes of each row, one by one. */
async function mapOneByOne(adapter: StorageAdapter, migrations: readonly Migration[]): Promise<void> {
  for await (const { c, row } of adapter.dump()) {
    for (const { map } of migrations) {
      const data = row.deleted ? null : map?.(c, row);
      if (data) await adapter.write({ ops: [{ op: 'put', c, id: row.id, expect: 'any', data }] });
    }
  }
}

const plainly = (options: OpenOptions): OpenOptions => ({ ...options, migrations: [] });

/** Each loses something that it was given to keep. */
export const brokenKeepers: readonly BrokenAdapter[] = [
  brokenKeeper('P1', 'swallows a full disk', (sound) => ({
    async write(batch) {
      try {
        return await sound.write(batch);
      } catch (error) {
        if (!(error instanceof StorageFault) || error.fault.kind !== 'quota') throw error;
        return { seq: '000000000001', replayed: false, rows: [] };
      }
    },
  })),
  brokenKeeper('P1', 'keeps half of a batch when a call fails', (sound) => ({
    async write(batch) {
      try {
        return await sound.write(batch);
      } catch (error) {
        if (error instanceof StorageFault && error.fault.kind === 'unavailable')
          await sound.write({ ops: batch.ops.slice(0, 1) }).catch(() => undefined);
        throw error;
      }
    },
  })),
  brokenKeeper('P1', 'throws what its storage throws', (sound) => ({
    async write(batch) {
      try {
        return await sound.write(batch);
      } catch (error) {
        if (error instanceof StorageFault && error.fault.kind === 'unavailable')
          throw new DOMException('Connection lost.', 'UnknownError');
        throw error;
      }
    },
  })),
  brokenKeeper('P3', 'says that nothing was written when it does not know', (sound) => ({
    async write(batch) {
      try {
        return await sound.write(batch);
      } catch (error) {
        if (!(error instanceof StorageFault) || error.fault.kind !== 'unavailable') throw error;
        throw new StorageFault({ kind: 'unavailable', applied: 'no' });
      }
    },
  })),
  brokenKeeper('P3', 'forgets its keys when it is closed', (sound) => {
    let session = '';
    return {
      async open(options) {
        session = crypto.randomUUID();
        await sound.open(options);
      },
      write: ({ key, ...batch }) =>
        sound.write(
          key === undefined || key === '' ? { ...batch, ...(key === '' && { key }) } : { ...batch, key: session + key },
        ),
    };
  }),
  brokenKeeper('P8', 'keeps only what was strict', (sound) => {
    const relaxed = new Set<string>();
    return {
      async write(batch) {
        if (batch.durability !== 'strict') for (const { c, id } of batch.ops) relaxed.add(JSON.stringify([c, id]));
        return sound.write(batch);
      },
      async close() {
        const lost = [...relaxed].map((name) => JSON.parse(name) as [string, string]);
        await sound.write({ ops: lost.map(([c, id]) => ({ op: 'purge', c, id })) }).catch(() => undefined);
        await sound.close();
      },
    };
  }),
  brokenKeeper('P8', 'acknowledges a batch before it is written', (sound) => {
    let last = Promise.resolve();
    return {
      async write(batch) {
        const commit = await sound.write({ ops: [] });
        last = last.then(async () => {
          await nextTask();
          await nextTask();
          await sound.write(batch).catch(() => undefined);
        });
        return { ...commit, rows: batch.ops.map(({ c, id }) => ({ c, id, rev: 1 })) };
      },
      get: async (c, ids) => {
        await last;
        return sound.get(c, ids);
      },
    };
  }),
  brokenKeeper('P9', 'migrates again at each opening', (sound) => ({
    async open(options) {
      await sound.open(plainly(options));
      await mapOneByOne(sound, options.migrations);
    },
  })),
  brokenKeeper('P9', 'migrates row by row', (sound) => ({
    async open(options) {
      const found: (() => Promise<void>)[] = [];
      const look = ({ map, ...step }: Migration): Migration => ({
        ...step,
        map(c, row) {
          found.push(async () => {
            const data = map?.(c, row);
            if (data) await sound.write({ ops: [{ op: 'put', c, id: row.id, expect: 'any', data }] });
          });
          return null;
        },
      });
      await sound.open({ ...options, migrations: options.migrations.map(look) });
      for (const write of found) await write();
    },
  })),
  brokenKeeper('P9', 'takes no notice of schemas', (sound) => ({
    open: (options) => sound.open({ ...plainly(options), schema: 1 }),
  })),
  brokenKeeper('P9', 'carries out steps in the order in which they are listed', (sound) => ({
    open: (options) =>
      sound.open({
        ...options,
        migrations: options.migrations.map((step, index) => ({ ...step, from: index + 1, to: index + 2 })),
      }),
  })),
  brokenKeeper('P9', 'says nothing while it migrates', (sound) => ({
    open: ({ onProgress: _, ...options }) => sound.open(options),
  })),
  {
    promise: 'P10',
    fault: 'leaves what was erased in its files',
    ...leavingTraces(),
  },
  brokenKeeper('P10', 'brings an erased row back with its key', (sound) => ({
    async write(batch) {
      const { key: _, ...rest } = batch;
      const commit = await sound.write(batch);
      if (commit.replayed) await sound.write(rest).catch(() => undefined);
      return commit;
    },
  })),
  brokenKeeper('P14', 'destroys nothing but its handle', (sound) => ({ destroy: () => sound.close() })),
  brokenKeeper('P14', 'throws errors of its own while it is closed', (sound) => ({
    async count(c, where) {
      try {
        return await sound.count(c, where);
      } catch (error) {
        if (error instanceof StorageFault && error.fault.kind === 'closed') throw new TypeError('Cannot read null.');
        throw error;
      }
    },
  })),
];

/** Files in which everything stays that was ever written. */
function leavingTraces(): Keeper {
  const written: string[] = [];
  const { factory, means } = keeper((sound) => ({
    write: (batch) => {
      written.push(JSON.stringify(batch));
      return sound.write(batch);
    },
  }));
  return { factory, means: { ...means, bytes: async () => written.join('\n') } };
}
