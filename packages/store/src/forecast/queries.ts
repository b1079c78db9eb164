import type { Day, Filter, Id } from '@kith/core';
import type {
  SnapshotHead,
  SnapshotPart,
  StoredAdjustment,
  StoredQuota,
  StoredTeamPlace,
  StoredTeamStay,
} from '@kith/core/forecast';
import type { OneQuery, RowsQuery } from '../query.js';
import { adjustments, quotas, snapshotParts, snapshots, teamPlaces, teamStays } from './collection.js';

/** Somebody, or a team. */
export type Holder = Id<'user'> | Id<'team'>;

const isHeldBy = (holder: Holder): Filter => ({ field: 'holder', is: 'eq', value: holder });
/** That days share one with others. */
const touch = (from: Day, to: Day): Filter => ({
  and: [
    { field: 'first', is: 'lte', value: to },
    { field: 'last', is: 'gte', value: from },
  ],
});
const BY_DAYS = [['first', 'asc']] as const;

/** All quotas, by their first day. */
export const allQuotas = (): RowsQuery<StoredQuota> => ({ ask: 'rows', collection: quotas, order: BY_DAYS });

/** The quotas of somebody or of a team, whatever calendar they were set in. */
export const quotasOf = (holder: Holder): RowsQuery<StoredQuota> => ({
  ask: 'rows',
  collection: quotas,
  where: isHeldBy(holder),
  order: BY_DAYS,
});

/** Quotas that have a day between two days. */
export const quotasBetween = (from: Day, to: Day): RowsQuery<StoredQuota> => ({
  ask: 'rows',
  collection: quotas,
  where: touch(from, to),
  order: BY_DAYS,
});

/** Adjustments that have a day between two days, those that hold no longer among them. */
export const adjustmentsBetween = (from: Day, to: Day): RowsQuery<StoredAdjustment> => ({
  ask: 'rows',
  collection: adjustments,
  where: touch(from, to),
  order: [['at', 'asc']],
});

/** Who was in which team when. */
export const stays = (): RowsQuery<StoredTeamStay> => ({
  ask: 'rows',
  collection: teamStays,
  order: [['from', 'asc']],
});

/** Which team stood below which when. */
export const places = (): RowsQuery<StoredTeamPlace> => ({
  ask: 'rows',
  collection: teamPlaces,
  order: [['from', 'asc']],
});

/** The snapshots that were taken, the newest first. */
export const allSnapshots = (): RowsQuery<SnapshotHead> => ({
  ask: 'rows',
  collection: snapshots,
  order: [['takenOn', 'desc']],
});

/** One snapshot: that it was taken, and when. */
export const snapshotById = (id: Id<'forecastSnapshot'>): OneQuery<SnapshotHead> => ({
  ask: 'one',
  collection: snapshots,
  id,
});

/** What is in a snapshot. */
export const partsOf = (id: Id<'forecastSnapshot'>): RowsQuery<SnapshotPart> => ({
  ask: 'rows',
  collection: snapshotParts,
  where: { field: 'snapshotId', is: 'eq', value: id },
});
