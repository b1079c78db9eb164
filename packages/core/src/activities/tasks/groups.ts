import type { Filter } from '../../filters/filter.js';
import { addDays, type Day, startOfDay } from '../../kernel/day.js';
import type { Activity } from '../schema.js';
import { dayOfTask, TIMED_KINDS } from './task.js';

/** When things are due, in the order in which they are done. */
export const DUE_GROUPS = ['overdue', 'today', 'tomorrow', 'week', 'later', 'someday'] as const;
export type DueGroup = (typeof DUE_GROUPS)[number];

/** What decides what is due when: the reader's day, zone, and the weekday on which a week begins (1 Monday … 7 Sunday). */
export interface DueCalendar {
  readonly today: Day;
  readonly timeZone: string;
  readonly firstWeekday: number;
}

/** When a task is due. Something in the past is overdue from the day after the one it was promised for. */
export function dueGroupOf(task: Pick<Activity, 'kind' | 'dueDay' | 'at'>, calendar: DueCalendar): DueGroup {
  const day = dayOfTask(task, calendar.timeZone);
  if (day === undefined) return 'someday';
  const { today } = calendar;
  if (day < today) return 'overdue';
  if (day === today) return 'today';
  if (day === addDays(today, 1)) return 'tomorrow';
  return day <= lastOfWeek(calendar) ? 'week' : 'later';
}

/** The condition that holds for the tasks of one group: the same answer as {@link dueGroupOf}, for a query. */
export function dueGroupWhere(group: DueGroup, calendar: DueCalendar): Filter {
  if (group === 'someday')
    return {
      and: [{ field: 'dueDay', is: 'exists', value: false }, { not: { field: 'kind', is: 'in', value: TIMED_KINDS } }],
    };
  const { timeZone } = calendar;
  const [first, last] = daysOf(group, calendar);
  const days: Filter[] = [];
  const moments: Filter[] = [];
  if (first !== undefined) {
    days.push({ field: 'dueDay', is: 'gte', value: first });
    moments.push({ field: 'at', is: 'gte', value: startOfDay(first, timeZone) });
  }
  if (last !== undefined) {
    days.push({ field: 'dueDay', is: 'lte', value: last });
    moments.push({ field: 'at', is: 'lt', value: startOfDay(addDays(last, 1), timeZone) });
  }
  const isTimed: Filter[] = [
    { field: 'dueDay', is: 'exists', value: false },
    { field: 'kind', is: 'in', value: TIMED_KINDS },
  ];
  return { or: [{ and: days }, { and: [...isTimed, ...moments] }] };
}

/** The first and the last day of a group; a week that is over with tomorrow has none in between. */
function daysOf(
  group: Exclude<DueGroup, 'someday'>,
  calendar: DueCalendar,
): readonly [first: Day | undefined, last: Day | undefined] {
  const { today } = calendar;
  const weekend = lastOfWeek(calendar);
  const tomorrow = addDays(today, 1);
  const isWeekendOver = weekend < tomorrow;
  switch (group) {
    case 'overdue':
      return [undefined, addDays(today, -1)];
    case 'today':
      return [today, today];
    case 'tomorrow':
      return [tomorrow, tomorrow];
    case 'week':
      return [addDays(today, 2), weekend];
    case 'later':
      return [addDays(isWeekendOver ? tomorrow : weekend, 1), undefined];
  }
}

/** The last day of the week that today is in. */
export const lastOfWeek = ({ today, firstWeekday }: DueCalendar): Day =>
  addDays(today, 6 - ((weekdayOf(today) - firstWeekday + 7) % 7));

/** 1 Monday … 7 Sunday. */
const weekdayOf = (day: Day): number => new Date(`${day}T00:00:00.000Z`).getUTCDay() || 7;

/** Days that things are put off to. */
export const PUT_OFFS = ['today', 'tomorrow', 'nextWeek', 'inTwoWeeks'] as const;
export type PutOff = (typeof PUT_OFFS)[number];

/** The day that something is put off to; next week is its first working day, a Monday, wherever a week begins. */
export function dayOfPutOff(putOff: PutOff, { today }: Pick<DueCalendar, 'today'>): Day {
  if (putOff === 'today') return today;
  if (putOff === 'tomorrow') return addDays(today, 1);
  const monday = addDays(today, 8 - weekdayOf(today));
  return putOff === 'nextWeek' ? monday : addDays(monday, 7);
}
