import { describe, expect, it } from 'vitest';
import { killRuns } from './kill/kill-runs.js';
import { type Found, problemsOf } from './kill/story.js';

/** CI asks for all of them (`KITH_THOROUGH`). `node test/faults/kill.mjs 500` does the same more often, and prints the figures. */
const KILLS = process.env.KITH_THOROUGH ? 15 : 5;

describe('a browser that is killed in the middle of writing', () => {
  for (const durability of ['strict', 'relaxed'] as const)
    it(`FT1, FT2, FT3 every acknowledged ${durability} batch is there, none is half there, and opening is quick`, async () => {
      const report = await killRuns({ kills: KILLS, durability });
      expect(report.lost).toEqual([]);
      expect(report.torn).toEqual([]);
      expect(report.acknowledged).toBeGreaterThan(KILLS);
      expect(report.openMedian).toBeLessThan(2_000);
    }, 240_000);

  it('FT2 is told by the rows when a part of a batch is missing', () => {
    const accounts = Object.fromEntries(Array.from({ length: 30 }, (_, at) => [`account${at}`, 1_000]));
    const whole: Found = {
      openMilliseconds: 1,
      accounts: { ...accounts, account0: 900, account1: 1_100 },
      lastBatch: { account0: 'b', account1: 'b' },
      journal: [{ kind: 'transfer', batch: 'b', balances: { account0: 900, account1: 1_100 } }],
      imports: {},
      secrets: [],
    };
    expect(problemsOf(whole)).toEqual([]);
    expect(problemsOf({ ...whole, accounts: { ...whole.accounts, account1: 1_000 } })).not.toEqual([]);
    expect(problemsOf({ ...whole, journal: [] })).not.toEqual([]);
    expect(problemsOf({ ...whole, imports: { c: 2_499 } })).not.toEqual([]);
    const [imported] = [{ kind: 'import', batch: 'c' } as const];
    expect(problemsOf({ ...whole, journal: [...whole.journal, imported], imports: { c: 2_499 } })).not.toEqual([]);
  });
});
