import { calibrated, calibrationOf, isotonicOf, plattOf, risingFit, type Said } from '@kith/core/scoring';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';
import { drawsFrom } from './cases.js';

const chanceOf = (logOdds: number): number => 1 / (1 + Math.exp(-logOdds));

/** What an overconfident model says: three times the true log-odds, plus one. */
function overconfident(count: number, seed: number): readonly Said[] {
  const next = drawsFrom(seed);
  return Array.from({ length: count }, () => {
    const truth = 4 * next() - 2;
    return { logOdds: 3 * truth + 1, won: next() < chanceOf(truth) };
  });
}

describe('Calibration', () => {
  it('SC40 fits the sigmoid that LIBSVM fits to 5, −4 and 1: A −0.20261354, B 0.65236314', () => {
    // LIBSVM writes 1 ÷ (1 + exp(A f + B)), so its signs are the other way round; figures as in scikit-learn's test.
    const { slope, intercept } = plattOf([
      { logOdds: -4, won: 0, lost: 1 },
      { logOdds: 1, won: 0, lost: 1 },
      { logOdds: 5, won: 1, lost: 0 },
    ]);
    expect(slope).toBeCloseTo(0.20261354391187855, 5);
    expect(intercept).toBeCloseTo(-0.65236314980010512, 5);
  });

  it('SC41 pools adjacent violators as R’s isoreg does: 1 0 4 3 3 5 4 2 0 become .5 .5 and seven times 3', () => {
    expect(risingFit([1, 0, 4, 3, 3, 5, 4, 2, 0])).toEqual([0.5, 0.5, 3, 3, 3, 3, 3, 3, 3]);
    expect(risingFit([1, 2, 3])).toEqual([1, 2, 3]);
    expect(risingFit([3, 1], [1, 3])).toEqual([1.5, 1.5]);
    expect(risingFit([])).toEqual([]);
  });

  it('SC41 never falls, keeps the weighted sum, and no other rising series is closer', () => {
    const values = fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 1, maxLength: 12 });
    fc.assert(
      fc.property(
        values,
        fc.array(fc.integer({ min: -20, max: 20 }), { minLength: 12, maxLength: 12 }),
        (list, other) => {
          const rising = risingFit(list);
          const distance = (to: readonly number[]): number =>
            list.reduce((sum, value, index) => sum + (value - (to[index] ?? 0)) ** 2, 0);
          expect(rising.every((value, index) => index === 0 || value >= (rising[index - 1] ?? 0))).toBe(true);
          expect(rising.reduce((sum, value) => sum + value, 0)).toBeCloseTo(
            list.reduce((sum, value) => sum + value, 0),
            9,
          );
          const sorted = other.slice(0, list.length).sort((left, right) => left - right);
          expect(distance(rising)).toBeLessThanOrEqual(distance(sorted) + 1e-9);
        },
      ),
      fuzz(200),
    );
  });

  it('SC42 brings an overconfident model back to the truth, either way', () => {
    const said = overconfident(20_000, 3);
    const platt = calibrationOf(said, 'platt');
    expect(platt.by === 'platt' && [platt.slope, platt.intercept]).toEqual([
      expect.closeTo(1 / 3, 1),
      expect.closeTo(-1 / 3, 1),
    ]);
    for (const by of ['platt', 'isotonic'] as const) {
      const calibration = calibrationOf(said, by);
      for (const truth of [-1.5, -0.5, 0, 0.5, 1.5])
        expect(Math.abs(calibrated(calibration, 3 * truth + 1) - chanceOf(truth))).toBeLessThan(0.05);
    }
  });

  it('SC43 is isotonic from a thousand outcomes on and a sigmoid below', () => {
    expect(calibrationOf(overconfident(1_000, 1)).by).toBe('isotonic');
    expect(calibrationOf(overconfident(999, 1)).by).toBe('platt');
  });

  it('SC44 never turns the order round, and promises no certainty', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ logOdds: fc.double({ min: -30, max: 30, noNaN: true }), won: fc.boolean() }), {
          minLength: 2,
          maxLength: 60,
        }),
        (said) => {
          const isotonic = calibrationOf(said, 'isotonic');
          const at = Array.from({ length: 61 }, (_, index) => calibrated(isotonic, index - 30));
          expect(
            at.every(
              (chance, index) => chance > 0 && chance < 1 && (index === 0 || chance >= (at[index - 1] ?? 0) - 1e-12),
            ),
          ).toBe(true);
          const platt = calibrationOf(said, 'platt');
          expect(calibrated(platt, 30)).toBeGreaterThanOrEqual(calibrated(platt, -30));
          const sure = calibrationOf(
            said.map(({ logOdds }) => ({ logOdds, won: logOdds > 0 })),
            'platt',
          );
          expect(calibrated(sure, 30)).toBeLessThanOrEqual(1);
        },
      ),
      fuzz(100),
    );
    const flat = isotonicOf([{ logOdds: 0, won: 3, lost: 0 }]);
    expect(flat.chances[0]).toBeLessThan(1);
  });
});
