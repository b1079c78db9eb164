import type { FieldCondition, Filter } from '../filters/filter.js';
import type { Id } from '../kernel/id.js';

/**
 * What some related rows come to, between two bounds (both included). `field` holds numbers; with `currency` it holds money,
 * is compared in minor units, and amounts in other currencies do not count.
 */
export interface Figure {
  readonly field: string;
  readonly currency?: string;
  readonly gte?: number;
  readonly lte?: number;
}

/**
 * A condition on what happened around a row: `did` names a relation (`deal`, `activity`, one of the host's). It counts the
 * related rows that meet `where` and what the relation asks of all, and that, where it has a date, have come to pass.
 *
 * - `in`: only those that are members of this segment of theirs: `did('contact', { in: vip })`.
 * - `within`: not longer ago than this: `P90D`, `P2W`, `PT12H` to the millisecond, `P3M`, `P1Y` from the beginning of the
 *   same day of the calendar.
 * - `atLeast` (1 when left out, so 0 has to be said), `atMost`: how many.
 * - `sum`, `min`, `max`: what they come to. Without rows a sum is 0, and a minimum or maximum never holds.
 * - `last`: what the most recent one has to be like.
 */
export interface RelatedCondition {
  readonly did: string;
  readonly where?: Filter;
  readonly in?: Id<'segment'>;
  readonly within?: string;
  readonly atLeast?: number;
  readonly atMost?: number;
  readonly sum?: Figure;
  readonly min?: Figure;
  readonly max?: Figure;
  readonly last?: Filter;
}

/** Holds for the members of another segment of the same collection. */
export interface MemberCondition {
  readonly segment: Id<'segment'>;
}

/** A condition on a score that a model has given; a row without one never meets it. */
export interface ScoreCondition {
  /** The name of the model, such as `engagement`. */
  readonly score: string;
  readonly is: 'eq' | 'lt' | 'lte' | 'gt' | 'gte';
  readonly value: number;
}

/** What makes a row a member: a filter that may also look at related rows, scores and other segments. Plain JSON. */
export type SegmentFilter =
  | { readonly and: readonly SegmentFilter[] }
  | { readonly or: readonly SegmentFilter[] }
  | { readonly not: SegmentFilter }
  | FieldCondition
  | RelatedCondition
  | MemberCondition
  | ScoreCondition;

/** A condition that has no parts. */
export type SegmentLeaf = FieldCondition | RelatedCondition | MemberCondition | ScoreCondition;

/** Something happened around the row, by default at least once: `did('order', { atLeast: 2, within: 'P90D' })`. */
export const did = (relation: string, how: Omit<RelatedCondition, 'did'> = {}): RelatedCondition => ({
  did: relation,
  ...how,
});

/** It did not: `didNot('activity', { within: 'P30D' })`. */
export const didNot = (relation: string, how: Omit<RelatedCondition, 'did'> = {}): SegmentFilter => ({
  not: did(relation, how),
});

/** All leaves of a filter, from left to right. */
export function leavesOf(filter: SegmentFilter): readonly SegmentLeaf[] {
  if ('and' in filter) return filter.and.flatMap(leavesOf);
  if ('or' in filter) return filter.or.flatMap(leavesOf);
  return 'not' in filter ? leavesOf(filter.not) : [filter];
}

/** The segments that a leaf looks at. */
export const partsOf = (leaf: SegmentLeaf): readonly Id<'segment'>[] =>
  'segment' in leaf ? [leaf.segment] : 'did' in leaf && leaf.in !== undefined ? [leaf.in] : [];

/** The conditions on related rows among them. */
export const relatedLeaves = (filter: SegmentFilter | undefined): readonly RelatedCondition[] =>
  (filter ? leavesOf(filter) : []).filter((leaf): leaf is RelatedCondition => 'did' in leaf);
