import type { Day } from '@kith/core';
import { judgeSnapshots, takeSnapshot } from '@kith/core/forecast';
import { describe, expect, it } from 'vitest';
import { deal, dollars, euros, MONTHS } from './deals.js';

const day = (text: string): Day => text as Day;

describe('Snapshots that are judged', () => {
  const open = deal({ closeDay: day('2026-04-20'), category: 'commit' });
  const slipped = deal({ closeDay: day('2026-04-25'), amount: euros(40_000) });
  const march = takeSnapshot(day('2026-03-31'), [open, slipped]);
  const won = { ...open, status: 'won', category: 'closed', amount: euros(80_000) } as const;
  const mid = takeSnapshot(day('2026-04-22'), [won, slipped]);
  const now = [
    won,
    { ...slipped, closeDay: day('2026-05-25') },
    deal({ amount: dollars(1), closeDay: day('2026-04-02') }),
  ];
  const setup = { periods: MONTHS, asOf: day('2026-05-20'), currency: 'EUR' } as const;

  it('FC44 are asked about each period that is over by now and was not on their day', () => {
    const report = judgeSnapshots([mid, march], now, setup);
    expect(
      report.forecasts.map(({ takenOn, period, forecast, actual }) => [takenOn, period.key, forecast, actual]),
    ).toEqual([
      ['2026-03-31', '2026-M04', 70_000_00, 80_000_00],
      ['2026-04-22', '2026-M04', 100_000_00, 80_000_00],
    ]);
    expect(report.record?.count).toBe(2);
    expect(report.record?.bias).toBeCloseTo((-0.125 + 0.25) / 2, 12);
    expect(report.withoutRate).toEqual(['USD']);
    const commit = judgeSnapshots([march], now, { ...setup, reading: 'commit' });
    expect(commit.forecasts[0]).toMatchObject({ forecast: 100_000_00, accuracy: 0.75 });
    expect(judgeSnapshots([march], now, { ...setup, asOf: day('2026-04-30') }).record).toBeUndefined();
  });
});
