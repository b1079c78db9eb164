import type { Day, Deal, Id, Pipeline } from '@kith/core';
import { addDays, ok } from '@kith/core';
import {
  type FiscalCalendar,
  type ForecastDeal,
  type ForecastSnapshot,
  forecastDealOf,
  type PeriodUnit,
  periodOf,
  reportDay,
  type SnapshotHead,
  takeSnapshot as snapshotOf,
} from '@kith/core/forecast';
import { concatMap, filter, map, type Observable, timer } from 'rxjs';
import { type Command, command } from '../command.js';
import { deals } from '../deals/collection.js';
import { pauseBy } from '../imports/pause.js';
import { pipelines } from '../pipelines/collection.js';
import type { Store } from '../store.js';
import { snapshotParts, snapshots } from './collection.js';

/** A snapshot holds deals that were closed up to so many days before it: more than a fiscal year. */
const CLOSED_FOR_DAYS = 400;
/** So many deals stand in one row. */
const DEALS_PER_PART = 400;
const CLOCK_MILLIS = 60_000;

/** What snapshots are taken by. */
export interface SnapshotSetup {
  readonly calendar: FiscalCalendar;
  /** One for each period of this length, at the first occasion in it; one for the day when left out. */
  readonly unit?: PeriodUnit;
}

/** That a snapshot was taken, and when: all that is told to whoever has it taken. */
export type TakenSnapshot = Pick<SnapshotHead, 'id' | 'key' | 'takenOn'>;

/**
 * Takes a snapshot of all open deals and of those closed within the last 400 days, once for each period: the second
 * time, in this tab or another, it answers the one there is. It is never written again, and undo leaves it alone. Where
 * a policy is, it holds the whole book, whoever has it taken; what somebody sees of it later is theirs to see.
 */
export const takeSnapshot = (setup: SnapshotSetup): Command<TakenSnapshot> =>
  command(
    'forecast/take-snapshot',
    setup,
    async ({ system: work }) => {
      const takenOn = reportDay(setup.calendar, work.env.now);
      const key = keyOn(setup, takenOn);
      const id = `forecastSnapshot_${key}` as Id<'forecastSnapshot'>;
      const known = await work.get(snapshots, id);
      if (known) return ok(toldOf(known));
      const open = await work.find({
        ask: 'rows',
        collection: deals,
        where: {
          or: [
            { field: 'status', is: 'eq', value: 'open' },
            { field: 'actualCloseDay', is: 'gte', value: addDays(takenOn, -CLOSED_FOR_DAYS) },
          ],
        },
      });
      const seen = await seenDeals(open, await work.find({ ask: 'rows', collection: pipelines }));
      const stamps = { createdAt: work.env.now, modifiedAt: work.env.now };
      const parts = partsFor(seen);
      for (const { ownerId, own, number } of parts) {
        const put = work.put(snapshotParts, {
          id: partId(key, ownerId, number),
          snapshotId: id,
          deals: own as ForecastDeal[],
          ...(ownerId && { ownerId }),
          ...stamps,
        });
        if (!put.ok) return put;
      }
      const { actor } = work.env;
      const put = work.put(snapshots, { id, takenOn, key, ...(actor && { createdBy: actor }), ...stamps });
      return put.ok ? ok(toldOf(put.value)) : put;
    },
    { history: 'none', through: 'rule' },
  );

/**
 * Keeps snapshots taken as long as it is subscribed to: one for each period, as soon as there is somebody in it. Every
 * minute it looks whether the next one has begun; `ticks` looks at other times.
 */
export const keepSnapshots = (
  store: Store,
  setup: Required<SnapshotSetup>,
  ticks: Observable<unknown> = timer(0, CLOCK_MILLIS),
): Observable<TakenSnapshot> => {
  let last: string | undefined;
  return ticks.pipe(
    map(() => keyOn(setup, reportDay(setup.calendar, store.storage.env().now))),
    filter((key) => key !== last),
    concatMap(async (key) => {
      const taken = await store.run(takeSnapshot(setup));
      if (!taken.ok) throw new TypeError(taken.problem.message);
      last = key;
      return taken.value;
    }),
  );
};

const keyOn = ({ calendar, unit }: SnapshotSetup, day: Day): string =>
  unit === undefined ? day : periodOf(calendar, unit, day).key;

/** Deals as a forecast sees them; those in a stage that there is none of are left out. */
export async function seenDeals(rows: readonly Deal[], known: readonly Pipeline[]): Promise<readonly ForecastDeal[]> {
  const pipelinesById = new Map(known.map((pipeline) => [pipeline.id, pipeline]));
  const pause = pauseBy();
  const seen: ForecastDeal[] = [];
  for (const deal of rows) {
    const pipeline = pipelinesById.get(deal.pipelineId);
    const found = pipeline && forecastDealOf(deal, pipeline);
    if (found?.ok) seen.push(found.value);
    await pause();
  }
  return seen;
}

const toldOf = ({ id, key, takenOn }: SnapshotHead): TakenSnapshot => ({ id, key, takenOn });

/** By the owner, not counted through: an id must not say how many deals others have. */
const partId = (key: string, ownerId: ForecastDeal['ownerId'], number: number): Id<'forecastSnapshotPart'> =>
  `forecastSnapshotPart_${key}_${ownerId ?? 'nobody'}_${number}` as Id<'forecastSnapshotPart'>;

/** Some deals of one owner. */
interface Part {
  readonly ownerId: ForecastDeal['ownerId'];
  readonly own: readonly ForecastDeal[];
  /** Counted for each owner. */
  readonly number: number;
}

function partsFor(seen: readonly ForecastDeal[]): readonly Part[] {
  const byOwner = new Map<ForecastDeal['ownerId'], ForecastDeal[]>();
  // By id, so that the same deals make the same rows.
  for (const deal of [...seen].sort((left, right) => (left.id < right.id ? -1 : 1))) {
    const own = byOwner.get(deal.ownerId);
    if (own) own.push(deal);
    else byOwner.set(deal.ownerId, [deal]);
  }
  return [...byOwner].flatMap(([ownerId, all]) =>
    Array.from({ length: Math.ceil(all.length / DEALS_PER_PART) }, (_, number) => ({
      ownerId,
      own: all.slice(number * DEALS_PER_PART, (number + 1) * DEALS_PER_PART),
      number,
    })),
  );
}

/** A snapshot with what is in it, as far as whoever asks may see it. */
export const snapshotFrom = (
  head: Pick<SnapshotHead, 'takenOn'>,
  parts: readonly { readonly deals: readonly ForecastDeal[] }[],
): ForecastSnapshot =>
  snapshotOf(
    head.takenOn,
    parts.flatMap((part) => part.deals),
  );
