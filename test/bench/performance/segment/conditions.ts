/** A segment of eight conditions, in plain words: open customers of some size that may be written to. */
export interface Segment {
  readonly stages: readonly string[];
  readonly points: number;
  readonly countries: readonly string[];
  readonly tier: string;
  readonly since: string;
  readonly withoutTag: string;
  readonly size: number;
}

/** The segment of one turn; the points differ, so that no answer can be kept from the turn before. */
export const segmentOf = (turn: number): Segment => ({
  stages: ['customer', 'opportunity'],
  points: 20 + (turn % 40),
  countries: ['C1', 'C5', 'C9', 'C13', 'C17', 'C21'],
  tier: 'tier 2',
  since: '2026-03-01T00:00:00.000Z',
  withoutTag: 'tag4x',
  size: 100,
});

/** The turns whose counts are compared. */
export const COMPARED = [0, 7, 19, 33];
