import { addDays, type Day, dayIn, daysBetween, isDay, momentAt, startOfDay, wallClock } from '../kernel/day.js';
import { type Instant, instantOf } from '../kernel/instant.js';
import { ok, type Result, refuse } from '../kernel/result.js';

/** A stretch of a day in which one works, in wall-clock time; `to` may be `24:00`. A shift over midnight is written as two. */
export interface Shift {
  /** `HH:MM`. */
  readonly from: string;
  readonly to: string;
}

/** When somebody works, or a house is open. */
export interface WorkingTime {
  /** IANA name of the zone in which the times are meant. */
  readonly timeZone: string;
  /** The shifts of each day of the week, 1 (Monday) to 7 (Sunday); a day that is left out is free. */
  readonly week: Readonly<Partial<Record<1 | 2 | 3 | 4 | 5 | 6 | 7, readonly Shift[]>>>;
  /** Days that are otherwise than their day of the week says: no shifts on a holiday, some on a working Saturday (调休). */
  readonly days?: Readonly<Record<string, readonly Shift[]>>;
}

const TIME = /^(?:[01]\d|2[0-3]):[0-5]\d$|^24:00$/;
const MINUTE = 60_000;
/** Nobody is off for longer than this; a search for working time ends here. */
const FARTHEST_DAYS = 1_100;

/**
 * Checks working time that somebody entered. Refuses with `working-time/invalid` for a zone, a day or a time that does
 * not exist, shifts that overlap or stand in the wrong order, and for a week without any.
 */
export function checkWorkingTime(time: WorkingTime): Result<WorkingTime> {
  if (!isZone(time.timeZone)) return invalid('timeZone', `there is no time zone "${time.timeZone}"`);
  const days = Object.entries(time.days ?? {});
  const noDay = days.find(([day]) => !isDay(day));
  if (noDay) return invalid(`days.${noDay[0]}`, `there is no day "${noDay[0]}"`);
  const week = Object.entries(time.week);
  const noWeekDay = week.find(([day]) => !/^[1-7]$/.test(day));
  if (noWeekDay) return invalid(`week.${noWeekDay[0]}`, 'days of the week are 1 (Monday) to 7 (Sunday)');
  for (const [path, shifts] of [
    ...week.map(([day, shifts]) => [`week.${day}`, shifts] as const),
    ...days.map(([day, shifts]) => [`days.${day}`, shifts] as const),
  ]) {
    let end = -1;
    for (const { from, to } of shifts) {
      if (!TIME.test(from) || !TIME.test(to)) return invalid(path, 'times are written as HH:MM');
      if (minuteOf(from) < end || minuteOf(to) <= minuteOf(from))
        return invalid(path, 'shifts follow each other and end after they begin');
      end = minuteOf(to);
    }
  }
  return week.some(([, shifts]) => shifts.length > 0) ? ok(time) : invalid('week', 'nobody works on any day');
}

/** Whether a moment lies in working time. The end of a shift does not belong to it. */
export function isWorking(time: WorkingTime, at: Instant): boolean {
  const millis = Date.parse(at);
  return shiftsOn(time, dayIn(time.timeZone, at)).some(({ from, to }) => millis >= from && millis < to);
}

/** The first moment of working time from a moment on: itself when it lies in one. Undefined when none comes within three years. */
export function nextWorkingMoment(time: WorkingTime, at: Instant): Instant | undefined {
  const millis = Date.parse(at);
  for (const { from, to } of shiftsFrom(time, at)) if (to > millis) return instantOf(Math.max(from, millis));
  return undefined;
}

/**
 * The moment by which so much working time has passed, in milliseconds; when negative, the one since which so much has. It
 * is reckoned shift by shift, never by the second. Undefined when so much does not lie within three years.
 *
 * ```ts
 * import type { Instant } from '@kith/core';
 * import { addWorkingTime, type WorkingTime } from '@kith/core/working-time';
 *
 * const day = [{ from: '10:00', to: '18:00' }];
 * const office: WorkingTime = { timeZone: 'UTC', week: { 1: day, 2: day, 3: day, 4: day, 5: day } };
 * // Saturday afternoon and one hour: Monday at eleven.
 * expect(addWorkingTime(office, '2026-11-21T14:00:00.000Z' as Instant, 3_600_000)).toBe('2026-11-23T11:00:00.000Z');
 * ```
 */
