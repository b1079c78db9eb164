import type { Instant } from '@kith/core';
import { activities } from '@kith/store';
import { describe, expect, it } from 'vitest';
import { NOW, openBook, problemOf, valueOf } from '../../support/book.js';

const moment = (millis: number): Instant => new Date(millis).toISOString() as Instant;

describe('activities of a store', () => {
  it('E17 logs what was done by now, at its moment, and nothing that lies ahead', async () => {
    const store = await openBook();
    const yesterday = moment(NOW - 86_400_000);
    const call = { kind: 'call', subject: ' Price ' } as const;
    expect(valueOf(await store.run(activities.log({ ...call, at: yesterday })))).toMatchObject({
      subject: 'Price',
      status: 'done',
      at: yesterday,
      completedAt: yesterday,
    });
    expect(problemOf(await store.run(activities.log({ ...call, at: moment(NOW + 1_000) })))).toBe(
      'activities/in-the-future',
    );
    expect(problemOf(await store.can(activities.log({ kind: 'note', subject: ' ' })))).toBe(
      'activities/subject-required',
    );
  });

  it('E17 completes what is planned, once, and nothing that was cancelled', async () => {
    const store = await openBook();
    const { id } = valueOf(await store.run(activities.schedule({ kind: 'call', subject: 'Price' })));
    const done = valueOf(await store.run(activities.complete({ id, outcome: 'agreed' })));
    expect(done).toMatchObject({ status: 'done', completedAt: moment(NOW), outcome: 'agreed' });
    expect(valueOf(await store.run(activities.complete({ id })))).toEqual(done);
    const other = valueOf(await store.run(activities.schedule({ kind: 'call', subject: 'Terms' })));
    valueOf(
      await store.run({
        type: 'test/cancel',
        input: undefined,
        async carryOut(work) {
          const planned = await work.require(activities.collection, other.id);
          return planned.ok ? work.put(activities.collection, { ...planned.value, status: 'cancelled' }) : planned;
        },
      }),
    );
    expect(problemOf(await store.run(activities.complete({ id: other.id })))).toBe('activities/cancelled');
  });
});
