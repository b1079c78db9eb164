import { memoryAdapter, type Op, type RowData, type StorageAdapter } from '@kith/adapters';
import type { Day, Id } from '@kith/core';
import { type Collection, contacts, openStore, type Store } from '@kith/store';
import { watchAttention } from '@kith/store/deals';
import { keepIdentities, rebuildIdentities } from '@kith/store/duplicates';
import { customFields, eraseValues } from '@kith/store/fields';
import { forecastCollections, watchForecast } from '@kith/store/forecast';
import { rolesPolicy } from '@kith/store/permissions';
import { rescoreAll, scoringCollections } from '@kith/store/scoring';
import { openSegments, segmentCollections } from '@kith/store/segments';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ask, HANNA, NOW, openBook, stageId, withPipeline } from '../support/book.js';
import { kept } from './permissions/world.js';

const ROWS = 1_200;
const MOST = 250;
const at = new Date(NOW).toISOString();

/** Storage that remembers the most rows that were read or written at once. */
function measured(): { readonly adapter: StorageAdapter; most(): number; reset(): void } {
  const real = memoryAdapter();
  let most = 0;
  const see = (count: number): void => {
    most = Math.max(most, count);
  };
  const adapter = kept({
    ...real,
    async query(query) {
      const page = await real.query(query);
      see(page.rows.length);
      return page;
    },
    async get(c, ids) {
      see(ids.length);
      return real.get(c, ids);
    },
    write(batch) {
      see(batch.ops.length);
      return real.write(batch);
    },
  });
  return {
    adapter,
    most: () => most,
    reset: () => {
      most = 0;
    },
  };
}

/** A book of so many deals and contacts, and the store that a task is carried out with. */
async function book(options: Partial<Parameters<typeof openStore>[0]> = {}) {
  const storage = measured();
  const { adapter } = storage;
  const host = await openBook({
    adapter,
    collections: [...forecastCollections, ...segmentCollections, ...rolesPolicy({ roles: ROLES }).collections],
    companions: [keepIdentities()],
  });
  const pipeline = await withPipeline(host);
  const put = (c: string, data: object & { readonly id: string }): Op => ({
    op: 'put',
    c,
    id: data.id,
    expect: 'any',
    data: { ...data, createdAt: at, modifiedAt: at } as unknown as RowData,
  });
  const numbers = Array.from({ length: ROWS }, (_, index) => String(index).padStart(4, '0'));
  await adapter.write({
    ops: [
      put('users', { id: HANNA, name: 'Hanna', roles: ['rep'] } as never),
      put('segments', {
        id: 'segment_1',
        name: 'All',
        of: 'deals',
        filter: { field: 'status', is: 'eq', value: 'open' },
      } as never),
      ...numbers.map((number) => put('contacts', { id: `contact_${number}`, name: `Lea ${number}` } as never)),
      ...numbers.map((number) =>
        put('deals', {
          id: `deal_${number}`,
          name: `Deal ${number}`,
          pipelineId: pipeline.id,
          stageId: stageId('lead'),
          status: 'open',
          rank: `m${number}`,
          ownerId: HANNA,
          expectedCloseDay: '2026-11-01',
          amount: { minor: 100, currency: 'EUR' },
          stageEnteredAt: at,
          stageHistory: [{ stageId: stageId('lead'), enteredAt: at }],
        } as never),
      ),
    ],
  });
  const store = await openBook({
    adapter,
    collections: [...forecastCollections, ...segmentCollections] as Collection[],
    companions: [keepIdentities()],
    ...options,
  });
  storage.reset();
  return { store, most: storage.most };
}

const ROLES = [
  { key: 'admin', name: 'Administrator', administers: true, grants: [] },
  {
    key: 'rep',
    name: 'Rep',
    grants: [
      { collection: 'pipelines', actions: ['read'], scope: 'all' },
      { collection: 'contacts', actions: ['read'], scope: 'all', fields: { except: ['emails'] } },
    ],
  },
] as const;

const forecast = (store: Store) =>
  firstValueFrom(
    watchForecast(store, {
      calendar: { startMonth: 1, timeZone: 'UTC' },
      unit: 'quarter',
      from: '2026-01-01' as Day,
      to: '2026-12-31' as Day,
      reportCurrency: 'EUR',
    }),
  );

