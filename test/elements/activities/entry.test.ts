import type { Activity } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { type MoveEntry, timelineOf } from '../../../packages/elements/src/activities/entry.js';

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

describe('timelineOf', () => {
  it('CD22 puts what is planned ahead, the soonest first, and what has been behind, the newest first', () => {
    const { ahead, past } = timelineOf([
      activity({ id: 'activity_a', at: '2026-11-02T09:00:00.000Z' }),
      activity({ id: 'activity_b', at: '2026-11-03T09:00:00.000Z' }),
      activity({ id: 'activity_c', status: 'planned', kind: 'call', at: '2026-12-03T09:00:00.000Z' }),
      activity({ id: 'activity_d', status: 'planned', kind: 'task', dueDay: '2026-12-01' }),
      activity({ id: 'activity_e', status: 'cancelled', at: '2026-11-01T09:00:00.000Z' }),
    ]);
    expect(ahead.map((entry) => entry.id)).toEqual(['activity_d', 'activity_c']);
    expect(past.map((entry) => entry.id)).toEqual(['activity_b', 'activity_a', 'activity_e']);
  });

  it('CD22 shows a completed task at the moment it was completed', () => {
    const { past } = timelineOf([activity({ kind: 'task', at: moment, completedAt: '2026-11-09T09:00:00.000Z' })]);
    expect(past[0]?.at).toBe('2026-11-09T09:00:00.000Z');
  });

  it('CD45 merges the moves of deals with the activities by time', () => {
    const move = (id: string, at: string): MoveEntry => ({ kind: 'move', id, at }) as MoveEntry;
    const { past } = timelineOf(
      [
        activity({ id: 'activity_a', at: '2026-11-02T09:00:00.000Z' }),
        activity({ id: 'activity_b', at: '2026-11-04T09:00:00.000Z' }),
      ],
      [move('deal_1-0', '2026-11-03T09:00:00.000Z'), move('deal_1-1', '2026-11-05T09:00:00.000Z')],
    );
    expect(past.map(({ id }) => id)).toEqual(['deal_1-1', 'activity_b', 'deal_1-0', 'activity_a']);
  });

  it('CD22 does not mutate what it is given', () => {
    const activities = Object.freeze([
      activity({ id: 'activity_a' }),
      activity({ id: 'activity_b', at: '2026-11-03T09:00:00.000Z' }),
    ]);
    timelineOf(activities);
    expect(activities.map(({ id }) => id)).toEqual(['activity_a', 'activity_b']);
  });
});
