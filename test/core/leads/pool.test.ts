import type { Id, Instant } from '@kith/core';
import {
  type Claimant,
  capacitiesFor,
  claimLead,
  dueBefore,
  freeFrom,
  giveTo,
  type Lead,
  newLead,
  Pool,
  putIntoPool,
  recycleReason,
} from '@kith/core/leads';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { envAt, HANNA, hoursAfter } from '../../support/env.js';
import { fuzz } from '../../support/fuzz.js';
import { problemOf, valueOf } from '../../support/result.js';

const START = '2026-11-16T02:00:00.000Z' as Instant; // Monday, ten in the morning in Shanghai
const env = envAt(START, { actor: HANNA });
const POOL = 'pool_sea' as Id<'pool'>;
const IDA = 'user_ida' as Id<'user'>;
const pool = (changes: Partial<Pool> = {}): Pool => ({
  id: POOL,
  name: 'Open sea',
  timeZone: 'Asia/Shanghai',
  createdAt: START,
  modifiedAt: START,
  ...changes,
});
const lead = (): Lead => valueOf(newLead({ name: '华夏科技', poolId: POOL }, env));
const claimant = (changes: Partial<Claimant> = {}): Claimant => ({
  userId: HANNA,
  claimsToday: 0,
  held: [],
  ...changes,
});
const days = (count: number, of: 'calendar' | 'working' = 'calendar') => ({ days: count, of });

