import type { Day } from '@kith/core';
import { companies } from '@kith/store';
import { each } from '@kith/store/bulk';
import * as goals from '@kith/store/goals';
import { describe, expect, it } from 'vitest';
import { HANNA, NOW, openBook, valueOf } from '../../support/book.js';

const DRAFT = {
  name: 'New customers',
  metric: { collection: 'companies', day: 'createdAt' },
  target: 10,
  first: '2026-11-21' as Day,
  last: '2026-11-24' as Day,
};

describe('watchParts', () => {
  it('GO19 follows commits, undo, the goals themselves and the day, once for each that matters', async () => {
    let now = NOW;
    const store = await openBook({ collections: [goals.collection], clock: () => now });
    const house = valueOf(await store.run(goals.create(DRAFT)));
    const seen: string[] = [];
    const metrics = goals.openMetrics(store);
    goals.watchParts(store, house.id, { metrics }).subscribe((made) => {
      const parts = made?.parts.map(({ goal, progress }) => `${goal.name} ${progress.actual}/${progress.target}`) ?? [];
      seen.push(made ? [`${made.actual} of ${made.inParts}, gap ${made.gap}`, ...parts].join('; ') : 'none');
    });
    const last = (text: string) => expect.poll(() => seen.at(-1)).toBe(text);
    await last('0 of 0, gap 10');
    const draft = { ...DRAFT, name: 'Hanna', target: 4, parentId: house.id, holder: HANNA };
    const hanna = valueOf(await store.run(goals.create(draft)));
    await last('0 of 4, gap 6; Hanna 0/4');
    valueOf(await store.run(companies.create({ name: 'Brama', ownerId: HANNA })));
    await last('1 of 4, gap 6; Hanna 1/4');
    await store.undo();
    await last('0 of 4, gap 6; Hanna 0/4');
    const told = seen.length;
    // The whole and a part in one commit are one answer; what somebody else has concerns no part.
    const both = [
      goals.edit({ id: house.id, changes: { target: 20 } }),
      goals.edit({ id: hanna.id, changes: { target: 8 } }),
    ];
    valueOf(await store.run(each(both)));
    await last('0 of 8, gap 12; Hanna 0/8');
    valueOf(await store.run(companies.create({ name: 'Cantine', ownerId: 'user_ida' as typeof HANNA })));
    await metrics.settled();
    expect(seen.length).toBe(told + 1);
    now += 86_400_000;
    metrics.lookAtClock();
    await expect.poll(() => seen.length).toBe(told + 2);
    valueOf(await store.run(goals.edit({ id: hanna.id, changes: { parentId: null } })));
    await last('0 of 0, gap 20');
    valueOf(await store.run(goals.remove({ id: house.id })));
    await last('none');
    await store.close();
  });
});
