import type { Activity } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { newestFirst, pastOf, plannedOf, soonestFirst } from '../../../packages/elements/src/activities/entry.js';

const moment = '2026-11-01T09:00:00.000Z';

function activity(change: Partial<Record<keyof Activity, unknown>>): Activity {
  const whole = {
    id: 'activity_1',
    kind: 'note',
    subject: 'A note',
    status: 'done',
    at: moment,
    createdAt: moment,
    modifiedAt: moment,
    ...change,
  };
  return whole as unknown as Activity;
}

describe('the order of entries', () => {
  it('CD22 puts what is planned in the order in which it is due, and what has been newest first', () => {
    const ahead = [
      activity({ id: 'activity_c', status: 'planned', kind: 'call', at: '2026-12-03T09:00:00.000Z' }),
      activity({ id: 'activity_d', status: 'planned', kind: 'task', dueDay: '2026-12-01' }),
    ].map(plannedOf);
    const past = [
      activity({ id: 'activity_a', at: '2026-11-02T09:00:00.000Z' }),
      activity({ id: 'activity_b', at: '2026-11-03T09:00:00.000Z' }),
      activity({ id: 'activity_e', status: 'cancelled', at: '2026-11-01T09:00:00.000Z' }),
    ].map(pastOf);
    expect(ahead.sort(soonestFirst).map(({ id }) => id)).toEqual(['activity_d', 'activity_c']);
    expect(past.sort(newestFirst).map(({ id }) => id)).toEqual(['activity_b', 'activity_a', 'activity_e']);
  });

  it('CD22 shows a completed task at the moment it was completed', () => {
    expect(pastOf(activity({ kind: 'task', at: moment, completedAt: '2026-11-09T09:00:00.000Z' })).at).toBe(
      '2026-11-09T09:00:00.000Z',
    );
  });

  it('TL2 shows a call when it took place, however late it was written down, and never after it was done', () => {
    const call = activity({ kind: 'call', at: moment, completedAt: '2026-11-09T09:00:00.000Z' });
    expect(pastOf(call).at).toBe(moment);
    expect(pastOf({ ...call, at: '2026-12-01T09:00:00.000Z' as never }).at).toBe('2026-11-09T09:00:00.000Z');
  });
});
