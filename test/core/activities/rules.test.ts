import {
  Activity,
  completeActivity,
  type Id,
  type Instant,
  isOverdue,
  type LoggedActivity,
  lastDoneAt,
  logActivity,
} from '@kith/core';
import { describe, expect, it } from 'vitest';
import { envAt, frozen, HANNA, hoursAfter, NOW } from '../../support/env.js';
import { problemOf, valueOf } from '../../support/result.js';

const dealId = 'deal_1' as Id<'deal'>;
const log = (draft: Partial<LoggedActivity>) =>
  logActivity(frozen({ kind: 'call', subject: 'Price', ...draft }), envAt());
const planned: Activity = frozen({
  ...valueOf(log({ kind: 'task', subject: 'Send the offer', dealId })),
  status: 'planned',
  completedAt: undefined,
  at: hoursAfter(NOW, 5),
});

describe('activities', () => {
  it('E7 logs what was done by now', () => {
    const call = valueOf(log({ subject: '  Price  ', dealId, direction: 'outbound', outcome: undefined }));
    expect(call).toStrictEqual({
      id: expect.stringMatching(/^activity_/),
      kind: 'call',
      subject: 'Price',
      dealId,
      direction: 'outbound',
      status: 'done',
      at: NOW,
      completedAt: NOW,
      ownerId: HANNA,
      createdAt: NOW,
      createdBy: HANNA,
      modifiedAt: NOW,
      modifiedBy: HANNA,
    });
    expect(Activity.safeParse(call).success).toBe(true);
    expect(valueOf(log({ at: hoursAfter(NOW, -30) }))).toMatchObject({
      at: hoursAfter(NOW, -30),
      completedAt: hoursAfter(NOW, -30),
    });
    expect(problemOf(log({ at: hoursAfter(NOW, 1) }))).toMatchObject({ code: 'activities/in-the-future', path: 'at' });
    expect(problemOf(log({ subject: ' ' }))).toMatchObject({ code: 'activities/subject-required', path: 'subject' });
  });

  it('E8 completes a planned activity once', () => {
    const complete = (activity: Activity, how: { outcome?: string; completedAt?: Instant } = {}) =>
      completeActivity(activity, how, envAt());
    const done = valueOf(complete(planned, { outcome: ' Sent ' }));
    expect(done).toMatchObject({ status: 'done', completedAt: NOW, outcome: 'Sent', modifiedAt: NOW, at: planned.at });
    expect(valueOf(complete(planned, { completedAt: hoursAfter(NOW, -2) })).completedAt).toBe(hoursAfter(NOW, -2));
    expect(Object.keys(valueOf(complete(planned)))).not.toContain('outcome');
    expect(problemOf(complete(planned, { completedAt: hoursAfter(NOW, 2) }))).toMatchObject({
      code: 'activities/in-the-future',
      path: 'completedAt',
    });
    expect(problemOf(complete(done)).code).toBe('activities/already-done');
    expect(problemOf(complete({ ...planned, status: 'cancelled' })).code).toBe('activities/cancelled');
  });

  it('E9 is overdue when its day is over, or its moment has passed', () => {
    const on = (dueDay: string, timeZone = 'Europe/Vienna') =>
      isOverdue({ ...planned, dueDay: dueDay as Activity['dueDay'] }, { now: NOW, timeZone });
    expect([on('2026-11-21'), on('2026-11-22'), on('2026-11-23')]).toEqual([true, false, false]);
    expect([on('2026-11-21', 'Pacific/Pago_Pago'), on('2026-11-22', 'Pacific/Kiritimati')]).toEqual([false, false]);
    expect(isOverdue(planned, envAt())).toBe(false);
    expect(isOverdue({ ...planned, at: hoursAfter(NOW, -1) }, envAt())).toBe(true);
    expect(isOverdue({ ...planned, at: hoursAfter(NOW, -1), status: 'done' }, envAt())).toBe(false);
  });

  it('E10 counts as contact only what is done', () => {
    const at = (hours: number) => hoursAfter(NOW, hours);
    expect(lastDoneAt([], NOW)).toBeUndefined();
    // The defect of others: a meeting planned in 20 days counts as a contact today.
    expect(
      lastDoneAt(
        [
          { status: 'planned', at: at(480) },
          { status: 'planned', at: at(-1) },
          { status: 'cancelled', at: at(-1) },
        ],
        NOW,
      ),
    ).toBeUndefined();
    expect(
      lastDoneAt(
        [
          { status: 'done', at: at(-50) },
          { status: 'done', at: at(-9), completedAt: at(-3) },
          { status: 'done', at: at(2) },
        ],
        NOW,
      ),
    ).toBe(at(-3));
  });

  it('E11 does not mutate', () => {
    const before = JSON.stringify(planned);
    completeActivity(planned, frozen({ outcome: 'Sent' }), envAt());
    lastDoneAt([planned], NOW);
    expect(JSON.stringify(planned)).toBe(before);
  });
});
