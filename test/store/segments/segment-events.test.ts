import 'fake-indexeddb/auto';
import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { contacts, type Store } from '@kith/store';
import * as segments from '@kith/store/segments';
import { keepSegmentEvents, openSegments } from '@kith/store/segments';
import { describe, expect, it } from 'vitest';
import { ask, valueOf } from '../../support/book.js';
import { addContact, clockAt, eventsIn, openSegmentBook, type TestClock, withSegments } from './store.js';

const DAY = 86_400_000;
const namesById = new Map<string, string>();
let books = 0;

/** A tab: a store with its segments and the keeper of their events. */
async function tab(clock: TestClock, adapter: StorageAdapter, wait = async () => undefined) {
  const store = await openSegmentBook(clock, { adapter, random: Math.random });
  const open = await openSegments(store);
  const keeper = await keepSegmentEvents(open, { wait });
  const close = async (): Promise<void> => {
    await keeper.settled();
    keeper.stop();
    await store.close();
  };
  return { store, open, keeper, close };
}
async function makeBook(store: Store) {
  const { vip, warm } = await withSegments(store);
  const ana = await addContact(store, 'Ana', { tags: ['vip'] });
  const ben = await addContact(store, 'Ben');
  for (const { id, name } of [vip, warm]) namesById.set(id, name);
  namesById.set(ana, 'Ana');
  namesById.set(ben, 'Ben');
  return { vip, warm, ana, ben };
}
const tag = async (store: Store, id: string, ...tags: readonly string[]) =>
  valueOf(await store.run(contacts.edit({ id: id as never, changes: { tags: [...tags] } })));

describe('events of tracked segments', () => {
  it('SG8 are written for each that enters or leaves, and not for those who were in from the start', async () => {
    const adapter = memoryAdapter();
    const clock = clockAt();
    const first = await openSegmentBook(clock, { adapter });
    const { vip, ana, ben } = await makeBook(first);
    await first.close();
    const one = await tab(clock, adapter);
    await tag(one.store, ben, 'vip');
    await tag(one.store, ana);
    await one.keeper.settled();
    expect(await eventsIn(adapter, namesById)).toEqual(['enter VIP Ben', 'exit VIP Ana']);
    expect((await ask(one.store, segments.eventsOf(ben, 10))).map(({ way }) => way)).toEqual(['enter']);
    expect(await ask(one.store, segments.eventsIn(vip.id, 1))).toHaveLength(1);
    await one.close();
  });

  it('SG9 tell after a reload what happened while nobody looked, once', async () => {
    const adapter = memoryAdapter();
    const clock = clockAt();
    const one = await tab(clock, adapter);
    const { ana, ben } = await makeBook(one.store);
    await one.open.settled();
    await one.close();
    const without = await openSegmentBook(clock, { adapter });
    await tag(without, ana);
    await tag(without, ben, 'vip');
    await tag(without, ben);
    await tag(without, ben, 'vip');
    await without.close();
    const two = await tab(clock, adapter);
    await two.close();
    const three = await tab(clock, adapter);
    await three.close();
    const told = (await reopened(clock, adapter)).filter((event) => event.includes('VIP'));
    expect(told.slice(-2).sort()).toEqual(['enter VIP Ben', 'exit VIP Ana']);
    expect(told.filter((event) => event === 'enter VIP Ben')).toHaveLength(1);
  });

  it('SG9 tell of rows that time moved while nobody looked', async () => {
    const adapter = memoryAdapter();
    const clock = clockAt();
    const one = await tab(clock, adapter);
    const { warm, ana } = await makeBook(one.store);
    valueOf(
      await one.store.run(
        segments.edit({
          id: warm.id,
          changes: { filter: { field: 'createdAt', is: 'gte', value: { instant: -30 * DAY } } },
        }),
      ),
    );
    await one.keeper.settled();
    expect(one.open.has(warm.id, ana)).toBe(true);
    await one.close();
    clock.now += 40 * DAY;
    const two = await tab(clock, adapter);
    await two.close();
    expect((await reopened(clock, adapter)).filter((event) => event.startsWith('exit Warm')).sort()).toEqual([
      'exit Warm Ana',
      'exit Warm Ben',
    ]);
  });

  it('SG10 are neither lost nor doubled with three tabs that all keep them', async () => {
    const name = `segment events ${books++}`;
    const clock = clockAt();
    const tabs = [];
    for (let index = 0; index < 3; index++) tabs.push(await tab(clock, dexieAdapter({ name })));
    const [one, two, three] = tabs as [Tab, Tab, Tab];
    const { ana, ben } = await makeBook(one.store);
    for (const each of tabs) await expect.poll(() => each.open.memberIds(vipId()).next().value).toBe(ana);
    for (const each of tabs) await each.keeper.settled();
    const before = (await events(one)).length;
    await tag(one.store, ben, 'vip');
    await Promise.all([tag(two.store, ana), tag(three.store, ben, 'vip', 'x')]);
    await tag(three.store, ben);
    await expect.poll(async () => (await events(one)).length - before).toBe(3);
    for (const each of tabs) await each.keeper.settled();
    expect((await events(one)).slice(before).sort()).toEqual(['enter VIP Ben', 'exit VIP Ana', 'exit VIP Ben']);
    // The one that tells goes away: another one takes over.
    await three.close();
    await tag(one.store, ana, 'vip');
    await expect.poll(async () => (await events(one)).at(-1)).toBe('enter VIP Ana');
    await one.close();
    await two.close();
  });
});

type Tab = Awaited<ReturnType<typeof tab>>;
const vipId = () => [...namesById].findLast(([, name]) => name === 'VIP')?.[0] as never;
const events = ({ store }: Tab) => eventsIn(store.storage.adapter, namesById);

async function reopened(clock: TestClock, adapter: StorageAdapter): Promise<readonly string[]> {
  const store = await openSegmentBook(clock, { adapter });
  const told = await eventsIn(adapter, namesById);
  await store.close();
  return told;
}
