import { type Day, daysBetween } from './day.js';
import type { Env } from './env.js';
import type { Id } from './id.js';
import type { Instant } from './instant.js';
import { withoutEmpty } from './without-empty.js';

/** A day something was expected to close on until it was expected on another one. */
export interface FormerCloseDay {
  readonly day: Day;
  /** When it was given up. */
  readonly at: Instant;
  readonly by?: Id<'user'> | undefined;
}

/** What is expected to close on a day, and was expected on others before. */
export interface Promised {
  readonly expectedCloseDay?: Day | undefined;
  /** Oldest first. */
  readonly closeDayHistory?: readonly FormerCloseDay[] | undefined;
}

/** A row that is given another expected close day: the one it had is kept, with who changed it when. */
export function keepCloseDay<Row extends Promised>(
  before: Promised,
  after: Row,
  { now, actor }: Pick<Env, 'now' | 'actor'>,
): Row {
  const day = before.expectedCloseDay;
  if (day === undefined || day === after.expectedCloseDay) return after;
  const former = withoutEmpty({ day, at: now, by: actor });
  return { ...after, closeDayHistory: [...(before.closeDayHistory ?? []), former] };
}

/** How often an expected close day was put off to a later one. After three times nobody should count on it. */
export const closeDayPushes = (row: Promised): number =>
  promises(row).filter((day, index, days) => day > (days[index - 1] ?? day)).length;

/**
 * By how many days something slipped: from the first day it was promised for to the day it closed, or while it is open to
 * the day it is promised for now. Negative when it came earlier; undefined without a promise.
 */
export function closeDaySlip(row: Promised & { readonly actualCloseDay?: Day | undefined }): number | undefined {
  const days = promises(row);
  const [first] = days;
  const last = row.actualCloseDay ?? days.at(-1);
  return first === undefined || last === undefined ? undefined : daysBetween(first, last);
}

const promises = ({ closeDayHistory = [], expectedCloseDay }: Promised): readonly Day[] => [
  ...closeDayHistory.map(({ day }) => day),
  ...(expectedCloseDay === undefined ? [] : [expectedCloseDay]),
];
