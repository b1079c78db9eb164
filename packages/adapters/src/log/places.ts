import type { Version } from '../engine/version.js';
import type { Segment } from './segment.js';

/** What is known of a stored segment without reading it. */
export type SegmentPlace = Pick<Segment, 'commit' | 'part' | 'rows'>;

/** Which segment each version is stored in, as far as this handle has read or written it. Others may have folded it since. */
export interface Places {
  /** Says that a segment holds these versions. */
  note(segment: SegmentPlace, versions: readonly Version[]): void;
  /** The segment behind a version's `place`. */
  at(place: number): SegmentPlace | undefined;
}

/** The same for segments in a row, with the versions of all of them. */
export function noteAll(
  { note }: Pick<Places, 'note'>,
  segments: readonly SegmentPlace[],
  versions: readonly Version[],
): void {
  let from = 0;
  for (const segment of segments) {
    note(segment, versions.slice(from, from + segment.rows));
    from += segment.rows;
  }
}

/** Knows no place yet. */
export function createPlaces(): Places {
  const places: SegmentPlace[] = [];
  return {
    note({ commit, part, rows }, versions) {
      const place = places.push({ commit, part, rows }) - 1;
      for (const version of versions) version.place = place;
    },
    at: (place) => places[place],
  };
}
