import { addDays, compileFilter, type Day, type Instant } from '@kith/core';
import {
  asTask,
  DUE_GROUPS,
  type DueCalendar,
  dayOfPutOff,
  dayOfTask,
  dueGroupOf,
  dueGroupWhere,
  onDay,
  type Task,
} from '@kith/core/tasks';
import { describe, expect, it } from 'vitest';

const day = (text: string): Day => text as Day;
const at = (text: string): Instant => text as Instant;
const task = (more: object): Task => asTask({ kind: 'task', at: '2026-11-02T09:00:00.000Z', ...more } as never);
/** Friday, 20 November 2026. */
const FRIDAY: DueCalendar = { today: day('2026-11-20'), timeZone: 'Europe/Vienna', firstWeekday: 1 };

describe('when something is due', () => {
  it('TK1 takes the promised day as it is, a moment where the reader is, and no day as none', () => {
    const promised = task({ dueDay: '2026-11-20', at: '2026-11-19T23:00:00.000Z' });
    for (const zone of ['Pacific/Pago_Pago', 'Europe/Vienna', 'Pacific/Kiritimati'])
      expect(dayOfTask(promised, zone)).toBe('2026-11-20');
    const call = task({ kind: 'call', at: '2026-11-20T23:30:00.000Z' });
    expect([dayOfTask(call, 'America/New_York'), dayOfTask(call, 'Europe/Vienna')]).toEqual([
      '2026-11-20',
      '2026-11-21',
    ]);
    expect(dayOfTask(task({}), 'Europe/Vienna')).toBeUndefined();
  });

  it('TK2 shares out all days, and ends the week where the reader ends it', () => {
    const groups = (calendar: DueCalendar): readonly string[] =>
      [-1, 0, 1, 2, 3, 8].map((ahead) => dueGroupOf(task({ dueDay: addDays(calendar.today, ahead) }), calendar));
    expect(groups(FRIDAY)).toEqual(['overdue', 'today', 'tomorrow', 'week', 'later', 'later']);
    // Weeks that begin on Sunday end with tomorrow.
    expect(groups({ ...FRIDAY, firstWeekday: 7 })).toEqual(['overdue', 'today', 'tomorrow', 'later', 'later', 'later']);
    expect(groups({ ...FRIDAY, today: day('2026-11-22') })).toEqual([
      'overdue',
      'today',
      'tomorrow',
      'later',
      'later',
      'later',
    ]);
    expect(groups({ ...FRIDAY, today: day('2026-11-23') })).toEqual([
      'overdue',
      'today',
      'tomorrow',
      'week',
      'week',
      'later',
    ]);
    expect(dueGroupOf(task({}), FRIDAY)).toBe('someday');
  });

  it('TK3 finds by query what the rule says', () => {
    let seed = 7;
    const random = (below: number): number => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed % below;
    };
    const kinds = ['task', 'note', 'call', 'email', 'meeting'];
    for (const timeZone of ['Pacific/Apia', 'America/New_York', 'Europe/Vienna', 'Asia/Kathmandu'])
      for (let round = 0; round < 60; round++) {
        const today = addDays(day('2026-10-20'), random(30));
        const calendar: DueCalendar = { today, timeZone, firstWeekday: 1 + random(7) };
        const moment = new Date(Date.parse(today) + (random(24 * 24) - 200) * 3_600_000).toISOString();
        const some = task({
          kind: kinds[random(5)],
          at: moment,
          ...(random(2) && { dueDay: addDays(today, random(20) - 6) }),
        });
        const env = { now: at('2026-11-20T09:00:00.000Z'), timeZone };
        const found = DUE_GROUPS.filter((group) => compileFilter(dueGroupWhere(group, calendar), env)(some));
        expect(found).toEqual([dueGroupOf(some, calendar)]);
      }
  });

  it('TK4 keeps the time of the clock when something is put off', () => {
    const zone = 'Europe/Vienna';
    expect(onDay(task({ dueDay: '2026-11-20' }), day('2026-11-23'), zone)).toMatchObject({
      dueDay: '2026-11-23',
      at: '2026-11-22T23:00:00.000Z',
    });
    expect(onDay(task({}), day('2026-11-23'), zone).dueDay).toBe('2026-11-23');
    expect(onDay(task({ dueDay: '2026-11-20' }), undefined, zone).dueDay).toBeUndefined();
    const call = task({ kind: 'call', at: '2026-10-24T07:30:00.000Z' });
    // The clocks go back in between: half past nine stays half past nine.
    expect(onDay(call, day('2026-10-26'), zone)).toMatchObject({ at: '2026-10-26T08:30:00.000Z' });
    expect(onDay(call, day('2026-10-26'), zone).dueDay).toBeUndefined();
    // Half past two is skipped on that day.
    expect(onDay(task({ kind: 'call', at: '2026-03-27T01:30:00.000Z' }), day('2026-03-29'), zone).at).toBe(
      '2026-03-29T01:30:00.000Z',
    );
    expect(onDay(call, undefined, zone)).toBe(call);
    const nextWeeks = ['2026-11-20', '2026-11-22', '2026-11-23'].map((today) =>
      dayOfPutOff('nextWeek', { today: day(today) }),
    );
    expect(nextWeeks).toEqual(['2026-11-23', '2026-11-23', '2026-11-30']);
    expect(dayOfPutOff('inTwoWeeks', FRIDAY)).toBe('2026-11-30');
  });
});
