import type { Id, Instant, Rank } from '@kith/core';
import type { ImportPlan } from '@kith/core/imports';
import type { Collection, Identified } from '../collection.js';
import type { Store } from '../store.js';
import type { ClosedDeals } from './closed-deals.js';
import type { Lookups } from './lookups.js';
import type { Pause } from './pause.js';
import type { RunPipeline } from './pipeline.js';
import type { Tally } from './report.js';
import type { Target } from './target.js';

/** What an import knows while it runs. */
export interface Run {
  readonly store: Store;
  readonly plan: ImportPlan;
  readonly target: Target;
  readonly pause: Pause;
  /** `try` decides everything and writes nothing. */
  readonly mode: 'write' | 'try';
  readonly importId: Id<'import'>;
  readonly startedAt: Instant;
  readonly tally: Tally;
  readonly lookups: Lookups;
  /** What deals of the file are closed by. */
  readonly closing: ClosedDeals;
  readonly pipeline: RunPipeline | undefined;
  readonly ranks: Iterator<Rank, never>;
  collectionNamed(name: string): Collection;
  /** External id → id of the entity, for every one that has one in this system. */
  readonly idsByExternalId: Map<string, string>;
  /** External id → the line that has it. */
  readonly linesByExternalId: Map<string, number>;
  /** What a dry run brings in with its rows, and those of its rows that others may belong to, by id: it cannot be read back. */
  readonly tried: Map<string, Identified>;
  /** How many steps the journal has. */
  steps: number;
}
