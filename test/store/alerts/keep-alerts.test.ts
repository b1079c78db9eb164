import 'fake-indexeddb/auto';
import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import type { Id, Instant } from '@kith/core';
import type { Alert } from '@kith/core/alerts';
import { companies, contacts, type Store } from '@kith/store';
import * as alerts from '@kith/store/alerts';
import * as segments from '@kith/store/segments';
import { describe, expect, it } from 'vitest';
import { ask, NOW, openBook, problemOf, valueOf } from '../../support/book.js';

const HOUR = 3_600_000;
let books = 0;

/** A tab that keeps alerts, and events of segments. */
async function tab(clock: { now: number }, adapter: StorageAdapter) {
  const store = await openBook({
    adapter,
    collections: [...segments.segmentCollections, ...alerts.alertCollections],
    clock: () => clock.now,
    random: Math.random,
  });
  const open = await segments.openSegments(store);
  const events = await segments.keepSegmentEvents(open, { wait: async () => undefined });
  const keeper = await alerts.keepAlerts(store);
  const settled = async (): Promise<void> => {
    for (let round = 0; round < 2; round++) {
      await events.settled();
      await keeper.settled();
    }
  };
  const close = async (): Promise<void> => {
    await settled();
    events.stop();
    keeper.close();
    await store.close();
  };
  return { store, keeper, settled, close };
}
const MANY = {
  name: 'Many companies',
  watch: {
    metric: { collection: 'companies', day: 'createdAt' },
    days: 1,
    upTo: 'today' as const,
    condition: { is: 'value' as const, side: 'above' as const, raise: 3, clear: 1 },
  },
};
const addCompany = async (store: Store, name: string) => valueOf(await store.run(companies.create({ name })));
const raisedBy = (store: Store, id: Id<'alertRule'>): Promise<readonly Alert[]> => ask(store, alerts.raisedBy(id, 50));

describe('alerts of a metric', () => {
  it.each(['nothing', '__proto__', 'constructor', 'toString'])(
    'AL15 are not made over a collection named %s',
    async (collection) => {
      const store = await openBook({ collections: alerts.alertCollections });
      const watch = { ...MANY.watch, metric: { ...MANY.watch.metric, collection } };
      expect(await store.run(alerts.createRule({ ...MANY, watch }))).toMatchObject({
        problem: { code: 'store/unknown-collection', path: 'watch.metric.collection', params: { collection } },
      });
      const { id } = valueOf(await store.run(alerts.createRule(MANY)));
      expect(problemOf(await store.run(alerts.editRule({ id, changes: { watch } })))).toBe('store/unknown-collection');
      await store.close();
    },
  );

  it('AL10 are raised once, over on the calm side, and the same after a reload', async () => {
    const adapter = memoryAdapter();
    const clock = { now: NOW };
    const one = await tab(clock, adapter);
    const rule = valueOf(await one.store.run(alerts.createRule(MANY)));
    for (const name of ['a', 'b', 'c', 'd']) await addCompany(one.store, name);
    await one.settled();
    expect(await raisedBy(one.store, rule.id)).toMatchObject([{ value: 3, notifiedAt: '2026-11-22T08:30:00.000Z' }]);
    await one.close();
    const two = await tab(clock, adapter);
    await two.settled();
    expect(await raisedBy(two.store, rule.id)).toHaveLength(1);
    for (let count = 0; count < 3; count++) await two.store.undo();
    await two.settled();
    expect((await raisedBy(two.store, rule.id))[0]?.clearedAt).toBe('2026-11-22T08:30:00.000Z');
    expect(await ask(two.store, alerts.open(5))).toEqual([]);
    clock.now += 24 * HOUR;
    for (const name of ['e', 'f', 'g']) await addCompany(two.store, name);
    await two.settled();
    expect(await raisedBy(two.store, rule.id)).toHaveLength(2);
    await two.close();
  });

  it('AL10 are raised once by three tabs', async () => {
    const name = `alerts ${books++}`;
    const clock = { now: NOW };
    const tabs = [];
    for (let index = 0; index < 3; index++) tabs.push(await tab(clock, dexieAdapter({ name })));
    const [one] = tabs as [Awaited<ReturnType<typeof tab>>];
    const told: string[] = [];
    one.store.changes$.subscribe(({ changes }) => {
      for (const { collection, to } of changes)
        if (collection === 'alerts') told.push(`${(to as Alert).raisedAt} ${(to as Alert).notifiedAt}`);
    });
    const rule = valueOf(await one.store.run(alerts.createRule(MANY)));
    await Promise.all(tabs.map(({ store }, index) => addCompany(store, `company ${index}`)));
    await expect.poll(async () => (await raisedBy(one.store, rule.id)).length).toBe(1);
    for (const each of tabs) await each.settled();
    for (const each of tabs) await each.close();
    expect(told).toHaveLength(1);
  });

  it('AL7 are told after quiet hours, over a reload too', async () => {
    const adapter = memoryAdapter();
    // 23:30 in Vienna.
    const clock = { now: Date.parse('2026-11-22T22:30:00.000Z') };
    const one = await tab(clock, adapter);
    const quiet = { timeZone: 'Europe/Vienna', from: '22:00', to: '07:00' };
    const rule = valueOf(await one.store.run(alerts.createRule({ ...MANY, quiet })));
    for (const name of ['a', 'b', 'c']) await addCompany(one.store, name);
    await one.close();
    const two = await tab(clock, adapter);
    expect(await ask(two.store, alerts.unseen(5))).toEqual([]);
    clock.now = Date.parse('2026-11-23T06:00:00.000Z');
    await two.keeper.lookAtClock();
    expect(await ask(two.store, alerts.unseen(5))).toMatchObject([
      { ruleId: rule.id, raisedAt: '2026-11-22T22:30:00.000Z', notifiedAt: '2026-11-23T06:00:00.000Z' },
    ]);
    // The new day is calm again: it is over, and told all the same.
    expect(await ask(two.store, alerts.open(5))).toEqual([]);
    await two.close();
  });

  it('AL12 are acknowledged and snoozed, and told again when that is over', async () => {
    const clock = { now: NOW };
    const one = await tab(clock, memoryAdapter());
    const rule = valueOf(await one.store.run(alerts.createRule(MANY)));
    for (const name of ['a', 'b', 'c']) await addCompany(one.store, name);
    await one.settled();
    const [alert] = await ask(one.store, alerts.open(5));
    if (!alert) throw new Error('nothing was raised');
    const until = '2026-11-22T12:00:00.000Z' as Instant;
    valueOf(await one.store.run(alerts.snooze({ id: alert.id, until })));
    expect(await ask(one.store, alerts.open(5))).toEqual([]);
    clock.now = Date.parse(until);
    await one.keeper.lookAtClock();
    expect(await ask(one.store, alerts.open(5))).toMatchObject([{ id: alert.id, notifiedAt: until }]);
    valueOf(await one.store.run(alerts.acknowledge({ id: alert.id })));
    expect(await ask(one.store, alerts.open(5))).toEqual([]);
    expect((await raisedBy(one.store, rule.id))[0]).toMatchObject({ acknowledgedBy: 'user_hanna' });
    expect(problemOf(await one.store.run(alerts.acknowledge({ id: 'alert_x' as Id<'alert'> })))).toBe(
      'store/not-found',
    );
    await one.close();
  });
});

