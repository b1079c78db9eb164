import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { memoryAdapter } from '@kith/adapters';
import { type Company, type Deal, type Id, instantOf } from '@kith/core';
import { companies, deals, openStore, type RowChanges, type RowsQuery, rowChanges, type Store } from '@kith/store';
import fc from 'fast-check';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { liveQueries } from '../../packages/store/src/live.js';
import type { Seen } from '../../packages/store/src/store.js';
import { ask, NOW, openBook, stageId, valueOf, withDeals, withPipeline } from '../support/book.js';
import { fuzz } from '../support/fuzz.js';

const at = instantOf(NOW);
const moment = () => ({ now: at, timeZone: 'Europe/Vienna' });
const company = (id: string, fields: Partial<Company> = {}): Company =>
  ({ id, name: id, createdAt: at, modifiedAt: at, ...fields }) as Company;
const change = (from: Company | null | undefined, to: Company | null): Seen => ({
  collection: 'companies',
  id: (to ?? from)?.id ?? '',
  from,
  to,
});
const rows = (query: Partial<RowsQuery<Company>>): RowsQuery<Company> => ({ ...companies.all(), ...query });

/** Live queries over some companies, with everything watched loaded. */
async function watching(queries: readonly RowsQuery<Company>[], stored: readonly Company[] = []) {
  const adapter = memoryAdapter();
  await adapter.open({
    tenant: 'default',
    schema: 1,
    collections: { companies: companies.collection.shape },
    migrations: [],
    onSuperseded: () => undefined,
  });
  await adapter.write({
    ops: stored.map((each) => ({ op: 'put', c: 'companies', id: each.id, expect: 'absent', data: each as never })),
  });
  const live = liveQueries(adapter, moment);
  const answers = queries.map((query) => {
    const seen: (readonly Company[])[] = [];
    live.watch(query).subscribe((answer) => seen.push(answer as readonly Company[]));
    return seen;
  });
  await Promise.all(queries.map((query) => firstValueFrom(live.watch(query))));
  const cost = (changes: readonly Seen[]): number => {
    const before = live.evaluations();
    live.apply(changes);
    return live.evaluations() - before;
  };
  return { live, answers, cost };
}

