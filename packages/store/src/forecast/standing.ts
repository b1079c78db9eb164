import type { Day, Result } from '@kith/core';
import {
  type AdjustedColumn,
  type Attainment,
  adjustedColumns,
  attainment,
  type Columns,
  type Forecast,
  type Period,
  type PlacedQuotas,
  placeQuotas,
  type Quota,
} from '@kith/core/forecast';
import type { Holder } from './queries.js';
import type { Surroundings } from './surroundings.js';

/** Where somebody, or a team, stands in a period. */
export interface Standing {
  readonly holder: Holder;
  readonly period: Period;
  /** In the report's currency. */
  readonly columns: Columns;
  /** Currencies that `columns` is without, for want of a rate. */
  readonly withoutRate: readonly string[];
  /** What was said against the sums of the deals. */
  readonly adjusted: readonly AdjustedColumn[];
  readonly quota?: Quota;
  /** How far on the way to the quota; refused with `forecast/quota-without-rate` where it cannot be compared. */
  readonly attainment?: Result<Attainment>;
}

/** Reads where somebody stands off a forecast in one currency. */
export function standingOf(
  forecast: Pick<Forecast, 'line'>,
  { adjustments, rates }: Surroundings,
  placed: PlacedQuotas,
  { holder, period, asOf }: { readonly holder: Holder; readonly period: Period; readonly asOf: Day },
): Standing {
  const whose = holder.startsWith('team_') ? { team: holder } : { owner: holder };
  const { converted, withoutRate } = forecast.line({ period: period.key, ...whose });
  if (!converted) throw new TypeError('A standing is read in one currency: give the forecast a reportCurrency.');
  const quota = placed.byPeriod.get(period.key)?.find((each) => each.holder === holder);
  return {
    holder,
    period,
    columns: converted,
    withoutRate,
    adjusted: adjustedColumns(converted, adjustments, holder, period),
    ...(quota && { quota, attainment: attainment(quota, converted, asOf, rates) }),
  };
}

/** The quotas beside the periods of a forecast, those for other days kept apart. */
export const placedQuotas = ({ quotas }: Surroundings, periods: readonly Period[]): PlacedQuotas =>
  placeQuotas(quotas, periods);
