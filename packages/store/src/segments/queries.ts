import type { Id } from '@kith/core';
import type { Segment, SegmentPlacement } from '@kith/core/segments';
import type { OneQuery, RowsQuery } from '../query.js';
import { type SegmentEvent, segmentEvents, segmentPlacements, segments } from './collection.js';

/** One segment. */
export const byId = (id: Id<'segment'>): OneQuery<Segment> => ({ ask: 'one', collection: segments, id });

/** The segments of a collection, by name. */
export const allOf = (of: string): RowsQuery<Segment> => ({
  ask: 'rows',
  collection: segments,
  where: { field: 'of', is: 'eq', value: of },
  order: [['name', 'asc']],
});

/** Who was put into a segment, or kept out of it, by hand. */
export const placementsIn = (segmentId: Id<'segment'>): RowsQuery<SegmentPlacement> => ({
  ask: 'rows',
  collection: segmentPlacements,
  where: { field: 'segmentId', is: 'eq', value: segmentId },
});

/** The last events of a tracked segment, the newest first. */
export const eventsIn = (segmentId: Id<'segment'>, limit: number): RowsQuery<SegmentEvent> => ({
  ask: 'rows',
  collection: segmentEvents,
  where: { field: 'segmentId', is: 'eq', value: segmentId },
  order: [['at', 'desc']],
  limit,
});

/** The last events of a row in all tracked segments, the newest first. */
export const eventsOf = (memberId: string, limit: number): RowsQuery<SegmentEvent> => ({
  ask: 'rows',
  collection: segmentEvents,
  where: { field: 'memberId', is: 'eq', value: memberId },
  order: [['at', 'desc']],
  limit,
});
