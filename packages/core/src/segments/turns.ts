import type { FieldCondition, FilterValue } from '../filters/filter.js';
import { textsAt } from '../filters/own-value.js';
import { compareText } from '../filters/text.js';
import { isDay } from '../kernel/day.js';
import { instantOf, isInstant } from '../kernel/instant.js';
import { leavesOf, type SegmentFilter } from './condition.js';
import { dayNumber, dayText, type ZoneDays } from './zone-days.js';

/** The values relative to now that conditions hold one path against. */
interface RelativeValues {
  readonly path: readonly string[];
  readonly days: readonly number[];
  readonly starts: readonly number[];
  readonly instants: readonly number[];
}

/** Says when the answer of relative conditions on a row can change by time passing alone. */
export interface Turns {
  /** The paths that such conditions read. */
  readonly paths: ReadonlySet<string>;
  /** The first moment after `now` at which one of them can change, in milliseconds; infinity when none ever will. */
  next(row: unknown, now: number): number;
}

/**
 * Gathers the relative values of conditions. Time moves a bound past a value at two moments: when the bound reaches the
 * value, and when it has left it behind. Values of a row are read once for each path, however many conditions look at it.
 */
export function turnsOf(conditions: readonly FieldCondition[], zone: ZoneDays): Turns {
  const values = new Map<string, { days: Set<number>; starts: Set<number>; instants: Set<number> }>();
  for (const condition of conditions)
    for (const value of relativeValues(condition)) {
      const known = values.get(condition.field) ?? { days: new Set(), starts: new Set(), instants: new Set() };
      values.set(condition.field, known);
      if ('day' in value) known.days.add(value.day);
      else if ('startOfDay' in value) known.starts.add(value.startOfDay);
      else known.instants.add(value.instant);
    }
  const byPath: readonly RelativeValues[] = [...values].map(([path, known]) => ({
    path: path.split('.'),
    days: [...known.days],
    starts: [...known.starts],
    instants: [...known.instants],
  }));
  return {
    paths: new Set(values.keys()),
    next: (row, now) =>
      byPath.reduce(
        (soonest, relative) =>
          textsAt(relative.path, row).reduce(
            (sooner, text) => Math.min(sooner, nextTurn(relative, text, now, zone)),
            soonest,
          ),
        Number.POSITIVE_INFINITY,
      ),
  };
}

/** The conditions on fields of a filter whose answer can change by time passing alone. */
export const relativeLeaves = (filter: SegmentFilter | undefined): readonly FieldCondition[] =>
  (filter ? leavesOf(filter) : []).filter(
    (leaf): leaf is FieldCondition => 'field' in leaf && relativeValues(leaf).length > 0,
  );

type Relative = Extract<FilterValue, object>;

function relativeValues({ value }: FieldCondition): readonly Relative[] {
  const values = (Array.isArray(value) ? value : [value]) as readonly FilterValue[];
  return values.filter((each): each is Relative => typeof each === 'object' && each !== null);
}

function nextTurn({ days, starts, instants }: RelativeValues, text: string, now: number, zone: ZoneDays): number {
  let soonest = Number.POSITIVE_INFINITY;
  const turn = (at: number): void => {
    if (at > now && at < soonest) soonest = at;
  };
  const turnOfDay = (day: number): void => {
    turn(zone.startOf(day));
    turn(zone.startOf(day + 1));
  };
  if (instants.length > 0 || starts.length > 0) {
    const reached = firstMillis(text);
    for (const offset of instants) {
      turn(reached - offset);
      turn(reached + 1 - offset);
    }
    if (starts.length > 0 && Number.isFinite(reached)) {
      const day = zone.dayAt(reached);
      const first = zone.startOf(day) < reached ? day + 1 : day;
      for (const offset of starts) turnOfDay(first - offset);
    }
  }
  if (days.length > 0) {
    const reached = firstDay(text);
    if (Number.isFinite(reached)) for (const offset of days) turnOfDay(reached - offset);
  }
  return soonest;
}

/** The first moment whose text is not before another text. */
function firstMillis(text: string): number {
  if (isInstant(text)) return Date.parse(text);
  if (isDay(text)) return dayNumber(text) * MILLIS_PER_DAY;
  return firstWhere((millis) => compareText(instantOf(millis), text) >= 0, EARLIEST, LATEST);
}

/** The first day whose text is not before another text. */
function firstDay(text: string): number {
  if (isDay(text)) return dayNumber(text);
  if (isInstant(text)) return dayNumber(text.slice(0, 10)) + 1;
  return firstWhere((day) => compareText(dayText(day), text) >= 0, dayNumber('0001-01-01'), dayNumber('9999-12-31'));
}

const MILLIS_PER_DAY = 86_400_000;
const EARLIEST = Date.parse('0001-01-01T00:00:00.000Z');
const LATEST = Date.parse('9999-12-31T23:59:59.999Z');

/** The least whole number that passes a test which, once passed, is always passed; infinity when none does. */
function firstWhere(passes: (value: number) => boolean, least: number, most: number): number {
  if (!passes(most)) return Number.POSITIVE_INFINITY;
  let low = least;
  let high = most;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (passes(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}
