import { type Activity, type Day, type Id, startOfDay } from '@kith/core';
import { asTask, type DueCalendar } from '@kith/core/tasks';
import { activities, type Store } from '@kith/store';
import { openLongList } from '@kith/store/long-lists';
import { add, change, completeAndPlan, dueIn, putOff } from '@kith/store/tasks';
import { beforeEach, describe, expect, it } from 'vitest';
import { ask, HANNA, openBook, problemOf, valueOf } from '../../support/book.js';

const TODAY = '2026-11-22' as Day;
const CALENDAR: DueCalendar = { today: TODAY, timeZone: 'Europe/Vienna', firstWeekday: 1 };
const LEA = 'contact_lea' as Id<'contact'>;

describe('the commands of tasks', () => {
  let store: Store;
  beforeEach(async () => {
    store = await openBook();
  });
  const read = (id: Id<'activity'>): Promise<Activity | undefined> => ask(store, activities.byId(id));

  it('TK10 keeps a priority that other commands do not know', async () => {
    const { id } = valueOf(await store.run(add({ kind: 'task', subject: 'Samples', dueDay: TODAY, priority: 'high' })));
    valueOf(await store.run(activities.edit({ id, changes: { subject: 'More samples' } })));
    const row = await read(id);
    expect(row && asTask(row)).toMatchObject({
      subject: 'More samples',
      priority: 'high',
      ownerId: HANNA,
      status: 'planned',
    });
    valueOf(await store.run(change({ id, changes: { priority: null, dueDay: '2026-11-25' as Day } })));
    const changed = await read(id);
    expect(changed).not.toHaveProperty('priority');
    expect(changed).toMatchObject({ dueDay: '2026-11-25', at: startOfDay('2026-11-25' as Day, 'Europe/Vienna') });
  });

  it('TK11 leaves what is done as it is', async () => {
    const { id } = valueOf(await store.run(add({ kind: 'task', subject: 'Samples' })));
    valueOf(await store.run(putOff({ id, to: TODAY })));
    valueOf(await store.run(putOff({ id, to: undefined })));
    expect(await read(id)).not.toHaveProperty('dueDay');
    valueOf(await store.run(activities.complete({ id })));
    for (const command of [putOff({ id, to: TODAY }), change({ id, changes: {} })])
      expect(problemOf(await store.run(command))).toBe('tasks/not-planned');
    const next = { kind: 'call', subject: 'Call' } as const;
    expect(problemOf(await store.run(completeAndPlan({ id, next })))).toBe('tasks/not-planned');
  });

  it('TK12 completes and plans what follows in one step', async () => {
    const owner = 'user_rafael' as Id<'user'>;
    const { id } = valueOf(await store.run(add({ kind: 'call', subject: 'Call Léa', contactId: LEA, ownerId: owner })));
    const input = {
      id,
      outcome: ' Wants samples ',
      next: { kind: 'task', subject: 'Send samples', dueDay: TODAY },
    } as const;
    const { done, next } = valueOf(await store.run(completeAndPlan(input)));
    expect(done).toMatchObject({ status: 'done', outcome: 'Wants samples', completedAt: '2026-11-22T08:30:00.000Z' });
    expect(next).toMatchObject({ status: 'planned', contactId: LEA, ownerId: owner, dueDay: TODAY });
    valueOf(await store.undo());
    expect(await read(id)).toMatchObject({ status: 'planned' });
    expect(await read(next.id)).toBeUndefined();
    // Refused, none of it is done.
    const refused = await store.run(completeAndPlan({ id, next: { kind: 'task', subject: ' ' } }));
    expect(refused.ok).toBe(false);
    expect(await read(id)).toMatchObject({ status: 'planned' });
  });

  it('TK3 keeps a long list of one group up to date, and its count without counting anew', async () => {
    let counts = 0;
    const { adapter } = store.storage;
    const counting = {
      ...adapter,
      count: (...args: Parameters<typeof adapter.count>) => {
        counts++;
        return adapter.count(...args);
      },
    };
    const watched = { ...store, storage: { ...store.storage, adapter: counting } };
    for (const subject of ['A', 'B', 'C']) valueOf(await store.run(add({ kind: 'task', subject, dueDay: TODAY })));
    const list = openLongList(watched, dueIn('today', { owners: [HANNA] }, CALENDAR));
    const [first] = await list.read(0, 10);
    expect([list.count, counts]).toEqual([3, 1]);
    valueOf(await store.run(activities.complete({ id: first?.id as Id<'activity'> })));
    valueOf(await store.run(add({ kind: 'call', subject: 'D', at: '2026-11-22T15:00:00.000Z' as never })));
    valueOf(await store.run(add({ kind: 'task', subject: 'E', dueDay: '2026-11-23' as Day })));
    valueOf(await store.run(add({ kind: 'task', subject: 'F', dueDay: TODAY })));
    const subjects = (await list.read(0, 10)).map(({ subject }) => subject);
    // Those of one day stand in any order; what has a time of the day comes after them.
    const left = ['A', 'B', 'C', 'F'].filter((subject) => subject !== first?.subject);
    expect([subjects.slice(0, 3).sort(), subjects.slice(3)]).toEqual([left, ['D']]);
    expect([list.count, counts]).toEqual([4, 1]);
    list.close();
  });
});
