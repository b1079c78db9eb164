import type { StorageAdapter } from '../adapter.js';
import { atomicity } from './atomicity.js';
import type { Case, Chapter } from './chapter.js';
import { erasure } from './erasure.js';
import { faults } from './faults.js';
import { feed } from './feed.js';
import { fidelity } from './fidelity.js';
import { filters } from './filters.js';
import { handles } from './handles.js';
import { histories } from './histories.js';
import { idempotency } from './idempotency.js';
import { kills } from './kills.js';
import { lifeCycle } from './life-cycle.js';
import { limits } from './limits.js';
import type { Means } from './means.js';
import { migrations } from './migrations.js';
import { pages } from './pages.js';
import { restoring } from './restores.js';
import { createScoreKeeper, type ScoreCard } from './score-card.js';
import { search } from './search.js';
import { runCase } from './stand.js';
import { tallies } from './tallies.js';
import { tenancy } from './tenancy.js';
import { versions } from './versions.js';

/** A test runner and an adapter to put to the test. */
export interface ConformanceOptions {
  /** The runner's words: those of vitest, mocha, node:test or any other will do. A case takes up to some seconds. */
  describe(title: string, body: () => void): unknown;
  it(title: string, body: () => Promise<void>): unknown;
  /**
   * Makes a handle that is not open yet. The same place is the same data, as far as the adapter can share it; places
   * are short ASCII names that were never used before.
   */
  factory(place: string): StorageAdapter;
  /** What else can be done to a place; nothing when left out. */
  readonly means?: Means;
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
  handles,
  erasure,
  migrations,
  faults,
  kills,
  histories,
  tenancy,
  limits,
  tallies,
  search,
  restoring,
];

/**
 * Declares the conformance suite of the storage port for one adapter: the contract itself, case by case. Cases that do
 * not apply to its capabilities, or need means that nobody offers, are left out and counted as such. Each case gets
 * empty storage of its own and removes it afterwards.
 */
export function conformance({
  describe,
  it,
  factory,
  means = {},
  seed = freshSeed(),
  onScore,
}: ConformanceOptions): void {
  const { name, capabilities } = factory('probe');
  const keeper = createScoreKeeper(name, seed);
  async function keep(chapter: string, each: Case): Promise<void> {
    try {
      await runCase(each, factory, means, seed);
      keeper.note({ chapter, title: each.title, outcome: 'passed' });
    } catch (error) {
      keeper.note({ chapter, title: each.title, outcome: 'failed', reason: String(error) });
      throw error;
    }
  }
  describe(`${name} conforms to the storage port (seed ${seed})`, () => {
    for (const { title: chapter, cases } of chapters) {
      const applicable = cases.filter(({ title, notFor }) => {
        const reason = notFor(capabilities, means);
        if (reason !== undefined) keeper.note({ chapter, title, outcome: 'not applicable', reason });
        return reason === undefined;
      });
      if (applicable.length === 0) continue;
      describe(chapter, () => {
        for (const each of applicable) it(each.title, () => keep(chapter, each));
      });
    }
    if (onScore !== undefined) it('and its score card is written', async () => onScore(keeper.card()));
  });
}

/** Every case, for who wants to count or choose. */
export const allCases: readonly Case[] = chapters.flatMap(({ cases }) => cases);

const freshSeed = (): number => crypto.getRandomValues(new Uint32Array(1))[0] ?? 1;
