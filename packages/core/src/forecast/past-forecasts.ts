import type { Day } from '../kernel/day.js';
import type { Id } from '../kernel/id.js';
import type { Rate } from '../kernel/rates.js';
import { type Accuracy, accuracyOf, type TrackRecord, trackRecord } from './accuracy.js';
import type { Period } from './calendar.js';
import type { Columns } from './columns.js';
import { makeForecast } from './forecast.js';
import type { ForecastDeal } from './forecast-deal.js';
import type { ForecastSnapshot } from './snapshot.js';

/** Ways to read a total off a forecast that was made before its period was over. */
export type ForecastReading = 'weighted' | 'commit' | 'mostLikely' | 'bestCase';

/** What a snapshot forecast for a period, beside what came. */
export interface PastForecast extends Accuracy {
  readonly takenOn: Day;
  readonly period: Period;
  /** Closed by then and what the reading added to it, in minor units of the currency. */
  readonly forecast: number;
  readonly actual: number;
}

/** How good the forecasts of the past were. */
export interface AccuracyReport {
  readonly currency: string;
  readonly reading: ForecastReading;
  /** By period, then by the day they were made on. */
  readonly forecasts: readonly PastForecast[];
  /** The mean error and bias of all of them; absent when none can be judged. */
  readonly record?: TrackRecord;
  /** Currencies of deals that are left out for want of a rate. */
  readonly withoutRate: readonly string[];
}

/** What past forecasts are judged by. */
export interface AccuracySetup {
  /** Periods that are over; others are left out, for what will come in them is not known. */
  readonly periods: readonly Period[];
  readonly asOf: Day;
  readonly currency: string;
  readonly rates?: readonly Rate[];
  /** `weighted` when left out. */
  readonly reading?: ForecastReading;
  /** Whose; everybody's when left out. */
  readonly owner?: Id<'user'>;
}

/**
 * Judges the forecasts that snapshots held for periods which are over by now, against what the deals of today say was
 * won in them. A snapshot is asked about every period that had not ended on its day. Open deals are converted at the
 * rates of the snapshot's day, won ones at those of the day they closed.
 */
export function judgeSnapshots(
  snapshots: readonly ForecastSnapshot[],
  deals: Iterable<ForecastDeal>,
  setup: AccuracySetup,
): AccuracyReport {
  const { asOf, currency, rates = [], reading = 'weighted', owner } = setup;
  const periods = setup.periods.filter(({ last }) => last < asOf);
  const withoutRate = new Set<string>();
  const columnsBy = (day: Day, seen: Iterable<ForecastDeal>): ((period: Period) => Columns | undefined) => {
    const forecast = makeForecast({ periods, asOf: day, reportCurrency: currency, rates }, seen);
    return ({ key }) => {
      const line = forecast.line({ period: key, ...(owner && { owner }) });
      for (const each of line.withoutRate) withoutRate.add(each);
      return line.converted;
    };
  };
  const cameIn = columnsBy(asOf, deals);
  const past = snapshots.map((snapshot) => ({
    takenOn: snapshot.takenOn,
    foreseen: columnsBy(snapshot.takenOn, snapshot.deals),
  }));
  past.sort((left, right) => (left.takenOn < right.takenOn ? -1 : 1));
  const forecasts = periods.flatMap((period) =>
    past
      .filter(({ takenOn }) => takenOn <= period.last)
      .map(({ takenOn, foreseen }): PastForecast => {
        const columns = foreseen(period);
        const forecast = columns ? readColumns(columns, reading) : 0;
        const actual = cameIn(period)?.rollUp.closed ?? 0;
        return { takenOn, period, forecast, actual, ...accuracyOf({ forecast, actual }) };
      }),
  );
  const record = trackRecord(forecasts);
  return { currency, reading, forecasts, ...(record && { record }), withoutRate: [...withoutRate].sort() };
}

const readColumns = ({ rollUp, weighted }: Columns, reading: ForecastReading): number =>
  reading === 'weighted' ? rollUp.closed + weighted : rollUp[reading];
