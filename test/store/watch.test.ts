import { memoryAdapter, StorageFault } from '@kith/adapters';
import { type Company, type Deal, type Id, instantOf } from '@kith/core';
import { type Answer, activities, command, companies, deals, type Query, type Store } from '@kith/store';
import fc from 'fast-check';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { ask, euros, NOW, openBook, problemOf, stageId, valueOf, withDeals, withPipeline } from '../support/book.js';

/** Collects what a question answers, from the first answer on. */
async function collect<Q extends Query>(store: Store, query: Q): Promise<{ answers: Answer<Q>[]; stop: () => void }> {
  const answers: Answer<Q>[] = [];
  const answer$ = store.watch(query);
  const first = firstValueFrom(answer$);
  const subscription = answer$.subscribe((answer) => answers.push(answer));
  await first;
  return { answers, stop: () => subscription.unsubscribe() };
}

describe('live queries', () => {
  it('S20 answers now, and has told the watchers when run resolves', async () => {
    const store = await openBook();
    const { answers } = await collect(store, companies.all());
    expect(answers).toEqual([[]]);
    const company = valueOf(await store.run(companies.create({ name: 'Brama' })));
    expect(answers.at(-1)).toEqual([company]);
    const one = await collect(store, companies.byId(company.id));
    const edited = valueOf(await store.run(companies.edit({ id: company.id, changes: { name: 'Brama S.A.' } })));
    expect(one.answers).toEqual([company, edited]);
  });

  it('S21 says nothing when nothing changed for it', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const [deal] = await withDeals(store, pipeline, 'Returns portal');
    const lead = await collect(store, deals.inStage(pipeline.id, stageId('lead')));
    const won = await collect(store, deals.inStage(pipeline.id, stageId('won')));
    const totals = await collect(store, deals.totals(pipeline.id));
    await store.run(companies.create({ name: 'Brama' }));
    await store.run(deals.edit({ id: deal!.id, changes: { description: 'Twelve shops' } }));
    expect(won.answers).toEqual([[]]);
    expect(totals.answers).toHaveLength(1);
    expect(lead.answers).toHaveLength(2);
    const before = lead.answers.at(-1);
    await store.run(deals.edit({ id: deal!.id, changes: { description: 'Twelve shops' } }));
    expect(lead.answers.at(-1)).toBe(before);
  });

  it('S22 emits once for a commit of many rows', async () => {
    const store = await openBook();
    const { answers } = await collect(store, companies.all());
    const many = command('test/many', {}, async (work) => {
      let last = work.put(companies.collection, {
        id: work.env.newId('company'),
        name: 'A0',
        createdAt: work.env.now,
        modifiedAt: work.env.now,
      });
      for (let index = 1; index < 50; index++)
        last = work.put(companies.collection, {
          id: work.env.newId('company'),
          name: `A${index}`,
          createdAt: work.env.now,
          modifiedAt: work.env.now,
        });
      return last;
    });
    valueOf(await store.run(many));
    expect(answers.map((answer) => answer.length)).toEqual([0, 50]);
  });

  it('S23 keeps a watched list as asking anew would answer it', async () => {
    const name = fc.constantFrom('Ada', 'ada', 'Åse', 'Zoë', '王小明', '😀 Corp', 'a', 'é', 'e\u0301');
    const step = fc.oneof(
      fc.record({
        kind: fc.constant('create' as const),
        name,
        employees: fc.option(fc.integer({ min: 0, max: 5 }), { nil: undefined }),
      }),
      fc.record({
        kind: fc.constant('edit' as const),
        at: fc.nat(20),
        name,
        employees: fc.option(fc.integer({ min: 0, max: 5 }), { nil: null }),
      }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(step, { maxLength: 25 }),
        fc.option(fc.integer({ min: 1, max: 4 }), { nil: undefined }),
        async (steps, limit) => {
          const store = await openBook();
          const query = {
            ...companies.all(),
            where: { field: 'employees', is: 'gte' as const, value: 2 },
            order: [['employees', 'desc'] as const, ['name', 'asc'] as const],
            ...(limit !== undefined && { limit }),
          };
          const { answers, stop } = await collect(store, query);
          const made: Company[] = [];
          for (const one of steps) {
            if (one.kind === 'create')
              made.push(valueOf(await store.run(companies.create({ name: one.name, employees: one.employees }))));
            else {
              const target = made[one.at % Math.max(made.length, 1)];
              if (target)
                valueOf(
                  await store.run(
                    companies.edit({ id: target.id, changes: { name: one.name, employees: one.employees } }),
                  ),
                );
            }
          }
          // A limited list that lost a row is asked again; wait for the answer that says so.
          const fresh = await firstValueFrom((await openAgain(store)).watch(query));
          await expect.poll(() => answers.at(-1)).toEqual(fresh);
          stop();
        },
      ),
      { numRuns: 250 },
    );
  });

  it('S24 shares one answer, and frees it when the last watcher goes', async () => {
    let queries = 0;
    const real = memoryAdapter();
    const adapter = {
      ...real,
      query: (query: Parameters<typeof real.query>[0]) => {
        queries++;
        return real.query(query);
      },
    };
    const store = await openBook({ adapter });
    queries = 0;
    const first = await collect(store, companies.all());
    const second = await collect(store, companies.all());
    expect(queries).toBe(1);
    expect(second.answers.at(-1)).toBe(first.answers.at(-1));
    first.stop();
    second.stop();
    const before = queries;
    valueOf(await store.run(companies.create({ name: 'Brama' })));
    expect(queries).toBe(before);
    expect(await ask(store, companies.all())).toHaveLength(1);
  });

  it('S26 keeps counts and sums true', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const { answers } = await collect(store, deals.totals(pipeline.id));
    const [a, b] = (await withDeals(store, pipeline, 'a', 'b')) as readonly [Deal, Deal];
    await expect.poll(() => answers.at(-1)).toEqual([{ key: ['stage_lead', 'EUR'], count: 2, sums: [200_000] }]);
    await store.run(deals.edit({ id: a.id, changes: { amount: { minor: 50, currency: 'JPY' } } }));
    await store.run(deals.move({ id: b.id, stageId: stageId('won'), actualValue: euros(900) }));
    await expect
      .poll(() => answers.at(-1))
      .toEqual([
        { key: ['stage_lead', 'JPY'], count: 1, sums: [50] },
        { key: ['stage_won', 'EUR'], count: 1, sums: [100_000] },
      ]);
    expect(await ask(store, deals.wonTotals(pipeline.id))).toContainEqual({
      key: ['stage_won', 'EUR'],
      count: 1,
      sums: [90_000],
    });
  });

  it('S26 counts over the rows where an adapter keeps no counters', async () => {
    const real = memoryAdapter();
    const adapter = {
      ...real,
      capabilities: { ...real.capabilities, tallies: false },
      tally: () => Promise.reject(new StorageFault({ kind: 'unsupported', detail: 'tally' })),
    };
    const store = await openBook({ adapter });
    const pipeline = await withPipeline(store);
    await withDeals(store, pipeline, 'a', 'b');
    expect(await ask(store, deals.totals(pipeline.id))).toEqual([
      { key: ['stage_lead', 'EUR'], count: 2, sums: [200_000] },
    ]);
  });

  it('S27 errors with words when storage fails, and can be asked again', async () => {
    const real = memoryAdapter();
    let broken = false;
    const adapter = {
      ...real,
      query: (query: Parameters<typeof real.query>[0]) =>
        broken ? Promise.reject(new StorageFault({ kind: 'unavailable', applied: 'no' })) : real.query(query),
    };
    const store = await openBook({ adapter });
    broken = true;
    await expect(ask(store, companies.all())).rejects.toMatchObject({ name: 'KithError', code: 'store/unavailable' });
    broken = false;
    expect(await ask(store, companies.all())).toEqual([]);
  });

  it('S28 asks a question about today again as time goes by', async () => {
    const { vi } = await import('vitest');
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
    try {
      let now = NOW;
      const store = await openBook({ clock: () => now });
      valueOf(
        await store.run(activities.schedule({ kind: 'task', subject: 'Call back', dueDay: '2026-11-23' as never })),
      );
      const due = {
        ...activities.about({ dealId: '' as Id<'deal'> }),
        where: { field: 'dueDay', is: 'lte' as const, value: { day: 0 } },
      };
      const { answers, stop } = await collect(store, due);
      expect(answers.at(-1)).toEqual([]);
      now = Date.parse('2026-11-23T08:00:00.000Z');
      vi.advanceTimersByTime(60_000);
      await expect.poll(() => answers.at(-1)?.map((activity) => activity.subject)).toEqual(['Call back']);
      stop();
    } finally {
      vi.useRealTimers();
    }
  });

  it('S29 fills a limited list from behind', async () => {
    const store = await openBook();
    for (const name of ['a', 'b', 'c']) valueOf(await store.run(companies.create({ name })));
    const { answers } = await collect(store, { ...companies.all(), limit: 2 });
    const first = answers.at(-1)?.[0];
    await store.run(companies.edit({ id: first!.id, changes: { name: 'z' } }));
    await expect.poll(() => answers.at(-1)?.map((company) => company.name)).toEqual(['b', 'c']);
  });

  it('completes what is watched when the store is closed', async () => {
    const store = await openBook();
    let completed = 0;
    store.watch(companies.all()).subscribe({ complete: () => completed++ });
    store.changes$.subscribe({ complete: () => completed++ });
    await ask(store, companies.all());
    await store.close();
    expect(completed).toBe(2);
    await expect(store.run(companies.create({ name: 'x' }))).rejects.toMatchObject({ code: 'store/closed' });
    expect(instantOf(NOW)).toBe('2026-11-22T08:30:00.000Z');
    expect(problemOf({ ok: false, problem: { code: 'a/b', message: '' } })).toBe('a/b');
  });
});

/** The same store asked without what is kept: a question nobody watches yet. */
const openAgain = async (store: Store): Promise<Store> => ({
  ...store,
  watch: (query) => store.watch({ ...query, note: 'afresh' } as typeof query),
});
