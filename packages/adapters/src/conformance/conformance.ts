import type { OpenOptions, StorageAdapter } from '../adapter.js';
import { atomicity } from './atomicity.js';
import type { Case, Chapter, Stand } from './chapter.js';
import { feed } from './feed.js';
import { fidelity } from './fidelity.js';
import { filters } from './filters.js';
import { handles } from './handles.js';
import { idempotency } from './idempotency.js';
import { lifeCycle } from './life-cycle.js';
import { pages } from './pages.js';
import { createScoreKeeper, type ScoreCard } from './score-card.js';
import { tallies } from './tallies.js';
import { tenancy } from './tenancy.js';
import { versions } from './versions.js';

/** A test runner and an adapter to put to the test. */
export interface ConformanceOptions {
  /** The runner's words: those of vitest, mocha, node:test or any other will do. */
  describe(title: string, body: () => void): unknown;
  it(title: string, body: () => Promise<void>): unknown;
  /**
   * Makes a handle that is not open yet. The same place is the same data, as far as the adapter can share it; places
   * are short ASCII names that were never used before.
   */
  factory(place: string): StorageAdapter;
  /** Repeats a run whose made-up questions found something; a fresh one when left out. */
  readonly seed?: number;
  /** Gets the score card when the last case is done. */
  onScore?(card: ScoreCard): void;
}

const chapters: readonly Chapter[] = [
  lifeCycle,
  fidelity,
  atomicity,
  versions,
  idempotency,
  filters,
  pages,
  feed,
  tallies,
  handles,
  tenancy,
];

/**
 * Declares the conformance suite of the storage port for one adapter: the contract itself, case by case. Cases that do
 * not apply to its capabilities are left out and counted as such. Each case gets empty storage of its own and removes
 * it afterwards.
 */
export function conformance({ describe, it, factory, seed = freshSeed(), onScore }: ConformanceOptions): void {
  const { name, capabilities } = factory('probe');
  const keeper = createScoreKeeper(name, seed);
  async function keep(each: Case): Promise<void> {
    try {
      await runCase(each, factory, seed);
      keeper.note(each.title, 'passed');
    } catch (error) {
      keeper.note(each.title, 'failed', String(error));
      throw error;
    }
  }
  describe(`${name} conforms to the storage port (seed ${seed})`, () => {
    for (const { title, cases } of chapters) {
      const applicable = cases.filter((each) => {
        const reason = each.notFor(capabilities);
        if (reason !== undefined) keeper.note(each.title, 'not applicable', reason);
        return reason === undefined;
      });
      if (applicable.length === 0) continue;
      describe(title, () => {
        for (const each of applicable) it(each.title, () => keep(each));
      });
    }
    if (onScore !== undefined) it('and its score card is written', async () => onScore(keeper.card()));
  });
}

/** Every case, for who wants to count or choose. */
export const allCases: readonly Case[] = chapters.flatMap(({ cases }) => cases);

const freshSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;

async function runCase(each: Case, factory: (place: string) => StorageAdapter, seed: number): Promise<void> {
  const place = `conformance-${crypto.randomUUID()}`;
  const opened: { readonly adapter: StorageAdapter; readonly options: OpenOptions }[] = [];
  const stand: Stand = {
    capabilities: factory(place).capabilities,
    seed,
    handle: () => factory(place),
    async open(options) {
      const adapter = factory(place);
      const all = optionsOf(options);
      await adapter.open(all);
      opened.push({ adapter, options: all });
      return adapter;
    },
  };
  try {
    await each.run(stand);
  } finally {
    await cleanUp(opened);
  }
}

const optionsOf = (options: Partial<OpenOptions> = {}): OpenOptions => ({
  tenant: 'tenant',
  schema: 1,
  collections: { items: { indexes: [] } },
  migrations: [],
  onSuperseded() {},
  ...options,
});

/** Whatever the case has left behind in whatever state, the next one begins elsewhere: nothing here may fail it. */
async function cleanUp(
  opened: readonly { readonly adapter: StorageAdapter; readonly options: OpenOptions }[],
): Promise<void> {
  for (const { adapter } of opened) await adapter.close().catch(() => undefined);
  const tenants = new Map(opened.map((each) => [each.options.tenant, each]));
  for (const { adapter } of tenants.values()) await adapter.destroy().catch(() => undefined);
}
