import { wholesAt } from '../filters/own-value.js';
import { compileSegment, happenedReader, type Surroundings } from './compile.js';
import type { SegmentFilter } from './condition.js';
import type { Happened } from './happened.js';

/** What a condition found in a row: the reason for its answer. */
export interface Reason {
  readonly condition: SegmentFilter;
  readonly holds: boolean;
  /** Of a group: what its parts found. */
  readonly parts?: readonly Reason[];
  /** Of a condition on a field: the values there. */
  readonly found?: readonly unknown[];
  /** Of a condition on related rows: what they come to. */
  readonly happened?: Happened;
  /** Of a condition on a score. */
  readonly score?: number;
}

/** Why a row is in a segment or not. */
export interface Explanation {
  readonly isMember: boolean;
  /** Whether it is so by hand or by the condition. */
  readonly by: 'hand' | 'condition';
  /** What the condition says, whatever was decided by hand; absent for a segment without one. */
  readonly reason?: Reason;
}

/** The row that is asked about. */
interface Subject {
  readonly row: unknown;
  readonly id: string;
  readonly slot: number;
}

/** Explains one row's place in one segment. */
export function explain(
  filter: SegmentFilter | undefined,
  place: 'in' | 'out' | undefined,
  subject: Subject,
  around: Surroundings,
): Explanation {
  const reason = filter && reasonOf(filter, subject, around);
  return {
    isMember: place === undefined ? (reason?.holds ?? false) : place === 'in',
    by: place === undefined ? 'condition' : 'hand',
    ...(reason && { reason }),
  };
}

function reasonOf(condition: SegmentFilter, subject: Subject, around: Surroundings): Reason {
  const { row, id, slot } = subject;
  const of = (part: SegmentFilter): Reason => reasonOf(part, subject, around);
  if ('did' in condition) {
    const happened = happenedReader(condition, around)(id);
    return { condition, holds: happened.holds, happened };
  }
  const holds = compileSegment(condition, around)(row, id, slot);
  if ('and' in condition) return { condition, holds, parts: condition.and.map(of) };
  if ('or' in condition) return { condition, holds, parts: condition.or.map(of) };
  if ('not' in condition) return { condition, holds, parts: [of(condition.not)] };
  if ('field' in condition) return { condition, holds, found: wholesAt(condition.field.split('.'), row) };
  const score = 'score' in condition ? around.scoreOf(condition.score, id) : undefined;
  return { condition, holds, ...(score !== undefined && { score }) };
}
