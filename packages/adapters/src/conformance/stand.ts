import type { OpenOptions, StorageAdapter } from '../adapter.js';
import { ConformanceError } from './assert.js';
import type { Case, Stand } from './chapter.js';
import type { Means } from './means.js';

interface Opened {
  readonly place: string;
  readonly adapter: StorageAdapter;
  readonly options: OpenOptions;
}

/** Runs one case on empty storage, and removes what it leaves behind. */
export async function runCase(
  each: Case,
  factory: (place: string) => StorageAdapter,
  means: Means,
  seed: number,
): Promise<void> {
  const opened: Opened[] = [];
  const mends: (() => void)[] = [];

  function standAt(place: string): Stand {
    async function open(adapter: StorageAdapter, partial: Partial<OpenOptions> | undefined): Promise<StorageAdapter> {
      const options = optionsOf(partial);
      await adapter.open(options);
      opened.push({ place, adapter, options });
      return adapter;
    }
    return {
      capabilities: factory(place).capabilities,
      seed,
      mishaps: means.fault?.mishaps ?? [],
      handle: () => factory(place),
      open: (options) => open(factory(place), options),
      reopen: async (options) => open(await needed(means.reopen)(place), options),
      faulty(options) {
        const storage = needed(means.fault).at(place);
        mends.push(() => storage.mend());
        return { ...storage, open: async () => void (await open(storage.adapter, options)) };
      },
      bytes: () => needed(means.bytes)(place),
      trim: () => needed(means.trim)(place),
      victim: () => needed(means.kill)(place),
      anew: () => standAt(freshPlace()),
    };
  }

  try {
    await each.run(standAt(freshPlace()));
  } finally {
    for (const mend of mends) mend();
    await cleanUp(opened);
  }
}

const freshPlace = (): string => `conformance-${crypto.randomUUID()}`;

const optionsOf = (options: Partial<OpenOptions> = {}): OpenOptions => ({
  tenant: 'tenant',
  schema: 1,
  collections: { items: { indexes: [] } },
  migrations: [],
  onSuperseded() {},
  ...options,
});

function needed<Means>(means: Means | undefined): Means {
  if (means === undefined) throw new ConformanceError('The case uses means that it did not ask for');
  return means;
}

/** Whatever the case has left behind in whatever state, the next one begins elsewhere: nothing here may fail it. */
async function cleanUp(opened: readonly Opened[]): Promise<void> {
  for (const { adapter } of opened) await adapter.close().catch(() => undefined);
  const books = new Map(opened.map((each) => [`${each.place} ${each.options.tenant}`, each.adapter]));
  for (const adapter of books.values()) await adapter.destroy().catch(() => undefined);
}
