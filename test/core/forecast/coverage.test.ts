import type { Day } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { coverageOf, tryOut } from './coverage.js';
import { dealsOf, FUNNELS } from './funnels.js';

describe('Funnels whose truth is known', () => {
  it('FC63 bring between P10 and P90 what came in 70 to 95 percent of the cases, early and late in their history', () => {
    const trials = FUNNELS.flatMap((funnel, index) => {
      const lives = dealsOf(funnel, index + 1);
      return [tryOut(lives, '2024-08-31' as Day, 30, 300), tryOut(lives, '2025-10-31' as Day, 60, 300)];
    });
    const coverage = coverageOf(trials);
    console.info(`P10–P90 covers ${coverage.toFixed(2)} of ${trials.length}`);
    expect(coverage).toBeGreaterThanOrEqual(0.7);
    expect(coverage).toBeLessThanOrEqual(0.95);
  });
});
