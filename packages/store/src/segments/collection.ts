import type { Id, Instant } from '@kith/core';
import { Segment, SegmentPlacement } from '@kith/core/segments';
import * as z from 'zod/mini';
import type { Collection, Identified } from '../collection.js';

/** Named parts of collections. */
export const segments: Collection<Segment> = {
  name: 'segments',
  kind: 'segment',
  schema: Segment,
  shape: { indexes: [['of', 'name']] },
};

/** Who was put into a segment, or kept out of it, by hand. */
export const segmentPlacements: Collection<SegmentPlacement> = {
  name: 'segmentPlacements',
  kind: 'segmentPlacement',
  schema: SegmentPlacement,
  shape: { indexes: [['segmentId'], ['memberId']] },
};

/** A row that entered or left a tracked segment. Each is written once, whatever tabs are open. */
export interface SegmentEvent extends Identified {
  readonly segmentId: Id<'segment'>;
  readonly memberId: string;
  readonly way: 'enter' | 'exit';
  /** When it was seen. */
  readonly at: Instant;
}

/** What happened to tracked segments, in the order in which it was seen. */
export const segmentEvents: Collection<SegmentEvent> = {
  name: 'segmentEvents',
  kind: 'segmentEvent',
  schema: z.looseObject({ id: z.string() }) as never,
  shape: {
    indexes: [
      ['segmentId', 'at'],
      ['memberId', 'at'],
    ],
  },
};

/** A part of the members that have been told of, or whose turn it is to tell. */
export interface SegmentTrack extends Identified {
  readonly members?: readonly string[];
  /** Of the row that says a segment is tracked: over how many parts its members are spread. */
  readonly parts?: number;
  /** Of the row of who tells. */
  readonly holder?: string;
}

/** Which members have been told of: what makes an event neither lost nor told twice. */
export const segmentTracks: Collection<SegmentTrack> = {
  name: 'segmentTracks',
  kind: 'segmentTrack',
  schema: z.looseObject({ id: z.string() }) as never,
  shape: { indexes: [] },
};

/** All that segments keep: hand them to `openStore({ collections: [...segmentCollections] })`. */
export const segmentCollections: readonly Collection[] = [segments, segmentPlacements, segmentEvents, segmentTracks];
