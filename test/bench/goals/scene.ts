import { memoryAdapter } from '@kith/adapters';
import { addDays, type Day, type Deal, type Id, type Instant, money, ok, rankSequence } from '@kith/core';
import { command, deals, openStore, pipelines, type Store } from '@kith/store';
import { alertCollections, createRule, keepAlerts } from '@kith/store/alerts';
import * as goals from '@kith/store/goals';
import type { Subscription } from 'rxjs';

const NOW = Date.parse('2026-11-22T09:00:00.000Z');
const FIRST = '2026-01-01' as Day;
const OWNERS = 50;
const ownerOf = (index: number): Id<'user'> => `user_${index % OWNERS}` as Id<'user'>;
const dealId = (index: number): Id<'deal'> => `deal_${String(index).padStart(6, '0')}` as Id<'deal'>;

/** A book of so many deals, spread over a year and fifty owners. */
export async function openScene(count: number): Promise<Store> {
  const store = await openStore({
    adapter: memoryAdapter(),
    collections: [goals.collection, ...alertCollections],
    clock: () => NOW,
    timeZone: 'UTC',
  });
  const pipeline = await store.run(pipelines.create({ name: 'Sales', stages: [{ name: 'Lead', probability: 30 }] }));
  if (!pipeline.ok) throw new Error(pipeline.problem.message);
  const stageId = pipeline.value.stages[0]?.id as Id<'stage'>;
  const ranks = rankSequence();
  for (let from = 0; from < count; from += 10_000)
    await store.run(
      command(
        'bench/fill',
        from,
        async (work) => {
          for (let index = from; index < Math.min(count, from + 10_000); index++) {
            const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0;
            const at = `${addDays(FIRST, mixed % 325)}T09:00:00.000Z` as Instant;
            const put = work.put(deals.collection, {
              id: dealId(index),
              name: `Deal ${index}`,
              pipelineId: pipeline.value.id,
              stageId,
              status: 'open',
              rank: ranks.next().value,
              ownerId: ownerOf(mixed >>> 8),
              amount: money(10_000 + (mixed % 5_000_000), 'EUR'),
              expectedCloseDay: addDays(FIRST, (mixed >>> 4) % 365),
              stageEnteredAt: at,
              stageHistory: [{ stageId, enteredAt: at }],
              createdAt: at,
              modifiedAt: at,
            } as Deal);
            if (!put.ok) return put;
          }
          return ok(undefined);
        },
        { history: 'none' },
      ),
    );
  return store;
}

const METRICS = [
  { collection: 'deals', day: 'createdAt' },
  { collection: 'deals', day: 'expectedCloseDay', sum: 'amount' },
  { collection: 'deals', day: 'expectedCloseDay', where: { field: 'amount.minor', is: 'gte', value: 1_000_000 } },
  { collection: 'deals', day: 'createdAt', where: { field: 'status', is: 'eq', value: 'open' } },
] as const;

/** So many goals: of fifty people, over four metrics, each of a quarter. */
export async function watchGoals(store: Store, count: number) {
  const metrics = goals.openMetrics(store);
  for (const metric of METRICS) await metrics.need(metric);
  let told = 0;
  const subscriptions: Subscription[] = [];
  for (let index = 0; index < count; index++) {
    const metric = METRICS[index % METRICS.length] ?? METRICS[0];
    const goal = await store.run(
      goals.create({
        name: `Goal ${index}`,
        metric,
        target: 1_000_000,
        holder: ownerOf(index),
        ...('sum' in metric && { currency: 'EUR' }),
        first: '2026-10-01' as Day,
        last: '2026-12-31' as Day,
      }),
    );
    if (!goal.ok) throw new Error(goal.problem.message);
    subscriptions.push(goals.watchProgress(store, goal.value.id, { metrics }).subscribe(() => told++));
  }
  await metrics.settled();
  return {
    metrics,
    told: () => told,
    settled: () => metrics.settled(),
    stop() {
      for (const subscription of subscriptions) subscription.unsubscribe();
      metrics.close();
    },
  };
}

/** So many rules over the same metrics: values, changes and anomalies. */
export async function keepRules(store: Store, count: number, metrics: goals.OpenMetrics) {
  for (let index = 0; index < count; index++) {
    const metric = METRICS[index % METRICS.length] ?? METRICS[0];
    const made = await store.run(
      createRule({
        name: `Rule ${index}`,
        watch: {
          metric,
          ...('sum' in metric && { currency: 'EUR' }),
          days: 1 + (index % 7),
          upTo: 'today',
          condition:
            index % 3 === 0
              ? { is: 'value', side: 'above', raise: 1e12, clear: 1e11 }
              : index % 3 === 1
                ? { is: 'change', side: 'above', raise: 100, clear: 50, stretches: 4 }
                : { is: 'anomaly', side: 'above', raise: 1e6, clear: 1e5 },
        },
      }),
    );
    if (!made.ok) throw new Error(made.problem.message);
  }
  return keepAlerts(store, { metrics });
}

/** Moves close days and amounts of deals, one commit each, and waits until all is judged. */
export async function changeScene(
  store: Store,
  turn: number,
  commits: number,
  settled: () => Promise<void>,
): Promise<void> {
  for (let index = 0; index < commits; index++) {
    const id = dealId((turn * 977 + index * 131) % 5_000);
    const expectedCloseDay = addDays('2026-10-01' as Day, (turn * 61 + index * 37) % 90);
    const done = await store.run(deals.edit({ id, changes: { expectedCloseDay } }));
    if (!done.ok) throw new Error(done.problem.message);
    await settled();
  }
}
