import * as z from 'zod/mini';
import { entityFields } from '../kernel/entity.js';
import { type Infer, id, name, text } from '../kernel/schema.js';
import type { SegmentFilter } from './condition.js';
import { parseSegmentFilter } from './parse.js';

/** A named part of a collection: those that meet a filter, those that somebody put in, or both. */
export const Segment = z.object({
  id: id('segment'),
  name,
  /** The collection its members are in: `contacts`. */
  of: text(100),
  /** Who meets it is a member; without a filter the segment is a list that is kept by hand. */
  filter: z.optional(z.custom<SegmentFilter>((value) => parseSegmentFilter(value).ok, 'Expected a condition.')),
  /** Whether each row that enters or leaves is written down, for rules and alerts to act upon. */
  tracked: z.optional(z.boolean()),
  description: z.optional(z.string()),
  ...entityFields,
});
export type Segment = Infer<typeof Segment>;

/** Somebody who was put into a segment, or kept out of it, by hand. */
export const SegmentPlacement = z.object({
  id: id('segmentPlacement'),
  segmentId: id('segment'),
  /** The row it is about. */
  memberId: text(255),
  /** `out` keeps a row out that meets the filter. */
  place: z.enum(['in', 'out']),
  ...entityFields,
});
export type SegmentPlacement = Infer<typeof SegmentPlacement>;
