import type { Version } from '../engine/version.js';
import type { Segment } from './segment.js';

/** Which segment it is. */
export type SegmentKey = Pick<Segment, 'commit' | 'part'>;

/** Which segment each version is stored in, as far as this handle has read or written it. Others may have folded it since. */
export interface Places {
  /** Says that a segment holds these versions. */
  note(segment: SegmentKey, versions: readonly Version[]): void;
  /** The segment behind a version's `place`. */
  at(place: number): SegmentKey | undefined;
}

/** Says of segments in a row what is in them, by the versions of all. */
export function noteAll<Each extends Pick<Segment, 'rows'>>(
  note: (segment: Each, versions: readonly Version[]) => void,
  segments: readonly Each[],
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
  const places: SegmentKey[] = [];
  return {
    note({ commit, part }, versions) {
      const place = places.push({ commit, part }) - 1;
      for (const version of versions) version.place = place;
    },
    at: (place) => places[place],
  };
}
