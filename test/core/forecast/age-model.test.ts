import { addDays, type Day } from '@kith/core';
import {
  type DealLife,
  fitAgeModel,
  forecastSpread,
  incidenceOf,
  type Spread,
  winChance,
  winChances,
} from '@kith/core/forecast';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';

const day = (text: string): Day => text as Day;
const START = day('2025-01-01');
const END = day('2025-12-31');

const lives = fc.array(
  fc
    .tuple(fc.nat(360), fc.nat(120), fc.constantFrom('won' as const, 'lost' as const, undefined))
    .map(([opened, days, outcome]): DealLife => {
      const openedDay = addDays(START, opened);
      return { openedDay, ...(outcome && { closed: { day: addDays(openedDay, days), outcome } }) };
    }),
  { minLength: 1, maxLength: 60 },
);

describe('Cumulative incidence by age', () => {
  it('FC50 lets winning and losing compete and censors what is open (Aalen–Johansen by hand)', () => {
    const { won, lost, open } = incidenceOf([
      { days: 1, outcome: 'won' },
      { days: 2, outcome: 'lost' },
      { days: 2 },
      { days: 3, outcome: 'won' },
    ]);
    // Day 1: 1 of 4 won. Day 2: 1 of 3 lost, one goes out of sight. Day 3: the last is won.
    const near = (shares: readonly number[]) => shares.map((share) => expect.closeTo(share, 12));
    expect(won).toEqual(near([0, 1 / 4, 1 / 4, 3 / 4]));
    expect(lost).toEqual(near([0, 0, 1 / 4, 1 / 4]));
    expect(open).toEqual(near([1, 3 / 4, 1 / 2, 0]));
    expect(incidenceOf([])).toEqual({ won: [], lost: [], open: [] });
  });

  it('FC51 gives the chance to be won within so many days to one still open, 0 beyond all that was seen', () => {
    const incidence = incidenceOf([
      { days: 1, outcome: 'won' },
      { days: 3, outcome: 'won' },
      { days: 3, outcome: 'lost' },
    ]);
    expect(winChance(incidence, 1, 5)).toBeCloseTo(0.5, 12);
    expect(winChance(incidence, 1, 1)).toBe(0);
    expect(winChance(incidence, 3, 10)).toBe(0);
  });
});

