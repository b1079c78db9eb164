import type { StorageAdapter } from '@kith/adapters';
import type { Id } from '@kith/core';
import { did } from '@kith/core/segments';
import { contacts, type Store, type StoreOptions } from '@kith/store';
import * as segments from '@kith/store/segments';
import { NOW, openBook, valueOf } from '../../support/book.js';

/** A clock that a test moves. */
export interface TestClock {
  now: number;
}

export const clockAt = (now: number = NOW): TestClock => ({ now });

/** A store that knows segments. */
export const openSegmentBook = (clock: TestClock, options: Partial<StoreOptions> = {}): Promise<Store> =>
  openBook({ collections: [...segments.segmentCollections], clock: () => clock.now, ...options });

export async function addContact(store: Store, name: string, fields: object = {}): Promise<Id<'contact'>> {
  return valueOf(await store.run(contacts.create({ name, ...fields }))).id;
}

/** A tracked segment of those who are tagged, and one of those with a talk in the last thirty days. */
export async function withSegments(store: Store) {
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
  const warm = valueOf(
    await store.run(
      segments.create({ name: 'Warm', of: 'contacts', tracked: true, filter: did('activity', { within: 'P30D' }) }),
    ),
  );
  return { vip, warm };
}

/** Every event of an adapter, as `way name-of-segment member`, sorted by segment and member, in their order of time. */
export async function eventsIn(
  adapter: StorageAdapter,
  names: ReadonlyMap<string, string>,
): Promise<readonly string[]> {
  const rows = [];
  for await (const { c, row } of adapter.dump()) if (c === 'segmentEvents' && !row.deleted) rows.push(row);
  return rows
    .sort((left, right) => (left.seq < right.seq ? -1 : left.seq > right.seq ? 1 : left.id < right.id ? -1 : 1))
    .map(({ data }) => `${String(data.way)} ${names.get(String(data.segmentId))} ${names.get(String(data.memberId))}`);
}