export function addWorkingTime(time: WorkingTime, at: Instant, millis: number): Instant | undefined {
  let left = Math.abs(millis);
  const start = Date.parse(at);
  if (millis < 0) {
    for (const { from, to } of shiftsBefore(time, at)) {
      const end = Math.min(to, start);
      if (from >= end) continue;
      if (left <= end - from) return instantOf(end - left);
      left -= end - from;
    }
    return undefined;
  }
  for (const { from, to } of shiftsFrom(time, at)) {
    const begin = Math.max(from, start);
    if (to <= begin) continue;
    if (left <= to - begin) return instantOf(begin + left);
    left -= to - begin;
  }
  return undefined;
}

/** How much working time lies between two moments, in milliseconds; 0 when the second is not later. */
export function workingTimeBetween(time: WorkingTime, from: Instant, to: Instant): number {
  const [start, end] = [Date.parse(from), Date.parse(to)];
  let sum = 0;
  const last = dayIn(time.timeZone, to);
  for (let day = dayIn(time.timeZone, from); day <= last; day = addDays(day, 1))
    for (const shift of shiftsOn(time, day)) sum += Math.max(0, Math.min(end, shift.to) - Math.max(start, shift.from));
  return sum;
}

/** Whether there is any shift on a day. */
export const isWorkingDay = (time: WorkingTime, day: Day): boolean => shiftsFor(time, day).length > 0;

/**
 * The day so many working days after another, or before it when negative. The day itself is not counted, whether one works
 * on it or not. Undefined when so many do not lie within three years.
 */
export function addWorkingDays(time: WorkingTime, day: Day, count: number): Day | undefined {
  const step = Math.sign(count);
  let left = Math.abs(count);
  let reached = day;
  for (let days = 0; left > 0; days++) {
    if (days === FARTHEST_DAYS) return undefined;
    reached = addDays(reached, step);
    if (isWorkingDay(time, reached)) left--;
  }
  return reached;
}

interface Stretch {
  readonly from: number;
  readonly to: number;
}

function* shiftsFrom(time: WorkingTime, at: Instant): Generator<Stretch, void, undefined> {
  let day = dayIn(time.timeZone, at);
  for (let days = 0; days < FARTHEST_DAYS; days++) {
    yield* shiftsOn(time, day);
    day = addDays(day, 1);
  }
}

function* shiftsBefore(time: WorkingTime, at: Instant): Generator<Stretch, void, undefined> {
  let day = dayIn(time.timeZone, at);
  for (let days = 0; days < FARTHEST_DAYS; days++) {
    yield* [...shiftsOn(time, day)].reverse();
    day = addDays(day, -1);
  }
}

const shiftsFor = ({ week, days }: WorkingTime, day: Day): readonly Shift[] =>
  (days && Object.hasOwn(days, day) ? days[day] : week[weekDayOf(day)]) ?? [];

function shiftsOn(time: WorkingTime, day: Day): readonly Stretch[] {
  const shifts = shiftsFor(time, day);
  if (shifts.length === 0) return [];
  const midnight = Date.parse(startOfDay(day, time.timeZone));
  return shifts.map(({ from, to }) => ({
    from: atWallClock(time.timeZone, day, midnight, minuteOf(from)),
    to: atWallClock(time.timeZone, day, midnight, minuteOf(to)),
  }));
}

/** The moment at which the clocks of a zone show a time of a day; where a clock change skips it, the change itself. */
function atWallClock(timeZone: string, day: Day, midnight: number, minute: number): number {
  const shown = Date.parse(`${day}T00:00:00.000Z`) + minute * MINUTE;
  const guess = midnight + minute * MINUTE;
  return wallClock(timeZone, guess) === shown ? guess : momentAt(timeZone, shown);
}

const MONDAY = '1970-01-05' as Day;
const weekDayOf = (day: Day): 1 | 2 | 3 | 4 | 5 | 6 | 7 =>
  ((((daysBetween(MONDAY, day) % 7) + 7) % 7) + 1) as 1 | 2 | 3 | 4 | 5 | 6 | 7;
const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));

function isZone(timeZone: string): boolean {
  try {
    wallClock(timeZone, 0);
    return true;
  } catch {
    // A zone that is not known is an expected refusal here.
    return false;
  }
}

const invalid = (path: string, what: string): Result<never> =>
  refuse({
    code: 'working-time/invalid',
    message: `This is no working time: ${what}. Correct it.`,
    path,
    fix: { kind: 'fields', fields: [path] },
  });
