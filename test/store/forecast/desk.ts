import 'fake-indexeddb/auto';
import { dexieAdapter } from '@kith/adapters/dexie';
import { type Day, type Deal, type Id, money, type Pipeline } from '@kith/core';
import type { FiscalCalendar } from '@kith/core/forecast';
import { deals, type Store, type StoreOptions } from '@kith/store';
import { forecastCollections, type LiveForecast, type LiveForecastSetup, watchForecast } from '@kith/store/forecast';
import { filter, firstValueFrom, Subject } from 'rxjs';
import { openBook, valueOf, withPipeline } from '../../support/book.js';

export const CALENDAR: FiscalCalendar = { startMonth: 1, timeZone: 'Europe/Vienna' };
export const day = (text: string): Day => text as Day;
export const HANNA = 'user_hanna' as Id<'user'>;
export const IVO = 'user_ivo' as Id<'user'>;
export const NORTH = 'team_north' as Id<'team'>;
export const SOUTH = 'team_south' as Id<'team'>;
export const ALL = 'team_all' as Id<'team'>;
export const NOVEMBER = { first: day('2026-11-01'), last: day('2026-11-30') };
export const DECEMBER = { first: day('2026-12-01'), last: day('2026-12-31') };
export const SETUP: LiveForecastSetup = {
  calendar: CALENDAR,
  unit: 'month',
  from: day('2026-10-01'),
  to: day('2027-01-31'),
  reportCurrency: 'EUR',
  rates: [{ from: 'USD', to: 'EUR', day: day('2026-11-01'), rate: 0.9 }],
};

/** A store that forecasts, with a pipeline. */
export async function openDesk(
  options: Partial<StoreOptions> = {},
): Promise<{ readonly store: Store; readonly pipeline: Pipeline }> {
  const store = await openBook({ collections: forecastCollections, ...options });
  return { store, pipeline: await withPipeline(store) };
}

let books = 0;

/** Two stores on one database, as two tabs of a browser are. */
export async function twoDesks(): Promise<{
  readonly here: Store;
  readonly there: Store;
  readonly pipeline: Pipeline;
}> {
  const name = `two desks ${books++}`;
  const { store: here, pipeline } = await openDesk({ adapter: dexieAdapter({ name }) });
  const there = await openBook({
    collections: forecastCollections,
    adapter: dexieAdapter({ name }),
    random: randomFrom(77),
  });
  return { here, there, pipeline };
}

/** Numbers in [0, 1) that come again for the same seed. */
export function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 16_807) % 2_147_483_647;
    return state / 2_147_483_647;
  };
}

/** A deal of so many euros that is expected to close on a day. */
export const sell = async (
  store: Store,
  pipeline: Pipeline,
  amount: number,
  closes: string,
  more: Partial<Parameters<typeof deals.create>[0]> = {},
): Promise<Deal> =>
  valueOf(
    await store.run(
      deals.create({
        name: `Deal of ${amount}`,
        pipelineId: pipeline.id,
        amount: money(amount * 100, 'EUR'),
        expectedCloseDay: day(closes),
        ...more,
      }),
    ),
  );

/** A live forecast with all that it has said; `next` waits until it says something that fits. */
export async function follow(store: Store, setup: LiveForecastSetup = SETUP) {
  const told: LiveForecast[] = [];
  const told$ = new Subject<LiveForecast>();
  const subscription = watchForecast(store, setup).subscribe({
    next: (each) => {
      told.push(each);
      told$.next(each);
    },
    error: (cause: unknown) => told$.error(cause),
  });
  const next = (fits: (each: LiveForecast) => boolean): Promise<LiveForecast> => {
    const last = told.at(-1);
    return last && fits(last) ? Promise.resolve(last) : firstValueFrom(told$.pipe(filter(fits)));
  };
  await next(() => true);
  return { told, next, now: (): LiveForecast => told.at(-1)!, stop: () => subscription.unsubscribe() };
}

/** Open pipeline and closed of one place, in whole euros. */
export function euros(live: LiveForecast, where: Parameters<LiveForecast['line']>[0] = {}) {
  const { converted } = live.line(where);
  return {
    weighted: (converted?.weighted ?? 0) / 100,
    open: (converted?.rollUp.openPipeline ?? 0) / 100,
    commit: (converted?.rollUp.commit ?? 0) / 100,
    closed: (converted?.rollUp.closed ?? 0) / 100,
  };
}
