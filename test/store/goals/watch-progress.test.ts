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
