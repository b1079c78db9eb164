import { aucOf, calibrationTable, type JudgedChance, liftTable, qualityOf } from '@kith/core/scoring';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fuzz } from '../../support/fuzz.js';
import { drawsFrom } from './cases.js';

const cases = (pairs: readonly (readonly [number, 0 | 1])[]): readonly JudgedChance[] =>
  pairs.map(([chance, won]) => ({ chance, won: won === 1 }));
const judged = fc.array(
  fc.record({ chance: fc.integer({ min: 0, max: 8 }).map((eighth) => eighth / 8), won: fc.boolean() }),
  { minLength: 2, maxLength: 60 },
);

describe('The quality of a model', () => {
  it('SC50 counts pairs for the AUC, ties by half', () => {
    // The example of scikit-learn's roc_auc_score.
    expect(
      aucOf(
        cases([
          [0.1, 0],
          [0.4, 0],
          [0.35, 1],
          [0.8, 1],
        ]),
      )?.value,
    ).toBe(0.75);
    expect(
      aucOf(
        cases([
          [0.5, 0],
          [0.5, 1],
        ]),
      )?.value,
    ).toBe(0.5);
    expect(aucOf(cases([[0.5, 1]]))).toBeUndefined();
    fc.assert(
      fc.property(judged, (list) => {
        const won = list.filter((each) => each.won);
        const lost = list.filter((each) => !each.won);
        const pairs = won.flatMap((up) =>
          lost.map((down) => (up.chance > down.chance ? 1 : up.chance === down.chance ? 0.5 : 0)),
        );
        const byHand = pairs.reduce((sum: number, pair) => sum + pair, 0) / pairs.length;
        const auc = aucOf(list);
        if (auc === undefined) expect(pairs).toEqual([]);
        else expect(auc.value).toBeCloseTo(byHand, 12);
      }),
      fuzz(200),
    );
  });

  it('SC51 gives a range that holds the true AUC in about 95 of 100 samples', () => {
    // Chances spread evenly and outcomes drawn by them: the AUC of that is 5 ÷ 6 (∫ over pairs).
    const next = drawsFrom(11);
    let inside = 0;
    for (let sample = 0; sample < 300; sample++) {
      const list = Array.from({ length: 200 }, () => next()).map((chance) => ({ chance, won: next() < chance }));
      const interval = aucOf(list)?.interval;
      if (interval && interval.low <= 5 / 6 && 5 / 6 <= interval.high) inside++;
    }
    expect(inside / 300).toBeGreaterThan(0.91);
    expect(inside / 300).toBeLessThan(0.99);
  });

  it('SC52 gives Brier score and log loss by their definitions, beside the base rate', () => {
    const quality = qualityOf(
      cases([
        [0.9, 1],
        [0.2, 0],
        [0.6, 0],
        [0.7, 1],
      ]),
    );
    expect(quality?.brier.value).toBeCloseTo((0.01 + 0.04 + 0.36 + 0.09) / 4, 12);
    expect(quality?.logLoss.value).toBeCloseTo(
      -(Math.log(0.9) + Math.log(0.8) + Math.log(0.4) + Math.log(0.7)) / 4,
      12,
    );
    expect(quality?.baseBrier).toBe(0.25);
    expect(quality?.isBetterThanBaseRate).toBe(true);
    const wrong = qualityOf(
      cases([
        [1, 0],
        [0, 1],
      ]),
    );
    expect(wrong?.isBetterThanBaseRate).toBe(false);
    expect(Number.isFinite(wrong?.logLoss.value)).toBe(true);
  });

  it('SC53 says in ten bins what was said and what came', () => {
    expect(
      calibrationTable(
        cases([
          [0.05, 0],
          [0.11, 1],
          [0.19, 0],
          [1, 1],
        ]),
      ),
    ).toEqual([
      { from: 0, to: 0.1, count: 1, said: 0.05, came: 0 },
      { from: 0.1, to: 0.2, count: 2, said: 0.15, came: 0.5 },
      { from: 0.9, to: 1, count: 1, said: 1, came: 1 },
    ]);
    expect(() => calibrationTable([{ chance: Number.NaN, won: true }])).toThrow(/between 0 and 1/);
  });

  it('SC54 shares wins out over the edge of a tenth where chances are the same, whatever the order', () => {
    const list = cases([
      ...Array.from({ length: 10 }, (_, index): [number, 0 | 1] => [0.9, index < 5 ? 1 : 0]),
      ...Array.from({ length: 10 }, (): [number, 0 | 1] => [0.1, 0]),
    ]);
    const lift = liftTable(list);
    expect(lift.slice(0, 6).map(({ lift: each }) => each)).toEqual([2, 2, 2, 2, 2, 0]);
    expect(lift.at(-1)?.gained).toBe(1);
    expect(liftTable([...list].reverse())).toEqual(lift);
    fc.assert(
      fc.property(judged, (each) => {
        const rows = liftTable(each);
        expect(rows.reduce((sum, { count }) => sum + count, 0)).toBe(each.length);
        expect(rows.reduce((sum, { won }) => sum + won, 0)).toBeCloseTo(each.filter(({ won }) => won).length, 9);
      }),
      fuzz(100),
    );
  });
});
