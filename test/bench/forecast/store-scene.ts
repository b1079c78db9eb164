import { memoryAdapter } from '@kith/adapters';
import { addDays, type Day, type Deal, type Id, type Instant, money, ok, rankSequence } from '@kith/core';
import { command, deals, openStore, pipelines, type Store } from '@kith/store';
import { forecastCollections, type LiveForecast, watchForecast } from '@kith/store/forecast';

const NOW = Date.parse('2026-01-15T09:00:00.000Z');
const FIRST = '2026-01-01' as Day;
const OWNERS = 50;

/** A store of open deals that is being forecast: eight quarters by fifty owners. */
export async function openScene(count: number) {
  const store = await openStore({
    adapter: memoryAdapter(),
    collections: forecastCollections,
    clock: () => NOW,
    timeZone: 'UTC',
  });
  const pipeline = await store.run(
    pipelines.create({
      name: 'Sales',
      stages: [
        { name: 'Lead', probability: 30 },
        { name: 'Offer', probability: 60 },
      ],
    }),
  );
  if (!pipeline.ok) throw new Error(pipeline.problem.message);
  const { id, stages } = pipeline.value;
  const at = new Date(NOW).toISOString() as Instant;
  const ranks = rankSequence();
  for (let from = 0; from < count; from += 10_000)
    await store.run(
      command(
        'bench/fill',
        from,
        async (work) => {
          for (let index = from; index < Math.min(count, from + 10_000); index++) {
            const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0;
            const stage = stages[mixed % 2];
            if (!stage) continue;
            const stay = { stageId: stage.id, enteredAt: at };
            const put = work.put(deals.collection, {
              id: `deal_${String(index).padStart(6, '0')}` as Id<'deal'>,
              name: `Deal ${index}`,
              pipelineId: id,
              stageId: stage.id,
              status: 'open',
              rank: ranks.next().value,
              ownerId: `user_${(mixed >>> 8) % OWNERS}` as Id<'user'>,
              amount: money(10_000 + (mixed % 5_000_000), 'EUR'),
              expectedCloseDay: addDays(FIRST, mixed % 730),
              stageEnteredAt: at,
              stageHistory: [stay],
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

/** Begins to forecast and waits for the first answer. */
export function watchScene(store: Store): Promise<{ now(): LiveForecast; stop(): void }> {
  let last: LiveForecast | undefined;
  return new Promise((resolve, reject) => {
    const subscription = watchForecast(store, {
      calendar: { startMonth: 1, timeZone: 'UTC' },
      unit: 'quarter',
      from: FIRST,
      to: '2027-12-31' as Day,
      reportCurrency: 'EUR',
    }).subscribe({
      next: (live) => {
        last = live;
        resolve({
          now: () => last ?? live,
          stop: () => subscription.unsubscribe(),
        });
      },
      error: reject,
    });
  });
}

/** Moves the close day of some deals, one commit each; `isRead` reads the whole table after each. */
export async function changeScene(
  store: Store,
  turn: number,
  commits: number,
  now?: () => LiveForecast,
): Promise<void> {
  for (let index = 0; index < commits; index++) {
    const id = `deal_${String((turn * 977 + index * 131) % 5_000).padStart(6, '0')}` as Id<'deal'>;
    const day = addDays(FIRST, (turn * 61 + index * 37) % 730);
    const done = await store.run(deals.edit({ id, changes: { expectedCloseDay: day } }));
    if (!done.ok) throw new Error(done.problem.message);
    now?.().rows(['period', 'owner']);
  }
}