/** Storage that remembers how many rows of contacts, or of their scores, each batch wrote. */
function counted(): { readonly adapter: StorageAdapter; readonly batches: number[] } {
  const real = memoryAdapter();
  const batches: number[] = [];
  const adapter = kept({
    ...real,
    write(batch) {
      const rows = batch.ops.filter(({ op, c }) => op === 'put' && (c === 'contacts' || c === 'scores')).length;
      if (rows > 0) batches.push(rows);
      return real.write(batch);
    },
  });
  return { adapter, batches };
}

const PLAN = {
  of: contacts.collection,
  scheme: {
    id: 'names',
    timeZone: 'UTC',
    fit: { rules: [{ id: 'all', where: { field: 'name', is: 'exists', value: true }, points: 10 }] },
    engagement: { rules: [] },
  },
} as const;

describe('writing everything', () => {
  it('S35 begins with few rows, and takes at most twice as many in the next commit', async () => {
    const { adapter, batches } = counted();
    const store = await openStore({
      adapter,
      fields: customFields({ timeZone: 'UTC' }),
      clock: () => NOW,
      timeZone: 'UTC',
      collections: scoringCollections,
    });
    await adapter.write({
      ops: Array.from({ length: ROWS }, (_, index): Op => {
        const id = `contact_${index}`;
        const data = { id, name: `Lea ${index}`, customFields: { old: 'x' }, createdAt: at, modifiedAt: at };
        return { op: 'put', c: 'contacts', id, expect: 'absent', data: data as unknown as RowData };
      }),
    });
    for (const work of [() => rescoreAll(store, PLAN), () => eraseValues(store, { on: 'contact', name: 'old' })]) {
      batches.length = 0;
      expect(await work()).toMatchObject({ ok: true });
      expect(batches.reduce((sum, rows) => sum + rows, 0)).toBe(ROWS);
      expect(batches[0]).toBe(16);
      for (const [index, rows] of batches.entries()) expect(rows).toBeLessThanOrEqual(2 * (batches[index - 1] ?? 8));
      expect(Math.max(...batches)).toBeLessThanOrEqual(MOST);
    }
    await store.close();
  });

  it('S35 has given way once before the first commit of scores, when the zone was looked up', async () => {
    const { adapter, batches } = counted();
    const store = await openStore({ adapter, clock: () => NOW, timeZone: 'UTC', collections: scoringCollections });
    const data = { id: 'contact_1', name: 'Lea', createdAt: at, modifiedAt: at };
    await adapter.write({ ops: [{ op: 'put', c: 'contacts', id: data.id, expect: 'absent', data }] });
    batches.length = 0;
    const written: number[] = [];
    const giveWay = async (): Promise<void> => void written.push(batches.length);
    expect(await rescoreAll(store, PLAN, { giveWay })).toMatchObject({ ok: true });
    expect(written[0]).toBe(0);
    expect(batches).toEqual([1]);
    await store.close();
  });
});

describe('reading everything', () => {
  it('S34 is done a few rows at a time, whatever for', async () => {
    const { store, most } = await book();
    expect((await firstValueFrom(watchAttention(store, { currency: 'EUR' }).list$)).total).toBe(ROWS);
    const { converted } = (await forecast(store)).line();
    expect(Object.values(converted?.categories ?? {}).reduce((sum, { count }) => sum + count, 0)).toBe(ROWS);
    const segments = await openSegments(store);
    expect(await firstValueFrom(segments.count$('segment_1' as Id<'segment'>))).toBe(ROWS);
    segments.close();
    expect(await rebuildIdentities(store)).toEqual({ seen: ROWS, written: ROWS });
    expect(most()).toBeLessThanOrEqual(MOST);
    expect(most()).toBeGreaterThan(0);
  });

  it('S34 is so, too, for the copy in which somebody searches who does not see everything', async () => {
    const { store, most } = await book({ policy: rolesPolicy({ roles: ROLES }) });
    const search = { ask: 'search', collection: contacts.collection, text: 'lea 0042', limit: 5 } as const;
    expect((await ask(store, search)).map(({ id }) => id)).toEqual(['contact_0042']);
    expect(most()).toBeLessThanOrEqual(MOST);
  });
});