describe('live queries by range and key', () => {
  it('S30 holds one write against those of 1,000 questions that it can matter to', async () => {
    const owner = (index: number) => `user_${index}` as Id<'user'>;
    const questions = [
      ...Array.from({ length: 250 }, (_, index) =>
        rows({ where: { field: 'ownerId', is: 'eq', value: owner(index) } }),
      ),
      ...Array.from({ length: 250 }, (_, index) =>
        rows({
          where: {
            and: [
              { field: 'employees', is: 'gte', value: index * 10 },
              { field: 'employees', is: 'lt', value: index * 10 + 10 },
            ],
          },
        }),
      ),
      ...Array.from({ length: 250 }, (_, index) =>
        rows({
          where: {
            and: [
              { field: 'ownerId', is: 'eq', value: owner(index) },
              { field: 'industry', is: 'in', value: ['steel', `line ${index}`] },
              { field: 'employees', is: 'gt', value: 100 },
            ],
          },
        }),
      ),
      ...Array.from({ length: 250 }, (_, index) =>
        rows({ where: { field: 'ownerId', is: 'eq', value: owner(index) }, order: [['employees', 'asc']], limit: 5 }),
      ),
    ];
    const stored = Array.from({ length: 250 }, (_, index) =>
      [10, 20, 30, 40, 50, 60].map((employees) =>
        company(`company_${index}_${employees}`, { ownerId: owner(index), employees }),
      ),
    ).flat();
    const { cost, answers } = await watching(questions, stored);
    // Owner 7: their list; the tens from 120 to 129; their steel over 100. Their first five end at 50 employees.
    const born = company('company_new', { ownerId: owner(7), employees: 123, industry: 'steel' });
    expect(cost([change(null, born)])).toBe(3);
    // To 124, the same three; to owner 8, both owners' lists and steel, and the tens.
    const grown = { ...born, employees: 124 };
    expect(cost([change(born, grown)])).toBe(3);
    const given = { ...grown, ownerId: owner(8) };
    expect(cost([change(grown, given)])).toBe(5);
    // Down to 5 employees it is in front of the first five of owner 8, out of its tens and in those from 0 to 9.
    const shrunk = { ...given, employees: 5 };
    expect(cost([change(given, shrunk)])).toBe(5);
    expect(answers[750 + 8]?.at(-1)?.[0]).toEqual(shrunk);
    expect(cost([change(shrunk, null)])).toBe(3);
    await expect.poll(() => answers[750 + 8]?.at(-1)?.[0]?.employees).toBe(10);
    // Nobody asks for a company without owner and employees.
    expect(cost([change(null, company('company_else'))])).toBe(0);
    // Where nobody knows how it was before, those who hold it hear of it.
    expect(cost([change(undefined, { ...(stored[0] as Company), employees: 2_000 })])).toBe(4);
  });

  it('S30 costs the same beside 10 and beside 1,000 unrelated questions', async () => {
    const costs = [];
    for (const count of [10, 1_000]) {
      const { cost } = await watching([
        rows({ where: { field: 'name', is: 'eq', value: 'Brama' } }),
        ...Array.from({ length: count }, (_, index) =>
          rows({ where: { field: 'name', is: 'eq', value: `Company ${index}` }, limit: 3 }),
        ),
      ]);
      costs.push(cost([change(null, company('company_brama', { name: 'Brama' }))]));
    }
    expect(costs).toEqual([1, 1]);
  });

  it('S30 never leaves out a question that a write matters to', async () => {
    const field = fc.constantFrom('name', 'ownerId', 'employees', 'tags', 'address.city');
    const value = fc.constantFrom<string | number | null>('a', 'b', 'é', 1, 2, 3, null);
    const comparable = fc.constantFrom<string | number>('a', 'b', 'é', 1, 2, 3);
    const leaf = fc.oneof(
      fc.record({ field, is: fc.constantFrom('eq', 'ne'), value }),
      fc.record({ field, is: fc.constantFrom('lt', 'lte', 'gt', 'gte'), value: comparable }),
      fc.record({ field, is: fc.constant('in'), value: fc.array(value, { maxLength: 3 }) }),
      fc.record({ field, is: fc.constant('exists'), value: fc.boolean() }),
    );
    const where = fc.oneof(
      leaf,
      fc.record({ and: fc.array(leaf, { maxLength: 4 }) }),
      fc.record({ or: fc.array(leaf, { maxLength: 2 }) }),
      fc.record({ not: leaf }),
    );
    const entity = fc.record(
      {
        name: fc.constantFrom('a', 'b', 'é'),
        ownerId: fc.constantFrom('a', 'b'),
        employees: fc.constantFrom(1, 2, 3),
        tags: fc.array(fc.constantFrom<string | number>('a', 'b', 1, 3), { maxLength: 3 }),
        address: fc.record({ city: fc.constantFrom('a', 'b') }, { requiredKeys: [] }),
      },
      { requiredKeys: [] },
    );
    const query = fc.record(
      {
        where,
        order: fc.constantFrom(
          [['employees', 'desc']],
          [['tags', 'asc']],
          [
            ['name', 'asc'],
            ['employees', 'asc'],
          ],
          [],
        ),
        limit: fc.integer({ min: 1, max: 3 }),
      },
      { requiredKeys: [] },
    );
    const step = fc.record({
      id: fc.constantFrom('c1', 'c2', 'c3', 'c4', 'c5'),
      entity: fc.option(entity),
      known: fc.boolean(),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(query, { minLength: 1, maxLength: 4 }),
        fc.array(step, { maxLength: 12 }),
        async (queries, steps) => {
          const adapter = memoryAdapter();
          await adapter.open({
            tenant: 'default',
            schema: 1,
            collections: { companies: companies.collection.shape },
            migrations: [],
            onSuperseded: () => undefined,
          });
          const live = liveQueries(adapter, moment);
          const questions = queries.map(
            (each) => ({ ask: 'rows', collection: companies.collection, ...each }) as never,
          );
          const last: unknown[] = [];
          for (const [index, question] of questions.entries())
            live.watch(question).subscribe((answer) => {
              last[index] = answer;
            });
          await Promise.all(questions.map((question) => firstValueFrom(live.watch(question))));
          const stored = new Map<string, Company>();
          for (const { id, entity: fields, known } of steps) {
            const from = stored.get(id) ?? null;
            const to = fields ? company(id, fields as never) : null;
            if (to) stored.set(id, to);
            else stored.delete(id);
            await adapter.write({
              ops: [
                to
                  ? { op: 'put', c: 'companies', id, expect: 'any', data: to as never }
                  : { op: 'delete', c: 'companies', id, expect: 'any' },
              ],
            });
            live.apply([{ collection: 'companies', id, from: known ? from : undefined, to }]);
          }
          // A list that lost a row may be asking for the next one: what it says last has to be true.
          for (const [index, question] of questions.entries()) {
            const fresh = await firstValueFrom(liveQueries(adapter, moment).watch(question));
            await expect.poll(() => last[index], { interval: 1 }).toEqual(fresh);
          }
          live.complete();
        },
      ),
      fuzz(400),
    );
  });

  it('S31 says what was added, removed, changed and moved', async () => {
    const store = await openBook();
    const seen: RowChanges<Company>[] = [];
    store
      .watch(companies.all())
      .pipe(rowChanges())
      .subscribe((changes) => seen.push(changes));
    const names = (list: readonly Company[] | undefined) => list?.map(({ name }) => name);
    const said = () => {
      const { rows: all, added, removed, changed, moved } = seen.at(-1) as RowChanges<Company>;
      return [names(all), names(added), names(removed), names(changed), names(moved)];
    };
    const made = [];
    for (const name of ['Brama', 'Cantine', 'Dahlia']) made.push(valueOf(await store.run(companies.create({ name }))));
    expect(said()).toEqual([['Brama', 'Cantine', 'Dahlia'], ['Dahlia'], [], [], []]);
    await store.run(companies.edit({ id: made[1]!.id, changes: { employees: 12 } }));
    expect(said()).toEqual([['Brama', 'Cantine', 'Dahlia'], [], [], ['Cantine'], []]);
    await store.run(companies.edit({ id: made[0]!.id, changes: { name: 'Zebra' } }));
    expect(said()).toEqual([['Cantine', 'Dahlia', 'Zebra'], [], [], ['Zebra'], ['Zebra']]);
    await store.undo();
    await store.undo();
    await store.undo();
    expect(said()).toEqual([['Brama', 'Cantine'], [], ['Dahlia'], [], []]);
  });

  it('S31 rebuilds every list from its differences', async () => {
    const row = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'), name: fc.constantFrom('x', 'y') });
    const list = fc.uniqueArray(row, { selector: ({ id }) => id });
    const { from } = await import('rxjs');
    fc.assert(
      fc.property(fc.array(list, { minLength: 1, maxLength: 5 }), (lists) => {
        let before: readonly { id: string }[] = [];
        from(lists as unknown as (readonly Company[])[])
          .pipe(rowChanges())
          .subscribe(({ rows: after, added, removed, changed, moved }) => {
            const ids = (some: readonly { id: string }[]) => some.map(({ id }) => id).sort();
            const known = new Map(before.map((each) => [each.id, each]));
            expect(ids(added)).toEqual(ids(after.filter(({ id }) => !known.has(id))));
            expect(ids(removed)).toEqual(ids(before.filter(({ id }) => !after.some((each) => each.id === id))));
            expect(ids(changed)).toEqual(
              ids(
                after.filter(
                  (each) => known.has(each.id) && JSON.stringify(known.get(each.id)) !== JSON.stringify(each),
                ),
              ),
            );
            const stay = (some: readonly { id: string }[]) =>
              some.map(({ id }) => id).filter((id) => ![...added, ...removed, ...moved].some((each) => each.id === id));
            expect(stay(after)).toEqual(stay(before));
            before = after;
          });
      }),
      fuzz(500),
    );
  });

  it('S24 leaves nothing behind of 300 questions that nobody watches any more', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const made = await withDeals(store, pipeline, 'a', 'b', 'c');
    const watched = await watchAndLeave(store, made);
    expect(watched.length).toBeGreaterThanOrEqual(600);
    // The store is alive and has gone on: what it tells goes to nobody of them.
    valueOf(await store.run(deals.edit({ id: made[0]!.id, changes: { name: 'z' } })));
    await expect
      .poll(() => {
        collect();
        return watched.filter((each) => each.deref() !== undefined).length;
      })
      .toBe(0);
    expect(await ask(store, deals.byId(made[0]!.id))).toMatchObject({ name: 'z' });
  });

  it('S23 is not overtaken by an older answer that was still being read', async () => {
    const real = memoryAdapter();
    const held: (() => void)[] = [];
    let isHolding = false;
    const adapter = {
      ...real,
      tally: async (query: Parameters<typeof real.tally>[0]) => {
        const answer = await real.tally(query);
        if (isHolding) await new Promise<void>((resolve) => held.push(resolve));
        return answer;
      },
    };
    const store = await openStore({ adapter, clock: () => NOW });
    const pipeline = await withPipeline(store);
    await withDeals(store, pipeline, 'a');
    const counts: (number | undefined)[] = [];
    store.watch(deals.totals(pipeline.id)).subscribe(([group]) => counts.push(group?.count));
    await expect.poll(() => counts.at(-1)).toBe(1);
    isHolding = true;
    await withDeals(store, pipeline, 'b');
    await withDeals(store, pipeline, 'c');
    isHolding = false;
    for (const release of held.toReversed()) release();
    await expect.poll(() => counts.at(-1)).toBe(3);
    expect(counts).toEqual([...counts].sort());
  });
});

/** Watches many questions and stops; answers what must be gone afterwards: every array and every watcher. */
async function watchAndLeave(store: Store, made: readonly Deal[]): Promise<readonly WeakRef<object>[]> {
  const watched: WeakRef<object>[] = [];
  const subscriptions = [];
  for (let index = 0; index < 100; index++)
    for (const query of [
      { ...deals.inStage(made[0]!.pipelineId, stageId('lead')), limit: 1_000 + index },
      deals.byId(`deal_${index}` as Id<'deal'>),
      { ...deals.totals(made[0]!.pipelineId), sum: [`amount.${index}`] },
    ]) {
      const watcher = {
        next: (answer: unknown): void => {
          if (typeof answer === 'object' && answer !== null) watched.push(new WeakRef(answer));
        },
      };
      watched.push(new WeakRef(watcher));
      subscriptions.push(store.watch(query).subscribe(watcher));
    }
  valueOf(await store.run(deals.edit({ id: made[1]!.id, changes: { amount: { minor: 7, currency: 'EUR' } } })));
  await expect.poll(() => watched.length).toBeGreaterThanOrEqual(600);
  for (const subscription of subscriptions) subscription.unsubscribe();
  return watched;
}
