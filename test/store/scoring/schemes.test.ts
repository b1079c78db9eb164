import 'fake-indexeddb/auto';
import { memoryAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import type { ScoringScheme } from '@kith/core/scoring';
import { contacts } from '@kith/store';
import {
  changeScheme,
  contactActivities,
  createScheme,
  forgetScores,
  keepScores,
  ofRow,
  removeScheme,
  rescoreAll,
  scores,
  scoringCollections,
  scoringSchemes,
  storedPlans,
} from '@kith/store/scoring';
import { expect, it } from 'vitest';
import { ask, openBook, problemOf, valueOf } from '../../support/book.js';

const stored = [contacts.collection, contactActivities.collection];
const schemeOf = (points: number): ScoringScheme => ({
  id: 'marketing',
  timeZone: 'UTC',
  fit: { rules: [{ id: 'head', where: { field: 'jobTitle', is: 'contains', value: 'head' }, points }] },
  engagement: { rules: [{ id: 'call', where: { field: 'kind', is: 'eq', value: 'call' }, points: 2 }] },
});
const { collection: _, ...place } = contactActivities;
const events = { ...place, collection: 'activities' };

it('SC91 schemes are rows: made, changed and removed by commands, scored by at once, and taken back', async () => {
  const adapter = memoryAdapter();
  const open = () => openBook({ adapter, collections: scoringCollections, companions: [keepScores([], { stored })] });
  const store = await open();
  const made = valueOf(await store.run(createScheme({ of: 'contacts', scheme: schemeOf(30), events })));
  const [plan] = await storedPlans(store, stored);
  const lea = valueOf(await store.run(contacts.create({ name: 'Lea', jobTitle: 'Head of sales' })));
  expect(await ask(store, ofRow(plan!, lea.id))).toMatchObject({ points: 30, model: 'marketing' });

  const { id: __, ...rules } = schemeOf(5);
  valueOf(await store.run(changeScheme({ id: made.id, scheme: rules })));
  valueOf(await rescoreAll(store, (await storedPlans(store, stored))[0]!));
  expect(await ask(store, ofRow(plan!, lea.id))).toMatchObject({ points: 5 });
  valueOf(await store.undo());
  valueOf(await store.run(contacts.edit({ id: lea.id, changes: { department: 'EMEA' } })));
  expect(await ask(store, ofRow(plan!, lea.id))).toMatchObject({ points: 30 });

  valueOf(await store.run(removeScheme(made.id)));
  valueOf(await store.run(contacts.edit({ id: lea.id, changes: { jobTitle: 'Clerk' } })));
  expect(await ask(store, ofRow(plan!, lea.id))).toMatchObject({ points: 30 });
  expect(await forgetScores(store, 'marketing')).toBe(1);
  expect(await ask(store, { ask: 'rows', collection: scores })).toEqual([]);
  await store.close();

  const again = await open();
  expect(await storedPlans(again, stored)).toEqual([]);
  await again.close();
});

it('SC91 a scheme that does not hang together, or whose id is taken, is refused', async () => {
  const store = await openBook({ collections: scoringCollections, companions: [keepScores([], { stored })] });
  const none = { ...schemeOf(0), id: 'none' };
  expect(problemOf(await store.run(createScheme({ of: 'contacts', scheme: none })))).toBe('scoring/not-points');
  const odd = { ...schemeOf(1), id: 'a b' };
  expect(problemOf(await store.run(createScheme({ of: 'contacts', scheme: odd })))).toBe('store/invalid');
  const made = valueOf(await store.run(createScheme({ of: 'contacts', scheme: schemeOf(1) })));
  expect(problemOf(await store.run(createScheme({ of: 'companies', scheme: schemeOf(2) })))).toBe(
    'scoring/scheme-exists',
  );
  expect(problemOf(await store.run(changeScheme({ id: made.id, scheme: { ...schemeOf(1), timeZone: 'Mars' } })))).toBe(
    'scoring/unknown-zone',
  );
  expect((await ask(store, { ask: 'rows', collection: scoringSchemes })).length).toBe(1);
});

it('SC91 another tab scores by a scheme as soon as it has heard of it', async () => {
  const open = () =>
    openBook({
      adapter: dexieAdapter({ name: 'schemes of two' }),
      collections: scoringCollections,
      companions: [keepScores([], { stored })],
      random: Math.random,
    });
  const [one, two] = [await open(), await open()];
  valueOf(await one.run(createScheme({ of: 'contacts', scheme: schemeOf(7) })));
  const lea = valueOf(await two.run(contacts.create({ name: 'Lea', jobTitle: 'head' })));
  let looks = 0;
  await expect
    .poll(async () => {
      valueOf(await two.run(contacts.edit({ id: lea.id, changes: { department: `Room ${looks++}` } })));
      return (await ask(two, { ask: 'rows', collection: scores })).map(({ points }) => points);
    })
    .toEqual([7]);
  await one.close();
  await two.close();
});
