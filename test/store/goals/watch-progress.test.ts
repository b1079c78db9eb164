import type { Day, Id } from '@kith/core';
import { companies, deals, pipelines } from '@kith/store';
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

  it('GO12 tells on which days and for whom: what somebody else has, or another day, concerns no goal', async () => {
    const store = await openBook({ collections: [goals.collection] });
    const metric = { collection: 'deals', day: 'expectedCloseDay' } as const;
    const pipeline = valueOf(
      await store.run(pipelines.create({ name: 'Sales', stages: [{ name: 'Lead', probability: 30 }] })),
    );
    const [hanna, ida] = ['user_hanna', 'user_ida'] as Id<'user'>[];
    const metrics = goals.openMetrics(store);
    const seen = new Map<string, number[]>();
    for (const holder of [hanna!, ida!]) {
      const goal = valueOf(await store.run(goals.create({ ...DRAFT, metric, holder })));
      seen.set(holder, []);
      goals
        .watchProgress(store, goal.id, { metrics })
        .subscribe((progress) => progress && seen.get(holder)?.push(progress.actual));
    }
    await expect.poll(() => [...seen.values()]).toEqual([[0], [0]]);
    const asked: unknown[] = [];
    metrics.changed$.subscribe((concerns) =>
      asked.push(
        concerns(metric),
        ...[hanna, ida].map((owner) => concerns(metric, { first: DRAFT.first, last: DRAFT.last, owner, isPast: true })),
      ),
    );
    const draft = { name: 'Order', pipelineId: pipeline.id, ownerId: hanna!, expectedCloseDay: day('2026-11-21') };
    const { id } = valueOf(await store.run(deals.create(draft)));
    await expect.poll(() => [...seen.values()]).toEqual([[0, 1], [0]]);
    valueOf(await store.run(deals.edit({ id, changes: { ownerId: ida! } })));
    await expect
      .poll(() => [...seen.values()])
      .toEqual([
        [0, 1, 0],
        [0, 1],
      ]);
    valueOf(await store.run(deals.edit({ id, changes: { expectedCloseDay: day('2026-11-24') } })));
    await expect.poll(() => seen.get(ida!)).toEqual([0, 1, 0]);
    valueOf(await store.run(deals.edit({ id, changes: { expectedCloseDay: day('2026-12-24') } })));
    await metrics.settled();
    expect(asked).toEqual([true, true, false, true, true, true, true, false, true, true, false, false]);
    await store.close();
  });

  it.each(['nothing', '__proto__', 'constructor', 'toString'])(
    'GO13 refuses a goal over a collection named %s',
    async (collection) => {
      const store = await openBook({ collections: [goals.collection] });
      const metric = { ...DRAFT.metric, collection };
      expect(await store.run(goals.create({ ...DRAFT, metric }))).toMatchObject({
        problem: { code: 'store/unknown-collection', path: 'metric.collection', params: { collection } },
      });
      const { id } = valueOf(await store.run(goals.create(DRAFT)));
      expect(problemOf(await store.run(goals.edit({ id, changes: { metric } })))).toBe('store/unknown-collection');
      await store.close();
    },
  );

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
