import { type Deal, lastDoneAt, moveDeal, rottingDays } from '@kith/core';
import { stayMillis, timeInStages } from '@kith/core/deals';
import { describe, expect, it } from 'vitest';
import { envAt, hoursAfter, NOW } from '../../support/env.js';
import { valueOf } from '../../support/result.js';
import { aDeal, pipeline, RANK, stageId } from './book.js';

const HOUR = 3_600_000;
const moveTo = (deal: Deal, name: string, hours: number): Deal =>
  valueOf(
    moveDeal(
      deal,
      pipeline,
      { stageId: stageId(name), rank: RANK, lossReason: 'Price' },
      envAt(hoursAfter(NOW, hours)),
    ),
  );
const [lead, proposal] = pipeline.stages as [(typeof pipeline.stages)[number], (typeof pipeline.stages)[number]];
const days = (count: number, hours = 0) => hoursAfter(NOW, count * 24 + hours);

describe('a deal in time', () => {
  it('D17 adds up its stays in each stage', () => {
    const deal = moveTo(moveTo(moveTo(aDeal(), 'proposal', 10), 'lead', 25), 'proposal', 31);
    expect([...timeInStages(deal, hoursAfter(NOW, 100))]).toEqual([
      ['stage_lead', 16 * HOUR],
      ['stage_proposal', (15 + 69) * HOUR],
    ]);
  });

  it('D17 takes no time away where a clock ran backwards', () => {
    const deal = moveTo(aDeal(), 'proposal', -5);
    expect([...timeInStages(deal, hoursAfter(NOW, -7)).values()]).toEqual([0, 0]);
    expect(stayMillis({ stageId: stageId('lead'), enteredAt: NOW, leftAt: hoursAfter(NOW, 2) }, NOW)).toBe(2 * HOUR);
  });

  it('D18 rots since its last progress, not since it was made', () => {
    const deal = aDeal();
    expect(rottingDays(deal, lead, days(13, 23))).toBeUndefined();
    expect(rottingDays(deal, lead, days(14))).toBe(14);
    expect(rottingDays(deal, lead, days(20, 5))).toBe(20);
    const back = moveTo(moveTo(deal, 'proposal', 24), 'lead', 10 * 24);
    expect(rottingDays(back, lead, days(20))).toBeUndefined();
    expect(rottingDays(back, lead, days(24))).toBe(14);
    // An activity that is done counts, one that is planned does not, and an old one changes nothing.
    const now = days(30);
    const activities = [
      { status: 'done', at: days(12) },
      { status: 'planned', at: days(29) },
      { status: 'done', at: days(31) },
    ] as const;
    expect(rottingDays(deal, lead, now, lastDoneAt(activities, now))).toBe(18);
    expect(rottingDays(deal, lead, days(20), days(-3))).toBe(20);
    expect(rottingDays(deal, lead, days(20), days(10))).toBeUndefined();
  });

  it('D19 does not rot when it is closed, or its stage has no limit', () => {
    expect(rottingDays(moveTo(aDeal(), 'lost', 1), { rottingDays: 1 }, days(300))).toBeUndefined();
    expect(rottingDays(aDeal(), proposal, days(300))).toBeUndefined();
  });

  it('D58 does not rot on hold, and has made progress when it is taken up again', () => {
    const paused = { ...lead, type: 'hold' as const };
    expect(rottingDays(aDeal(), paused, days(300))).toBeUndefined();
    const again = moveTo(moveTo(aDeal(), 'proposal', 24), 'lead', 200 * 24);
    expect(rottingDays(again, lead, days(213))).toBeUndefined();
  });
});
