import { describe, expect, it } from 'vitest';
import { waitingOf } from '../../../packages/elements/src/leads/waiting.js';

const now = '2026-11-23T09:00:00.000Z' as never; // a Monday, ten in Vienna
const shifts = [{ from: '09:00', to: '17:00' }];
const office = { timeZone: 'Europe/Vienna', week: { 1: shifts, 2: shifts, 3: shifts, 4: shifts, 5: shifts } };
const lead = { status: 'new', createdAt: '2026-11-20T15:00:00.000Z' } as never as Parameters<typeof waitingOf>[0];
const HOUR = 3_600_000;

describe('how a lead waits', () => {
  it('IB3 is due or late by working time where that is given, and by the clock where not', () => {
    const due = { ...lead, firstTouchDueAt: '2026-11-23T11:00:00.000Z' as never };
    expect(waitingOf(due, now, office)).toMatchObject({ is: 'due', millis: 2 * HOUR });
    // Friday at four in Vienna: one hour on Friday, one on Monday.
    const late = { ...lead, firstTouchDueAt: '2026-11-20T15:00:00.000Z' as never };
    expect(waitingOf(late, now, office)).toMatchObject({ is: 'late', millis: 2 * HOUR });
    expect(waitingOf(late, now)).toMatchObject({ is: 'late', millis: 66 * HOUR });
  });

  it('IB3 waits since somebody last cared, once it was touched; what is closed does not wait', () => {
    const touched = {
      ...lead,
      firstTouchDueAt: now,
      firstTouchedAt: now,
      idleSince: '2026-11-23T08:00:00.000Z' as never,
    };
    expect(waitingOf(touched, now)).toMatchObject({ is: 'since', millis: HOUR });
    expect(waitingOf({ ...lead, status: 'converted' }, now)).toBeUndefined();
  });
});
