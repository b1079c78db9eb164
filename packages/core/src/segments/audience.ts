import { ownField, wholesAt } from '../filters/own-value.js';
import { isSame } from '../kernel/same.js';
import { type Bits, newBits } from './bits.js';
import type { Clock } from './clock.js';
import { compileSegment, type Holds, type Surroundings } from './compile.js';
import { leavesOf, type RelatedCondition, type SegmentFilter, type SegmentLeaf } from './condition.js';
import { nextHappened } from './happened.js';
import type { Ledger } from './ledger.js';
import type { SegmentSpec } from './order.js';
import { relativeLeaves, type Turns, turnsOf } from './turns.js';

/** One segment that is kept: its members, its condition, and who looks at it. */
export interface Seat {
  readonly segment: SegmentSpec;
  readonly members: Bits;
  readonly holds: Holds;
  /** Places of the seats that look at it: they come after it. */
  readonly lookers: number[];
}

/** Which seats of a collection have to be asked again when something changes. Places are those in `seats`. */
export interface Audience {
  readonly seats: readonly Seat[];
  readonly placesById: ReadonlyMap<string, number>;
  /** First step of a path → whole path → who reads it. */
  readonly byField: ReadonlyMap<string, ReadonlyMap<string, readonly number[]>>;
  readonly byLedger: ReadonlyMap<Ledger, readonly number[]>;
  readonly byScore: ReadonlyMap<string, readonly number[]>;
  /** Those whose answer changes by time passing alone. */
  readonly byClock: readonly number[];
  readonly turns: Turns;
  /** When conditions on related rows change next by time alone. */
  readonly nextHappened: ReadonlyArray<(id: string) => number>;
}

/** Seats for segments, in their order. Members of a segment that was kept already stay. */
export function seat(
  segments: readonly SegmentSpec[],
  membersOf: (id: string) => Bits | undefined,
  around: Surroundings,
  fedFrom: readonly Ledger[],
): Audience {
  const placesById = new Map(segments.map(({ id }, place) => [id as string, place]));
  const seats: readonly Seat[] = segments.map((segment) => ({
    segment,
    members: membersOf(segment.id) ?? newBits(),
    holds: segment.filter ? compileSegment(segment.filter, around) : () => false,
    lookers: [],
  }));
  const byField = new Map<string, Map<string, Set<number>>>();
  const byLedger = new Map<Ledger, Set<number>>();
  const byScore = new Map<string, Set<number>>();
  const byClock = new Set<number>();
  const related = new Map<string, RelatedCondition>();
  const readField = (field: string, place: number): void => {
    const top = field.split('.')[0] ?? '';
    const paths = byField.get(top) ?? new Map<string, Set<number>>();
    byField.set(top, paths);
    add(paths, field, place);
  };
  const read = (leaf: SegmentLeaf, place: number): void => {
    if ('did' in leaf) {
      const ledger = around.ledgerFor(leaf);
      add(byLedger, ledger, place);
      related.set(JSON.stringify([leaf.did, leaf.where, leaf.in, leaf.within, leaf.last]), leaf);
      byClock.add(place);
      // What the row names itself changes with the row.
      if (ledger.relation.up) readField(ledger.relation.by, place);
    } else if ('segment' in leaf) seats[placesById.get(leaf.segment) ?? -1]?.lookers.push(place);
    else if ('score' in leaf) add(byScore, leaf.score, place);
    else readField(leaf.field, place);
  };
  segments.forEach(({ filter }, place) => {
    if (!filter) return;
    for (const leaf of leavesOf(filter)) read(leaf, place);
    if (relativeLeaves(filter).length > 0) byClock.add(place);
  });
  const clocked: readonly (SegmentFilter | undefined)[] = [
    ...segments.map(({ filter }) => filter),
    ...fedFrom.map(({ where }) => where),
  ];
  return {
    seats,
    placesById,
    byField: new Map([...byField].map(([top, paths]) => [top, listed(paths)])),
    byLedger: listed(byLedger),
    byScore: listed(byScore),
    byClock: [...byClock],
    turns: turnsOf(clocked.flatMap(relativeLeaves), around.clock.zone),
    nextHappened: [...related.values()].map((leaf) => nextHappened(leaf, around.ledgerFor(leaf), around.clock)),
  };
}

/** Calls `mark` with the places of all who read a field that differs between two versions of a row. */
export function readersOfChange(
  { byField }: Pick<Audience, 'byField'>,
  from: unknown,
  to: unknown,
  mark: (place: number) => void,
): void {
  for (const [top, paths] of byField) {
    const [before, after] = [ownField(from, top), ownField(to, top)];
    if (before === after) continue;
    for (const [path, places] of paths)
      if (!isSame(wholesAt(path.split('.'), from), wholesAt(path.split('.'), to)))
        for (const place of places) mark(place);
  }
}

/** When a row has to be looked at again because time has passed. */
export const nextLook = ({ turns, nextHappened }: Audience, row: unknown, id: string, clock: Clock): number =>
  nextHappened.reduce((soonest, next) => Math.min(soonest, next(id)), turns.next(row, clock.millis));

function add<Key>(sets: Map<Key, Set<number>>, key: Key, place: number): void {
  const set = sets.get(key) ?? new Set<number>();
  sets.set(key, set);
  set.add(place);
}

const listed = <Key>(sets: ReadonlyMap<Key, ReadonlySet<number>>): ReadonlyMap<Key, readonly number[]> =>
  new Map([...sets].map(([key, set]) => [key, [...set]]));
