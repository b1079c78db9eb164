import { type Day, daysBetween } from '../kernel/day.js';
import type { Id } from '../kernel/id.js';
import type { Money } from '../kernel/money.js';
import { converterTo, type Rate } from '../kernel/rates.js';
import { ok, type Result, refuse } from '../kernel/result.js';
import type { Period } from './calendar.js';
import type { Columns } from './columns.js';

/** What a person or a team is to bring in a stretch of days. It names days, not a period of some calendar, so that another calendar or hierarchy takes nothing from it. */
export interface Quota {
  readonly id: string;
  readonly holder: Id<'user'> | Id<'team'>;
  readonly first: Day;
  /** Belongs to it. */
  readonly last: Day;
  readonly target: Money;
}

/** Quotas beside the periods of a report. */
export interface PlacedQuotas {
  /** Key of the period → the quotas for just its days. */
  readonly byPeriod: ReadonlyMap<string, readonly Quota[]>;
  /** Quotas for days that are no period of this report: kept and shown, never thrown away or spread by a guess. */
  readonly elsewhere: readonly Quota[];
}

/** Puts quotas beside periods. Each quota comes out once, whatever the calendar has become. */
export function placeQuotas(quotas: readonly Quota[], periods: readonly Period[]): PlacedQuotas {
  const byPeriod = new Map<string, Quota[]>(periods.map(({ key }) => [key, []]));
  const elsewhere: Quota[] = [];
  for (const quota of quotas) {
    const period = periods.find(({ first, last }) => first === quota.first && last === quota.last);
    (period ? byPeriod.get(period.key) : elsewhere)?.push(quota);
  }
  return { byPeriod, elsewhere };
}

/** How far somebody is on the way to a quota, all amounts in minor units of the report's currency. */
export interface Attainment {
  readonly target: number;
  readonly closed: number;
  /** Closed ÷ target; absent for a target of nothing. */
  readonly attained?: number;
  /** What is missing, 0 when reached. */
  readonly gap: number;
  /** Open pipeline ÷ gap; absent when nothing is missing. About 1 ÷ win rate is needed. */
  readonly coverage?: number;
  /** Closed ÷ the part of the target that is due after the days that have passed: 1 is on course. Absent before the first day has passed. */
  readonly pace?: number;
}

/**
 * Compares a quota with the columns of its holder and period, which are those in the report's currency. The target is
 * converted at the rate of the quota's first day, so that it stays the same over its days. Refuses with
 * `forecast/quota-without-rate` when there is none.
 */
export function attainment(quota: Quota, columns: Columns, asOf: Day, rates: readonly Rate[] = []): Result<Attainment> {
  const { currency, minor } = quota.target;
  const target = converterTo(columns.currency, rates)(minor, currency, quota.first);
  if (target === undefined)
    return refuse({
      code: 'forecast/quota-without-rate',
      message: `The quota of ${quota.holder} is in ${currency}, and there is no rate to ${columns.currency} for ${quota.first}. Enter one, or set the quota in ${columns.currency}.`,
      path: 'target.currency',
      params: { quota: quota.id, holder: quota.holder, from: currency, to: columns.currency, day: quota.first },
      fix: { kind: 'fields', fields: ['target.currency'] },
    });
  const { closed, openPipeline } = columns.rollUp;
  const gap = Math.max(0, target - closed);
  const due = target * elapsedShare(quota, asOf);
  return ok({
    target,
    closed,
    gap,
    ...(target > 0 && { attained: closed / target }),
    ...(gap > 0 && { coverage: openPipeline / gap }),
    ...(due > 0 && { pace: closed / due }),
  });
}

/** Which part of the days has passed, the day itself not yet. */
function elapsedShare({ first, last }: Quota, asOf: Day): number {
  const days = daysBetween(first, last) + 1;
  return Math.min(1, Math.max(0, daysBetween(first, asOf) / days));
}
