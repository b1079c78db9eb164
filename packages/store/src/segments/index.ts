export {
  type SegmentEvent,
  type SegmentTrack,
  segmentCollections,
  segmentEvents,
  segmentPlacements,
  segments as collection,
  segmentTracks,
} from './collection.js';
export {
  addMembers,
  create,
  edit,
  type MembersInput,
  releaseMembers,
  remove,
  removeMembers,
  type SegmentTerms,
} from './commands.js';
export type { MembersAsked, MembersPage } from './member-list.js';
export {
  type OpenSegments,
  openSegments,
  type ScoreSource,
  type SegmentMove,
  type SegmentsOptions,
} from './open-segments.js';
export { allOf, byId, eventsIn, eventsOf, placementsIn } from './queries.js';
export { type EventKeeper, keepSegmentEvents } from './segment-events.js';
