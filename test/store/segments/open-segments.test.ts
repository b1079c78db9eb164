import 'fake-indexeddb/auto';
import { memoryAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import type { Id } from '@kith/core';
import { RELATIONS } from '@kith/core/segments';
import { activities, type Committed, contacts, deals } from '@kith/store';
import { backUp, restoreBackup } from '@kith/store/backup';
import * as segments from '@kith/store/segments';
import { openSegments } from '@kith/store/segments';
import { merge, Subject } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ask, problemOf, valueOf, withPipeline } from '../../support/book.js';
import { addContact, clockAt, openSegmentBook, withSegments } from './store.js';

const DAY = 86_400_000;

describe('segments over a store', () => {
  it('SG1 are true from the start and with every commit', async () => {
    const store = await openSegmentBook(clockAt());
    const ana = await addContact(store, 'Ana', { tags: ['vip'] });
    const ben = await addContact(store, 'Ben');
    const { vip, warm } = await withSegments(store);
    const open = await openSegments(store);
    const counts: number[] = [];
    open.count$(vip.id).subscribe((count) => counts.push(count));
    valueOf(await store.run(contacts.edit({ id: ben, changes: { tags: ['vip'] } })));
    await open.settled();
    valueOf(await store.run(activities.log({ kind: 'call', subject: 'Hello', contactId: ana })));
    await open.settled();
    expect(counts).toEqual([1, 2]);
    expect([...open.memberIds(warm.id)]).toEqual([ana]);
    await store.undo();
    await store.undo();
    await open.settled();
    expect(counts).toEqual([1, 2, 1]);
    expect(open.has(warm.id, ana)).toBe(false);
    await store.close();
  });

  it('SG1 follow segments that are made, changed and removed', async () => {
    const store = await openSegmentBook(clockAt());
    const open = await openSegments(store);
    const ana = await addContact(store, 'Ana', { tags: ['vip'] });
    const { vip, warm } = await withSegments(store);
    await open.settled();
    expect(open.has(vip.id, ana)).toBe(true);
    valueOf(await store.run(activities.log({ kind: 'call', subject: 'Hello', contactId: ana })));
    valueOf(
      await store.run(
        segments.edit({ id: vip.id, changes: { filter: { field: 'tags', is: 'contains', value: 'new' } } }),
      ),
    );
    await open.settled();
    expect([open.has(vip.id, ana), open.has(warm.id, ana)]).toEqual([false, true]);
    valueOf(await store.run(segments.remove({ id: warm.id })));
    await open.settled();
    expect([...open.memberIds(warm.id)]).toEqual([]);
    await store.close();
  });

  it('SG1 follow a backup that is put back, and begin anew when the feed has a hole', async () => {
    const adapter = memoryAdapter();
    const store = await openSegmentBook(clockAt(), { adapter });
    const ana = await addContact(store, 'Ana', { tags: ['vip'] });
    const { vip } = await withSegments(store);
    const lost$ = new Subject<Committed>();
    const open = await openSegments({ ...store, changes$: merge(store.changes$, lost$) });
    const file = await new Response(backUp(store)).blob();
    const ben = await addContact(store, 'Ben', { tags: ['vip'] });
    valueOf(await store.run(contacts.edit({ id: ana, changes: { tags: [] } })));
    valueOf(await store.run(segments.addMembers({ id: vip.id, memberIds: [ana] })));
    await open.settled();
    expect([...open.memberIds(vip.id)].sort()).toEqual([ana, ben].sort());
    valueOf(await restoreBackup(store, file));
    await open.settled();
    expect([...open.memberIds(vip.id)]).toEqual([ana]);
    expect(open.explain(vip.id, ana)?.by).toBe('condition');

    const row = (await adapter.get('contacts', [ana]))[0];
    await adapter.write({
      ops: [{ op: 'put', c: 'contacts', id: ana, expect: 'any', data: { ...row?.data, tags: [] } }],
    });
    lost$.next({ changes: [], origin: 'elsewhere', isIncomplete: true });
    await open.settled();
    expect([...open.memberIds(vip.id)]).toEqual([]);
    await store.close();
  });

  it('SG2 move with the clock, and stand still while it only trembles', async () => {
    const clock = clockAt();
    const store = await openSegmentBook(clock);
    const { warm } = await withSegments(store);
    const ana = await addContact(store, 'Ana');
    valueOf(await store.run(activities.log({ kind: 'call', subject: 'Hello', contactId: ana })));
    const open = await openSegments(store);
    const seen: boolean[] = [];
    for (const passed of [29.9 * DAY, 30 * DAY, 30 * DAY - 5, 29 * DAY, 31 * DAY]) {
      clock.now = clockAt().now + passed;
      await open.lookAtClock();
      seen.push(open.has(warm.id, ana));
    }
    expect(seen).toEqual([true, false, false, true, false]);
    await store.close();
  });

  it('SG3 give their members page by page, in an order, live', async () => {
    const store = await openSegmentBook(clockAt());
    const ids: Id<'contact'>[] = [];
    for (const name of ['Eva', 'Ana', 'Dora', 'Ben', 'Carl'])
      ids.push(await addContact(store, name, { tags: ['vip'] }));
    const { vip } = await withSegments(store);
    const open = await openSegments(store);
    const pages: string[] = [];
    open
      .members$(vip.id, { order: [['name', 'asc']], from: 1, limit: 2 })
      .subscribe(({ rows, total }) => pages.push(`${rows.map((row) => Reflect.get(row, 'name')).join()} of ${total}`));
    valueOf(await store.run(contacts.edit({ id: ids[0] as Id<'contact'>, changes: { name: 'Aaron' } })));
    await open.settled();
    valueOf(await store.run(contacts.edit({ id: ids[2] as Id<'contact'>, changes: { tags: [] } })));
    await open.settled();
    valueOf(await store.run(contacts.edit({ id: ids[2] as Id<'contact'>, changes: { name: 'Nobody' } })));
    await open.settled();
    expect(pages).toEqual(['Ben,Carl of 5', 'Ana,Ben of 5', 'Ana,Ben of 4']);
    await store.close();
  });

  it('SG4 take rows in and out by hand, and one undo takes that back', async () => {
    const store = await openSegmentBook(clockAt());
    const ana = await addContact(store, 'Ana', { tags: ['vip'] });
    const ben = await addContact(store, 'Ben');
    const { vip } = await withSegments(store);
    const list = valueOf(await store.run(segments.create({ name: 'Fair', of: 'contacts' })));
    const open = await openSegments(store);
    valueOf(await store.run(segments.addMembers({ id: list.id, memberIds: [ana, ben] })));
    valueOf(await store.run(segments.removeMembers({ id: vip.id, memberIds: [ana] })));
    valueOf(await store.run(segments.removeMembers({ id: list.id, memberIds: [ana] })));
    await open.settled();
    expect([[...open.memberIds(list.id)], [...open.memberIds(vip.id)]]).toEqual([[ben], []]);
    expect(open.explain(vip.id, ana)).toMatchObject({ isMember: false, by: 'hand', reason: { holds: true } });
    valueOf(await store.run(segments.releaseMembers({ id: vip.id, memberIds: [ana] })));
    await store.undo();
    await store.undo();
    await open.settled();
    expect([...open.memberIds(list.id)].sort()).toEqual([ana, ben].sort());
    expect(await ask(store, segments.placementsIn(vip.id))).toMatchObject([{ memberId: ana, place: 'out' }]);
    await store.close();
  });

  it.each(['nothing', '__proto__', 'constructor', 'toString'])('SG41 are none of a collection named %s', async (of) => {
    const store = await openSegmentBook(clockAt());
    expect(await store.run(segments.create({ name: 'Odd', of }))).toMatchObject({
      problem: { code: 'store/unknown-collection', path: 'of', params: { collection: of } },
    });
    expect(await ask(store, segments.allOf(of))).toEqual([]);
    await store.close();
  });

  it('SG5 refuse a circle, what is not there, and removing what others look at', async () => {
    const store = await openSegmentBook(clockAt());
    const { vip, warm } = await withSegments(store);
    const edit = (id: Id<'segment'>, part: Id<'segment'>) =>
      segments.edit({ id, changes: { filter: { segment: part } } });
    valueOf(await store.run(edit(warm.id, vip.id)));
    const circle = await store.run(edit(vip.id, warm.id));
    expect(circle).toMatchObject({ problem: { code: 'segments/cycle', params: { way: 'VIP → Warm → VIP' } } });
    expect(problemOf(await store.run(segments.remove({ id: vip.id })))).toBe('segments/in-use');
    expect(problemOf(await store.run(segments.create({ name: 'x', of: 'contacts', filter: { did: 'order' } })))).toBe(
      'segments/unknown-relation',
    );
    const relations = [
      ...RELATIONS,
      { name: 'order', of: 'contacts', collection: 'orders', by: 'contactId', at: 'at' },
    ];
    valueOf(await store.can(segments.create({ name: 'x', of: 'contacts', filter: { did: 'order' } }, { relations })));
    const deep = JSON.parse(`${'{"not":'.repeat(1_000)}{"and":[]}${'}'.repeat(1_000)}`);
    expect(problemOf(await store.run(segments.create({ name: 'x', of: 'contacts', filter: deep })))).toBe(
      'store/invalid',
    );
    await store.close();
  });

  it('SG5 never close a circle from two tabs at once', async () => {
    const name = 'segments of two tabs';
    const [one, two] = [
      await openSegmentBook(clockAt(), { adapter: dexieAdapter({ name }), random: Math.random }),
      await openSegmentBook(clockAt(), { adapter: dexieAdapter({ name }), random: Math.random }),
    ];
    const { vip, warm } = await withSegments(one);
    await expect.poll(async () => (await ask(two, segments.allOf('contacts'))).length).toBe(2);
    const edit = (id: Id<'segment'>, part: Id<'segment'>) =>
      segments.edit({ id, changes: { filter: { segment: part } } });
    const results = await Promise.all([one.run(edit(vip.id, warm.id)), two.run(edit(warm.id, vip.id))]);
    expect(results.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(results.find(({ ok }) => !ok)).toMatchObject({ problem: { code: 'segments/cycle' } });
    await one.close();
    await two.close();
  });

  it('SG6 tell which segments a row is in, and of whom a score speaks', async () => {
    const store = await openSegmentBook(clockAt());
    const ana = await addContact(store, 'Ana', { tags: ['vip'] });
    const { vip } = await withSegments(store);
    const pipeline = await withPipeline(store);
    const hot = valueOf(
      await store.run(
        segments.create({ name: 'Hot', of: 'contacts', filter: { score: 'a deal', is: 'gte', value: 100 } }),
      ),
    );
    // Any rows that name a subject, a model and a number can be scores.
    const scores = [
      { collection: 'deals', of: 'contacts', subject: 'contactIds.0', model: 'name', points: 'amount.minor' },
    ];
    const open = await openSegments(store, { scores });
    const seen: string[] = [];
    open
      .segmentsOf$('contacts', ana)
      .subscribe((ids) => seen.push(ids.map((id) => (id === vip.id ? 'vip' : 'hot')).join()));
    const amount = { minor: 150, currency: 'EUR' };
    const deal = valueOf(
      await store.run(deals.create({ name: 'a deal', pipelineId: pipeline.id, contactIds: [ana], amount })),
    );
    await open.settled();
    expect(open.explain(hot.id, ana)?.reason).toMatchObject({ score: 150 });
    valueOf(await store.run(deals.edit({ id: deal.id, changes: { name: 'another' } })));
    await open.settled();
    expect(seen).toEqual(['vip', 'vip,hot', 'vip']);
    await store.close();
  });

  it('SG7 begin a thousand rows in slices, and lose nothing that is written meanwhile', async () => {
    const adapter = memoryAdapter();
    const clock = clockAt();
    const store = await openSegmentBook(clock, { adapter });
    const { vip } = await withSegments(store);
    const stamps = { createdAt: '2026-11-01T00:00:00.000Z', modifiedAt: '2026-11-01T00:00:00.000Z' };
    const data = (index: number) => ({ id: `contact_${index}`, name: `P${index}`, tags: ['vip'], ...stamps });
    await adapter.write({
      ops: Array.from({ length: 1_200 }, (_, index) => ({
        op: 'put',
        c: 'contacts',
        id: `contact_${index}`,
        expect: 'absent',
        data: data(index),
      })),
    });
    const opening = openSegments(store);
    const writes = ['contact_3', 'contact_1199'].map((id) =>
      store.run(contacts.edit({ id: id as Id<'contact'>, changes: { tags: [] } })),
    );
    for (const written of await Promise.all(writes)) valueOf(written);
    const open = await opening;
    await open.settled();
    expect(open.has(vip.id, 'contact_3') || open.has(vip.id, 'contact_1199')).toBe(false);
    expect([...open.memberIds(vip.id)]).toHaveLength(1_198);
    await store.close();
  });
});
