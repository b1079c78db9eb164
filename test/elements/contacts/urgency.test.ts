import type { Activity, Day, Deal } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { mostUrgent } from '../../../packages/elements/src/contacts/urgency.js';

const today = '2026-11-22' as Day;
const task = (dueDay: string, status = 'planned') =>
  ({ kind: 'task', dueDay, status, at: `${dueDay}T00:00:00.000Z` }) as Activity;
const closing = (expectedCloseDay: string | undefined, status = 'open') => ({ expectedCloseDay, status }) as Deal;

describe('mostUrgent', () => {
  it('CD4 is what has the earliest day, a planned activity before a deal of that day', () => {
    expect(mostUrgent([task('2026-11-25')], [closing('2026-11-24')], today, 'UTC')).toMatchObject({
      kind: 'deal',
      isOverdue: false,
    });
    expect(mostUrgent([task('2026-11-24'), task('2026-11-20')], [closing('2026-11-20')], today, 'UTC')).toMatchObject({
      kind: 'activity',
      day: '2026-11-20',
      isOverdue: true,
    });
  });

  it('CD4 leaves out what is done, closed or without a day', () => {
    expect(
      mostUrgent([task('2026-11-20', 'done')], [closing('2026-11-20', 'won'), closing(undefined)], today, 'UTC'),
    ).toBeUndefined();
  });

  it('CD4 takes the day of a planned call in the zone of the reader', () => {
    const call = { kind: 'call', status: 'planned', at: '2026-11-22T23:30:00.000Z' } as Activity;
    expect(mostUrgent([call], [], today, 'Europe/Vienna')?.day).toBe('2026-11-23');
    expect(mostUrgent([call], [], today, 'UTC')?.day).toBe('2026-11-22');
  });
});
