import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { type Committed, contacts } from '@kith/store';
import * as segments from '@kith/store/segments';
import fc from 'fast-check';
import { merge, Subject } from 'rxjs';
import { expect, it } from 'vitest';
import { openBook, valueOf } from '../../support/book.js';
import { fuzz } from '../../support/fuzz.js';

/** A storage that answers each question so many turns of the event loop later than it could. */
function late(adapter: StorageAdapter, delays: () => number): StorageAdapter {
  const query: StorageAdapter['query'] = async (asked) => {
    const page = await adapter.query(asked);
    for (let turn = delays(); turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
    return page;
  };
  return new Proxy(adapter, { get: (target, key) => (key === 'query' ? query : Reflect.get(target, key)) });
}

const STEPS = ['call', 'uncall', 'define', 'over', 'subscribe', 'wait'] as const;

it('SG40 while rows are read again, nobody is told to have left or entered who did not, and no count is half of it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.constantFrom(...STEPS), fc.nat(3)), { minLength: 3, maxLength: 14 }),
      fc.infiniteStream(fc.nat(4)),
      async (steps, delays) => {
        const memory = memoryAdapter();
        const store = await openBook({
          adapter: late(memory, () => delays.next().value ?? 0),
          collections: [...segments.segmentCollections],
        });
        const told$ = new Subject<Committed>();
        const open = await segments.openSegments({ ...store, changes$: merge(store.changes$, told$) });
        const keeper = await segments.keepSegmentEvents(open, { wait: async () => undefined });
        const calledBefore = valueOf(await store.run(contacts.create({ name: 'Before', tags: ['vip'] })));
        const people = [
          valueOf(await store.run(contacts.create({ name: 'One' }))),
          valueOf(await store.run(contacts.create({ name: 'Two', tags: ['vip'] }))),
        ];
        const vip = valueOf(
          await store.run(
            segments.create({
              name: 'VIP',
              of: 'contacts',
              tracked: true,
              filter: { field: 'tags', is: 'contains', value: 'vip' },
            }),
          ),
        );
        await keeper.settled();
        const events: segments.SegmentEvent[] = [];
        store.changes$.subscribe(({ changes }) => {
          for (const { collection, to } of changes)
            if (collection === 'segmentEvents' && to) events.push(to as unknown as segments.SegmentEvent);
        });
        const running: Promise<unknown>[] = [];
        const counts: number[] = [];
        for (const [step, number] of steps) {
          const person = people[number % people.length]!;
          if (step === 'call') running.push(store.run(contacts.edit({ id: person.id, changes: { tags: ['vip'] } })));
          if (step === 'uncall') running.push(store.run(contacts.edit({ id: person.id, changes: { tags: [] } })));
          // A segment that needs rows which were not read so far.
          if (step === 'define')
            running.push(
              store.run(
                segments.create({
                  name: `S${number}`,
                  of: 'contacts',
                  filter: { and: [{ segment: vip.id }, { did: 'activity', atLeast: 0 }] },
                }),
              ),
            );
          if (step === 'over') told$.next({ changes: [], origin: 'elsewhere', isIncomplete: true });
          if (step === 'subscribe') open.count$(vip.id).subscribe((count) => counts.push(count));
          if (step === 'wait') await new Promise((resolve) => setImmediate(resolve));
        }
        await Promise.all(running);
        await keeper.settled();
        await keeper.settled();
        expect(events.filter(({ memberId }) => memberId === calledBefore.id)).toEqual([]);
        for (const { id } of people) {
          const ways = events.filter(({ memberId }) => memberId === id).map(({ way }) => way);
          for (const [index, way] of ways.entries()) expect(way).not.toBe(ways[index - 1]);
          if (ways.length > 0) expect(ways.at(-1) === 'enter').toBe(open.has(vip.id, id));
        }
        for (const count of counts) expect(count).toBeGreaterThan(0);
        keeper.stop();
        open.close();
        await store.close();
      },
    ),
    fuzz(25),
  );
});
