import { addDays, type Day } from '@kith/core';
import {
  arrivalsOf,
  finish,
  fitAgeModel,
  learnSteps,
  luckOf,
  type OpenDeal,
  type Prospect,
  periodsBetween,
  rangeSteps,
  simulate,
  type ValuedLife,
} from '@kith/core/forecast';
import { describe, expect, it } from 'vitest';
import { problemOf, valueOf } from '../../support/result.js';
import { coverageOf, tryOutWithCreated } from './coverage.js';
import { dealsOf, FUNNELS, type Funnel } from './funnels.js';

const ASOF = '2025-10-01' as Day;
const PERIODS = periodsBetween({ startMonth: 1, timeZone: 'UTC' }, 'month', '2025-09-01' as Day, '2025-12-31' as Day);
const STEADY: Funnel = { name: 'steady', perMonth: 40, median: 45, wonShare: 0.5 };
const LIVES = dealsOf(STEADY, 7);
const learn = (lives: readonly ValuedLife[]) => finish(learnSteps(lives, { asOf: ASOF, periods: PERIODS }));
const openOf = (lives: readonly ValuedLife[]): readonly OpenDeal[] =>
  lives.flatMap(({ openedDay, closed, minor = 1 }, index) =>
    openedDay <= ASOF && (!closed || closed.day >= ASOF) ? [{ id: `deal_${index}`, openedDay, minor }] : [],
  );

