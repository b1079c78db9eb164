import { addDays, type Day, type Deal, type Instant, instantOf, money, type NewDeal, type Stage } from '@kith/core';
import { type Attention, type AttentionReason, attentionClock, attentionOf } from '@kith/core/deals';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hoursAfter, NOW } from '../../support/env.js';
import { fuzz } from '../../support/fuzz.js';
import { aDeal, pipeline } from './book.js';

const [lead, proposal] = pipeline.stages as readonly [Stage, Stage];
const TODAY = '2026-11-22' as Day;
const days = (count: number, from: Instant = NOW): Instant => hoursAfter(from, count * 24);
/** Nothing to find: a step is agreed, a day is promised, an amount is there. */
const fine: Partial<NewDeal> = { nextStep: { kind: 'call', subject: 'Call' }, expectedCloseDay: addDays(TODAY, 90) };

const look = (deal: Deal, now: Instant = NOW, stage: Stage | undefined = lead, lastActivityAt?: Instant): Attention =>
  attentionOf(deal, { stage, lastActivityAt, clock: attentionClock({ now, timeZone: 'Europe/Vienna' }) });
const reasons = (attention: Attention): readonly AttentionReason[] => attention.findings.map(({ reason }) => reason);

describe('a deal that needs attention', () => {
  it('D40 finds none in one that goes its way', () => {
    expect(look(aDeal(fine)).findings).toEqual([]);
  });

  it('D40 finds each reason by itself', () => {
    const one = (deal: Deal, now?: Instant, stage?: Stage, last?: Instant) => reasons(look(deal, now, stage, last));
    expect(one(aDeal({ ...fine, nextStep: undefined }))).toEqual(['noNextStep']);
    const lapsed = aDeal({ ...fine, nextStep: { kind: 'call', subject: 'Call Ada', day: addDays(TODAY, -1) } });
    expect(look(lapsed).findings).toMatchObject([{ reason: 'noNextStep', since: '2026-11-21' }]);
    expect(one(aDeal({ ...fine, nextStep: { kind: 'call', subject: 'Call', day: TODAY } }))).toEqual([]);
    expect(one(aDeal({ ...fine, expectedCloseDay: addDays(TODAY, -1) }))).toEqual(['overdue']);
    expect(one(aDeal({ ...fine, expectedCloseDay: TODAY }))).toEqual([]);
    expect(one(aDeal({ ...fine, amount: undefined }))).toEqual(['noAmount']);
    // Lead rots after 14 days, Proposal never.
    expect(one(aDeal(fine), days(14), { ...lead, rottingDays: 10 }, days(2))).toEqual(['rotting']);
    expect(one(aDeal(fine), days(14), proposal)).toEqual(['silent']);
    expect(one(aDeal(fine), days(14), proposal, days(1))).toEqual([]);
    expect(one(aDeal(fine), days(14))).toEqual(['rotting', 'silent']);
    expect(
      reasons(attentionOf(aDeal(fine), { stage: undefined, clock: attentionClock({ now: NOW, timeZone: 'UTC' }) })),
    ).toEqual(['stageGone']);
  });

  it('D40 counts pushes of the close day: three are too many, and coming earlier is none', () => {
    const pushed = (
      ...former: readonly number[]
    ): Deal & { closeDayHistory: readonly { day: Day; at: Instant }[] } => ({
      ...aDeal(fine),
      closeDayHistory: former.map((offset) => ({ day: addDays(TODAY, offset), at: NOW })),
    });
    expect(reasons(look(pushed(10, 20)))).toEqual([]);
    expect(look(pushed(10, 20, 30)).findings).toMatchObject([{ reason: 'pushedOften', pushes: 3 }]);
    expect(reasons(look(pushed(40, 30, 20)))).toEqual([]);
  });

  it('D40 leaves closed deals alone', () => {
    for (const status of ['won', 'lost'] as const)
      expect(look({ ...aDeal({ amount: undefined }), status }, days(300))).toEqual({ findings: [] });
  });

  it('D41 says why, since when, what would mend it and what is at risk', () => {
    const deal = aDeal({ amount: money(1000_00, 'EUR'), expectedCloseDay: addDays(TODAY, -3) });
    const found = look(deal, days(20), proposal, days(1));
    expect(found.findings).toEqual([
      {
        reason: 'overdue',
        message: 'It was to close on 2026-11-19. Close it, or agree on another day.',
        since: '2026-11-19',
        fix: { kind: 'fields', fields: ['expectedCloseDay'] },
      },
      {
        reason: 'silent',
        message: 'Nobody has been in touch for 14 days or more. Call, write or meet.',
        since: days(1),
        fix: { kind: 'fields', fields: ['nextStep'] },
      },
      {
        reason: 'noNextStep',
        message: 'Nothing is agreed upon. Say what comes next.',
        fix: { kind: 'fields', fields: ['nextStep'] },
      },
    ]);
    expect(found.atRisk).toEqual(money(350_00, 'EUR'));
    expect(look(aDeal({ amount: undefined })).atRisk).toBeUndefined();
  });

  it('D42 says when time alone adds a finding: never late, and nothing before', () => {
    const offset = fc.option(fc.integer({ min: -5, max: 40 }));
    fc.assert(
      fc.property(offset, offset, offset, fc.integer({ min: 0, max: 900 }), (close, step, activity, hours) => {
        const deal = aDeal({
          ...(close !== null && { expectedCloseDay: addDays(TODAY, close) }),
          ...(step !== null && { nextStep: { kind: 'call', subject: 'Call', day: addDays(TODAY, step) } }),
        });
        const last = activity === null ? undefined : days(activity);
        const now = hoursAfter(NOW, hours);
        const { findings, nextAt } = look(deal, now, lead, last);
        if (nextAt === undefined) {
          expect(reasons(look(deal, days(400), lead, last))).toEqual(findings.map(({ reason }) => reason));
          return;
        }
        expect(nextAt > now).toBe(true);
        const justBefore = instantOf(Date.parse(nextAt) - 1);
        expect(look(deal, justBefore, lead, last).findings).toEqual(findings);
        expect(look(deal, nextAt, lead, last).findings.length).toBeGreaterThan(findings.length);
      }),
      fuzz(300),
    );
  });

  it('D58 leaves one on hold in peace, but for days that are over', () => {
    const paused: Stage = { ...lead, type: 'hold' };
    const pushed = { closeDayHistory: [10, 20, 30].map((offset) => ({ day: addDays(TODAY, offset), at: NOW })) };
    const bare = { ...aDeal({ amount: undefined, expectedCloseDay: addDays(TODAY, 90) }), ...pushed };
    expect(reasons(look(bare, days(60)))).toEqual(['rotting', 'pushedOften', 'silent', 'noNextStep', 'noAmount']);
    expect(look(bare, days(60), paused)).toMatchObject({ findings: [], nextAt: '2027-02-20T23:00:00.000Z' });
    const late = aDeal({
      expectedCloseDay: addDays(TODAY, 40),
      nextStep: { kind: 'call', subject: 'Ask again', day: addDays(TODAY, 30) },
    });
    expect(reasons(look(late, days(20), paused))).toEqual([]);
    expect(look(late, days(35), paused).findings).toMatchObject([{ reason: 'noNextStep', since: '2026-12-22' }]);
    expect(reasons(look(late, days(50), paused))).toEqual(['overdue', 'noNextStep']);
  });
});
