import { memoryAdapter } from '@kith/adapters';
import { addDays, type Day, type Deal, type Id, type Instant, money, ok, type Result, rankSequence } from '@kith/core';
import { command, deals, openStore, pipelines, type Store } from '@kith/store';
import {
  forecastCollections,
  type LiveForecast,
  type LiveRange,
  watchCalibration,
  watchForecast,
  watchRange,
} from '@kith/store/forecast';
import { firstValueFrom, type Observable, shareReplay } from 'rxjs';

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
              id: dealId(index),
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

const SETUP = {
  calendar: { startMonth: 1, timeZone: 'UTC' },
  unit: 'quarter',
  from: FIRST,
  to: '2027-12-31' as Day,
  reportCurrency: 'EUR',
} as const;

/** Gives two years of history to a book: three of four deals were opened in it and closed, the rest are open. */
export async function closeMost(store: Store, count: number): Promise<void> {
  const [pipeline] = await firstValueFrom(store.watch(pipelines.all()));
  const won = pipeline?.stages.find(({ type }) => type === 'won')?.id;
  const lost = pipeline?.stages.find(({ type }) => type === 'lost')?.id;
  for (let from = 0; from < count; from += 10_000)
    await store.run(
      command(
        'bench/close',
        from,
        async (work) => {
          const ids = Array.from({ length: Math.min(count - from, 10_000) }, (_, index) => dealId(from + index));
          for (const [index, id] of ids.entries()) {
            const deal = await work.get(deals.collection, id);
            if (!deal) continue;
            const mixed = Math.imul(from + index + 7, 0x9e3779b1) >>> 0;
            const openedDay = addDays('2024-01-01' as Day, mixed % 740);
            const day = addDays(openedDay, 1 + ((mixed >>> 10) % 120));
            const isClosed = index % 4 > 0 && day < '2026-01-15';
            const status = index % 2 ? 'won' : 'lost';
            const stageId = (status === 'won' ? won : lost) ?? deal.stageId;
            const put = work.put(deals.collection, {
              ...deal,
              openedDay,
              ...(isClosed && {
                status,
                stageId,
                actualCloseDay: day,
                ...(status === 'won' ? { actualValue: deal.amount } : { lossReason: 'Price' }),
                stageHistory: [...deal.stageHistory, { stageId, enteredAt: `${day}T12:00:00.000Z` as Instant }],
              }),
            } as Deal);
            if (!put.ok) return put;
          }
          return ok(undefined);
        },
        { history: 'none' },
      ),
    );
}

/** A range, and the chances of stages, over one live forecast; each answer is waited for. */
export async function rangeScene(store: Store) {
  const live$ = watchForecast(store, { ...SETUP, to: '2026-06-30' as Day }).pipe(
    shareReplay({ bufferSize: 1, refCount: true }),
  );
  await firstValueFrom(live$);
  const range = listen(watchRange(live$));
  const keep = live$.subscribe();
  return {
    range: range.next,
    async change(turn: number): Promise<LiveRange> {
      const done = await store.run(
        deals.edit({ id: dealId(4 * turn), changes: { amount: money(77_000 + turn, 'EUR') } }),
      );
      if (!done.ok) throw new Error(done.problem.message);
      return range.next();
    },
    calibration: () => firstValueFrom(watchCalibration(live$)),
    stop() {
      range.stop();
      keep.unsubscribe();
    },
  };
}

function listen(range$: Observable<Result<LiveRange>>) {
  const told: LiveRange[] = [];
  let wake: () => void = () => undefined;
  const subscription = range$.subscribe((each) => {
    if (!each.ok) throw new Error(each.problem.message);
    told.push(each.value);
    wake();
  });
  return {
    stop: () => subscription.unsubscribe(),
    async next(): Promise<LiveRange> {
      while (told.length === 0)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      return told.shift() as LiveRange;
    },
  };
}

const dealId = (index: number): Id<'deal'> => `deal_${String(index).padStart(6, '0')}` as Id<'deal'>;

/** Begins to forecast and waits for the first answer. */
export function watchScene(store: Store): Promise<{ now(): LiveForecast; stop(): void }> {
  let last: LiveForecast | undefined;
  return new Promise((resolve, reject) => {
    const subscription = watchForecast(store, SETUP).subscribe({
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
    const id = dealId((turn * 977 + index * 131) % 5_000);
    const day = addDays(FIRST, (turn * 61 + index * 37) % 730);
    const done = await store.run(deals.edit({ id, changes: { expectedCloseDay: day } }));
    if (!done.ok) throw new Error(done.problem.message);
    now?.().rows(['period', 'owner']);
  }
}
