import type { Id, Stage } from '@kith/core';
import { accuracyOf, brierScore, calibrateStages, trackRecord } from '@kith/core/forecast';
import { describe, expect, it } from 'vitest';

describe('Past forecasts', () => {
  it('FC40 are judged by accuracy 1 − |A − F| ÷ A and bias (F − A) ÷ A, in four bands', () => {
    expect(accuracyOf({ forecast: 80, actual: 100 })).toEqual({ accuracy: 0.8, bias: -0.2, band: 'weak' });
    const bands = [100, 105, 115, 130, 131].map((forecast) => accuracyOf({ forecast, actual: 100 }).band);
    expect(bands).toEqual(['exceptional', 'exceptional', 'normal', 'weak', 'broken']);
    expect(accuracyOf({ forecast: 5, actual: 0 })).toEqual({});
    expect(
      trackRecord([
        { forecast: 150, actual: 100 },
        { forecast: 75, actual: 100 },
        { forecast: 1, actual: 0 },
      ]),
    ).toEqual({ count: 2, meanError: 0.375, bias: 0.125 });
    expect(trackRecord([])).toBeUndefined();
  });

  it('FC41 have a Brier score: the mean squared distance of chances and outcomes', () => {
    expect(
      brierScore([
        { chance: 0.8, came: true },
        { chance: 0.4, came: false },
      ]),
    ).toBeCloseTo(0.1, 12);
    expect(brierScore([])).toBeUndefined();
  });
});

describe('Stages calibrated from history', () => {
  const stages: readonly Stage[] = [
    { id: 'stage_a' as Id<'stage'>, name: 'A', type: 'open', probability: 50 },
    { id: 'stage_b' as Id<'stage'>, name: 'B', type: 'open', probability: 80 },
    { id: 'stage_won' as Id<'stage'>, name: 'Won', type: 'won', probability: 100 },
  ];
  const entry = (days: number, outcome?: 'won' | 'lost') => ({
    stageId: 'stage_a' as Id<'stage'>,
    days,
    ...(outcome && { outcome }),
  });

  it('FC42 count open deals as long as they were seen, and stay near the configured chance where history is thin', () => {
    const quick = Array.from({ length: 60 }, () => entry(5, 'lost'));
    const slow = Array.from({ length: 20 }, () => entry(90, 'won'));
    const waiting = Array.from({ length: 60 }, () => entry(60));
    const [first, second, ...others] = calibrateStages(stages, [...quick, ...slow, ...waiting]);
    // Of 140, 60 are lost; the 80 that are left are all won once they are seen for long enough: 57.14 %, and 20 deals at 50 %.
    expect(first).toMatchObject({ configured: 50, ended: 80 });
    expect(first?.calibrated).toBeCloseTo((80 * (100 * (8 / 14)) + 20 * 50) / 100, 9);
    expect(second).toEqual({ stageId: 'stage_b', configured: 80, calibrated: 80, ended: 0 });
    expect(others).toEqual([]);
  });
});
