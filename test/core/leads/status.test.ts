import type { Day, Id, Instant } from '@kith/core';
import {
  disqualifyLead,
  firstTouchDue,
  isOpenLead,
  type Lead,
  LeadStatus,
  leadTransitions,
  missingBant,
  moveLead,
  newLead,
  qualifyLead,
  recycleLead,
  touchLead,
  wakeLead,
} from '@kith/core/leads';
import { describe, expect, it } from 'vitest';
import { envAt, frozen, HANNA, hoursAfter, NOW } from '../../support/env.js';
import { problemOf, valueOf } from '../../support/result.js';

const env = envAt();
const later = envAt(hoursAfter(NOW, 24));
const lead = (changes: Partial<Lead> = {}): Lead =>
  frozen({ ...valueOf(newLead({ name: 'Léa Fontanel', ownerId: HANNA }, env)), ...changes });
const BANT = { budgetStatus: 'approved', isDecisionMaker: true, need: 'must-have', timeFrame: 'this-quarter' } as const;
const day = (text: string): Day => text as Day;

describe('the life of a lead', () => {
  it('LE10 goes from status to status as the table has it, and a refusal names what it has', () => {
    for (const from of LeadStatus.options)
      for (const to of LeadStatus.options) {
        const moved = moveLead(lead({ status: from }), to, later);
        const isPlain = to === 'contacted' || to === 'working' || to === 'nurturing';
        if (from === to) expect(valueOf(moved).status).toBe(from);
        else if (!leadTransitions[from].includes(to))
          expect(problemOf(moved)).toMatchObject({
            code: 'leads/not-a-step',
            params: { from, to, allowed: leadTransitions[from].join(', ') },
          });
        else if (isPlain) expect(valueOf(moved)).toMatchObject({ status: to, statusEnteredAt: later.now });
        else expect(problemOf(moved).code).toBe('leads/step-of-its-own');
      }
    expect(LeadStatus.options.filter((status) => !isOpenLead({ status }))).toEqual(['converted', 'disqualified']);
  });

  it('LE11 qualifies only who is known by budget, authority, need and time, or what the house asks', () => {
    expect(missingBant({})).toEqual(['budget', 'isDecisionMaker', 'need', 'timeFrame']);
    const half = lead({ bant: { need: 'must-have', timeFrame: 'unknown' } });
    expect(problemOf(qualifyLead(half, {}, later))).toMatchObject({
      code: 'leads/bant-incomplete',
      fix: { fields: ['bant.budget', 'bant.isDecisionMaker', 'bant.timeFrame'] },
    });
    expect(valueOf(qualifyLead(half, { asks: ['need'] }, later)).status).toBe('qualified');
    expect(valueOf(qualifyLead(half, { bant: BANT, note: ' Wants it by May. ' }, later))).toMatchObject({
      status: 'qualified',
      bant: BANT,
      qualificationNote: 'Wants it by May.',
    });
  });

  it('LE12 is disqualified with a reason, and rests then', () => {
    expect(problemOf(disqualifyLead(lead(), { reason: ' ' }, later)).code).toBe('leads/reason-required');
    const gone = valueOf(disqualifyLead(lead(), { reason: 'No budget', note: 'Ask in 2028.' }, later));
    expect(gone).toMatchObject({
      status: 'disqualified',
      disqualifyReason: 'No budget',
      disqualifyNote: 'Ask in 2028.',
    });
    expect([gone.ownedAt, gone.idleSince]).toEqual([undefined, undefined]);
    expect(problemOf(touchLead(gone, {}, later)).code).toBe('leads/closed');
  });

  it('LE13 is put aside until a day that lies ahead, and is new again then', () => {
    for (const [on, code] of [
      ['2026-11-22', 'leads/day-passed'],
      ['2026-02-30', 'leads/no-such-day'],
      ['soon', 'leads/no-such-day'],
    ])
      expect(problemOf(recycleLead(lead(), { reason: 'Later', on: day(on ?? '') }, env)).code).toBe(code);
    expect(problemOf(recycleLead(lead(), { reason: '', on: day('2027-01-10') }, env)).code).toBe(
      'leads/reason-required',
    );
    const gone = valueOf(disqualifyLead(lead(), { reason: 'No budget' }, env));
    const resting = valueOf(recycleLead(gone, { reason: 'New year', on: day('2027-01-10') }, env));
    expect(resting).toMatchObject({ status: 'recycled', recycleOn: '2027-01-10', recycleReason: 'New year' });
    expect(resting.disqualifyReason).toBeUndefined();
    const eve = envAt('2027-01-09T22:59:00.000Z' as Instant);
    expect(wakeLead(resting, eve)).toBe(resting);
    const woken = wakeLead(resting, envAt('2027-01-09T23:00:00.000Z' as Instant));
    expect([woken.status, woken.recycleOn, woken.recycleReason]).toEqual(['new', undefined, undefined]);
  });

  it('LE17 begins anew for whoever has it after a rest: nobody neglected it meanwhile', () => {
    const resting = valueOf(recycleLead(lead(), { reason: 'New year', on: day('2027-01-10') }, env));
    const then = envAt('2027-01-10T08:00:00.000Z' as Instant);
    const anew = { ownedAt: then.now, idleSince: then.now };
    expect(wakeLead(resting, then)).toMatchObject(anew);
    expect(valueOf(moveLead(resting, 'working', then))).toMatchObject(anew);
    expect(valueOf(touchLead(resting, {}, then))).toMatchObject({ status: 'contacted', ...anew });
    const given = { ...resting, ownerId: undefined, ownedAt: undefined, idleSince: undefined };
    expect(wakeLead(given, then)).not.toHaveProperty('idleSince');
    expect(valueOf(disqualifyLead(resting, { reason: 'No budget' }, then))).not.toHaveProperty('ownedAt');
  });

  it('LE14 keeps the first touch and the last, whichever is noted first, and is contacted by it', () => {
    const first = valueOf(touchLead(lead(), {}, later));
    expect(first).toMatchObject({
      status: 'contacted',
      firstTouchedAt: later.now,
      lastTouchedAt: later.now,
      idleSince: later.now,
    });
    const before = valueOf(touchLead(first, { at: hoursAfter(NOW, 2) }, later));
    expect(before).toMatchObject({
      firstTouchedAt: hoursAfter(NOW, 2),
      lastTouchedAt: later.now,
      idleSince: later.now,
    });
    expect(problemOf(touchLead(lead(), { at: hoursAfter(NOW, 48) }, later)).code).toBe('leads/touch-ahead');
    expect(valueOf(touchLead(lead({ status: 'working' }), {}, later)).status).toBe('working');
  });

  it('LE15 is to be touched first within so many minutes of working time', () => {
    const shifts = [{ from: '09:00', to: '17:00' }];
    const time = { timeZone: 'Europe/Vienna', week: { 1: shifts, 2: shifts } };
    expect(firstTouchDue(NOW, 60)).toBe(hoursAfter(NOW, 1));
    // Sunday morning: an hour after they open on Monday.
    expect(firstTouchDue(NOW, 60, time)).toBe('2026-11-23T09:00:00.000Z');
  });

  it('LE16 does not change what it is given', () => {
    const given = lead({ id: 'lead_a' as Id<'lead'> });
    const copy = structuredClone(given);
    moveLead(given, 'working', later);
    qualifyLead(given, { bant: BANT }, later);
    touchLead(given, {}, later);
    expect(given).toEqual(copy);
  });
});