describe('alerts of a segment', () => {
  it('AL11 are raised for each row that enters, and over when it has left', async () => {
    const adapter = memoryAdapter();
    const clock = { now: NOW };
    const one = await tab(clock, adapter);
    const part = (name: string, value: string) =>
      segments.create({ name, of: 'contacts', tracked: true, filter: { field: 'tags', is: 'contains', value } });
    const risky = valueOf(await one.store.run(part('Risky', 'risk')));
    const watched = valueOf(await one.store.run(part('Watched', 'watch')));
    const rule = valueOf(
      await one.store.run(alerts.createRule({ name: 'Risk', watch: { segment: risky.id, until: watched.id } })),
    );
    await one.settled();
    const ana = valueOf(await one.store.run(contacts.create({ name: 'Ana', tags: ['risk', 'watch'] })));
    const tag = async (tags: readonly string[]) => {
      clock.now += HOUR;
      valueOf(await one.store.run(contacts.edit({ id: ana.id, changes: { tags: [...tags] } })));
      await one.settled();
    };
    await one.settled();
    await tag(['watch']);
    await tag(['risk', 'watch']);
    expect(await ask(one.store, alerts.about(ana.id, 5))).toHaveLength(1);
    await tag([]);
    expect((await raisedBy(one.store, rule.id))[0]?.clearedAt).toBe('2026-11-22T11:30:00.000Z');
    await tag(['risk']);
    expect(await raisedBy(one.store, rule.id)).toHaveLength(2);
    await one.close();
    const two = await tab(clock, adapter);
    await two.settled();
    expect(await raisedBy(two.store, rule.id)).toHaveLength(2);
    await two.close();
  });

  it('AL9 refuse a rule that would be over before it begins', async () => {
    const one = await tab({ now: NOW }, memoryAdapter());
    const condition = { ...MANY.watch.condition, clear: 4 };
    const made = await one.store.run(alerts.createRule({ ...MANY, watch: { ...MANY.watch, condition } }));
    expect(problemOf(made)).toBe('alerts/no-hysteresis');
    await one.close();
  });
});
