import { addDays, type Day } from '@kith/core';
import { simulate, simulationSteps, slippageOf, slippedChances } from '@kith/core/forecast';
import { describe, expect, it } from 'vitest';

const day = (text: string): Day => text as Day;
const prospects = Array.from({ length: 400 }, (_, index) => ({ minor: 1000 + index, chances: [0.2, 0.3] }));

describe('The simulated range', () => {
  it('FC70 is the same for the same seed, and lies around what the chances say', () => {
    const range = simulate({ prospects, windows: 2, seed: 7 });
    expect(simulate({ prospects, windows: 2, seed: 7 })).toEqual(range);
    expect(simulate({ prospects, windows: 2, seed: 8 })).not.toEqual(range);
    for (const { p10, p50, p90, expected } of [...range.windows, range.total]) {
      expect(p10).toBeLessThan(p50);
      expect(p50).toBeLessThan(p90);
      expect(Math.abs(p50 / expected - 1)).toBeLessThan(0.03);
    }
    // Variance of the total: Σ a² p (1 − p) with p = .5, so ± 1.2816 deviations of a normal: the width to 10 percent.
    const deviation = Math.sqrt(prospects.reduce((sum, { minor }) => sum + minor * minor * 0.25, 0));
    expect((range.total.p90 - range.total.p10) / (2 * 1.2816 * deviation)).toBeCloseTo(1, 0);
  });

  it('FC71 is wider when deals go together, and sure where chances are 0 or 1', () => {
    const width = (spread: number): number => {
      const { p10, p90 } = simulate({ prospects, windows: 2, seed: 7, spread }).total;
      return p90 - p10;
    };
    expect(width(0.3)).toBeGreaterThan(2 * width(0));
    const sure = [
      { minor: 500, chances: [1] },
      { minor: 70, chances: [0] },
    ];
    expect(simulate({ prospects: sure, windows: 1, seed: 1, spread: 0.5 }).total).toEqual({
      p10: 500,
      p50: 500,
      p90: 500,
      expected: 500,
    });
    expect(simulate({ prospects: [], windows: 1, seed: 1 }).total).toEqual({ p10: 0, p50: 0, p90: 0, expected: 0 });
  });

  it('FC72 pauses after every draw and comes to the same', () => {
    const steps = simulationSteps({ prospects, windows: 2, seed: 7, draws: 50 });
    let pauses = 0;
    let step = steps.next();
    for (; !step.done; step = steps.next()) pauses++;
    expect(pauses).toBe(50);
    expect(step.value).toEqual(simulate({ prospects, windows: 2, seed: 7, draws: 50 }));
  });

  it('FC75 draws what won deals bring against what was expected of them', () => {
    const range = simulate({ prospects, windows: 2, seed: 7, valueRatios: [0.8, 0.8, 0.6] }).total;
    const plain = simulate({ prospects, windows: 2, seed: 7 }).total;
    expect(range.expected / plain.expected).toBeCloseTo(2.2 / 3, 4);
    expect(range.p50 / plain.p50).toBeCloseTo(2.2 / 3, 1);
  });
});

describe('Slippage of close days', () => {
  const expected = day('2026-03-01');
  const asOf = day('2026-05-01');
  const past = [
    ...Array.from({ length: 5 }, () => ({ expected, closed: expected })),
    ...Array.from({ length: 3 }, () => ({ expected, closed: addDays(expected, 30) })),
    // Still open, ten days after it was expected to close.
    ...Array.from({ length: 2 }, () => ({ expected: addDays(asOf, -10) })),
  ];

  it('FC73 is learned from what has closed and from what is late and still open', () => {
    const slippage = slippageOf(past, asOf);
    expect(slippage.days).toEqual([0, 30]);
    expect(slippage.shares[0]).toBeCloseTo(0.5, 12);
    expect(slippage.shares[1]).toBeCloseTo(0.5, 12);
    expect(slippageOf([{ expected, closed: addDays(asOf, 1) }], asOf)).toEqual({ days: [], shares: [] });
  });

  it('FC74 spreads the chance of a deal over the windows it may still slip to', () => {
    const slippage = slippageOf(past, asOf);
    const windows = [
      { first: day('2026-05-02'), last: day('2026-05-31') },
      { first: day('2026-06-01'), last: day('2026-06-30') },
    ];
    expect(slippedChances({ expected: day('2026-05-20'), chance: 0.8 }, slippage, asOf, windows)).toEqual([0.4, 0.4]);
    expect(slippedChances({ expected: day('2026-04-20'), chance: 0.8 }, slippage, asOf, windows)).toEqual([0.8, 0]);
    expect(slippedChances({ expected: day('2026-01-20'), chance: 0.8 }, slippage, asOf, windows)).toEqual([0, 0]);
    expect(
      slippedChances({ expected: day('2026-06-20'), chance: 0.8 }, { days: [], shares: [] }, asOf, windows),
    ).toEqual([0, 0.8]);
  });
});
