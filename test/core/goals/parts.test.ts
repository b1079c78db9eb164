import type { Day, Id, Instant } from '@kith/core';
import { checkGoalParent, Goal, goalParts, newMetricBook } from '@kith/core/goals';
import { describe, expect, it } from 'vitest';
import { problemOf, valueOf } from '../../support/result.js';

const NOW = '2026-11-22T09:30:00.000Z' as Instant;
const day = (text: string) => text as Day;
const id = (name: string) => `goal_${name}` as Id<'goal'>;
const ASOF = { asOf: day('2026-11-16') };

const house: Goal = {
  id: id('house'),
  name: 'Revenue',
  metric: { collection: 'deals', sum: 'actualValue', day: 'actualCloseDay' },
  target: 1_000,
  currency: 'EUR',
  first: day('2026-10-01'),
  last: day('2026-12-31'),
  createdAt: NOW,
  modifiedAt: NOW,
};
const part = (name: string, changes: Partial<Goal> = {}): Goal => ({
  ...house,
  id: id(name),
  parentId: house.id,
  holder: `user_${name}`,
  ...changes,
});
const book = newMetricBook(house.metric, 'Europe/Vienna');
const WON: readonly (readonly [owner: string, minor: number, currency: string, on: string])[] = [
  ['user_hanna', 300, 'EUR', '2026-10-05'],
  ['user_ida', 100, 'EUR', '2026-10-06'],
  ['user_ida', 200, 'CHF', '2026-11-02'],
  ['user_kai', 50, 'EUR', '2026-10-07'],
];
for (const [index, [ownerId, minor, currency, on]] of WON.entries())
  book.apply(`deal_${index}`, { ownerId, actualValue: { minor, currency }, actualCloseDay: on });
const made = (goal: Goal, parts: readonly Goal[], terms: Partial<Parameters<typeof goalParts>[2]> = {}) =>
  goalParts(
    goal,
    parts.map((each) => ({
      goal: each,
      book: each.metric === house.metric ? book : newMetricBook(each.metric, 'UTC'),
    })),
    { ...ASOF, ...terms },
  );

