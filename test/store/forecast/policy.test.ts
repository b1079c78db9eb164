import { memoryAdapter } from '@kith/adapters';
import { type Id, money } from '@kith/core';
import type { Grant, Role } from '@kith/core/permissions';
import { deals, type Store, users } from '@kith/store';
import {
  accuracyReport,
  allSnapshots,
  forecastCollections,
  keepSnapshots,
  partsOf,
  waterfalls,
} from '@kith/store/forecast';
import { rolesPolicy } from '@kith/store/permissions';
import { firstValueFrom, of } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ask, NOW, openBook, problemOf, stageId, valueOf, withPipeline } from '../../support/book.js';
import { kept } from '../permissions/world.js';
import { CALENDAR, euros, follow, NOVEMBER, sell } from './desk.js';

const DAY = 86_400_000;
const READS = ['pipelines', 'users', 'forecastSnapshots'].map(
  (collection): Grant => ({ collection, actions: ['read'], scope: 'all' }),
);
const REP: Role = {
  key: 'rep',
  name: 'Rep',
  grants: [
    ...READS,
    { collection: 'deals', actions: ['read', 'create', 'update'], scope: 'own' },
    { collection: 'forecastSnapshotParts', actions: ['read'], scope: 'own' },
  ],
};
const MANAGER: Role = {
  key: 'manager',
  name: 'Manager',
  administers: true,
  grants: [{ collection: '*', actions: ['*'], scope: 'all' }],
};
const policy = rolesPolicy({ roles: [REP, MANAGER] });

/** Two reps with a deal each, and one of nobody's; everybody opens the book as themselves. */
async function desk() {
  const adapter = kept(memoryAdapter());
  const clock = { now: NOW };
  const open = { adapter, clock: () => clock.now, random: Math.random };
  const collections = [...forecastCollections, ...policy.collections];
  const host = await openBook({ ...open, collections });
  const hire = async (name: string, role: string): Promise<Id<'user'>> =>
    valueOf(await host.run(users.create({ name, roles: [role] }))).id;
  const [bo, cy, max] = [await hire('Bo', 'rep'), await hire('Cy', 'rep'), await hire('Max', 'manager')];
  const pipeline = await withPipeline(host);
  const at = { stageId: stageId('proposal') };
  const own = await sell(host, pipeline, 100, '2026-11-30', { ...at, ownerId: bo });
  const other = await sell(host, pipeline, 300, '2026-11-30', { ...at, ownerId: cy });
  // The host acts as Hanna, who owns what she makes for nobody else.
  await sell(host, pipeline, 600, '2026-11-30', at);
  const as = (actor: Id<'user'>): Promise<Store> =>
    openBook({ ...open, collections: forecastCollections, policy, actor });
  return { clock, host, as, bo, max, own, other };
}

describe('A forecast where not everybody sees everything', () => {
  it('FC92 keeps the whole book in a snapshot that a rep takes first, and shows each what is theirs', async () => {
    const { clock, host, as, bo, max, own, other } = await desk();
    const [rep, manager] = [await as(bo), await as(max)];
    const setup = { calendar: CALENDAR, unit: 'month' } as const;
    const taken = await firstValueFrom(keepSnapshots(rep, setup, of(0)));
    expect(Object.keys(taken).sort()).toEqual(['id', 'key', 'takenOn']);
    expect(await firstValueFrom(keepSnapshots(manager, setup, of(0)))).toEqual(taken);

    const seenBy = async (store: Store) => (await ask(store, partsOf(taken.id))).flatMap(({ deals: held }) => held);
    expect((await seenBy(rep)).map(({ id }) => id)).toEqual([own.id]);
    expect(await seenBy(manager)).toHaveLength(3);
    expect(JSON.stringify(await ask(rep, allSnapshots()))).not.toMatch(/"(deals|parts)"/);
    const mine = await follow(rep);
    expect(euros(mine.now(), { period: '2026-M11' })).toMatchObject({ open: 100, weighted: 50 });
    const whole = await follow(manager);
    expect(euros(whole.now(), { period: '2026-M11' })).toMatchObject({ open: 1_000, weighted: 500 });

    clock.now += 2 * DAY;
    valueOf(await host.run(deals.win({ id: other.id })));
    valueOf(await rep.run(deals.edit({ id: own.id, changes: { amount: money(150_00, 'EUR') } })));
    const since = { from: taken.id, to: 'now', days: NOVEMBER, calendar: CALENDAR } as const;
    const steps = { won: { amount: -300_00 }, grown: { amount: 50_00 } };
    expect(valueOf(await waterfalls(manager, since))).toMatchObject([{ opening: 1_000_00, closing: 750_00, steps }]);
    const before = { opening: 100_00, closing: 150_00, steps: { won: { amount: 0 }, grown: { amount: 50_00 } } };
    expect(valueOf(await waterfalls(rep, since))).toMatchObject([before]);

    clock.now += 30 * DAY;
    const november = { unit: 'month', year: 2026, number: 11, key: '2026-M11', ...NOVEMBER } as const;
    const asked = { calendar: CALENDAR, periods: [november], currency: 'EUR' } as const;
    const { forecasts } = await accuracyReport(manager, asked);
    expect(forecasts).toMatchObject([{ forecast: 500_00, actual: 300_00 }]);
    expect((await accuracyReport(rep, asked)).forecasts).toMatchObject([{ forecast: 50_00, actual: 0 }]);
    mine.stop();
    whole.stop();
  });

  it('FC92 leaves a snapshot alone where somebody sees none: it is there, and for them it is not', async () => {
    const { as, host } = await desk();
    const eve = await as(valueOf(await host.run(users.create({ name: 'Eve' }))).id);
    const taken = await firstValueFrom(keepSnapshots(eve, { calendar: CALENDAR, unit: 'month' }, of(0)));
    expect(await ask(eve, allSnapshots())).toEqual([]);
    const since = { from: taken.id, to: 'now', days: NOVEMBER, calendar: CALENDAR } as const;
    expect(problemOf(await waterfalls(eve, since))).toBe('store/not-found');
    expect((await ask(host, partsOf(taken.id))).flatMap(({ deals: held }) => held)).toHaveLength(3);
  });
});
