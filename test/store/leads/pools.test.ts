import { type Day, type Id, instantOf } from '@kith/core';
import { activities, users } from '@kith/store';
import { each } from '@kith/store/bulk';
import { keepIdentities } from '@kith/store/duplicates';
import * as leads from '@kith/store/leads';
import { describe, expect, it } from 'vitest';
import { ask, HANNA, NOW, openBook, problemOf, valueOf } from '../../support/book.js';

const open = (options = {}) =>
  openBook({ collections: leads.leadCollections, companions: [keepIdentities()], ...options });
const FORM = { name: 'Léa Fontanel', email: 'lea@brama.example', company: 'Brama S.A.', message: 'Please call.' };

describe('pools in a store', () => {
  it('LE70 takes back what nobody followed up, and sees what was logged as an activity', async () => {
    let now = NOW;
    const store = await open({ clock: () => now });
    const pool = valueOf(
      await store.run(
        leads.createPool({ name: 'Sea', timeZone: 'Europe/Vienna', noFollowUp: { days: 2, of: 'calendar' } }),
      ),
    );
    const claimed = [];
    for (const name of ['Idle', 'Called', 'Touched']) {
      const { lead } = valueOf(await store.run(leads.capture({ payload: { name }, poolId: pool.id })));
      claimed.push(valueOf(await store.run(leads.claim({ id: lead.id }))));
    }
    const [idle, called, touched] = claimed.map(({ id }) => id);
    now += 2 * 86_400_000;
    valueOf(await store.run(activities.log({ kind: 'call', subject: 'Called', leadId: called as Id<'lead'> })));
    valueOf(await store.run(leads.touch({ id: touched as Id<'lead'>, kind: 'call', subject: 'Called' })));
    expect(valueOf(await store.run(leads.recycleDue({ poolId: pool.id })))).toEqual({
      recycled: 0,
      followedUp: 0,
      woken: 0,
      more: false,
    });
    now += 86_400_000;
    expect((await ask(store, leads.stale(pool, new Date(now).toISOString() as never))).map(({ id }) => id)).toEqual([
      idle,
      called,
    ]);
    expect(valueOf(await store.run(leads.recycleDue({ poolId: pool.id })))).toEqual({
      recycled: 1,
      followedUp: 1,
      woken: 0,
      more: false,
    });
    expect((await ask(store, leads.inPool(pool.id))).map(({ id }) => id)).toEqual([idle]);
    expect((await ask(store, leads.byId(idle as Id<'lead'>)))?.ownerHistory?.at(-1)).toMatchObject({
      reason: 'no-follow-up',
      poolId: pool.id,
    });
    await store.close();
  });

  it('LE70 leaves what rests with whoever has it, and reaches what is due behind it', async () => {
    let now = NOW;
    const store = await open({ clock: () => now });
    const noFollowUp = { days: 2, of: 'calendar' } as const;
    const pool = valueOf(await store.run(leads.createPool({ name: 'Sea', timeZone: 'Europe/Vienna', noFollowUp })));
    const claimed: Id<'lead'>[] = [];
    for (const name of ['Called and resting', 'Resting', 'Idle']) {
      now += 1_000;
      const { lead } = valueOf(await store.run(leads.capture({ payload: { name }, poolId: pool.id })));
      claimed.push(valueOf(await store.run(leads.claim({ id: lead.id }))).id);
    }
    const [called, resting, idle] = claimed as [Id<'lead'>, Id<'lead'>, Id<'lead'>];
    now += 3_600_000;
    valueOf(await store.run(activities.log({ kind: 'call', subject: 'In March', leadId: called })));
    for (const id of [called, resting])
      valueOf(await store.run(leads.recycle({ id, reason: 'In March', on: '2027-03-01' as Day })));
    now += 5 * 86_400_000;
    expect((await ask(store, leads.stale(pool, new Date(now).toISOString() as never))).map(({ id }) => id)).toEqual([
      idle,
    ]);
    const round = () => store.run(leads.recycleDue({ poolId: pool.id, limit: 2 })).then(valueOf);
    expect(await round()).toEqual({ recycled: 1, followedUp: 0, woken: 0, more: false });
    expect((await ask(store, leads.inPool(pool.id))).map(({ id }) => id)).toEqual([idle]);
    expect(await ask(store, leads.byId(called))).toMatchObject({ status: 'recycled', ownerId: HANNA });
    now = Date.parse('2027-03-01T08:00:00.000Z');
    expect(await round()).toEqual({ recycled: 0, followedUp: 0, woken: 2, more: true });
    expect(await round()).toEqual({ recycled: 0, followedUp: 0, woken: 0, more: false });
    expect(await ask(store, leads.byId(called))).toMatchObject({ status: 'new', ownerId: HANNA });
    await store.close();
  });

  it('LE70 counts a call from when it was made, whenever it was planned for', async () => {
    let now = NOW;
    const store = await open({ clock: () => now });
    const noFollowUp = { days: 2, of: 'calendar' } as const;
    const pool = valueOf(await store.run(leads.createPool({ name: 'Sea', timeZone: 'Europe/Vienna', noFollowUp })));
    const planned: Id<'activity'>[] = [];
    for (const days of [6, 1]) {
      const { lead } = valueOf(await store.run(leads.capture({ payload: { name: `In ${days}` }, poolId: pool.id })));
      valueOf(await store.run(leads.claim({ id: lead.id })));
      const call = { kind: 'call', subject: 'Call', leadId: lead.id, at: instantOf(now + days * 86_400_000) } as const;
      planned.push(valueOf(await store.run(activities.schedule(call))).id);
    }
    now += 2 * 86_400_000;
    for (const id of planned) valueOf(await store.run(activities.complete({ id })));
    now += 86_400_000;
    expect(valueOf(await store.run(leads.recycleDue({ poolId: pool.id })))).toMatchObject({
      recycled: 0,
      followedUp: 2,
    });
    await store.close();
  });

  it('LE71 wakes what rested in the pool, on its day', async () => {
    let now = NOW;
    const store = await open({ clock: () => now });
    const pool = valueOf(await store.run(leads.createPool({ name: 'Sea', timeZone: 'Asia/Shanghai' })));
    const { lead } = valueOf(await store.run(leads.capture({ payload: FORM, poolId: pool.id })));
    valueOf(await store.run(leads.recycle({ id: lead.id, reason: 'Later', on: '2026-11-25' as Day })));
    expect(problemOf(await store.run(leads.claim({ id: lead.id })))).toBe('leads/resting');
    expect(valueOf(await store.run(leads.recycleDue({ poolId: pool.id }))).woken).toBe(0);
    now = Date.parse('2026-11-24T16:00:00.000Z');
    expect(valueOf(await store.run(leads.recycleDue({ poolId: pool.id }))).woken).toBe(1);
    expect(valueOf(await store.run(leads.claim({ id: lead.id }))).ownerId).toBe(HANNA);
    await store.close();
  });

  it('LE72 counts claims per person and day, and open leads per person and team', async () => {
    let now = NOW;
    const store = await open({ clock: () => now });
    const team = 'team_a' as Id<'team'>;
    await store.run(users.create({ name: 'Hanna', teamId: team }));
    const pool = valueOf(
      await store.run(
        leads.createPool({
          name: 'Sea',
          timeZone: 'Asia/Shanghai',
          claimsPerDay: 2,
          capacities: [{ most: 3, per: 'person' }],
        }),
      ),
    );
    const some: Id<'lead'>[] = [];
    for (let number = 0; number < 5; number++)
      some.push(
        valueOf(await store.run(leads.capture({ payload: { name: `Person ${number}` }, poolId: pool.id }))).lead.id,
      );
    const claim = (place: number) => store.run(leads.claim({ id: some[place] as Id<'lead'> }));
    valueOf(await claim(0));
    valueOf(await claim(1));
    expect(problemOf(await claim(2))).toBe('leads/claim-limit');
    // In Shanghai it is the next day at four in the afternoon of Greenwich.
    now = Date.parse('2026-11-22T15:59:59.000Z');
    expect(problemOf(await claim(2))).toBe('leads/claim-limit');
    now = Date.parse('2026-11-22T16:00:00.000Z');
    valueOf(await claim(2));
    expect(problemOf(await claim(3))).toBe('leads/pool-capacity');
    valueOf(await store.run(leads.release({ id: some[0] as Id<'lead'>, note: 'No time' })));
    valueOf(await claim(3));
    expect(
      problemOf(await store.run(leads.release({ id: valueOf(await store.run(leads.create({ name: 'Free' }))).id }))),
    ).toBe('leads/pool-required');
    await store.close();
  });

  it('LE72 bounds what is claimed and given out in one command, too', async () => {
    const store = await open();
    const capacities = [{ most: 2, per: 'person' }] as const;
    const pool = valueOf(await store.run(leads.createPool({ name: 'Sea', timeZone: 'Europe/Vienna', capacities })));
    const some: Id<'lead'>[] = [];
    for (let number = 0; number < 6; number++)
      some.push(
        valueOf(await store.run(leads.capture({ payload: { name: `Person ${number}` }, poolId: pool.id }))).lead.id,
      );
    const claimed = valueOf(await store.run(each(some.map((id) => leads.claim({ id })))));
    expect([claimed.done, claimed.refused.map(({ problem }) => problem.code)]).toEqual([
      2,
      Array.from({ length: 4 }, () => 'leads/pool-capacity'),
    ]);
    for (const userId of ['user_anna', 'user_ben'] as Id<'user'>[])
      valueOf(await store.run(leads.createAgent({ userId, capacity: 1 })));
    const rules = [{ id: 'all', name: 'All', method: 'leastOpen' }] as const;
    const plan = valueOf(await store.run(leads.createPlan({ name: 'All', rules })));
    const rest = some.slice(2);
    valueOf(await store.run(each(rest.map((id) => leads.assignByPlan({ id, planId: plan.id })))));
    const owners = await Promise.all(rest.map(async (id) => (await ask(store, leads.byId(id)))?.ownerId));
    expect(owners.filter((owner) => owner !== undefined).sort()).toEqual(['user_anna', 'user_ben']);
    await store.close();
  });
});
