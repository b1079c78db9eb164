import { memoryAdapter } from '@kith/adapters';
import type { Contact, Filter, Id, Instant } from '@kith/core';
import { contacts, openStore, type Store } from '@kith/store';
import { type LongList, openLongList } from '@kith/store/long-lists';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { NOW, valueOf } from '../../support/book.js';

const at = new Date(NOW).toISOString() as Instant;

async function openPeople(count: number): Promise<Store> {
  const adapter = memoryAdapter();
  const store = await openStore({ adapter, clock: () => NOW, timeZone: 'Europe/Vienna' });
  for (let from = 0; from < count; from += 10_000)
    await adapter.write({
      ops: Array.from({ length: Math.min(10_000, count - from) }, (_, index) => {
        const id = `contact_${String(from + index).padStart(6, '0')}`;
        const name = `Person ${String((from + index) * 2).padStart(6, '0')}`;
        const data = { id, name, jobTitle: (from + index) % 3 === 0 ? 'Buyer' : 'Chef', createdAt: at, modifiedAt: at };
        return { op: 'put', c: 'contacts', id, expect: 'absent', data } as const;
      }),
    });
  return store;
}

const byName = { collection: contacts.collection, order: [['name', 'asc']] } as const;
const nameAt = (list: LongList<Contact>, index: number): string | undefined => list.at(index)?.name;

async function until(list: LongList<Contact>, state: () => unknown): Promise<void> {
  if (state()) return;
  await new Promise<void>((resolve) => {
    const end = list.changed$.subscribe(() => {
      if (!state()) return;
      end.unsubscribe();
      resolve();
    });
  });
}

/** What the list ought to be: everything, by the store's own query. */
const whole = (store: Store, where?: Filter): Promise<readonly Contact[]> =>
  firstValueFrom(
    store.watch({ ask: 'rows', ...byName, ...(where && { where }) }) as ReturnType<typeof store.watch>,
  ) as Promise<readonly Contact[]>;

describe('a long list', () => {
  it('LL1 knows how many rows there are, and reads the first hundred', async () => {
    const store = await openPeople(5_000);
    const list = openLongList(store, byName);
    await until(list, () => list.status === 'ready');
    expect([list.count, nameAt(list, 0), nameAt(list, 99), nameAt(list, 4_000)]).toEqual([
      5_000,
      'Person 000000',
      'Person 000198',
      undefined,
    ]);
    list.close();
  });

  it('LL2 reads the rows of any place that is looked at, and keeps few of the others', async () => {
    const store = await openPeople(24_000);
    const list = openLongList(store, byName);
    for (const place of [23_990, 12_000, 10, 18_000]) {
      list.show(place, place + 10);
      await until(list, () => list.at(place + 9));
      expect(nameAt(list, place)).toBe(`Person ${String(place * 2).padStart(6, '0')}`);
    }
    const known = Array.from({ length: 24_000 }, (_, index) => list.at(index)).filter(Boolean).length;
    expect(known).toBeLessThan(20_000);
    expect(await list.read(23_998, 24_010)).toHaveLength(2);
    list.close();
  });

  it('LL3 follows commits: new, changed, moved and deleted rows stand where they belong', async () => {
    const store = await openPeople(1_000);
    const list = openLongList(store, byName);
    await list.read(0, 1_000);
    const made = valueOf(await store.run(contacts.create({ name: 'Person 000001' })));
    await until(list, () => list.count === 1_001 && nameAt(list, 1) === 'Person 000001');
    await store.run(contacts.edit({ id: made.id, changes: { jobTitle: 'Baker' } }));
    await until(list, () => list.at(1)?.jobTitle === 'Baker');
    await store.run(contacts.edit({ id: made.id, changes: { name: 'Zoë' } }));
    await until(list, () => nameAt(list, 1) === 'Person 000002');
    expect((await list.read(0, 2_000)).map(({ name }) => name)).toEqual((await whole(store)).map(({ name }) => name));
    list.close();
  });

  it('LL4 stays true through any commits, wherever somebody looks', async () => {
    const store = await openPeople(2_500);
    const list = openLongList(store, byName);
    let seed = 5;
    const random = (below: number): number => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed % below;
    };
    for (let step = 0; step < 60; step++) {
      const from = random(2_500);
      list.show(from, from + 30);
      const id = `contact_${String(random(2_500)).padStart(6, '0')}` as Id<'contact'>;
      const name = `Person ${String(random(5_000)).padStart(6, '0')}`;
      valueOf(await store.run(step % 3 === 0 ? contacts.create({ name }) : contacts.edit({ id, changes: { name } })));
      if (step % 10 !== 9) continue;
      const rows = await list.read(from, from + 30);
      const all = await whole(store);
      expect(rows.map((row) => row.id)).toEqual(all.slice(from, from + 30).map((row) => row.id));
      expect(list.count).toBe(all.length);
    }
    list.close();
  });

  it('LL5 counts by reading through where the storage cannot count, and says so meanwhile', async () => {
    const store = await openPeople(9_000);
    const where: Filter = { field: 'jobTitle', is: 'contains', value: 'uye' };
    const list = openLongList(store, { ...byName, where });
    await until(list, () => list.status === 'ready');
    expect(list.isCounting).toBe(true);
    await until(list, () => !list.isCounting);
    expect(list.count).toBe(3_000);
    expect((await list.read(2_990, 3_000)).map((row) => row.id)).toEqual(
      (await whole(store, where)).slice(-10).map((row) => row.id),
    );
    await store.run(contacts.create({ name: 'Anna', jobTitle: 'Buyer' }));
    await until(list, () => nameAt(list, 0) === 'Anna' && list.count === 3_001);
    list.close();
  });

  it('LL6 tells that the storage failed, and reads again when asked', async () => {
    const store = await openPeople(10);
    const { adapter } = store.storage;
    let isBroken = true;
    const broken = {
      ...adapter,
      query: (query: Parameters<typeof adapter.query>[0]) =>
        isBroken ? Promise.reject(new Error('gone')) : adapter.query(query),
    };
    const list = openLongList({ changes$: store.changes$, storage: { ...store.storage, adapter: broken } }, byName);
    await until(list, () => list.status === 'error');
    expect(list.error).toMatchObject({ code: 'store/failed' });
    isBroken = false;
    list.retry();
    await until(list, () => list.at(9));
    expect(list.status).toBe('ready');
    list.close();
  });
});
