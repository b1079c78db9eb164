import { memoryAdapter } from '@kith/adapters';
import { companies, deals, type Store } from '@kith/store';
import * as fields from '@kith/store/fields';
import { describe, expect, it } from 'vitest';
import { ask, NOW, openBook, valueOf, withPipeline } from '../../support/book.js';
import { field } from './house.js';

const DAY = 86_400_000;
const FIELDS = [
  field({ name: 'due', type: 'formula', formula: 'days(today(), expectedCloseDay)' }),
  field({ name: 'isLate', type: 'formula', formula: 'expectedCloseDay < today()' }),
  field({
    on: 'company',
    name: 'late',
    type: 'rollUp',
    rollUp: {
      of: 'deal',
      by: 'companyId',
      take: 'count',
      where: { field: 'customFields.isLate', is: 'eq', value: true },
    },
  }),
  field({
    on: 'company',
    name: 'soon',
    type: 'rollUp',
    rollUp: {
      of: 'deal',
      by: 'companyId',
      take: 'count',
      where: { field: 'expectedCloseDay', is: 'lte', value: { day: 1 } },
    },
  }),
];

/** A book whose clock can be set, with deals that are due in so many days. */
async function openHouse(...dueIn: readonly number[]) {
  const adapter = memoryAdapter();
  let now = NOW;
  const open = (options: Parameters<typeof fields.customFields>[0] = {}) =>
    openBook({
      adapter,
      clock: () => now,
      timeZone: 'America/New_York',
      fields: fields.customFields({ fields: FIELDS, timeZone: 'Europe/Vienna', ...options }),
    });
  const store = await open();
  const pipeline = await withPipeline(store);
  const company = valueOf(await store.run(companies.create({ name: 'Brama' })));
  for (const [index, days] of dueIn.entries())
    valueOf(
      await store.run(
        deals.create({
          name: `Deal ${index}`,
          pipelineId: pipeline.id,
          companyId: company.id,
          expectedCloseDay: new Date(now + days * DAY).toISOString().slice(0, 10) as never,
        }),
      ),
    );
  const seen = async (of: Store) => ({
    due: (await ask(of, { ask: 'rows', collection: deals.collection, order: [['name', 'asc']] })).map(
      ({ customFields }) => customFields?.['due'],
    ),
    company: (await ask(of, companies.byId(company.id)))?.customFields,
  });
  return { store, open, seen, set: (at: number) => (now = at) };
}

describe('formulas over days that pass', () => {
  it('CF47 a book that is opened on a later day shows that day from its first answer on', async () => {
    const house = await openHouse(0, 2, 9);
    expect(await house.seen(house.store)).toEqual({ due: [0, 2, 9], company: { late: 0, soon: 1 } });
    await house.store.close();
    house.set(NOW + 2 * DAY);
    const later = await house.open();
    expect(await house.seen(later)).toEqual({ due: [-2, 0, 7], company: { late: 1, soon: 2 } });
    await later.close();
  });

  it('CF47 a day begins in the zone of the house, and once', async () => {
    const { store, set, seen } = await openHouse(1);
    const told: string[] = [];
    store.changes$.subscribe(({ changes }) => told.push(...changes.map(({ collection }) => collection)));
    // 23:30 in Vienna, then 00:30 there; in New York it is the day before all the time.
    set(Date.parse('2026-11-22T22:30:00.000Z'));
    expect(await fields.lookAtClock(store)).toBe(false);
    set(Date.parse('2026-11-22T23:30:00.000Z'));
    expect(await fields.lookAtClock(store)).toBe(true);
    expect(await seen(store)).toMatchObject({ due: [0], company: { soon: 1 } });
    told.length = 0;
    expect(await fields.lookAtClock(store)).toBe(false);
    expect(told).toEqual([]);
    await store.close();
  });

  it('CF47 writes the rows only that are others on the new day', async () => {
    const { store, set } = await openHouse(-5, 3);
    const changed: string[] = [];
    store.changes$.subscribe(({ changes }) => changed.push(...changes.map(({ collection }) => collection)));
    valueOf(
      await store.run(
        deals.create({
          name: 'No day',
          pipelineId: (await ask(store, { ask: 'rows', collection: deals.collection }))[0]!.pipelineId,
        }),
      ),
    );
    changed.length = 0;
    set(NOW + DAY);
    await fields.lookAtClock(store, { rows: 1 });
    expect(changed.filter((collection) => collection === 'deals')).toHaveLength(2);
    expect((await ask(store, { ask: 'tally', collection: deals.collection, by: ['customFields.due'] })).length).toBe(3);
    await store.undo();
    expect(await ask(store, { ask: 'rows', collection: deals.collection })).toHaveLength(2);
    await store.close();
  });
});