describe('the parts of a goal', () => {
  it('GO14 add up beside its own target, with the gap between the two', () => {
    const parts = [part('hanna', { target: 500 }), part('kai', { target: 200 })];
    const whole = made(house, parts);
    expect(whole).toMatchObject({ target: 1_000, inParts: 700, gap: 300, apart: [], byCurrency: { EUR: 700 } });
    expect(whole.parts.map(({ goal, progress }) => [goal.id, progress.target, progress.actual])).toEqual([
      ['goal_hanna', 500, 300],
      ['goal_kai', 200, 50],
    ]);
    // More than is asked of the whole is a gap below nothing, not none.
    expect(made(house, [part('hanna', { target: 1_200 })]).gap).toBe(-200);
    expect(Goal.parse(JSON.parse(JSON.stringify(parts[0])))).toEqual(parts[0]);
    expect(Goal.safeParse({ ...house, parentId: 'deal_1' }).success).toBe(false);
  });

  it('GO14 add up exactly, numbers with fractions too', () => {
    const hours: Goal = {
      ...house,
      currency: undefined,
      metric: { collection: 'activities', day: 'day' },
      target: 0.3,
    };
    const tenths = [0.1, 0.2].map((target, index) =>
      part(`${index}`, { ...hours, id: id(`${index}`), target, parentId: house.id }),
    );
    expect(made(hours, tenths)).toMatchObject({ inParts: 0.3, gap: 0, byCurrency: {} });
  });

  it('GO15 have come to what they have come to, against what they are to bring', () => {
    const parts = [part('hanna', { target: 500 }), part('kai', { target: 200 })];
    expect(made(house, parts)).toMatchObject({ actual: 350, attained: 0.5 });
    expect(made(house, [])).toEqual({
      target: 1_000,
      inParts: 0,
      gap: 1_000,
      actual: 0,
      parts: [],
      apart: [],
      byCurrency: {},
      withoutRate: [],
    });
  });

  it('GO15 are those that name it, not their parts in turn, nor itself', () => {
    const below = part('kai', { parentId: id('hanna') });
    const odd = { ...house, parentId: house.id };
    expect(made(odd, [odd, part('hanna', { target: 500 }), below, part('ida', { parentId: undefined })])).toMatchObject(
      {
        inParts: 500,
        actual: 300,
        parts: [{ goal: { id: 'goal_hanna' } }],
        apart: [],
      },
    );
  });

  it('GO16 that measure something else are in no sum, and named', () => {
    const others = [
      part('rows', { metric: { ...house.metric, collection: 'orders' } }),
      part('field', { metric: { ...house.metric, sum: 'amount' } }),
      part('count', { metric: { collection: 'deals', day: 'actualCloseDay' }, currency: undefined }),
      part('plain', { currency: undefined }),
    ];
    const whole = made(house, [part('hanna', { target: 500 }), ...others]);
    expect(whole).toMatchObject({ inParts: 500, actual: 300, byCurrency: { EUR: 500 }, withoutRate: [] });
    expect(whole.apart).toEqual(others);
    // Which of the rows count, and by which of their days, is another matter.
    const some = { ...house.metric, where: { field: 'tags', is: 'contains', value: 'new' }, day: 'createdAt' } as const;
    expect(made(house, [part('hanna', { target: 500, metric: some })])).toMatchObject({ inParts: 500, apart: [] });
  });

  it('GO16 in other currencies are converted at the rate of their first day, and their amounts at that of theirs', () => {
    const ida = part('ida', { target: 400, stretch: 600, currency: 'CHF' });
    const rates = [
      { from: 'CHF', to: 'EUR', day: day('2026-09-01'), rate: 0.5 },
      { from: 'CHF', to: 'EUR', day: day('2026-11-01'), rate: 2 },
    ];
    const whole = made(house, [part('hanna', { target: 500 }), ida], { rates });
    expect(whole).toMatchObject({ inParts: 700, gap: 300, actual: 800, byCurrency: { EUR: 500, CHF: 400 } });
    expect(whole.parts[1]).toMatchObject({
      goal: ida,
      progress: { target: 200, actual: 500, isStretchReached: true },
    });
  });

  it('GO16 without a rate are named and left out, never taken as one to one', () => {
    const ida = part('ida', { target: 400, currency: 'CHF' });
    const whole = made(house, [part('hanna', { target: 500 }), ida]);
    expect(whole).toMatchObject({ inParts: 500, actual: 300, apart: [ida], withoutRate: ['CHF'] });
    expect(whole.byCurrency).toEqual({ EUR: 500, CHF: 400 });
    // An amount without one, too, though the target has its own.
    expect(made(house, [part('ida', { target: 400 })])).toMatchObject({
      inParts: 400,
      actual: 100,
      withoutRate: ['CHF'],
    });
    // And what comes to less than a cent is nothing that could be reached.
    const rates = [{ from: 'IDR', to: 'EUR', day: day('2026-01-01'), rate: 0.00005 }];
    const tiny = part('kai', { target: 0.4, currency: 'IDR' });
    expect(made(house, [tiny], { rates })).toMatchObject({ inParts: 0, apart: [tiny], withoutRate: [] });
  });

  it('GO14 change nothing of what they are worked out from', () => {
    const parts = [part('hanna'), part('ida', { currency: 'CHF' })];
    const before = JSON.stringify([house, parts]);
    made(house, parts);
    expect(JSON.stringify([house, parts])).toBe(before);
  });
});

describe('what a goal is a part of', () => {
  const check = (parents: Readonly<Record<string, string>>, goal: string, parent: string) =>
    checkGoalParent(id(goal), id(parent), (child) => {
      const name = parents[child.slice('goal_'.length)];
      return name === undefined ? undefined : id(name);
    });

  it('GO17 is not itself, nor one of its own parts, however deep', () => {
    const parents = { hanna: 'sales', sales: 'house' };
    expect(valueOf(check(parents, 'kai', 'sales'))).toBe('goal_sales');
    for (const below of ['house', 'sales', 'hanna'])
      expect(problemOf(check(parents, 'house', below))).toMatchObject({ code: 'goals/own-ancestor', path: 'parentId' });
  });

  it('GO20 is found where a circle stands there already', () => {
    expect(valueOf(check({ a: 'b', b: 'a' }, 'c', 'a'))).toBe('goal_a');
  });
});
