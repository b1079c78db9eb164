import type { Day, Id, Money } from '@kith/core';
import type { ForecastDeal, Period } from '@kith/core/forecast';

export const ASOF = '2026-05-20' as Day;

/** The months April to September 2026. */
export const MONTHS: readonly Period[] = [30, 31, 30, 31, 31, 30].map((days, index) => ({
  unit: 'month',
  year: 2026,
  number: index + 4,
  first: `2026-0${index + 4}-01` as Day,
  last: `2026-0${index + 4}-${days}` as Day,
  key: `2026-M0${index + 4}`,
}));

let made = 0;

/** An open deal of 100,000 euros at 50 percent for June, changed as a test needs it. */
export const deal = (changes: Partial<ForecastDeal> = {}): ForecastDeal => ({
  id: `deal_${made++}` as Id<'deal'>,
  ownerId: 'user_hanna' as Id<'user'>,
  pipelineId: 'pipeline_sales' as Id<'pipeline'>,
  status: 'open',
  amount: euros(100_000),
  closeDay: '2026-06-15' as Day,
  probability: 50,
  category: 'pipeline',
  ...changes,
});

export const euros = (amount: number): Money => ({ minor: amount * 100, currency: 'EUR' });
export const dollars = (amount: number): Money => ({ minor: amount * 100, currency: 'USD' });
