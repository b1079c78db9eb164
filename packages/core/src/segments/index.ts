export {
  did,
  didNot,
  type Figure,
  type MemberCondition,
  type RelatedCondition,
  type ScoreCondition,
  type SegmentFilter,
} from './condition.js';
export type { Explanation, Reason } from './explain.js';
export type { Happened } from './happened.js';
export { type LiveSegments, newLiveSegments } from './live-segments.js';
export type { LiveSegmentsSetup, RowNow, Steps } from './live-setup.js';
export { type OrderedSegments, orderSegments, type SegmentSpec } from './order.js';
export { parseSegmentFilter } from './parse.js';
export { RELATIONS, type Relation } from './relation.js';
export { Segment, SegmentPlacement } from './schema.js';
