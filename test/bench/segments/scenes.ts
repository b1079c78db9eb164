import { memoryAdapter, type Op, type RowData } from '@kith/adapters';
import type { FieldCondition, Id, Instant } from '@kith/core';
import { type LiveSegments, newLiveSegments, type SegmentSpec } from '@kith/core/segments';
import { contacts as contactCommands, openStore } from '@kith/store';
import { openSegments, segmentCollections } from '@kith/store/segments';
import { and, createCollection, createLiveQueryCollection, eq, gt, lt } from '@tanstack/db';
import siftModule from 'sift';

/** Its types are those of CommonJS; as the module that is bundled, the default is the function itself. */
const sift = siftModule as unknown as typeof siftModule.default;

const SEGMENTS = 100;
const NOW = '2026-11-22T09:30:00.000Z' as Instant;

/** A contact as the scenes know it. */
export interface BenchContact {
  readonly id: string;
  readonly name: string;
  readonly stage: string;
  readonly source: string;
  readonly country: string;
  readonly points: number;
  readonly visits: number;
  readonly seenAt: string;
  readonly createdAt: string;
}

const STAGES = ['subscriber', 'lead', 'qualified', 'customer', 'advocate', 'former'];
const SOURCES = ['web', 'fair', 'referral', 'call', 'partner'];
const at = (mixed: number): string => new Date(Date.parse(NOW) - (mixed % 400) * 86_400_000).toISOString();
const mix = (number: number): number => Math.imul(number + 1, 0x9e3779b1) >>> 0;

export function makeContacts(count: number): readonly BenchContact[] {
  return Array.from({ length: count }, (_, index) => {
    const mixed = mix(index);
    return {
      id: `contact_${index}`,
      name: `Person ${index}`,
      stage: STAGES[mixed % STAGES.length] ?? '',
      source: SOURCES[(mixed >>> 4) % SOURCES.length] ?? '',
      country: `C${(mixed >>> 8) % 40}`,
      points: (mixed >>> 12) % 100,
      visits: (mixed >>> 5) % 50,
      seenAt: at(mixed >>> 3),
      createdAt: at(mixed >>> 7),
    };
  });
}

/** A hundred segments of two or three conditions each, spread over all fields; no relative dates, which the others do not have. */
const CONDITIONS: ReadonlyArray<readonly FieldCondition[]> = Array.from({ length: SEGMENTS }, (_, index) => {
  const stage: FieldCondition = { field: 'stage', is: 'eq', value: STAGES[index % STAGES.length] ?? '' };
  const source: FieldCondition = { field: 'source', is: 'eq', value: SOURCES[index % SOURCES.length] ?? '' };
  const country: FieldCondition = { field: 'country', is: 'eq', value: `C${index % 40}` };
  const points: FieldCondition = { field: 'points', is: 'gt', value: (index * 7) % 100 };
  const visits: FieldCondition = { field: 'visits', is: 'lt', value: (index * 3) % 50 };
  const seen: FieldCondition = { field: 'seenAt', is: 'gt', value: at(index * 4) };
  const created: FieldCondition = { field: 'createdAt', is: 'gt', value: at(index * 5) };
  const kinds = [
    [stage, points],
    [source, visits],
    [country, seen],
    [stage, created, visits],
    [country, points],
  ];
  return kinds[index % kinds.length] ?? [];
});

const SPECS: readonly SegmentSpec[] = CONDITIONS.map((conditions, index) => ({
  id: `segment_${index}` as Id<'segment'>,
  name: `Segment ${index}`,
  of: 'contacts',
  filter: { and: conditions },
}));

/** Kith: all segments, with all contacts told. */
export function beginKith(contacts: readonly BenchContact[]): LiveSegments {
  const live = newLiveSegments({ now: NOW, timeZone: 'Europe/Vienna' });
  for (const _ of live.defining(SPECS));
  for (const to of contacts) live.apply({ collection: 'contacts', id: to.id, to });
  return live;
}

