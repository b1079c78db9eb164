import type { Day } from '../kernel/day.js';
import type { Goal } from './schema.js';

/** A stretch of days with a name: a period of any calendar. */
interface NamedDays {
  readonly key: string;
  readonly first: Day;
  readonly last: Day;
}

/** Goals beside the periods of a report. */
export interface PlacedGoals {
  /** Key of the period → the goals for just its days. */
  readonly byPeriod: ReadonlyMap<string, readonly Goal[]>;
  /** Goals for other days: kept and shown, never thrown away or spread by a guess. */
  readonly elsewhere: readonly Goal[];
}

/** Puts goals beside periods. Each comes out once, whatever the calendar has become. */
export function placeGoals(goals: readonly Goal[], periods: readonly NamedDays[]): PlacedGoals {
  const byPeriod = new Map<string, Goal[]>(periods.map(({ key }) => [key, []]));
  const elsewhere: Goal[] = [];
  for (const goal of goals) {
    const period = periods.find(({ first, last }) => first === goal.first && last === goal.last);
    (period ? byPeriod.get(period.key) : elsewhere)?.push(goal);
  }
  return { byPeriod, elsewhere };
}
