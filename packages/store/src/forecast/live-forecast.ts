import { type Day, type Deal, type Pipeline, type Problem, type Result, refuse } from '@kith/core';
import {
  checkCalendar,
  checkHierarchy,
  type FiscalCalendar,
  type Forecast,
  type ForecastDeal,
  type ForecastSetup,
  forecastDealOf,
  type Hierarchy,
  type Judgement,
  makeForecast,
  type Period,
  type PeriodUnit,
  type PlacedQuotas,
  periodsBetween,
  reportDay,
} from '@kith/core/forecast';
import type { Rate } from '@kith/core/rates';
import { interval, Observable } from 'rxjs';
import { deals } from '../deals/collection.js';
import { toKithError } from '../error.js';
import { type Pause, pauseBy } from '../imports/pause.js';
import type { Seen, Store } from '../store.js';
import type { Holder } from './queries.js';
import { readDeals } from './read-deals.js';
import { placedQuotas, type Standing, standingOf } from './standing.js';
import { type Surroundings, surroundings } from './surroundings.js';

/** What a live forecast is made of. */
export interface LiveForecastSetup {
  /** How the year is counted, and in which zone. */
  readonly calendar: FiscalCalendar;
  readonly unit: PeriodUnit;
  /** The periods that have a day between these. */
  readonly from: Day;
  readonly to: Day;
  /** The currency everything is also shown in. */
  readonly reportCurrency: string;
  /** Rates, or a question for them that is being watched. */
  readonly rates?: readonly Rate[] | Observable<readonly Rate[]>;
  /** What is known of a deal's chances beyond its stage and the category in its row. */
  readonly judge?: (deal: Deal) => Judgement;
}

/** A forecast as it is now. */
export interface LiveForecast extends Pick<Forecast, 'line' | 'rows'> {
  /** The day it is in the calendar's zone. */
  readonly asOf: Day;
  readonly periods: readonly Period[];
  /** Quotas beside the periods; those for other days are kept apart, never thrown away. */
  readonly quotas: PlacedQuotas;
  /** Where somebody, or a team, stands in one of the periods. */
  standing(holder: Holder, period: Period): Standing;
  /** Deals that count nowhere: in a pipeline or a stage that there is none of (any more). */
  readonly problems: readonly Problem[];
  /** What the figures are made of, for what looks further ahead than sums do. */
  readonly basis: ForecastBasis;
}

/** What a live forecast is made of. */
export interface ForecastBasis {
  readonly calendar: FiscalCalendar;
  readonly reportCurrency: string;
  /** As they are at this moment: take a copy before you go on with anything else. */
  deals(): Iterable<SeenDeal>;
  readonly pipelines: readonly Pipeline[];
  readonly rates: readonly Rate[];
  /** Teams day by day. */
  readonly hierarchy: Hierarchy;
}

/** A deal, and how a forecast sees it. */
export interface SeenDeal {
  readonly deal: Deal;
  readonly seen: ForecastDeal;
}

const CLOCK_MILLIS = 60_000;

/**
 * A forecast over all deals that whoever asks may see, now and again after each commit that matters to it. Deals are
 * read page by page at first, without holding up the page; from then on a change costs the same whatever their number.
 * It is made anew when the day changes, or pipelines, teams or rates do. It errors with a KithError when the storage fails.
 * Throws a TypeError for a calendar that is none.
 */
export function watchForecast(store: Store, setup: LiveForecastSetup): Observable<LiveForecast> {
  const { calendar, unit, from, to, reportCurrency, judge } = setup;
  // From here on: what it takes to begin (the first look at a time zone alone is 20 to 40 ms) counts, too.
  const pause = pauseBy();
  const checked = checkCalendar(calendar);
  if (!checked.ok) throw new TypeError(`watchForecast: ${checked.problem.message}`);
  const periods = periodsBetween(calendar, unit, from, to);
  const today = (): Day => reportDay(calendar, store.storage.env().now);

  return new Observable((subscriber) => {
    const rows = new Map<string, Deal>();
    let around: Surroundings | undefined;
    let current: Sums | undefined;
    /** What changed while deals are read or summed; undefined while nothing of that goes on. */
    let missed: Seen[] | undefined;
    /** What has to be done again: reading everything, or only summing it. */
    let due: 'read' | 'sum' | undefined = 'read';

    const show = ({ forecast, asOf, surroundings: known, hierarchy, problems, deals: counted }: Sums): void => {
      const quotas = placedQuotas(known, periods);
      subscriber.next({
        asOf,
        periods,
        quotas,
        line: forecast.line,
        rows: forecast.rows,
        standing: (holder, period) => standingOf(forecast, known, quotas, { holder, period, asOf }),
        problems: [...problems.values()],
        basis: {
          calendar,
          reportCurrency,
          deals: () => counted.values(),
          pipelines: [...known.pipelinesById.values()],
          rates: known.rates,
          hierarchy,
        },
      });
    };
    const take = (sums: Sums, { id, to: row }: Seen): boolean => {
      const before = rows.get(id);
      if (row) rows.set(id, row as Deal);
      else rows.delete(id);
      const isCounted = takeIn(sums, id, row as Deal | null, judge);
      return isCounted || (before !== undefined && row !== null && hasOtherHistory(before, row as Deal));
    };
    const work = async (): Promise<void> => {
      if (missed || !around) return;
      try {
        while (due && !subscriber.closed) {
          const task = due;
          due = undefined;
          missed = [];
          if (task === 'read') await readInto(rows, store, pause);
          const sums = newSums({ periods, asOf: today(), reportCurrency }, around);
          for (const [id, row] of rows) {
            takeIn(sums, id, row, judge);
            await pause();
          }
          for (const change of missed) take(sums, change);
          missed = undefined;
          if (subscriber.closed) return;
          current = sums;
          if (!due) show(sums);
        }
      } catch (cause) {
        subscriber.error(toKithError(cause));
      }
    };
    const again = (task: 'read' | 'sum'): void => {
      due = task === 'read' || due === 'read' ? 'read' : 'sum';
      void work();
    };

    const changes = store.changes$.subscribe((committed) => {
      if (committed.isIncomplete) {
        again('read');
        return;
      }
      const own = committed.changes.filter(({ collection }) => collection === deals.name);
      if (own.length === 0) return;
      if (missed) missed.push(...own);
      else if (current) {
        const sums = current;
        // All of them are taken in, whatever the first one says.
        const told = own.map((change) => take(sums, change));
        if (sums.asOf !== today()) again('sum');
        else if (told.includes(true)) show(sums);
      }
    });
    const sides = surroundings(store, periods, setup.rates).subscribe({
      next: (next) => {
        const before = around;
        around = next;
        const isSameFrame = before?.parts.every((part, index) => part === next.parts[index]);
        if (!current || !isSameFrame || missed) {
          again('sum');
          return;
        }
        current = { ...current, surroundings: next };
        show(current);
      },
      error: (cause: unknown) => subscriber.error(toKithError(cause)),
    });
    const clock = interval(CLOCK_MILLIS).subscribe(() => {
      if (current && current.asOf !== today()) again('sum');
    });
    return () => {
      changes.unsubscribe();
      sides.unsubscribe();
      clock.unsubscribe();
    };
  });
}

