import { memoryAdapter } from '@kith/adapters';
import type { Filter, Id } from '@kith/core';
import type { Mapping } from '@kith/core/imports';
import { contacts, deals, openStore, pipelines, type Store, users } from '@kith/store';
import { watchAttention } from '@kith/store/deals';
import { customFields, define } from '@kith/store/fields';
import * as goals from '@kith/store/goals';
import { importCsv } from '@kith/store/imports';
import * as leads from '@kith/store/leads';
import { createRole, rolesPolicy } from '@kith/store/permissions';
import * as segments from '@kith/store/segments';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  ask,
  dumpOf,
  euros,
  NOW,
  openBook,
  problemOf,
  stageId,
  valueOf,
  withDeals,
  withPipeline,
} from '../support/book.js';

const ADMIN = {
  key: 'admin',
  name: 'Administrator',
  administers: true,
  grants: [{ collection: '*', actions: ['*'], scope: 'all' }],
} as const;
const COLLECTIONS = [...leads.leadCollections, ...segments.segmentCollections, goals.collection];
const DEEP = JSON.parse(
  `${'{"not":'.repeat(1_000)}{"field":"name","is":"eq","value":"x"}${'}'.repeat(1_000)}`,
) as Filter;
const WIDE: Filter = { field: 'name', is: 'in', value: Array.from({ length: 10_000 }, (_, index) => `Name ${index}`) };

/** Every door through which a filter comes to be kept. */
const doors = (where: Filter): ReadonlyMap<string, Parameters<Store['run']>[0]> =>
  new Map<string, Parameters<Store['run']>[0]>([
    [
      'a stage',
      pipelines.create({
        name: 'Other',
        stages: [
          { id: stageId('in'), name: 'In', probability: 10 },
          { id: stageId('on'), name: 'On', probability: 20, rules: { enter: where } },
          { id: stageId('out'), name: 'Out', type: 'won', probability: 100 },
        ],
      }),
    ],
    ['a segment', segments.create({ name: 'Some', of: 'contacts', filter: where })],
    [
      'a role',
      createRole({
        key: 'some',
        name: 'Some',
        grants: [{ collection: 'deals', actions: ['read'], scope: 'all', where }],
      }),
    ],
    ['a plan', leads.createPlan({ name: 'Some', rules: [{ id: 'a', name: 'A', method: 'roundRobin', where }] })],
    ['a pool', leads.createPool({ name: 'Some', timeZone: 'UTC', capacities: [{ most: 3, per: 'person', where }] })],
    [
      'a goal',
      goals.create({
        name: 'Some',
        metric: { collection: 'deals', day: 'actualCloseDay', where },
        target: 5,
        first: '2026-11-01',
        last: '2026-11-30',
      } as never),
    ],
  ]);

async function office() {
  const adapter = memoryAdapter();
  const policy = rolesPolicy({ roles: [ADMIN] });
  const collections = [...COLLECTIONS, ...policy.collections];
  const host = await openStore({ adapter, collections, clock: () => NOW });
  const chief = valueOf(await host.run(users.create({ name: 'Chi', roles: ['admin'] }))).id as Id<'user'>;
  await host.close();
  return {
    adapter,
    chief,
    store: await openStore({ adapter, collections: COLLECTIONS, policy, actor: chief, clock: () => NOW }),
  };
}