describe('A range over what is to come', () => {
  it('FC94 is refused in words while there is too little history', () => {
    const few = LIVES.filter(({ openedDay }) => openedDay >= '2025-08-20');
    const refused = problemOf(learn(few));
    expect(refused).toMatchObject({ code: 'forecast/too-little-history', params: { leastWins: 20, leastDays: 90 } });
    expect(refused.message).toMatch(/A range needs 20 won deals and 90 days/);
    expect(problemOf(learn([])).message).toMatch(/Up to yesterday 0 deals were won/);
    expect(valueOf(learn(LIVES)).wins).toBeGreaterThan(100);
  });

  it('FC94 knows of a deal that is won today tomorrow', () => {
    const today = LIVES.map((life, index) =>
      index < 50 && life.closed ? { ...life, closed: { ...life.closed, day: ASOF } } : life,
    );
    const later = today.map((life) =>
      life.closed?.day === ASOF ? { openedDay: life.openedDay, minor: life.minor! } : life,
    );
    expect({ ...valueOf(learn(today)), chancesOf: 0 }).toEqual({ ...valueOf(learn(later)), chancesOf: 0 });
  });

  it('FC101 puts deals on the days that promises slip to', () => {
    // Promised for the day they were opened and sixty more: half of those won come then, half forty days later.
    const promises = LIVES.filter(({ closed }) => closed?.outcome === 'won').map(({ openedDay }, index) => ({
      expected: addDays(openedDay, 60),
      closed: addDays(openedDay, index % 2 ? 60 : 100),
    }));
    const known = promises.filter(({ closed }) => closed < ASOF);
    const learned = valueOf(finish(learnSteps(LIVES, { asOf: ASOF, periods: PERIODS, promises: known })));
    const open: readonly OpenDeal[] = Array.from({ length: 200 }, (_, index) => ({
      id: `deal_${index}`,
      openedDay: '2025-09-01' as Day,
      minor: 1_000,
      promise: { expected: '2025-10-15' as Day, chance: 0.5 },
    }));
    const { periods, total } = finish(rangeSteps(learned, open, { draws: 200, withCreated: false }));
    // Without the lean of past forecasts 50 000 would come in each; with it a little more or less, in the same proportion.
    const came = periods.map((each) => each.open.expected);
    expect(came[2]).toBe(0);
    expect(Math.abs((came[0] ?? 0) - (came[1] ?? 0))).toBeLessThan(0.15 * (came[0] ?? 0));
    expect(total.open.expected).toBeGreaterThan(70_000);
    expect(total.open.expected).toBeLessThan(130_000);
    // Without promises they go by their age, as if none had been told; so do deals without one.
    const aged = open.map(({ promise: _, ...rest }) => rest);
    const byAge = valueOf(learn(LIVES));
    const range = (from: typeof learned, deals: readonly OpenDeal[]) =>
      finish(rangeSteps(from, deals, { draws: 50, withCreated: false })).total;
    expect(range(learned, aged)).toEqual(range(byAge, aged));
    expect(range(byAge, open)).toEqual(range(byAge, aged));
    // What closes today is known tomorrow.
    const today = [...known, { expected: '2025-09-01' as Day, closed: ASOF }];
    const open_ = [...known, { expected: '2025-09-01' as Day }];
    const slippageOf = (all: typeof today | typeof open_) =>
      valueOf(finish(learnSteps(LIVES, { asOf: ASOF, periods: PERIODS, promises: all }))).slippage;
    expect(slippageOf(today)).toEqual(slippageOf(open_));
  });

  it('FC95 gives each deal a luck of its own: order and other deals change nothing in it', () => {
    const learned = valueOf(learn(LIVES));
    const open = openOf(LIVES);
    const total = (deals: readonly OpenDeal[]) => finish(rangeSteps(learned, deals, { draws: 200 })).total;
    expect(total(open.toReversed())).toEqual(total(open));
    // Certain to be won, so each draw is larger by just this.
    const prospects = open.map(({ id, minor }): Prospect => ({ minor, chances: [0.3], luck: luckOf(id) }));
    const sure: Prospect = { minor: 1_000, chances: [1], luck: luckOf('deal_sure') };
    const range = (deals: readonly Prospect[]) =>
      simulate({ prospects: deals, windows: 1, seed: 3, draws: 200, spread: 0.2 }).total;
    const [without, with_] = [range(prospects), range([sure, ...prospects])];
    expect(with_.p10 - without.p10).toBe(1_000);
    expect(with_.p90 - without.p90).toBe(1_000);
  });

  it('FC95 is luck all the same: every second draw of an even chance, and no two deals alike', () => {
    const one = (luck: number) =>
      simulate({ prospects: [{ minor: 1, chances: [0.5], luck }], windows: 1, seed: 9, draws: 4_000 });
    const wins = Array.from({ length: 40 }, (_, index) => {
      const { p10, p90 } = one(luckOf(`deal_${index}`)).total;
      return [p10, p90];
    });
    expect(wins.every(([p10, p90]) => p10 === 0 && p90 === 1)).toBe(true);
    const many = Array.from(
      { length: 400 },
      (_, index): Prospect => ({ minor: 1, chances: [0.5], luck: luckOf(`deal_${index}`) }),
    );
    const { p10, p50, p90 } = simulate({ prospects: many, windows: 1, seed: 9, draws: 4_000 }).total;
    // Binomial: 200 ± 1.28 · 10.
    expect(Math.abs(p50 - 200)).toBeLessThanOrEqual(1);
    expect(Math.abs(p90 - p10 - 25.6)).toBeLessThanOrEqual(2);
  });

  it('FC96 keeps deals that are still to be created apart, and holds both in the total', () => {
    const learned = valueOf(learn(LIVES));
    const open = openOf(LIVES);
    const closed = new Map([['2025-M10', 500_00]]);
    const both = finish(rangeSteps(learned, open, { draws: 400, closed }));
    const alone = finish(rangeSteps(learned, open, { draws: 400, closed, withCreated: false }));
    expect(both.periods.map(({ period }) => period.key)).toEqual(['2025-M10', '2025-M11', '2025-M12']);
    expect(both.total.open).toEqual(alone.total.open);
    expect(alone.total.created).toBeUndefined();
    expect(alone.total.total.p50).toBe(alone.total.open.p50 + 500_00);
    const { open: fromOpen, created, total } = both.total;
    expect(total.expected).toBe(500_00 + fromOpen.expected + (created?.expected ?? 0));
    // Independent chance in part, so the two together are surer than their ranges added up.
    expect(total.p90 - total.p10).toBeLessThan(fromOpen.p90 - fromOpen.p10 + (created?.p90 ?? 0) - (created?.p10 ?? 0));
    // The first month has little of it, the last one most.
    const [october, , december] = both.periods;
    expect(october?.created?.p50).toBeLessThan(december?.created?.p50 ?? 0);
  });

  it('FC96 expects deals at the pace of the last months, and knows how far that is unknown', () => {
    const day = (index: number) => addDays('2025-01-01' as Day, index);
    const won = { closed: { day: '2025-06-01' as Day, outcome: 'won' }, minor: 10 } as const;
    const even = Array.from(
      { length: 270 },
      (_, index): ValuedLife => ({ openedDay: day(index), ...(index < 30 && won) }),
    );
    const asOf = day(269);
    const ahead = [{ first: day(270), last: day(299) }];
    const arrivals = (lives: readonly ValuedLife[]) => arrivalsOf(lives, fitAgeModel(lives, asOf), ahead);
    expect(arrivals(even)?.perDay).toBeCloseTo(1, 12);
    expect(arrivals(even)?.values).toEqual(Array(30).fill(10));
    expect(arrivals(even)?.chances).toHaveLength(30);
    const uneven = even.flatMap((life, index) => {
      if (Math.floor(index / 30) % 2) return [life, life, life];
      return index < 30 ? [life] : [];
    });
    expect(arrivals(uneven)?.deviation).toBeGreaterThan(2 * (arrivals(even)?.deviation ?? 1));
    expect(arrivals(even.slice(0, 40).map(({ openedDay }) => ({ openedDay })))).toBeUndefined();
  });

  it('FC97 forecasts all revenue of ninety days better with deals still to be created than without', () => {
    const trials = FUNNELS.map((funnel, index) => {
      const lives = dealsOf(funnel, 5_000 + index);
      return tryOutWithCreated(lives, (index % 4 ? '2024-11-30' : '2025-10-31') as Day, 90, 200);
    });
    const error = (of: (trial: (typeof trials)[number]) => number): number =>
      trials.reduce((sum, trial) => sum + Math.abs(of(trial) / trial.actual - 1), 0) / trials.length;
    const [without, with_] = [error(({ open }) => open.p50), error(({ together }) => together.p50)];
    const held = (pick: 'open' | 'together') =>
      coverageOf(trials.map((trial) => ({ ...trial[pick], actual: trial.actual })));
    console.info(
      `all revenue of 90 days: mean error ${without.toFixed(2)} without, ${with_.toFixed(2)} with; held ${held('open').toFixed(2)}, ${held('together').toFixed(2)}`,
    );
    expect(with_).toBeLessThan(0.75 * without);
    expect(held('together')).toBeGreaterThanOrEqual(0.7);
    expect(held('open')).toBeLessThan(0.6);
  });
});
