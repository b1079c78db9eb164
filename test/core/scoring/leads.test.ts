import { backtest, findLeaks } from '@kith/core/scoring';
import { describe, expect, it } from 'vitest';
import { dataFolder } from '../../support/data.js';
import { KNOWN_AT_CAPTURE, readLeads, WRITTEN_LATER } from './leads.js';

const folder = dataFolder('leads_xeducation');

describe.skipIf(!folder)('Real leads, known at capture, every fifth held back', () => {
  const examples = folder ? readLeads(folder) : [];
  const setup = {
    examples,
    fields: KNOWN_AT_CAPTURE,
    blanks: ['Select'],
    split: { by: 'index', every: 5, at: 4 },
  } as const;

  it('SC60 logistic regression ranks with an AUC of .855 at least and a Brier score of .148 at most', () => {
    const result = backtest(setup);
    if (!result.ok) throw new Error(result.problem.message);
    const { auc, brier, baseBrier, calibrationError, lift, count } = result.value.quality;
    expect(count).toBe(1_478);
    expect(auc.value).toBeGreaterThanOrEqual(0.855);
    expect(brier.value).toBeLessThanOrEqual(0.148);
    expect(brier.value).toBeLessThan(baseBrier);
    expect(calibrationError).toBeLessThan(0.04);
    expect(lift[0]?.lift).toBeGreaterThan(2.3);
  });

  it('SC61 naive Bayes ranks worse, and is better than the base rate once it is calibrated', () => {
    const result = backtest({ ...setup, kind: 'bayes' });
    if (!result.ok) throw new Error(result.problem.message);
    expect(result.value.quality.auc.value).toBeGreaterThan(0.78);
    expect(result.value.quality.isBetterThanBaseRate).toBe(true);
    expect(result.value.quality.brier.value).toBeLessThan(result.value.uncalibrated?.brier.value ?? 0);
  });

  it('SC62 warns about fields that are written after contact, and about none that is known at capture', () => {
    const warnings = findLeaks({ examples, fields: [...KNOWN_AT_CAPTURE, ...WRITTEN_LATER], blanks: ['Select'] });
    expect(warnings.map(({ field }) => field)).toEqual(WRITTEN_LATER);
  });
});
