import type { Day } from '../kernel/day.js';
import type { ForecastDeal } from './forecast-deal.js';

/** What a forecast looked at on a day. Taken once and never rewritten: the past is measured by it. */
export interface ForecastSnapshot {
  readonly takenOn: Day;
  readonly deals: readonly ForecastDeal[];
}

/** Takes a snapshot: deals by id, so that the same deals make the same snapshot. */
export const takeSnapshot = (takenOn: Day, deals: Iterable<ForecastDeal>): ForecastSnapshot => ({
  takenOn,
  deals: [...deals].sort((left, right) => (left.id < right.id ? -1 : left.id > right.id ? 1 : 0)),
});
