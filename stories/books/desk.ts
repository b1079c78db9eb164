import { memoryAdapter } from '@kith/adapters';
import type { Day, Deal, Id } from '@kith/core';
import { sampleSales } from '@kith/core/sample';
import { type Collection, openStore, type Store } from '@kith/store';
import { keepIdentities, rebuildIdentities } from '@kith/store/duplicates';
import { forecastCollections } from '@kith/store/forecast';
import { collection as goals } from '@kith/store/goals';
import { leadCollections } from '@kith/store/leads';
import { collection as listViews } from '@kith/store/list-views';
import { pricingCollections } from '@kith/store/pricing';
import { scoringCollections } from '@kith/store/scoring';
import { segmentCollections } from '@kith/store/segments';
import { NOW } from './sales.js';

const KEPT: readonly Collection[] = [
  ...leadCollections,
  ...pricingCollections,
  ...scoringCollections,
  ...segmentCollections,
  ...forecastCollections,
  goals,
  listViews,
];

/** A sales desk of two people, as `sampleSales` makes it up: the same in every run. */
export interface Desk {
  readonly store: Store;
  readonly pipelineId: Id<'pipeline'>;
  /** An open deal of whoever is signed in. */
  readonly dealId: Id<'deal'>;
}

/** Opens a desk over a store in memory; who has the most open deals is signed in. */
export async function openDesk(): Promise<Desk> {
  const rows = [...sampleSales({ seed: 'nordhav', size: 400, until: new Date(NOW).toISOString().slice(0, 10) as Day })];
  const open = rows.flatMap(({ collection, entity }) =>
    collection === 'deals' && (entity as Deal).status === 'open' ? [entity as Deal] : [],
  );
  const pipeline = rows.find(({ collection }) => collection === 'pipelines')?.entity;
  const [first] = open.filter(({ nextStep, amount }) => nextStep && amount);
  const actor = first?.ownerId;
  if (!pipeline || !first || !actor) throw new Error('The sample has no open deal.');
  const adapter = memoryAdapter();
  const store = await openStore({
    adapter,
    actor,
    timeZone: 'Europe/Vienna',
    clock: () => NOW,
    collections: KEPT,
    companions: [keepIdentities()],
  });
  await adapter.write({
    ops: rows.map(({ collection, entity }) => ({
      op: 'put',
      c: collection,
      id: entity.id,
      expect: 'any',
      data: entity as never,
    })),
  });
  await rebuildIdentities(store);
  return { store, pipelineId: pipeline.id as Id<'pipeline'>, dealId: first.id };
}