describe('The age model', () => {
  it('FC52 goes on beyond the ages that were seen, as the ages before them, and by less the fewer closes those had', () => {
    // One in a hundred of those left is won each day, whatever its age; nobody has been seen for longer than 60 days.
    const young = (count: number): DealLife[] =>
      Array.from({ length: count }, (_, index) => {
        const openedDay = addDays(END, -(index % 60) - 1);
        const lasts = Math.ceil(-Math.log1p(-((index * 0.6180339887) % 1)) * 100);
        return {
          openedDay,
          ...(lasts <= index % 60 && { closed: { day: addDays(openedDay, lasts), outcome: 'won' } as const }),
        };
      });
    const chance = (count: number): number =>
      winChances(fitAgeModel(young(count), END), [{ first: addDays(END, 1), last: addDays(END, 60) }])(
        addDays(END, -59),
      )[0] ?? 0;
    expect(chance(6_000)).toBeGreaterThan(0.35);
    expect(chance(6_000)).toBeLessThan(0.55);
    expect(chance(120)).toBeLessThan(chance(6_000));
    // Where old deals have stopped closing, they go on not to.
    const stopped = young(6_000).map((life, index) => ({
      openedDay: addDays(life.openedDay, -300),
      ...(index % 2 === 0 && { closed: { day: addDays(life.openedDay, -280), outcome: 'won' } as const }),
    }));
    const old = winChances(fitAgeModel(stopped, END), [{ first: addDays(END, 1), last: addDays(END, 90) }]);
    expect(old(addDays(END, -350))[0]).toBe(0);
  });

  it('FC53 is plain Aalen–Johansen without a cycle of months', () => {
    fc.assert(
      fc.property(lives, fc.integer({ min: 1, max: 90 }), fc.nat(200), (past, ahead, age) => {
        const known = past.filter(({ openedDay }) => openedDay <= END);
        const incidence = incidenceOf(
          known.map(({ openedDay, closed }) => {
            const days = (until: Day): number => (Date.parse(until) - Date.parse(openedDay)) / 86_400_000;
            return closed && closed.day <= END
              ? { days: days(closed.day), outcome: closed.outcome }
              : { days: days(END) };
          }),
        );
        const model = fitAgeModel(past, END, { cycle: 1 });
        const chances = winChances(model, [{ first: addDays(END, 1), last: addDays(END, ahead) }]);
        expect(chances(addDays(END, -age))[0]).toBeCloseTo(winChance(incidence, age, ahead), 9);
      }),
      fuzz(100),
    );
  });

  it('FC54 gives chances between 0 and 1 that add up to 1 at most over windows', () => {
    fc.assert(
      fc.property(lives, fc.nat(200), fc.constantFrom(1 as const, 3 as const, 12 as const), (past, age, cycle) => {
        const windows = [0, 1, 2].map((index) => ({
          first: addDays(END, 1 + 30 * index),
          last: addDays(END, 30 * index + 30),
        }));
        const chances = winChances(fitAgeModel(past, END, { cycle }), windows)(addDays(END, -age));
        for (const chance of chances) expect(chance).toBeGreaterThanOrEqual(0);
        expect(chances.reduce((sum, chance) => sum + chance, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
      fuzz(100),
    );
  });

  it('FC56 finds an effect of the close month where there is one, and hardly any in thin history', () => {
    // Five deals begin every day; of those that are 30 days old, all are won in the last month of a quarter, else one in five.
    const busy = (perDay: number): DealLife[] =>
      Array.from({ length: 360 }, (_, index) => addDays(START, index)).flatMap((openedDay) =>
        Array.from({ length: perDay }, (_, number) => {
          const closing = addDays(openedDay, 30);
          const isWon = Number(closing.slice(5, 7)) % 3 === 0 || number % 5 === 0;
          return { openedDay, ...(isWon && { closed: { day: closing, outcome: 'won' } as const }) };
        }),
      );
    const [first = 0, , last = 0] = fitAgeModel(busy(5), END).monthEffects.won;
    expect(last / first).toBeGreaterThan(3);
    const few = busy(5).filter((_, index) => index % 200 === 0);
    const [thinFirst = 0, , thinLast = 0] = fitAgeModel(few, END).monthEffects.won;
    expect(thinLast / thinFirst).toBeLessThan(1.25);
    const shifted = fitAgeModel(busy(5), END, { startMonth: 2 }).monthEffects.won;
    expect(Math.max(...shifted)).toBe(shifted[1]);
  });

  it('FC57 counts no time before closing was written down, when that day is given', () => {
    const past: DealLife[] = Array.from({ length: 200 }, (_, index) => ({
      openedDay: addDays(START, index % 100),
      ...(index % 2 === 0 && { closed: { day: day('2025-06-01'), outcome: 'won' } as const }),
    }));
    const chance = (observedFrom?: Day) =>
      winChances(fitAgeModel(past, day('2025-06-30'), { cycle: 1, ...(observedFrom && { observedFrom }) }), [
        { first: day('2025-07-01'), last: day('2025-07-30') },
      ])(day('2025-04-01'))[0] ?? 0;
    expect(chance(day('2025-06-01'))).toBeGreaterThan(chance());
  });

  it('FC58 takes forecasts to be off by what is usual until they have been wrong themselves, more so the less was seen', () => {
    const unknown = forecastSpread([], END, 30);
    expect(unknown.forecasts).toBe(0);
    expect(unknown.center).toBeCloseTo(0, 9);
    const steady: DealLife[] = Array.from({ length: 6000 }, (_, index) => {
      const openedDay = addDays(START, index % 330);
      const outcome = (index * 0.618) % 1 < 0.4 ? ('won' as const) : ('lost' as const);
      return { openedDay, closed: { day: addDays(openedDay, 10 + ((index * 7) % 60)), outcome } };
    });
    const known = forecastSpread(steady, END, 30);
    expect(known.forecasts).toBeGreaterThan(6);
    expect(widthOf(known)).toBeLessThan(widthOf(unknown) / 2);
    const early = day('2025-05-15');
    expect(widthOf(forecastSpread(steady, early, 30))).toBeGreaterThan(1.3 * widthOf(known));
  });

  it('FC59 leans against forecasts that have always been too hopeful, by less than they were', () => {
    // Of those begun in each later month fewer are won: whatever the past says, less comes.
    const fading: DealLife[] = Array.from({ length: 12_000 }, (_, index) => {
      const openedDay = addDays(START, index % 330);
      const isWon = (index * 0.618) % 1 < 0.9 * 0.8 ** Number(openedDay.slice(5, 7));
      return {
        openedDay,
        ...(isWon && { closed: { day: addDays(openedDay, 15 + (index % 20)), outcome: 'won' } as const }),
      };
    });
    const { center } = forecastSpread(fading, END, 30);
    expect(center).toBeLessThan(-0.05);
    expect(center).toBeGreaterThan(-0.6);
  });
});

/** From P10 to P90, as a logarithm. */
const widthOf = ({ logFactors }: Spread): number => (logFactors.at(180) ?? 0) - (logFactors.at(20) ?? 0);

describe('A deal that is dated long ago', () => {
  it('FC77 counts as one of twenty years, so that no typing mistake makes a model of a million ages', () => {
    const normal = Array.from({ length: 40 }, (_, index): DealLife => {
      const openedDay = addDays(START, index * 5);
      return { openedDay, closed: { day: addDays(openedDay, 30), outcome: index % 2 ? 'won' : 'lost' } };
    });
    const windows = [{ first: addDays(END, 1), last: addDays(END, 90) }];
    const limit = addDays(END, -7_305);
    for (const ended of [undefined, day('2025-06-01'), day('0203-01-01')]) {
      const lifeSince = (openedDay: Day): DealLife => ({
        openedDay,
        ...(ended && { closed: { day: ended, outcome: 'won' } }),
      });
      const model = fitAgeModel([...normal, lifeSince(day('0202-01-01'))], END, { cycle: 3 });
      const isOver = ended !== undefined && ended < limit;
      expect(model).toEqual(fitAgeModel(isOver ? normal : [...normal, lifeSince(limit)], END, { cycle: 3 }));
      expect(model.won[0]?.length).toBeLessThan(7_400);
      const [chance = Number.NaN] = winChances(model, windows)(day('0202-01-01'));
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(1);
    }
  });
});