describe('bad input', () => {
  it('BI1 refuses rules that contradict themselves, by stage and rule', async () => {
    const store = await openBook();
    const never: Filter = {
      and: [
        { field: 'amount.minor', is: 'gt', value: 5 },
        { field: 'amount.minor', is: 'lt', value: 5 },
      ],
    };
    const made = await store.run(doors(never).get('a stage') as never);
    expect(made).toMatchObject({ problem: { code: 'pipelines/never-met', params: { stage: 'On', rule: 'enter' } } });
    await store.close();
  });

  it('BI2 refuses what goes round in a circle, and names the way round', async () => {
    const store = await openBook({ collections: COLLECTIONS, fields: customFields({}) });
    valueOf(await store.run(define({ on: 'deal', name: 'one', labels: { en: 'One' }, type: 'number' })));
    valueOf(
      await store.run(define({ on: 'deal', name: 'two', labels: { en: 'Two' }, type: 'formula', formula: 'one + 1' })),
    );
    expect(
      await store.run(define({ on: 'deal', name: 'one', labels: { en: 'One' }, type: 'formula', formula: 'two + 1' })),
    ).toMatchObject({
      problem: { code: 'fields/circle', params: { circle: expect.stringContaining('deal.two') } },
    });
    const a = valueOf(
      await store.run(segments.create({ name: 'A', of: 'contacts', filter: { field: 'name', is: 'eq', value: 'x' } })),
    );
    const b = valueOf(await store.run(segments.create({ name: 'B', of: 'contacts', filter: { segment: a.id } })));
    expect(await store.run(segments.edit({ id: a.id, changes: { filter: { segment: b.id } } }))).toMatchObject({
      problem: { code: 'segments/cycle', params: { way: 'A → B → A' } },
    });
    await store.close();
  });

  it('BI3 leaves nobody locked out', async () => {
    expect(() => rolesPolicy({ roles: [{ ...ADMIN, administers: false }] })).toThrow(/none of the roles/i);
    const { store, chief } = await office();
    expect(problemOf(await store.run(users.edit({ id: chief, changes: { roles: [] } })))).toBe(
      'permissions/locks-everyone-out',
    );
    valueOf(await store.run(users.edit({ id: chief, changes: { name: 'Chief' } })));
    await store.close();
  });

  it('BI4 works on with a deal in a stage that is gone', async () => {
    const adapter = memoryAdapter();
    const store = await openBook({ adapter });
    const pipeline = await withPipeline(store);
    const [deal, other] = await withDeals(store, pipeline, 'Lost and found', 'Other');
    const gone = stageId('gone');
    await adapter.write({
      ops: [deal, other].map((each) => ({
        op: 'put',
        c: 'deals',
        id: each!.id,
        expect: 'any',
        data: { ...each, stageId: gone } as never,
      })),
    });
    const id = deal!.id;
    const { items } = await firstValueFrom(watchAttention(store, { currency: 'EUR' }).list$);
    expect(items.map(({ findings }) => findings.some(({ reason }) => reason === 'stageGone'))).toEqual([true, true]);
    expect(valueOf(await store.run(deals.edit({ id, changes: { name: 'Found', amount: euros(5) } }))).stageId).toBe(
      gone,
    );
    expect(problemOf(await store.run(deals.move({ id, stageId: stageId('elsewhere') })))).toBe('deals/unknown-stage');
    expect(valueOf(await store.run(deals.move({ id, stageId: stageId('proposal') }))).stageId).toBe(
      stageId('proposal'),
    );
    expect(valueOf(await store.run(deals.win({ id: other!.id }))).status).toBe('won');
    valueOf(await store.undo());
    expect((await ask(store, deals.byId(other!.id)))?.stageId).toBe(gone);
    await store.close();
  });

  it('BI5 refuses a filter a thousand levels deep at every door, and writes nothing', async () => {
    const { store, adapter } = await office();
    const before = await dumpOf(adapter);
    for (const [door, step] of doors(DEEP)) {
      const made = await store.run(step);
      expect([door, made.ok]).toEqual([door, false]);
      expect([door, made.ok || made.problem.message.length < 1_000]).toEqual([door, true]);
    }
    expect(await dumpOf(adapter)).toEqual(before);
    await store.close();
  });

  it('BI6 keeps or refuses a filter with ten thousand values, and answers it', async () => {
    const { store } = await office();
    for (const [door, step] of doors(WIDE)) {
      const made = await store.run(step);
      expect([door, made.ok || made.problem.message.length < 1_000]).toEqual([door, true]);
    }
    valueOf(await store.run(contacts.create({ name: 'Name 9999' })));
    valueOf(await store.run(contacts.create({ name: 'Name 10000' })));
    const found = await ask(store, { ask: 'rows', collection: contacts.collection, where: WIDE });
    expect(found.map(({ name }) => name)).toEqual(['Name 9999']);
    await store.close();
  });

  it('BI7 takes __proto__ for a name like any other, and changes nothing for other objects', async () => {
    const store = await openBook({ collections: COLLECTIONS, fields: customFields({}) });
    const odd = JSON.parse('{"__proto__":{"isAdmin":true},"constructor":"x"}') as Record<string, never>;
    expect(
      problemOf(await store.run(define({ on: 'contact', name: '__proto__', labels: { en: 'x' }, type: 'text' }))),
    ).toBe('fields/bad-name');
    const created = await store.run(contacts.create({ name: 'Ada', customFields: odd }));
    if (created.ok)
      expect(Object.getPrototypeOf((await ask(store, contacts.byId(created.value.id)))?.customFields)).toBe(
        Object.prototype,
      );
    const captured = await store.run(leads.capture({ payload: JSON.parse('{"name":"Ben","__proto__":"x"}') }));
    expect(captured.ok || captured.problem.code).toBe('leads/bad-field-name');
    const where: Filter = { field: '__proto__.isAdmin', is: 'eq', value: true };
    expect(
      await ask(store, {
        ask: 'rows',
        collection: contacts.collection,
        where: { field: 'toString', is: 'exists', value: true },
      }),
    ).toEqual([]);
    expect(await ask(store, { ask: 'tally', collection: contacts.collection, by: ['__proto__'] })).toHaveLength(
      created.ok ? 1 : 0,
    );
    expect((await ask(store, { ask: 'rows', collection: contacts.collection, where })).length).toBeLessThanOrEqual(1);
    const mapping: Mapping = {
      name: 'Odd',
      into: 'contacts',
      system: 'odd',
      externalId: ['__proto__'],
      fields: [
        { field: 'name', from: [{ column: 'constructor' }], required: true },
        { field: 'customFields.__proto__', from: [{ column: 'constructor' }] },
      ],
    };
    const report = valueOf(await importCsv(store, '__proto__,constructor\n1,Cy\n', mapping));
    expect(report.rowsIn).toBe(1);
    expect(report.created + report.rejected).toBe(1);
    expect(({} as { isAdmin?: boolean }).isAdmin).toBeUndefined();
    await store.close();
  });

  it('BI8 says by its code what is wrong with the filter of a question', async () => {
    const store = await openBook();
    let where: Filter = { field: 'name', is: 'eq', value: 'x' };
    for (let level = 0; level < 100_000; level++) where = { and: [where] };
    const questions = [{ ask: 'rows' }, { ask: 'tally', by: [] }] as const;
    for (const question of questions)
      await expect(ask(store, { ...question, collection: contacts.collection, where })).rejects.toMatchObject({
        code: 'filters/too-deep',
      });
    for (const [odd, code] of [
      [null, 'not-a-condition'],
      ['x', 'not-a-condition'],
      [{ and: null }, 'wrong-value'],
      [{ not: [] }, 'not-a-condition'],
      [{ foo: 1 }, 'unknown-property'],
      [{ field: 'name' }, 'missing-property'],
      [{ field: 'name', is: 'like', value: 'x' }, 'unknown-operator'],
      [{ field: 5, is: 'eq', value: 1 }, 'wrong-value'],
    ])
      await expect(
        ask(store, { ask: 'rows', collection: contacts.collection, where: odd as Filter }),
      ).rejects.toMatchObject({ code: `filters/${code}` });
    await store.close();
  });
});