describe('pools', () => {
  it('LE20 gives a lead to whoever claims it first, and says to the next that it is gone', () => {
    const claimed = valueOf(claimLead(lead(), pool(), claimant(), env));
    expect(claimed).toMatchObject({
      ownerId: HANNA,
      poolId: POOL,
      ownedAt: START,
      idleSince: START,
      ownerHistory: [
        { poolId: POOL, reason: 'captured' },
        { ownerId: HANNA, reason: 'claimed', note: 'Open sea', by: HANNA },
      ],
    });
    expect(claimed.pooledAt).toBeUndefined();
    expect(problemOf(claimLead(claimed, pool(), claimant({ userId: IDA }), env))).toMatchObject({
      code: 'leads/not-in-pool',
      params: { ownerId: HANNA },
    });
    expect(problemOf(claimLead({ ...lead(), poolId: 'pool_b' as Id<'pool'> }, pool(), claimant(), env)).code).toBe(
      'leads/not-in-pool',
    );
    expect(problemOf(claimLead({ ...lead(), status: 'disqualified' }, pool(), claimant(), env)).code).toBe(
      'leads/not-in-pool',
    );
  });

  it('LE21 lets members in only', () => {
    const closed = pool({ userIds: [IDA], teamIds: ['team_a' as Id<'team'>] });
    expect(problemOf(claimLead(lead(), closed, claimant(), env)).code).toBe('leads/not-a-member');
    expect(claimLead(lead(), closed, claimant({ userId: IDA }), env).ok).toBe(true);
    expect(claimLead(lead(), closed, claimant({ teamId: 'team_a' as Id<'team'> }), env).ok).toBe(true);
  });

  it('LE22 bounds the claims of a day, and says when the next one begins in the zone of the pool', () => {
    const bounded = pool({ claimsPerDay: 3 });
    expect(claimLead(lead(), bounded, claimant({ claimsToday: 2 }), env).ok).toBe(true);
    expect(problemOf(claimLead(lead(), bounded, claimant({ claimsToday: 3 }), env))).toMatchObject({
      code: 'leads/claim-limit',
      params: { claimed: 3, limit: 3, until: '2026-11-16T16:00:00.000Z' },
    });
  });

  it('LE23 bounds how many are held, per person and per team', () => {
    const bounded = pool({
      capacities: [
        { most: 10, per: 'person' },
        { most: 2, per: 'person', name: 'hot', where: { field: 'rating', is: 'eq', value: 'hot' } },
        { most: 5, per: 'team', teamIds: ['team_a' as Id<'team'>] },
        { most: 0, per: 'person', userIds: [IDA] },
      ],
    });
    expect(capacitiesFor(bounded, claimant()).map(({ most }) => most)).toEqual([10, 2]);
    expect(capacitiesFor(bounded, claimant({ teamId: 'team_a' as Id<'team'> })).map(({ most }) => most)).toEqual([
      10, 2, 5,
    ]);
    expect(claimLead(lead(), bounded, claimant({ held: [9, 1] }), env).ok).toBe(true);
    expect(problemOf(claimLead(lead(), bounded, claimant({ held: [9, 2] }), env))).toMatchObject({
      code: 'leads/pool-capacity',
      params: { held: 2, most: 2, per: 'person' },
    });
    expect(problemOf(claimLead(lead(), bounded, claimant({ userId: IDA }), env)).params).toMatchObject({ most: 0 });
  });

  it('LE24 makes the former owner wait, longer than the others', () => {
    const patient = pool({ formerOwnerWaits: days(3), freshWaits: days(1) });
    const had = valueOf(giveTo(lead(), HANNA, { reason: 'claimed' }, env));
    const back = valueOf(
      putIntoPool(had, POOL, { reason: 'given-back', note: 'No time' }, envAt(hoursAfter(START, 4))),
    );
    expect(back.ownerHistory?.at(-1)).toMatchObject({ poolId: POOL, reason: 'given-back', note: 'No time' });
    const on = (text: string) => envAt(`${text}:00.000Z` as Instant);
    // Given back on Monday in Shanghai: Tuesday is for nobody, the three days to Thursday for others.
    expect(problemOf(claimLead(back, patient, claimant({ userId: IDA }), on('2026-11-17T15:59')))).toMatchObject({
      code: 'leads/just-recycled',
      params: { until: '2026-11-17T16:00:00.000Z' },
    });
    expect(claimLead(back, patient, claimant({ userId: IDA }), on('2026-11-17T16:00')).ok).toBe(true);
    expect(problemOf(claimLead(back, patient, claimant(), on('2026-11-19T15:59')))).toMatchObject({
      code: 'leads/former-owner-waits',
      params: { until: '2026-11-19T16:00:00.000Z' },
    });
    expect(claimLead(back, patient, claimant(), on('2026-11-19T16:00')).ok).toBe(true);
    expect(claimLead(lead(), patient, claimant(), env).ok).toBe(true);
  });

  it('LE25 counts working days where the wait says so, holidays and working weekends as declared', () => {
    const wait = days(2, 'working');
    expect(freeFrom(START, wait, pool())).toBe('2026-11-18T16:00:00.000Z');
    const friday = hoursAfter(START, 96);
    expect(freeFrom(friday, wait, pool())).toBe('2026-11-24T16:00:00.000Z');
    expect(freeFrom(friday, days(0, 'working'), pool())).toBe(friday);
    const shifts = [{ from: '09:00', to: '18:00' }];
    const workingTime = {
      timeZone: 'Asia/Shanghai',
      week: { 1: shifts, 2: shifts, 3: shifts, 4: shifts, 5: shifts },
      days: { '2026-11-21': shifts, '2026-11-23': [] },
    };
    expect(freeFrom(friday, wait, pool({ workingTime }))).toBe('2026-11-24T16:00:00.000Z');
    expect(freeFrom(friday, days(1, 'working'), pool({ workingTime }))).toBe('2026-11-21T16:00:00.000Z');
  });

  it('LE26 takes back what nobody followed up, or brought to no deal, after whole days', () => {
    const strict = pool({ noFollowUp: days(2), noDeal: days(5) });
    const had = valueOf(giveTo(lead(), HANNA, { reason: 'claimed' }, env));
    const at = (text: string) => envAt(`${text}:00.000Z` as Instant);
    expect(recycleReason(had, strict, at('2026-11-18T15:59'))).toBeUndefined();
    expect(recycleReason(had, strict, at('2026-11-18T16:00'))).toBe('no-follow-up');
    const touched = { ...had, idleSince: '2026-11-20T02:00:00.000Z' as Instant };
    expect(recycleReason(touched, strict, at('2026-11-21T15:59'))).toBeUndefined();
    expect(recycleReason(touched, strict, at('2026-11-21T16:00'))).toBe('no-deal');
    expect(recycleReason({ ...had, status: 'disqualified' }, strict, at('2027-01-01T00:00'))).toBeUndefined();
    expect(recycleReason(lead(), strict, at('2027-01-01T00:00'))).toBeUndefined();
    expect(recycleReason(had, pool(), at('2027-01-01T00:00'))).toBeUndefined();
  });

  it('LE27 looks up as due exactly what has waited long enough', () => {
    const minute = fc.integer({ min: 0, max: 60 * 24 * 60 });
    fc.assert(
      fc.property(
        minute,
        minute,
        fc.integer({ min: 1, max: 9 }),
        fc.constantFrom('calendar' as const, 'working' as const),
        (a, b, count, of) => {
          const [since, now] = [a, b].map((each) => hoursAfter(START, each / 60)) as [Instant, Instant];
          const zone = pool({ timeZone: 'America/New_York' });
          expect(since < dueBefore(days(count, of), zone, { now })).toBe(now >= freeFrom(since, days(count, of), zone));
        },
      ),
      fuzz(300),
    );
  });

  it('LE28 refuses pools without a zone that exists, and bounds below nothing', () => {
    expect(Pool.safeParse(pool()).success).toBe(true);
    for (const wrong of [
      { timeZone: 'Mars/Olympus' },
      { claimsPerDay: -1 },
      { noDeal: { days: 1.5, of: 'calendar' } },
      { workingTime: { week: {} } },
    ])
      expect(Pool.safeParse({ ...pool(), ...wrong }).success).toBe(false);
  });
});
