import { makeRuleScorer, type ScoringScheme } from '@kith/core/scoring';
import { describe, expect, it } from 'vitest';
import { reasonsOfCounts, reasonsOfModel, reasonsOfRules } from '../../../packages/elements/src/scoring/reasons.js';

const scheme: ScoringScheme = {
  id: 's',
  timeZone: 'UTC',
  fit: {
    rules: [
      { id: 'a', where: { and: [] }, points: 30 },
      { id: 'b', where: { and: [] }, points: -50 },
    ],
  },
  engagement: { rules: [{ id: 'e', where: { and: [] }, points: 20, cap: 30 }] },
  limits: { least: 0 },
};
const explained = makeRuleScorer(scheme, '2026-11-20T09:00:00.000Z' as never).explain({}, [
  { rule: 'e', days: [['2026-11-19' as never, 2]] },
]);

describe('reasons', () => {
  it('SX2 are the strongest first, and sum to the score', () => {
    const { unit, all } = reasonsOfRules(explained, explained.points.total);
    expect(unit).toBe('points');
    expect(all.map(({ push }) => push)).toEqual([-50, 30, 30]);
    expect(all.reduce((sum, { push }) => sum + push, 0)).toBe(explained.points.total);
  });

  it('SX3 name what the score holds beyond what can be seen, and nothing for what rounding leaves', () => {
    const { all } = reasonsOfRules(explained, explained.points.total + 7);
    expect(all.find(({ about }) => about.kind === 'rest')?.push).toBe(7);
    const model = {
      chance: 0.5,
      base: 0.3,
      contributions: [{ field: 'source', value: 'Fair', logOdds: 1, points: 20 }],
    };
    expect(reasonsOfModel(model, 50.01).all.some(({ about }) => about.kind === 'rest')).toBe(false);
    expect(reasonsOfModel(model, 62).all.map(({ push }) => push)).toEqual([20, 12]);
  });

  it('SX2 are factors of the odds where outcomes were counted', () => {
    const factors = [
      { field: 'source', value: 'Web', share: 0.4, logOdds: -0.2 },
      { field: 'stage', value: 'open', share: 0.8, logOdds: 1.2 },
    ];
    const { unit, all } = reasonsOfCounts(factors);
    expect([unit, ...all.map(({ push }) => push)]).toEqual(['odds', 1.2, -0.2]);
  });
});
