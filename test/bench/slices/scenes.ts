import { memoryAdapter, type Op, type StorageAdapter } from '@kith/adapters';
import type { Instant } from '@kith/core';
import { contacts, openStore, type Store } from '@kith/store';
import { bringUpToDate, customFields, define, eraseValues, lookAtClock, remove } from '@kith/store/fields';
import { contactActivities, keepScores, type RulePlan, rescoreAll, scoringCollections } from '@kith/store/scoring';

const AT = '2026-11-22T08:30:00.000Z' as Instant;
const DAY = 86_400_000;
const STAMPS = { createdAt: AT, modifiedAt: AT };
const BATCH = 1_000;

async function load(adapter: StorageAdapter, c: string, count: number, row: (index: number) => object): Promise<void> {
  for (let from = 0; from < count; from += BATCH) {
    const ops = Array.from({ length: Math.min(BATCH, count - from) }, (_, at): Op => {
      const data = { ...STAMPS, ...row(from + at) } as never;
      return { op: 'put', c, id: (data as { readonly id: string }).id, expect: 'absent', data };
    });
    await adapter.write({ ops });
  }
}

const plan: RulePlan = {
  of: contacts.collection,
  scheme: {
    id: 'marketing',
    timeZone: 'UTC',
    fit: {
      rules: [
        { id: 'head', where: { field: 'jobTitle', is: 'contains', value: 'head' }, points: 30 },
        { id: 'student', where: { field: 'tags', is: 'contains', value: 'student' }, points: -10 },
      ],
    },
    engagement: {
      rules: [{ id: 'call', where: { field: 'kind', is: 'eq', value: 'call' }, points: 5, halfLifeDays: 30 }],
    },
    grades: { steps: [{ grade: 'hot', at: { total: 30 } }], hysteresis: 5 },
  },
  events: contactActivities,
};

/** So many contacts that are scored by rules; a quarter of them was called. */
export async function openScored(count: number): Promise<{ readonly store: Store }> {
  const adapter = memoryAdapter();
  const store = await openStore({
    adapter,
    clock: () => Date.parse(AT),
    timeZone: 'UTC',
    collections: scoringCollections,
    companions: [keepScores([plan])],
  });
  await load(adapter, 'contacts', count, (index) => ({
    id: `contact_${index}`,
    name: `Contact ${index}`,
    jobTitle: index % 3 === 0 ? 'Head of sales' : 'Clerk',
  }));
  await load(adapter, 'activities', count / 4, (index) => ({
    id: `activity_${index}`,
    kind: 'call',
    subject: 'Call',
    status: 'done',
    contactId: `contact_${index * 4}`,
    at: AT,
  }));
  return { store };
}

export const rescore = ({ store }: { readonly store: Store }): Promise<unknown> => rescoreAll(store, plan);

/** One contact changes, and its score with it. */
export const change = ({ store }: { readonly store: Store }, index: number): Promise<unknown> =>
  store.run(
    contacts.edit({ id: `contact_${index}` as never, changes: { jobTitle: index % 2 ? 'Head of all' : 'Clerk' } }),
  );

/** So many contacts of one company, with a formula over the day and a roll-up over all of them. */
export async function openFields(count: number) {
  const adapter = memoryAdapter();
  const clock = { now: Date.parse(AT) };
  const fields = customFields({
    timeZone: 'UTC',
    fields: [
      { on: 'contact', name: 'renewal', type: 'day', labels: { en: 'Renewal' } },
      { on: 'contact', name: 'size', type: 'number', labels: { en: 'Size' } },
      { on: 'contact', name: 'isDue', type: 'formula', labels: { en: 'Due' }, formula: 'renewal <= today()' },
      {
        on: 'company',
        name: 'sizes',
        type: 'rollUp',
        labels: { en: 'Sizes' },
        rollUp: { of: 'contact', by: 'companyId', take: 'sum', field: 'size' },
      },
    ],
  });
  const store = await openStore({ adapter, fields, clock: () => clock.now, timeZone: 'UTC' });
  await load(adapter, 'companies', 1, () => ({ id: 'company_one', name: 'One' }));
  await load(adapter, 'contacts', count, (index) => ({
    id: `contact_${index}`,
    name: `Contact ${index}`,
    companyId: 'company_one',
    customFields: {
      renewal: new Date(Date.parse(AT) + (index % 100) * DAY).toISOString().slice(0, 10),
      size: (index % 100) + 0.25,
      old: `old ${index}`,
      isDue: index % 100 === 0,
    },
  }));
  return { store, clock };
}

type FieldBook = Awaited<ReturnType<typeof openFields>>;

/** The sum over all contacts of the company, worked out anew. */
export const rollUp = ({ store }: FieldBook): Promise<unknown> => bringUpToDate(store, { kinds: ['company'] });

/** The next day: every row is looked at, one in a hundred is another. */
export async function passDay({ store, clock }: FieldBook): Promise<void> {
  clock.now += DAY;
  await lookAtClock(store);
}

/** All the values of a removed field. */
export async function erase({ store }: FieldBook): Promise<void> {
  const old = { on: 'contact', name: 'old', type: 'text', labels: { en: 'Old' } } as const;
  await store.run(define(old));
  await store.run(remove(old));
  await eraseValues(store, old);
}
