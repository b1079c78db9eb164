import type { Id, Instant } from '@kith/core';
import { did, newLiveSegments, type SegmentFilter } from '@kith/core/segments';
import { describe, expect, it } from 'vitest';

const segment = (name: string, of: string, filter: SegmentFilter) => ({
  id: `segment_${name}` as Id<'segment'>,
  name,
  of,
  filter,
});
const run = (steps: Iterable<undefined>): void => {
  for (const _ of steps);
};
const at = (text: string): Instant => new Date(text).toISOString() as Instant;

describe('months and years', () => {
  it.each([
    ['P1M', '2026-01-31T10:00:00Z', '2026-02-28T22:59:59Z', '2026-02-28T23:00:00Z'],
    ['P1M', '2026-03-31T10:00:00Z', '2026-04-30T21:59:59Z', '2026-04-30T22:00:00Z'],
    ['P1M', '2026-02-28T10:00:00Z', '2026-03-31T21:59:59Z', '2026-03-31T22:00:00Z'],
    ['P3M', '2026-08-15T23:30:00Z', '2026-11-16T22:59:59Z', '2026-11-16T23:00:00Z'],
    ['P1Y', '2024-02-29T10:00:00Z', '2025-02-28T22:59:59Z', '2025-02-28T23:00:00Z'],
  ])('SE60 %s after %s it still holds at %s, and at %s no longer', (within, happened, last, gone) => {
    const live = newLiveSegments({ now: at(happened), timeZone: 'Europe/Vienna' });
    const seen = segment('seen', 'contacts', did('activity', { within }));
    run(live.defining([seen]));
    live.apply({ collection: 'contacts', id: 'contact_1', to: { name: 'Ana' } });
    live.apply({ collection: 'activities', id: 'activity_1', to: { contactId: 'contact_1', at: at(happened) } });
    run(live.advancing(at(last)));
    expect(live.count(seen.id)).toBe(1);
    run(live.advancing(at(gone)));
    expect(live.count(seen.id)).toBe(0);
    run(live.advancing(at(last)));
    expect(live.count(seen.id)).toBe(1);
  });
});

