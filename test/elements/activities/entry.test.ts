import type { Activity, Deal, Pipeline } from '@kith/core';
import { describe, expect, it } from 'vitest';
import { timelineOf } from '../../../packages/elements/src/activities/entry.js';

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

const pipeline = {
  id: 'pipeline_1',
  name: 'Sales',
  stages: [
    { id: 'stage_1', name: 'Discovery', type: 'open', probability: 20 },
    { id: 'stage_2', name: 'Proposal', type: 'open', probability: 60 },
    { id: 'stage_9', name: 'Lost', type: 'lost', probability: 0 },
  ],
} as unknown as Pipeline;

const deal = {
  id: 'deal_1',
  stageId: 'stage_9',
  lossReason: 'Price',
  stageHistory: [
    {
      stageId: 'stage_1',
      enteredAt: '2026-10-01T09:00:00.000Z',
      leftAt: '2026-10-05T09:00:00.000Z',
      enteredBy: 'user_1',
    },
    { stageId: 'stage_gone', enteredAt: '2026-10-05T09:00:00.000Z', leftAt: '2026-10-06T09:00:00.000Z' },
    { stageId: 'stage_2', enteredAt: '2026-10-06T09:00:00.000Z', leftAt: '2026-11-02T09:00:00.000Z' },
    { stageId: 'stage_9', enteredAt: '2026-11-02T09:00:00.000Z' },
  ],
} as unknown as Deal;

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

  it('CD23 shows the stage moves of a deal, from where to where, by whom and why it was lost', () => {
    const { past } = timelineOf([], deal, pipeline);
    expect(past).toMatchObject([
      { kind: 'stage', from: { name: 'Proposal' }, to: { name: 'Lost' }, reason: 'Price', by: undefined },
      { kind: 'stage', from: undefined, to: { name: 'Proposal' }, reason: undefined },
      { kind: 'stage', from: undefined, to: { name: 'Discovery' }, by: 'user_1' },
    ]);
    expect(past).toHaveLength(3);
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
