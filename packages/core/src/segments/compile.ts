import type { Clock } from './clock.js';
import { clockedMatcher } from './clocked-matcher.js';
import type { RelatedCondition, ScoreCondition, SegmentFilter, SegmentLeaf } from './condition.js';
import { type Happened, readHappened } from './happened.js';
import type { Ledger } from './ledger.js';
import { quickLeaf } from './quick-leaf.js';

/** Whether the row in a slot meets a condition, at the time the clock shows. */
export type Holds = (row: unknown, id: string, slot: number) => boolean;

/** What conditions look at besides the row itself. */
export interface Surroundings {
  readonly clock: Clock;
  ledgerFor(condition: RelatedCondition): Ledger;
  isMember(segmentId: string, slot: number): boolean;
  scoreOf(name: string, id: string): number | undefined;
}

/** Makes a condition ready to run: closures, built once. No code is generated. */
export function compileSegment(filter: SegmentFilter, around: Surroundings): Holds {
  if ('and' in filter) {
    const all = filter.and.map((part) => compileSegment(part, around));
    return (row, id, slot) => {
      for (const holds of all) if (!holds(row, id, slot)) return false;
      return true;
    };
  }
  if ('or' in filter) {
    const any = filter.or.map((part) => compileSegment(part, around));
    return (row, id, slot) => {
      for (const holds of any) if (holds(row, id, slot)) return true;
      return false;
    };
  }
  if ('not' in filter) {
    const inner = compileSegment(filter.not, around);
    return (row, id, slot) => !inner(row, id, slot);
  }
  return compileLeaf(filter, around);
}

function compileLeaf(leaf: SegmentLeaf, around: Surroundings): Holds {
  if ('did' in leaf) {
    const read = happenedReader(leaf, around);
    return (_, id) => read(id).holds;
  }
  if ('segment' in leaf) return (_, __, slot) => around.isMember(leaf.segment, slot);
  if ('score' in leaf) return (_, id) => isScored(leaf, around.scoreOf(leaf.score, id));
  const general = clockedMatcher(leaf, around.clock);
  return quickLeaf(leaf, general) ?? general;
}

/** What a condition on related rows finds around a row. */
export const happenedReader = (leaf: RelatedCondition, around: Surroundings): ((id: string) => Happened) =>
  readHappened(leaf, around.ledgerFor(leaf), around.clock);

function isScored({ is, value }: ScoreCondition, score: number | undefined): boolean {
  if (score === undefined) return false;
  switch (is) {
    case 'eq':
      return score === value;
    case 'lt':
      return score < value;
    case 'lte':
      return score <= value;
    case 'gt':
      return score > value;
    case 'gte':
      return score >= value;
  }
}
