import { memoryAdapter, type Op } from '@kith/adapters';
import type { Id, Instant } from '@kith/core';
import { stageFigures } from '@kith/core/pipelines';
import { sample } from '@kith/core/sample';
import { deals, openStore, pipelines, type Store } from '@kith/store';
import { keepIdentities, rebuildIdentities } from '@kith/store/duplicates';
import * as goals from '@kith/store/goals';
import { openSegments } from '@kith/store/segments';
import { firstValueFrom } from 'rxjs';
import { openBook as openAttention, watchAll } from '../deals/scenes.js';
import { closeMost, openScene as openForecast, rangeScene, watchScene } from '../forecast/store-scene.js';
import { openScene as openGoals } from '../goals/scene.js';
import { openBook as openScoped, search } from '../permissions/scenes.js';
import { fillStore, makeContacts } from '../segments/scenes.js';

/** Something that reads everything once: made, then run while the thread is watched. */
export interface FirstRead {
  readonly name: string;
  /** What has to be there first. Answers what is measured. */
  readonly prepare: (rows: number) => Promise<() => Promise<unknown>>;
}

const METRIC = { collection: 'deals', day: 'expectedCloseDay', sum: 'amount' } as const;

/** All first answers that a page waits for, over so many rows. */
export const FIRST_READS: readonly FirstRead[] = [
  {
    name: 'attention',
    async prepare(rows) {
      const { store } = await openAttention(rows);
      return async () => {
        const { stop } = await watchAll(store);
        stop();
        await store.close();
      };
    },
  },
  {
    name: 'rebuildIdentities',
    async prepare(rows) {
      const store = await openContacts(rows);
      return async () => {
        await rebuildIdentities(store);
        await store.close();
      };
    },
  },
  {
    name: 'watchForecast',
    async prepare(rows) {
      const store = await openForecast(rows);
      return async () => {
        const { stop } = await watchScene(store);
        stop();
        await store.close();
      };
    },
  },
  {
    name: 'watchRange',
    async prepare(rows) {
      const store = await openForecast(rows);
      await closeMost(store, rows);
      return async () => {
        const scene = await rangeScene(store);
        await scene.range();
        scene.stop();
        await store.close();
      };
    },
  },
  {
    name: 'stageHistory',
    async prepare(rows) {
      const store = await openForecast(rows);
      await closeMost(store, rows);
      return async () => {
        await readHistory(store);
        await store.close();
      };
    },
  },
  {
    name: 'searchCopy',
    async prepare(rows) {
      const store = await openScoped(rows, 'scoped');
      return async () => {
        await search(store);
        await store.close();
      };
    },
  },
  {
    name: 'segments',
    async prepare(rows) {
      const store = await fillStore(makeContacts(rows));
      return async () => {
        const open = await openSegments(store);
        open.close();
        await store.close();
      };
    },
  },
  {
    name: 'goals',
    async prepare(rows) {
      const store = await openGoals(rows);
      return async () => {
        const metrics = goals.openMetrics(store);
        await metrics.need(METRIC);
        metrics.close();
        await store.close();
      };
    },
  },
];

/** Contacts whose identities nobody kept yet. */
async function openContacts(count: number): Promise<Store> {
  const adapter = memoryAdapter();
  const store = await openStore({ adapter, companions: [keepIdentities()], actor: 'user_0' as Id<'user'> });
  let ops: Op[] = [];
  let made = 0;
  const size = Math.ceil(count / 0.18);
  for (const { collection, entity } of sample({ seed: 'identities', size, until: '2026-11-22' as never })) {
    if (collection !== 'contacts' || made++ >= count) continue;
    ops.push({ op: 'put', c: collection, id: entity.id, expect: 'absent', data: entity as never });
    if (ops.length < 1_000) continue;
    await adapter.write({ ops });
    ops = [];
  }
  if (ops.length > 0) await adapter.write({ ops });
  return store;
}

/** Figures over the whole history as an application reads it: page by page, and stage by stage in steps. */
async function readHistory(store: Store): Promise<void> {
  const [pipeline] = await firstValueFrom(store.watch(pipelines.all()));
  if (!pipeline) throw new Error('There is no pipeline.');
  const figures = stageFigures([], pipeline, '2026-01-15T09:00:00.000Z' as Instant);
  let after: string | undefined;
  do {
    const page = await store.storage.adapter.query({
      c: deals.collection.name,
      limit: 250,
      ...(after !== undefined && { after }),
    });
    for (const { data } of page.rows) figures.take(data as never);
    await turn();
    after = page.next ?? undefined;
  } while (after !== undefined);
  figures.times();
  await turn();
  for (const { id, type } of pipeline.stages) {
    if (type !== 'open') continue;
    const steps = figures.conversionInSteps(id);
    while (!steps.next().done) await turn();
  }
}

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve));
