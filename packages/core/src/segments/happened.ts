import type { Filter } from '../filters/filter.js';
import { ownValue } from '../filters/own-value.js';
import type { Clock } from './clock.js';
import { clockedMatcher } from './clocked-matcher.js';
import type { Figure, RelatedCondition } from './condition.js';
import { type Happening, type Ledger, placeAfter } from './ledger.js';
import { type Reach, reachOf } from './reach.js';
import { relativeLeaves, turnsOf } from './turns.js';

/** What a condition on related rows has found around one row. */
export interface Happened {
  readonly holds: boolean;
  readonly count: number;
  readonly sum?: number;
  readonly min?: number;
  readonly max?: number;
  /** When the most recent one was, in milliseconds; absent where there is none, or none is dated. */
  readonly lastAt?: number;
}

/** Reads a condition on related rows off their ledger, for one owner at a time. */
export function readHappened(condition: RelatedCondition, ledger: Ledger, clock: Clock): (owner: string) => Happened {
  const { atLeast = 1, atMost = Number.POSITIVE_INFINITY, sum, min, max } = condition;
  const reach = reachIn(condition, clock);
  const isLast = lastMatcher(condition.last, clock);
  return (owner) => {
    const all = ledger.of(owner);
    const end = placeAfter(all, clock.millis);
    const start = reach ? placeAfter(all, reach.edge(clock.millis)) : 0;
    const count = end - start;
    const last = count > 0 ? all[end - 1] : undefined;
    const figures = {
      ...(sum && { sum: total(sum, all, start, end) }),
      ...(min && { min: extreme(min, all, start, end, Math.min) }),
      ...(max && { max: extreme(max, all, start, end, Math.max) }),
    };
    const holds =
      count >= atLeast &&
      count <= atMost &&
      isBetween(sum, figures.sum) &&
      isBetween(min, figures.min) &&
      isBetween(max, figures.max) &&
      isLast(last);
    const isDated = last !== undefined && ledger.relation.at !== undefined;
    return { holds, count, ...figures, ...(isDated && { lastAt: last.at }) } as Happened;
  };
}

/** When what a condition finds around a row can change next by time passing alone, after now. */
export function nextHappened(condition: RelatedCondition, ledger: Ledger, clock: Clock): (owner: string) => number {
  const reach = reachIn(condition, clock);
  const turns = turnsOf(relativeLeaves(condition.last), clock.zone);
  return (owner) => {
    const all = ledger.of(owner);
    const end = placeAfter(all, clock.millis);
    const start = reach ? placeAfter(all, reach.edge(clock.millis)) : 0;
    const begins = all[end]?.at ?? Number.POSITIVE_INFINITY;
    const first = all[start]?.at;
    const ends = reach && first !== undefined ? reach.leaves(first) : Number.POSITIVE_INFINITY;
    const last = end > start ? turns.next(all[end - 1]?.row, clock.millis) : Number.POSITIVE_INFINITY;
    return Math.min(begins, ends, last);
  };
}

const reachIn = ({ within }: RelatedCondition, { zone }: Clock): Reach | undefined =>
  within === undefined ? undefined : reachOf(within, zone);

function lastMatcher(filter: Filter | undefined, clock: Clock): (last: Happening | undefined) => boolean {
  if (!filter) return () => true;
  const matches = clockedMatcher(filter, clock);
  return (last) => last !== undefined && matches(last.row);
}

function isBetween(figure: Figure | undefined, value: number | undefined): boolean {
  if (!figure) return true;
  const { gte = Number.NEGATIVE_INFINITY, lte = Number.POSITIVE_INFINITY } = figure;
  return value !== undefined && value >= gte && value <= lte;
}

function total(figure: Figure, all: readonly Happening[], start: number, end: number): number {
  const read = reader(figure);
  let sum = 0;
  for (let place = start; place < end; place++) sum += read(all[place]?.row) ?? 0;
  return sum;
}

function extreme(
  figure: Figure,
  all: readonly Happening[],
  start: number,
  end: number,
  better: (left: number, right: number) => number,
): number | undefined {
  const read = reader(figure);
  let best: number | undefined;
  for (let place = start; place < end; place++) {
    const value = read(all[place]?.row);
    if (value !== undefined) best = best === undefined ? value : better(best, value);
  }
  return best;
}

function reader({ field, currency }: Figure): (row: unknown) => number | undefined {
  const path = field.split('.');
  const numberAt = (at: readonly string[], row: unknown): number | undefined => {
    const value = ownValue(at, row);
    return typeof value === 'number' ? value : undefined;
  };
  if (currency === undefined) return (row) => numberAt(path, row);
  const [minor, code] = [
    [...path, 'minor'],
    [...path, 'currency'],
  ];
  return (row) => (ownValue(code, row) === currency ? numberAt(minor, row) : undefined);
}
