import { type Day, type Id, ok, type Result, refuse } from '@kith/core';
import {
  type AccuracyReport,
  type AccuracySetup,
  type FiscalCalendar,
  type ForecastDeal,
  type ForecastSnapshot,
  judgeSnapshots,
  reportDay,
  type Waterfall,
  waterfallsBetween,
} from '@kith/core/forecast';
import { firstValueFrom } from 'rxjs';
import { all as allPipelines } from '../pipelines/queries.js';
import type { Store } from '../store.js';
import { allSnapshots, partsOf, snapshotById } from './queries.js';
import { readDeals } from './read-deals.js';
import { seenDeals, snapshotFrom } from './snapshots.js';

/** The deals of now, or a snapshot. */
export type Point = 'now' | Id<'forecastSnapshot'>;

/**
 * How the open pipeline of some days went from one snapshot to another, or to now: a waterfall for each currency, whose
 * steps sum exactly. Of what whoever asks may see. Problem: `store/not-found`.
 */
export async function waterfalls(
  store: Store,
  { from, to, days, calendar }: WaterfallSetup,
): Promise<Result<readonly Waterfall[]>> {
  const before = await snapshotAt(store, from, calendar);
  if (!before.ok) return before;
  const after = await snapshotAt(store, to, calendar);
  return after.ok ? ok(waterfallsBetween(before.value, after.value, days)) : after;
}

/** What a waterfall is between. */
export interface WaterfallSetup {
  readonly from: Id<'forecastSnapshot'>;
  readonly to: Point;
  /** Close days that count: those of a period. */
  readonly days: { readonly first: Day; readonly last: Day };
  readonly calendar: FiscalCalendar;
}

/** Judges every snapshot there is by what came. Of what whoever asks may see. */
export async function accuracyReport(
  store: Store,
  { calendar, ...setup }: Omit<AccuracySetup, 'asOf'> & { readonly calendar: FiscalCalendar },
): Promise<AccuracyReport> {
  const heads = await firstValueFrom(store.watch(allSnapshots()));
  const past: ForecastSnapshot[] = [];
  for (const head of heads) past.push(snapshotFrom(head, await firstValueFrom(store.watch(partsOf(head.id)))));
  return judgeSnapshots(past, await dealsNow(store), {
    ...setup,
    asOf: reportDay(calendar, store.storage.env().now),
  });
}

async function snapshotAt(store: Store, point: Point, calendar: FiscalCalendar): Promise<Result<ForecastSnapshot>> {
  if (point === 'now')
    return ok({ takenOn: reportDay(calendar, store.storage.env().now), deals: await dealsNow(store) });
  const head = await firstValueFrom(store.watch(snapshotById(point)));
  if (head) return ok(snapshotFrom(head, await firstValueFrom(store.watch(partsOf(point)))));
  return refuse({
    code: 'store/not-found',
    message: `There is no forecastSnapshot ${point}. It may have been deleted; choose another one.`,
    path: 'id',
    params: { kind: 'forecastSnapshot', id: point },
  });
}

const dealsNow = async (store: Store): Promise<readonly ForecastDeal[]> => {
  const known = await firstValueFrom(store.watch(allPipelines()));
  const seen: ForecastDeal[] = [];
  for await (const rows of readDeals(store)) seen.push(...(await seenDeals(rows, known)));
  return seen;
};
