import type { Day, Id, Pipeline, User } from '@kith/core';
import type { Adjustment, Hierarchy, Period, StoredQuota, StoredTeamPlace, StoredTeamStay } from '@kith/core/forecast';
import { standingAdjustments } from '@kith/core/forecast';
import type { Rate } from '@kith/core/rates';
import { combineLatest, isObservable, map, type Observable, of } from 'rxjs';
import { all as allPipelines } from '../pipelines/queries.js';
import type { Store } from '../store.js';
import { all as allUsers } from '../users/queries.js';
import { adjustmentsBetween, allQuotas, places, stays } from './queries.js';

/** Everything a forecast needs besides deals. */
export interface Surroundings {
  readonly pipelinesById: ReadonlyMap<string, Pipeline>;
  readonly hierarchy: Hierarchy;
  readonly rates: readonly Rate[];
  readonly quotas: readonly StoredQuota[];
  /** Those that still hold. */
  readonly adjustments: readonly Adjustment[];
  /** What sums of deals depend on: they have to be made anew when one of these is another object. */
  readonly parts: readonly unknown[];
}

/** What surrounds the deals of some periods, and again whenever it changes. */
export function surroundings(
  store: Store,
  periods: readonly Period[],
  rates: readonly Rate[] | Observable<readonly Rate[]> = [],
): Observable<Surroundings> {
  const [first, last] = [periods[0]?.first ?? FIRST_DAY, periods.at(-1)?.last ?? FIRST_DAY];
  return combineLatest({
    pipelines: store.watch(allPipelines()),
    stays: store.watch(stays()),
    places: store.watch(places()),
    users: store.watch(allUsers()),
    quotas: store.watch(allQuotas()),
    adjustments: store.watch(adjustmentsBetween(first, last)),
    rates: isObservable(rates) ? rates : of(rates),
  }).pipe(
    map((found) => ({
      pipelinesById: new Map(found.pipelines.map((pipeline) => [pipeline.id as string, pipeline])),
      hierarchy: hierarchyOf(found.stays, found.places, found.users),
      rates: found.rates,
      quotas: found.quotas,
      adjustments: standingAdjustments(found.adjustments),
      parts: [found.pipelines, found.stays, found.places, found.users, found.rates],
    })),
  );
}

const FIRST_DAY = '0001-01-01' as Day;

/** The teams as they were, day by day. Somebody of whom no stay is known has always been in the team they are in. */
function hierarchyOf(
  known: readonly StoredTeamStay[],
  above: readonly StoredTeamPlace[],
  users: readonly User[],
): Hierarchy {
  const dated = new Set<Id<'user'>>(known.map(({ userId }) => userId));
  const others = users.flatMap(({ id, teamId }) =>
    teamId && !dated.has(id) ? [{ userId: id, teamId, from: FIRST_DAY }] : [],
  );
  return { stays: [...known, ...others] as Hierarchy['stays'], places: above as NonNullable<Hierarchy['places']> };
}
