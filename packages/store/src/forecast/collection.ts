import {
  SnapshotHead,
  SnapshotPart,
  StoredAdjustment,
  StoredQuota,
  StoredTeamPlace,
  StoredTeamStay,
} from '@kith/core/forecast';
import type { Collection } from '../collection.js';

/** What people and teams are to bring. */
export const quotas: Collection<StoredQuota> = {
  name: 'quotas',
  kind: 'quota',
  schema: StoredQuota,
  shape: { indexes: [['holder', 'first'], ['first']] },
};

/** What managers said against what deals add up to. */
export const adjustments: Collection<StoredAdjustment> = {
  name: 'adjustments',
  kind: 'adjustment',
  schema: StoredAdjustment,
  shape: { indexes: [['holder', 'first'], ['first']] },
};

/** Who was in which team when. */
export const teamStays: Collection<StoredTeamStay> = {
  name: 'teamStays',
  kind: 'teamStay',
  schema: StoredTeamStay,
  shape: {
    indexes: [
      ['userId', 'from'],
      ['teamId', 'from'],
    ],
  },
};

/** Which team stood below which when. */
export const teamPlaces: Collection<StoredTeamPlace> = {
  name: 'teamPlaces',
  kind: 'teamPlace',
  schema: StoredTeamPlace,
  shape: { indexes: [['teamId', 'from']] },
};

/** The snapshots that were taken. */
export const snapshots: Collection<SnapshotHead> = {
  name: 'forecastSnapshots',
  kind: 'forecastSnapshot',
  schema: SnapshotHead,
  shape: { indexes: [['takenOn'], ['key']] },
};

/** What is in the snapshots: each row holds deals of one owner, who is its owner too. */
export const snapshotParts: Collection<SnapshotPart> = {
  name: 'forecastSnapshotParts',
  kind: 'forecastSnapshotPart',
  schema: SnapshotPart,
  shape: { indexes: [['snapshotId', 'ownerId']] },
};

/** What a store has to know to forecast: give it to `openStore({ collections })`. */
export const forecastCollections: readonly Collection[] = [
  quotas,
  adjustments,
  teamStays,
  teamPlaces,
  snapshots,
  snapshotParts,
];
