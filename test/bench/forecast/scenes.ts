import { addDays, type Day, type Id } from '@kith/core';
import {
  type AgeModel,
  type DealLife,
  type Forecast,
  type ForecastDeal,
  type ForecastRow,
  fitAgeModel,
  makeForecast,
  type Period,
  periodsBetween,
} from '@kith/core/forecast';

const ASOF = '2026-01-15' as Day;
const OWNERS = 50;
const TEAMS = 7;
const PERIODS: readonly Period[] = periodsBetween(
  { startMonth: 1, timeZone: 'UTC' },
  'quarter',
  '2026-01-01' as Day,
  '2027-12-31' as Day,
);
const CATEGORIES = ['pipeline', 'bestCase', 'mostLikely', 'commit'] as const;
const RATE = 0.9;

const owner = (index: number): Id<'user'> => `user_${index % OWNERS}` as Id<'user'>;
const team = (index: number): Id<'team'> => `team_${index % TEAMS}` as Id<'team'>;

const HIERARCHY = {
  stays: Array.from({ length: OWNERS }, (_, index) => ({
    userId: owner(index),
    teamId: team(index),
    from: '2020-01-01' as Day,
  })),
  places: Array.from({ length: TEAMS - 1 }, (_, index) => ({
    teamId: team(index + 1),
    parentId: team(0),
    from: '2020-01-01' as Day,
  })),
};

/** Open deals spread over owners and two years, and a thousand changes of close day and probability. */
export function makeBook(count: number): {
  readonly deals: readonly ForecastDeal[];
  readonly moves: readonly { readonly from: ForecastDeal; readonly to: ForecastDeal }[];
} {
  const deals = Array.from({ length: count }, (_, index): ForecastDeal => {
    const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0;
    return {
      id: `deal_${index}` as Id<'deal'>,
      ownerId: owner(mixed >>> 8),
      pipelineId: `pipeline_${mixed % 3}` as Id<'pipeline'>,
      status: 'open',
      amount: { minor: 10_000 + (mixed % 5_000_000), currency: mixed % 5 === 0 ? 'USD' : 'EUR' },
      closeDay: addDays('2026-01-01' as Day, mixed % 730),
      probability: 10 * (1 + (mixed % 9)),
      category: CATEGORIES[mixed % 4] ?? 'pipeline',
    };
  });
  const moves = deals.slice(0, 1_000).map((from, index) => ({
    from,
    to: { ...from, probability: 55, closeDay: addDays('2026-01-01' as Day, (index * 37) % 730) },
  }));
  return { deals, moves };
}

export const forecastOf = (deals: readonly ForecastDeal[]): Forecast =>
  makeForecast(
    {
      periods: PERIODS,
      asOf: ASOF,
      reportCurrency: 'EUR',
      rates: [{ from: 'USD', to: 'EUR', day: '2025-12-31' as Day, rate: RATE }],
      hierarchy: HIERARCHY,
    },
    deals,
  );

/** The whole table that a page shows: eight periods by fifty owners. */
export const readTable = (forecast: Forecast): readonly ForecastRow[] => forecast.rows(['period', 'owner']);

/** Takes changes in and back, so that the forecast is as before. */
export function change(
  forecast: Forecast,
  moves: readonly { readonly from: ForecastDeal; readonly to: ForecastDeal }[],
): void {
  for (const move of moves) forecast.apply(move);
  for (const { from, to } of moves) forecast.apply({ from: to, to: from });
}

/** What one would write by hand: one pass, a key of text, floating point, converted amounts only. */
export function sumByHand(deals: readonly ForecastDeal[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>();
  for (const { amount, closeDay, ownerId, probability } of deals) {
    if (!amount || closeDay === undefined) continue;
    const period = PERIODS.find(({ first, last }) => first <= closeDay && closeDay <= last);
    const key = `${period?.key}/${ownerId}`;
    const rate = amount.currency === 'EUR' ? 1 : RATE;
    sums.set(key, (sums.get(key) ?? 0) + (amount.minor * rate * probability) / 100);
  }
  return sums;
}

/** Fails unless both come to the same but for the loop's want of rounding. */
export function agree(forecast: Forecast, sums: ReadonlyMap<string, number>): void {
  const rows = readTable(forecast);
  if (rows.length !== sums.size) throw new Error(`${rows.length} rows against ${sums.size}.`);
  for (const { key, line } of rows) {
    const [own, other] = [line.converted?.weighted ?? 0, sums.get(`${key.period}/${key.owner}`) ?? 0];
    if (Math.abs(own - other) > 1_000) throw new Error(`${key.period} ${key.owner}: ${own} against ${other}.`);
  }
}

export const makeLives = (count: number): readonly DealLife[] =>
  Array.from({ length: count }, (_, index) => {
    const mixed = Math.imul(index + 1, 0x9e3779b1) >>> 0;
    const openedDay = addDays('2024-01-01' as Day, mixed % 740);
    const day = addDays(openedDay, (mixed >>> 10) % 120);
    return { openedDay, ...(mixed % 4 > 0 && { closed: { day, outcome: mixed % 2 === 0 ? 'won' : 'lost' } as const }) };
  });

export const fit = (lives: readonly DealLife[]): AgeModel => fitAgeModel(lives, ASOF);

/** Change by change, the table read again after each: the rows it did not touch stay the same objects. */
export function changeAndRead(
  forecast: Forecast,
  moves: readonly { readonly from: ForecastDeal; readonly to: ForecastDeal }[],
): void {
  for (const { from, to } of moves) {
    forecast.apply({ from, to });
    readTable(forecast);
    forecast.apply({ from: to, to: from });
    readTable(forecast);
  }
}
