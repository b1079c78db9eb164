import type { Day, Id } from '@kith/core';
import { companies } from '@kith/store';
import * as goals from '@kith/store/goals';
import { describe, expect, it } from 'vitest';
import { NOW, openBook, problemOf, valueOf } from '../../support/book.js';

const day = (text: string) => text as Day;
const DRAFT = {
  name: 'New customers',
  metric: { collection: 'companies', day: 'createdAt' },
  target: 4,
  first: day('2026-11-21'),
  last: day('2026-11-24'),
};

describe('watchProgress', () => {
  it('GO11 follows commits, undo, the goal itself and the day', async () => {
    let now = NOW;
    const store = await openBook({ collections: [goals.collection], clock: () => now });
    valueOf(await store.run(companies.create({ name: 'Brama' })));
    const goal = valueOf(await store.run(goals.create(DRAFT)));
    const metrics = goals.openMetrics(store);
    const seen: string[] = [];
    goals.watchProgress(store, goal.id, { metrics }).subscribe((progress) => {
      seen.push(progress ? `${progress.actual}/${progress.target}, ${progress.expected} expected` : 'none');
    });
    await expect.poll(() => seen.at(-1)).toBe('1/4, 1 expected');
    valueOf(await store.run(companies.create({ name: 'Cantine' })));
    await expect.poll(() => seen.at(-1)).toBe('2/4, 1 expected');
    await store.undo();
    await expect.poll(() => seen.at(-1)).toBe('1/4, 1 expected');
    valueOf(await store.run(goals.edit({ id: goal.id, changes: { target: 8 } })));
    await expect.poll(() => seen.at(-1)).toBe('1/8, 2 expected');
    now += 86_400_000;
    metrics.lookAtClock();
    await expect.poll(() => seen.at(-1)).toBe('1/8, 4 expected');
    valueOf(await store.run(goals.remove({ id: goal.id })));
    await expect.poll(() => seen.at(-1)).toBe('none');
    await store.close();
  });

  it('GO12 tells which metrics a commit has moved, and leaves goals on others alone', async () => {
    const store = await openBook({ collections: [goals.collection] });
    const customers = { ...DRAFT.metric, where: { field: 'tags', is: 'contains', value: 'customer' } } as const;
    const all = valueOf(await store.run(goals.create(DRAFT)));
    const some = valueOf(await store.run(goals.create({ ...DRAFT, metric: customers })));
    const metrics = goals.openMetrics(store);
    for (const { metric } of [all, some]) await metrics.need(metric);
    const moved: boolean[][] = [];
    metrics.changed$.subscribe((concerns) => moved.push([all, some].map(({ metric }) => concerns(metric))));
    const company = valueOf(await store.run(companies.create({ name: 'Brama' })));
    await metrics.settled();
    valueOf(await store.run(companies.edit({ id: company.id, changes: { name: 'Brama AG' } })));
    valueOf(await store.run(companies.edit({ id: company.id, changes: { tags: ['customer'] } })));
    await metrics.settled();
    expect(moved).toEqual([
      [true, false],
      [false, true],
    ]);
    await store.close();
  });

  it('GO10 refuses a goal that ends before it begins', async () => {
    const store = await openBook({ collections: [goals.collection] });
    expect(problemOf(await store.run(goals.create({ ...DRAFT, last: day('2026-11-01') })))).toBe('goals/no-days');
    const goal = valueOf(await store.run(goals.create({ ...DRAFT, holder: 'user_hanna' })));
    expect(problemOf(await store.run(goals.edit({ id: goal.id, changes: { stretch: 1 } })))).toBe(
      'goals/stretch-too-low',
    );
    expect(problemOf(await store.run(goals.remove({ id: 'goal_x' as Id<'goal'> })))).toBe('store/not-found');
    await store.close();
  });
});
