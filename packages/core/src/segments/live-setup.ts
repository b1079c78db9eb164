import type { Id } from '../kernel/id.js';
import type { Instant } from '../kernel/instant.js';
import type { Relation } from './relation.js';

/** One row as it is now; null is "not there". */
export interface RowNow {
  readonly collection: string;
  readonly id: string;
  readonly to: unknown;
}

/** How live segments begin. */
export interface LiveSegmentsSetup {
  readonly now: Instant;
  /** IANA name: decides when a day begins. */
  readonly timeZone: string;
  /** {@link RELATIONS} when left out. */
  readonly relations?: readonly Relation[];
  /** Called for each row that enters or leaves a segment. */
  onMove?(segmentId: Id<'segment'>, memberId: string, way: 'enter' | 'exit'): void;
}

/** Long pieces of work are steps: each `next()` does a little, and in between rows may change as at any time. */
export type Steps = Generator<undefined, void, undefined>;
