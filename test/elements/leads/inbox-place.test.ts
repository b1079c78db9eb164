import { compileFilter } from '@kith/core';
import { describe, expect, it } from 'vitest';
import {
  countIn,
  filterOf,
  type InboxPlace,
  isClaimable,
  orderOf,
  scoresOf,
} from '../../../packages/elements/src/leads/inbox-place.js';

const ME = 'user_hanna' as never;
const rows = [
  { ownerId: ME, status: 'new' },
  { ownerId: ME, status: 'disqualified' },
  { ownerId: 'user_rafael', poolId: 'pool_a', status: 'working' },
  { poolId: 'pool_a', status: 'new' },
  { status: 'recycled' },
];
const groups = rows.map((row) => ({ key: [row.poolId ?? null, row.ownerId ?? null, row.status], count: 2, sums: [] }));
const MOMENT = { now: '2026-11-20T09:00:00.000Z' as never, timeZone: 'UTC' };

describe('where leads lie', () => {
  it('IB1 counts each place as its filter does', () => {
    for (const place of ['mine', 'unassigned', 'all', 'pool:pool_a', 'pool:pool_b'] as InboxPlace[])
      for (const status of ['open', 'new', 'disqualified'] as const) {
        const matches = compileFilter(filterOf(place, status, ME), MOMENT);
        expect([place, status, countIn(groups, place, status, ME)]).toEqual([
          place,
          status,
          2 * rows.filter(matches).length,
        ]);
      }
  });

  it('IB2 sorts by what the place waits for, by score, or by age', () => {
    expect(orderOf('mine', 'waiting')).toEqual([['idleSince', 'asc']]);
    expect(orderOf('pool:a', 'waiting')).toEqual([['pooledAt', 'asc']]);
    expect(orderOf('all', 'newest')).toEqual([['createdAt', 'desc']]);
  });

  it('IB2 lists the scores of the same leads, where the plan carries along what is filtered by', () => {
    for (const place of ['mine', 'unassigned', 'all', 'pool:pool_a'] as InboxPlace[]) {
      const where = filterOf(place, 'open', ME);
      const [ofLeads, ofScores] = [compileFilter(where, MOMENT), compileFilter(scoresOf(where, 'inbound'), MOMENT)];
      expect(rows.map((about) => ofScores({ model: 'inbound', about }))).toEqual(rows.map(ofLeads));
      expect(rows.some((about) => ofScores({ model: 'other', about }))).toBe(false);
    }
  });

  it('IB5 offers to claim what lies in a pool and is worked on', () => {
    expect(isClaimable({ poolId: 'pool_a' as never, ownerId: undefined, status: 'new' })).toBe(true);
    expect(isClaimable({ poolId: 'pool_a' as never, ownerId: undefined, status: 'disqualified' })).toBe(false);
    expect(isClaimable({ poolId: undefined, ownerId: undefined, status: 'new' })).toBe(false);
  });
});