/** A forecast, and what it was made of. */
interface Sums {
  readonly forecast: Forecast;
  readonly surroundings: Surroundings;
  readonly hierarchy: Hierarchy;
  readonly asOf: Day;
  /** Each deal as it is, and as it was taken in: together, so that whoever copies them all has no look-ups to make. */
  readonly deals: Map<string, SeenDeal>;
  readonly problems: Map<string, Problem>;
}

function newSums(setup: Pick<ForecastSetup, 'periods' | 'asOf' | 'reportCurrency'>, known: Surroundings): Sums {
  const around = frame(known);
  return {
    forecast: makeForecast({ ...setup, ...around }),
    surroundings: known,
    hierarchy: around.hierarchy,
    asOf: setup.asOf,
    deals: new Map(),
    problems: new Map(),
  };
}

/** Takes a deal in as it is now; null takes it out. Whether that changed anything. */
function takeIn(sums: Sums, id: string, deal: Deal | null, judge: LiveForecastSetup['judge']): boolean {
  const from = sums.deals.get(id)?.seen;
  const hadProblem = sums.problems.delete(id);
  const found = deal && seenNow(sums, deal, judge);
  const to = found?.ok ? found.value : undefined;
  if (found && !found.ok) sums.problems.set(id, found.problem);
  if (deal && to) sums.deals.set(id, { deal, seen: to });
  else sums.deals.delete(id);
  if (isSameForForecast(from, to)) return hadProblem || (found !== null && !found.ok);
  sums.forecast.apply({ from, to });
  return true;
}

function seenNow(
  { surroundings: { pipelinesById } }: Sums,
  deal: Deal,
  judge: LiveForecastSetup['judge'],
): Result<ForecastDeal> {
  const pipeline = pipelinesById.get(deal.pipelineId);
  if (pipeline) return forecastDealOf(deal, pipeline, judge?.(deal));
  return refuse({
    code: 'forecast/unknown-pipeline',
    message: `"${deal.name}" is in a pipeline that there is none of. Move it to another one.`,
    path: 'pipelineId',
    params: { deal: deal.id, pipeline: deal.pipelineId },
    fix: { kind: 'fields', fields: ['pipelineId'] },
  });
}

/** Whether history reads otherwise than before, though the sums are the same: a range learns from it. */
const hasOtherHistory = (before: Deal, after: Deal): boolean =>
  before.openedDay !== after.openedDay ||
  before.stageId !== after.stageId ||
  before.stageEnteredAt !== after.stageEnteredAt ||
  before.amount?.minor !== after.amount?.minor ||
  before.amount?.currency !== after.amount?.currency;

function isSameForForecast(from: ForecastDeal | undefined, to: ForecastDeal | undefined): boolean {
  return (
    from === to ||
    (from !== undefined &&
      to !== undefined &&
      from.ownerId === to.ownerId &&
      from.pipelineId === to.pipelineId &&
      from.status === to.status &&
      from.amount?.minor === to.amount?.minor &&
      from.amount?.currency === to.amount?.currency &&
      from.houseValue?.minor === to.houseValue?.minor &&
      from.houseValue?.currency === to.houseValue?.currency &&
      from.closeDay === to.closeDay &&
      from.probability === to.probability &&
      from.category === to.category)
  );
}

function frame({ hierarchy, rates }: Surroundings): {
  readonly rates: readonly Rate[];
  readonly hierarchy: Surroundings['hierarchy'];
} {
  const checked = checkHierarchy(hierarchy);
  // A circle that got in past the commands (an import, a migration) must not take the forecast down: then there are no teams.
  return { rates, hierarchy: checked.ok ? hierarchy : { stays: [] } };
}

async function readInto(rows: Map<string, Deal>, store: Store, pause: Pause): Promise<void> {
  rows.clear();
  for await (const page of readDeals(store, pause)) for (const deal of page) rows.set(deal.id, deal);
}