/** A store with contacts and the hundred segments, which are not open yet. */
export async function fillStore(contacts: readonly BenchContact[]) {
  const adapter = memoryAdapter();
  const store = await openStore({ adapter, collections: [...segmentCollections], clock: () => Date.parse(NOW) });
  const put = (c: string, data: object & { readonly id: string }): Op => ({
    op: 'put',
    c,
    id: data.id,
    expect: 'absent',
    data: { ...data, createdAt: Reflect.get(data, 'createdAt') ?? NOW, modifiedAt: NOW } as unknown as RowData,
  });
  for (let at = 0; at < contacts.length; at += 5_000)
    await adapter.write({ ops: contacts.slice(at, at + 5_000).map((contact) => put('contacts', contact)) });
  await adapter.write({ ops: SPECS.map((spec) => put('segments', spec)) });
  return store;
}

/** Opens all segments over a store; answers the longest task of the event loop meanwhile, by a clock that is given. */
export async function openAll(store: Awaited<ReturnType<typeof fillStore>>, clock: () => number) {
  let longest = 0;
  let isDone = false;
  const begun = clock();
  let since = begun;
  const tick = (): void => {
    const now = clock();
    longest = Math.max(longest, now - since);
    since = now;
    if (!isDone) setImmediate(tick);
  };
  setImmediate(tick);
  const open = await openSegments(store);
  isDone = true;
  return { open, longest, total: clock() - begun };
}

/** Edits contacts by commands, one by one. */
export async function edit(
  store: Awaited<ReturnType<typeof fillStore>>,
  updates: readonly BenchContact[],
): Promise<void> {
  for (const { id, stage, points } of updates)
    await store.run(contactCommands.edit({ id: id as Id<'contact'>, changes: { stage, points } as object }));
}

/** Versions of contacts to write: one field of one contact each. */
export function makeUpdates(contacts: readonly BenchContact[], count: number, round: number): readonly BenchContact[] {
  return Array.from({ length: count }, (_, index) => {
    const mixed = mix(index + round * 7_919);
    const contact = contacts[mixed % contacts.length] as BenchContact;
    switch (index % 4) {
      case 0:
        return { ...contact, stage: STAGES[(mixed >>> 3) % STAGES.length] ?? '' };
      case 1:
        return { ...contact, points: (mixed >>> 9) % 100 };
      case 2:
        return { ...contact, seenAt: NOW };
      default:
        return { ...contact, name: `Person ${mixed}` };
    }
  });
}

export function updateKith(live: LiveSegments, updates: readonly BenchContact[]): void {
  for (const to of updates) live.apply({ collection: 'contacts', id: to.id, to });
}

/** TanStack DB: a live query for each segment over one collection, fed by its cheapest way, as a sync does. */
export async function beginTanStack(contacts: readonly BenchContact[]) {
  let write: (contact: BenchContact) => void = () => undefined;
  const collection = createCollection<BenchContact, string>({
    id: `contacts-${contacts.length}`,
    getKey: ({ id }) => id,
    startSync: true,
    sync: {
      sync(sync) {
        sync.begin();
        for (const value of contacts) sync.write({ type: 'insert', value });
        sync.commit();
        sync.markReady();
        write = (value) => {
          sync.begin();
          sync.write({ type: 'update', value });
          sync.commit();
        };
      },
    },
  });
  await collection.preload();
  const queries: { readonly size: number }[] = [];
  for (const conditions of CONDITIONS) {
    const query = createLiveQueryCollection({
      startSync: true,
      query: (from) =>
        from.from({ contact: collection }).where(({ contact }) => {
          const [first, ...others] = conditions.map(({ field, is, value }) => {
            const ref = Reflect.get(contact, field);
            return is === 'eq' ? eq(ref, value) : is === 'gt' ? gt(ref, value) : lt(ref, value);
          });
          return others.reduce((all, each) => and(all, each), first as ReturnType<typeof eq>);
        }),
    });
    await query.preload();
    queries.push(query);
  }
  return {
    update: (updates: readonly BenchContact[]): void => {
      for (const contact of updates) write(contact);
    },
    counts: (): readonly number[] => queries.map((query) => query.size),
  };
}

/** sift: every filter over every contact, as one does who keeps nothing. */
export function countWithSift(contacts: readonly BenchContact[]): readonly number[] {
  return CONDITIONS.map((conditions) => {
    const test = sift({
      $and: conditions.map(({ field, is, value }) => ({ [field]: { [`$${is}`]: value } })),
    });
    let count = 0;
    for (const contact of contacts) if (test(contact)) count++;
    return count;
  });
}

export const countsOf = (live: LiveSegments): readonly number[] => SPECS.map(({ id }) => live.count(id));
