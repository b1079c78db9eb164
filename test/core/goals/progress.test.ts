import { addDays, type Day, type Id, type Instant } from '@kith/core';
import { periodsBetween } from '@kith/core/forecast';
import { checkGoal, Goal, metricTotal, newMetricBook, placeGoals, progressOf } from '@kith/core/goals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';
import { problemOf } from '../../support/result.js';

const NOW = '2026-11-22T09:30:00.000Z' as Instant;
const day = (text: string) => text as Day;
const goal = (changes: Partial<Goal> = {}): Goal => ({
  id: 'goal_q4' as Id<'goal'>,
  name: 'Revenue',
  metric: {
    collection: 'deals',
    where: { field: 'status', is: 'eq', value: 'won' },
    sum: 'actualValue',
    day: 'actualCloseDay',
  },
  target: 1_000,
  currency: 'EUR',
  first: day('2026-10-01'),
  last: day('2026-12-31'),
  createdAt: NOW,
  modifiedAt: NOW,
  ...changes,
});
const won = (minor: number, on: string, changes: object = {}) => ({
  status: 'won',
  actualValue: { minor, currency: 'EUR' },
  actualCloseDay: on,
  ownerId: 'user_hanna',
  ...changes,
});
function progress(of: Goal, rows: readonly object[], terms: Partial<Parameters<typeof progressOf>[2]> = {}) {
  const book = newMetricBook(of.metric, 'Europe/Vienna');
  for (const [index, row] of rows.entries()) book.apply(`deal_${index}`, row);
  return progressOf(of, book, { asOf: day('2026-11-16'), ...terms });
}

describe('progress', () => {
  it('GO1 is what the rows of the days come to, beside what is due by then', () => {
    const rows = [
      won(300, '2026-10-05'),
      won(150, '2026-11-15'),
      won(900, '2026-09-30'),
      won(50, '2026-10-01', { status: 'lost' }),
    ];
    expect(progress(goal(), rows)).toEqual({
      actual: 450,
      target: 1_000,
      attained: 0.45,
      gap: 550,
      expected: 500,
      pace: 0.9,
      projected: 900,
      state: 'behind',
      isStretchReached: false,
      byCurrency: { EUR: 450 },
      withoutRate: [],
    });
  });

  it('GO2 says the day the target was hit, and whether the stretch was', () => {
    const rows = [won(600, '2026-10-05'), won(500, '2026-11-02'), won(500, '2026-11-10')];
    expect(progress(goal({ stretch: 1_600 }), rows)).toMatchObject({
      state: 'reached',
      reachedOn: '2026-11-02',
      isStretchReached: true,
      gap: 0,
    });
    expect(progress(goal(), [won(999, '2026-10-05')], { asOf: day('2027-01-01') }).state).toBe('missed');
  });

  it('GO3 expects by calendar days, or by working days with their holidays', () => {
    const of = goal({ first: day('2026-12-21'), last: day('2026-12-31') });
    expect(progress(of, [], { asOf: day('2026-12-28') }).expected).toBeCloseTo((1_000 * 7) / 11, 9);
    const shift = [{ from: '09:00', to: '17:00' }];
    const workingTime = {
      timeZone: 'Europe/Vienna',
      week: { 1: shift, 2: shift, 3: shift, 4: shift, 5: shift },
      days: { '2026-12-25': [] },
    };
    const worked = progress({ ...of, pace: 'workingDays' }, [], { asOf: day('2026-12-28'), workingTime });
    expect(worked.expected).toBe(500);
    expect(progress({ ...of, pace: 'workingDays' }, [], { asOf: day('2026-12-28') }).expected).toBeCloseTo(
      (1_000 * 5) / 9,
      9,
    );
    expect(progress(of, [], { asOf: day('2026-12-21') })).not.toHaveProperty('pace');
  });

  it('GO4 converts other currencies by the rate of their day, and names those without one', () => {
    const rows = [
      won(100, '2026-10-05'),
      won(100, '2026-10-05', { actualValue: { minor: 100, currency: 'USD' } }),
      won(100, '2026-11-05', { actualValue: { minor: 100, currency: 'USD' } }),
      won(7, '2026-11-05', { actualValue: { minor: 7, currency: 'NOK' } }),
    ];
    const rates = [
      { from: 'USD', to: 'EUR', day: day('2026-10-01'), rate: 0.9 },
      { from: 'USD', to: 'EUR', day: day('2026-11-01'), rate: 0.8 },
    ];
    expect(progress(goal(), rows, { rates })).toMatchObject({
      actual: 270,
      byCurrency: { EUR: 100, USD: 200, NOK: 7 },
      withoutRate: ['NOK'],
    });
  });

  it('GO5 is of the holder: their own rows, or those that count for a team on their day', () => {
    const rows = [
      won(100, '2026-10-05'),
      won(40, '2026-11-05', { ownerId: 'user_ida' }),
      won(5, '2026-11-06', { ownerId: undefined }),
    ];
    expect(progress(goal({ holder: 'user_ida' }), rows).actual).toBe(40);
    expect(progress(goal(), rows).actual).toBe(145);
    const countsFor = (owner: string, holder: string, on: Day) =>
      holder === 'team_west' && (owner === 'user_ida' || on < day('2026-11-01'));
    expect(progress(goal({ holder: 'team_west' }), rows, { countsFor }).actual).toBe(140);
  });

  it('GO6 counts moments on their day in the zone of the report', () => {
    const of = goal({ metric: { collection: 'companies', day: 'createdAt' }, target: 2, last: day('2026-10-31') });
    const rows = [
      { createdAt: '2026-10-31T22:59:59.999Z' },
      { createdAt: '2026-10-31T23:00:00.000Z' },
      { createdAt: 'soon' },
    ];
    expect(progress(of, rows).actual).toBe(1);
  });

  it('GO7 is kept exactly, whatever is added, changed and taken away: equal to adding up anew', () => {
    const row = fc.record({
      at: fc.constantFrom('2026-10-01', '2026-10-02', '2026-10-03'),
      hours: fc.double({ min: -1e6, max: 1e6, noNaN: true }).map((value) => Math.round(value * 1e4) / 1e4),
      ownerId: fc.constantFrom('user_a', 'user_b'),
    });
    const writes = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), fc.option(row)), { maxLength: 40 });
    fc.assert(
      fc.property(writes, (all) => {
        const metric = { collection: 'x', sum: 'hours', day: 'at' };
        const kept = newMetricBook(metric, 'UTC');
        const rows = new Map<string, unknown>();
        for (const [id, to] of all) {
          kept.apply(`x_${id}`, to);
          if (to) rows.set(`x_${id}`, to);
          else rows.delete(`x_${id}`);
        }
        const anew = newMetricBook(metric, 'UTC');
        for (const [id, to] of [...rows].reverse()) anew.apply(id, to);
        const of = (book: typeof kept) =>
          metricTotal(book, day('2026-10-01'), day('2026-10-03'), (owner) => owner === 'user_a');
        expect(of(kept)).toEqual(of(anew));
      }),
      fuzz(200),
    );
  });

  it('GO8 of a hundred thousand rows costs one change what it costs of ten', () => {
    const book = newMetricBook(goal().metric, 'UTC');
    for (let index = 0; index < 20_000; index++)
      book.apply(`deal_${index}`, won(1, addDays(day('2026-01-01'), index % 700)));
    let cells = 0;
    book.visit(day('2026-10-01'), day('2026-12-31'), () => cells++);
    // One for each day: what is read depends on days and owners, not on rows.
    expect(cells).toBe(92);
    expect(book.apply('deal_7', won(2, '2026-10-05'))).toBe(true);
    expect(book.apply('deal_7', won(2, '2026-10-05', { name: 'renamed' }))).toBe(false);
  });
});