describe('what a row names itself', () => {
  const vip = segment('vip', 'contacts', { field: 'tags', is: 'contains', value: 'vip' });
  const large = segment('large', 'contacts', did('company', { where: { field: 'employees', is: 'gte', value: 100 } }));
  const toVip = segment('toVip', 'deals', did('contact', { in: vip.id }));
  const hasVip = segment('hasVip', 'companies', did('contact', { in: vip.id, atLeast: 2 }));
  const vipDeal = segment('vipDeal', 'activities', did('deal', { in: toVip.id }));
  const begin = () => {
    const moves: string[] = [];
    const live = newLiveSegments({
      now: at('2026-11-22T09:00:00Z'),
      timeZone: 'UTC',
      onMove: (id, member, way) => moves.push(`${id.slice(8)} ${way} ${member}`),
    });
    run(live.defining([vipDeal, toVip, hasVip, large, vip]));
    const put = (collection: string, id: string, to: object | null) => live.apply({ collection, id, to });
    return { live, moves, put };
  };

  it('SE61 contacts by their company, whichever comes first, and when either changes', () => {
    const { live, moves, put } = begin();
    put('contacts', 'contact_1', { companyId: 'company_1' });
    expect(moves).toEqual([]);
    put('companies', 'company_1', { employees: 200 });
    put('companies', 'company_2', { employees: 5 });
    put('contacts', 'contact_1', { companyId: 'company_2' });
    put('companies', 'company_2', { employees: 500 });
    put('companies', 'company_2', null);
    expect(moves).toEqual([
      'large enter contact_1',
      'large exit contact_1',
      'large enter contact_1',
      'large exit contact_1',
    ]);
    expect(live.explain(large.id, 'contact_1')).toMatchObject({ isMember: false, reason: { happened: { count: 0 } } });
  });

  it('SE62 deals whose contact is in a segment, companies with contacts in it, and what hangs on those', () => {
    const { moves, put } = begin();
    put('activities', 'activity_1', { dealId: 'deal_1' });
    put('deals', 'deal_1', { contactIds: ['contact_1', 'contact_2'] });
    put('contacts', 'contact_1', { companyId: 'company_1' });
    put('contacts', 'contact_2', { companyId: 'company_1', tags: ['vip'], createdAt: at('2026-01-01T00:00:00Z') });
    put('companies', 'company_1', { name: 'Brama' });
    expect(moves).toEqual(['vip enter contact_2', 'toVip enter deal_1', 'vipDeal enter activity_1']);
    moves.length = 0;
    put('contacts', 'contact_1', { companyId: 'company_1', tags: ['vip'], createdAt: at('2026-01-01T00:00:00Z') });
    put('contacts', 'contact_2', null);
    expect(moves).toEqual([
      'vip enter contact_1',
      'hasVip enter company_1',
      'vip exit contact_2',
      'hasVip exit company_1',
    ]);
    moves.length = 0;
    put('contacts', 'contact_1', { companyId: 'company_1', tags: [] });
    expect(moves).toEqual(['vip exit contact_1', 'toVip exit deal_1', 'vipDeal exit activity_1']);
  });

  it('SE62 refuses a segment of another kind than the rows that are asked for, and a circle over kinds', () => {
    const { live } = begin();
    const wrong = segment('wrong', 'deals', did('company', { in: vip.id }));
    const one = segment('one', 'deals', did('contact', { in: 'segment_two' as Id<'segment'> }));
    const two = segment('two', 'contacts', did('deal', { in: one.id }));
    run(live.defining([vip, wrong, one, two]));
    expect([...live.problems].map(([id, { code }]) => [id, code])).toEqual([
      [wrong.id, 'segments/other-collection'],
      [one.id, 'segments/cycle'],
      [two.id, 'segments/cycle'],
    ]);
  });
});

it('SE63 an activity counts once it is done, from the moment it was, and never when it is planned or cancelled', () => {
  const met = segment('met', 'contacts', did('activity', { where: { field: 'kind', is: 'eq', value: 'meeting' } }));
  const lately = segment('lately', 'companies', did('activity', { within: 'P7D' }));
  const worked = segment('worked', 'deals', did('activity'));
  const live = newLiveSegments({ now: at('2026-11-22T09:00:00Z'), timeZone: 'UTC' });
  run(live.defining([met, lately, worked]));
  for (const collection of ['contacts', 'companies', 'deals']) live.apply({ collection, id: 'x_1', to: { name: 'X' } });
  const activity = (how: object | null): void => {
    const about = { kind: 'meeting', contactId: 'x_1', companyId: 'x_1', dealId: 'x_1' };
    live.apply({ collection: 'activities', id: 'activity_1', to: how && { ...about, ...how } });
  };
  const counts = () => [met, lately, worked].map(({ id }) => live.count(id));
  const before = at('2026-11-20T10:00:00Z');
  const ahead = at('2026-11-30T10:00:00Z');

  activity({ status: 'planned', at: before });
  expect(counts()).toEqual([0, 0, 0]);
  activity({ status: 'done', at: before });
  expect(counts()).toEqual([1, 1, 1]);
  activity({ status: 'cancelled', at: before });
  expect(counts()).toEqual([0, 0, 0]);
  activity({ at: before });
  expect(counts()).toEqual([1, 1, 1]);
  activity({ status: 'planned', at: ahead });
  expect(counts()).toEqual([0, 0, 0]);
  // Done before its time: it has happened, now.
  activity({ status: 'done', at: ahead, completedAt: at('2026-11-22T08:00:00Z') });
  expect(counts()).toEqual([1, 1, 1]);
  run(live.advancing(at('2026-11-29T08:00:00Z')));
  expect(counts()).toEqual([1, 0, 1]);
  activity(null);
  expect(counts()).toEqual([0, 0, 0]);
});