describe('placeGoals', () => {
  it('GO9 loses no goal when the calendar changes: defect 15 of other CRMs', () => {
    const goals = [goal(), goal({ id: 'goal_x' as Id<'goal'>, first: day('2026-10-01'), last: day('2026-10-31') })];
    const periodsOf = (startMonth: number) =>
      periodsBetween({ startMonth, timeZone: 'Europe/Vienna' }, 'quarter', day('2026-10-01'), day('2026-12-31'));
    const before = placeGoals(goals, periodsOf(1));
    expect([...before.byPeriod.values()].flat().map(({ id }) => id)).toEqual(['goal_q4']);
    const after = placeGoals(goals, periodsOf(2));
    expect([...after.byPeriod.values()].flat()).toEqual([]);
    expect(after.elsewhere).toEqual(goals);
  });
});

describe('checkGoal', () => {
  it.each([
    [{ last: day('2026-09-30') }, 'goals/no-days'],
    [{ stretch: 999 }, 'goals/stretch-too-low'],
    [
      {
        metric: { collection: 'deals', day: 'createdAt', where: { field: 'createdAt', is: 'gte', value: { day: -3 } } },
      },
      'metrics/relative-date',
    ],
  ] as const)('GO10 refuses a goal that cannot be meant: %j', (changes, code) => {
    expect(problemOf(checkGoal(goal(changes as Partial<Goal>))).code).toBe(code);
    expect(checkGoal(goal()).ok).toBe(true);
  });

  it('GO10 has a schema that refuses a target of nothing', () => {
    expect(Goal.safeParse(goal()).success).toBe(true);
    expect(Goal.safeParse(goal({ target: 0 })).success).toBe(false);
    expect(Goal.safeParse(goal({ currency: 'euro' })).success).toBe(false);
  });
});
