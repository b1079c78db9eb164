import { memoryAdapter } from '@kith/adapters';
import type { Deal } from '@kith/core';
import { command, companies, deals, type HistoryState, openStore } from '@kith/store';
import fc from 'fast-check';
import { firstValueFrom } from 'rxjs';
import { describe, expect, it } from 'vitest';
import {
  ask,
  dumpOf,
  HANNA,
  NOW,
  openBook,
  problemOf,
  stageId,
  valueOf,
  withDeals,
  withPipeline,
} from '../support/book.js';

describe('undo', () => {
  it('S47 asks whose it is where people share a storage over a network', async () => {
    const real = memoryAdapter();
    const far = { ...real, capabilities: { ...real.capabilities, shared: 'network' } as const };
    await expect(openStore({ adapter: far })).rejects.toThrow('say who acts');
    await (await openStore({ adapter: far, actor: HANNA })).close();
  });

  it('S40 puts every row back, and forward again', async () => {
    const adapter = memoryAdapter();
    const store = await openBook({ adapter });
    const pipeline = await withPipeline(store);
    const [deal] = (await withDeals(store, pipeline, 'a')) as readonly [Deal];
    const before = await dumpOf(adapter);
    valueOf(await store.run(deals.win({ id: deal.id })));
    const after = await dumpOf(adapter);
    valueOf(await store.undo());
    expect(await dumpOf(adapter)).toEqual(before);
    valueOf(await store.redo());
    expect(await dumpOf(adapter)).toEqual(after);
    valueOf(await store.undo());
    valueOf(await store.undo());
    expect(await ask(store, deals.byId(deal.id))).toBeUndefined();
    valueOf(await store.redo());
    expect(await dumpOf(adapter)).toEqual(before);
  });

  it('S41 walks back and forth over any history and finds every state again', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('new', 'rename', 'win', 'reopen', 'undo', 'redo'), { minLength: 4, maxLength: 40 }),
        async (steps) => {
          const adapter = memoryAdapter();
          // Far enough apart that nothing is one step of typing.
          let now = NOW;
          const store = await openBook({ adapter, clock: () => (now += 10_000) });
          const pipeline = await withPipeline(store);
          const [deal] = (await withDeals(store, pipeline, 'a')) as readonly [Deal];
          /** The states one can go back to and forth to; what the store should do, said in the simplest way. */
          const states = [await dumpOf(adapter)];
          let at = 0;
          for (const [index, step] of steps.entries()) {
            if (step === 'undo') {
              if (at > 0) {
                valueOf(await store.undo());
                at--;
              }
            } else if (step === 'redo') {
              const redone = await store.redo();
              if (at + 1 < states.length) {
                valueOf(redone);
                at++;
              } else expect(problemOf(redone)).toBe('store/nothing-to-redo');
            } else {
              const before = JSON.stringify(await dumpOf(adapter));
              if (step === 'new') valueOf(await store.run(companies.create({ name: `c${index}` })));
              if (step === 'rename')
                valueOf(await store.run(deals.edit({ id: deal.id, changes: { name: `deal ${index}` } })));
              if (step === 'win') valueOf(await store.run(deals.win({ id: deal.id })));
              if (step === 'reopen') valueOf(await store.run(deals.reopen({ id: deal.id })));
              const now = await dumpOf(adapter);
              if (JSON.stringify(now) !== before) {
                states.splice(at + 1, states.length, now);
                at++;
              }
            }
            expect(await dumpOf(adapter)).toEqual(states[at]);
          }
        },
      ),
      { numRuns: 80 },
    );
  });

  it('S42 does not overwrite what somebody else changed since', async () => {
    const adapter = memoryAdapter();
    const store = await openBook({ adapter });
    const pipeline = await withPipeline(store);
    const [deal] = (await withDeals(store, pipeline, 'a')) as readonly [Deal];
    valueOf(await store.run(deals.edit({ id: deal.id, changes: { name: 'mine' } })));
    const row = (await adapter.get('deals', [deal.id]))[0];
    await adapter.write({
      ops: [{ op: 'put', c: 'deals', id: deal.id, expect: { rev: row!.rev }, data: { ...row!.data, name: 'theirs' } }],
    });
    expect(problemOf(await store.undo())).toBe('store/changed-since');
    expect((await ask(store, deals.byId(deal.id)))?.name).toBe('theirs');
  });

  it('S43 says what comes next', async () => {
    const store = await openBook();
    const states: HistoryState[] = [];
    store.history$.subscribe((state) => states.push(state));
    const types = (): readonly (string | undefined)[] => [states.at(-1)?.undo?.type, states.at(-1)?.redo?.type];
    expect(types()).toEqual([undefined, undefined]);
    await store.run(companies.create({ name: 'a' }));
    const pipeline = await withPipeline(store);
    expect(types()).toEqual(['pipelines/create', undefined]);
    await store.undo();
    expect(types()).toEqual(['companies/create', 'pipelines/create']);
    await store.run(companies.create({ name: 'b' }));
    expect(types()).toEqual(['companies/create', undefined]);
    expect(pipeline.stages.map((stage) => stage.id)).toContain(stageId('won'));
  });

  it('S44 says when there is nothing', async () => {
    const store = await openBook();
    expect(problemOf(await store.undo())).toBe('store/nothing-to-undo');
    expect(problemOf(await store.redo())).toBe('store/nothing-to-redo');
  });

  it('S45 remembers after the page was loaded again', async () => {
    const adapter = memoryAdapter();
    let store = await openBook({ adapter });
    const company = valueOf(await store.run(companies.create({ name: 'Brama' })));
    valueOf(await store.run(companies.edit({ id: company.id, changes: { employees: 12 } })));
    valueOf(await store.run(companies.edit({ id: company.id, changes: { name: 'Brama S.A.' } })));
    valueOf(await store.undo());
    await store.close();
    store = await openBook({ adapter, random: Math.random });
    const states: HistoryState[] = [];
    store.history$.subscribe((state) => states.push(state));
    expect(states.at(-1)).toMatchObject({
      undo: { type: 'companies/edit', input: { changes: { employees: 12 } } },
      redo: { type: 'companies/edit', input: { changes: { name: 'Brama S.A.' } } },
    });
    valueOf(await store.redo());
    expect((await ask(store, companies.byId(company.id)))?.name).toBe('Brama S.A.');
    for (let step = 0; step < 3; step++) valueOf(await store.undo());
    expect(await ask(store, companies.all())).toEqual([]);
    expect(problemOf(await store.undo())).toBe('store/nothing-to-undo');
  });

  it('S48 makes one step of typing in one field', async () => {
    let now = NOW;
    const store = await openBook({ clock: () => now });
    const company = valueOf(await store.run(companies.create({ name: 'B' })));
    const edit = async (changes: Parameters<typeof companies.edit>[0]['changes'], pause: number) => {
      now += pause;
      valueOf(await store.run(companies.edit({ id: company.id, changes })));
    };
    const shown = async () => {
      const { name, employees } = (await ask(store, companies.byId(company.id))) ?? {};
      return [name, employees];
    };
    for (const name of ['Br', 'Bra', 'Bram', 'Brama']) await edit({ name }, 400);
    await edit({ employees: 1 }, 400);
    await edit({ employees: 12 }, 400);
    await edit({ employees: 13 }, 5_000);
    expect(await shown()).toEqual(['Brama', 13]);
    valueOf(await store.undo());
    expect(await shown()).toEqual(['Brama', 12]);
    valueOf(await store.undo());
    expect(await shown()).toEqual(['Brama', undefined]);
    valueOf(await store.undo());
    expect(await shown()).toEqual(['B', undefined]);
    // What is typed behind an undone step is no part of it.
    await edit({ name: 'Bo' }, 100);
    valueOf(await store.undo());
    expect(await shown()).toEqual(['B', undefined]);
    valueOf(await store.redo());
    expect(await shown()).toEqual(['Bo', undefined]);
  });

  it('S48 makes no step of what somebody else typed in between', async () => {
    const adapter = memoryAdapter();
    const store = await openBook({ adapter });
    const ida = await openStore({ adapter: { ...adapter, open: async () => undefined }, clock: () => NOW });
    const company = valueOf(await store.run(companies.create({ name: 'B' })));
    valueOf(await store.run(companies.edit({ id: company.id, changes: { name: 'Br' } })));
    valueOf(await ida.run(companies.edit({ id: company.id, changes: { name: 'Xr' } })));
    valueOf(await store.run(companies.edit({ id: company.id, changes: { name: 'Bra' } })));
    valueOf(await store.undo());
    expect((await ask(store, companies.byId(company.id)))?.name).toBe('Xr');
    expect(problemOf(await store.undo())).toBe('store/changed-since');
  });

  it('S49 remembers 100 steps, in 102 rows', async () => {
    const adapter = memoryAdapter();
    const store = await openBook({ adapter });
    for (let index = 0; index < 130; index++) valueOf(await store.run(companies.create({ name: `Company ${index}` })));
    expect(await adapter.count('historySteps')).toBe(102);
    for (let index = 0; index < 100; index++) valueOf(await store.undo());
    expect(problemOf(await store.undo())).toBe('store/nothing-to-undo');
    expect(await ask(store, companies.all())).toHaveLength(30);
  });

  it('S49 does not remember a step that does not fit into a row of the storage', async () => {
    const real = memoryAdapter();
    const limits = { ...real.capabilities.limits, rowBytes: 2_000 };
    const store = await openBook({ adapter: { ...real, capabilities: { ...real.capabilities, limits } } });
    valueOf(await store.run(companies.create({ name: 'Brama' })));
    valueOf(await store.run(companies.create({ name: 'Cantine', description: 'x'.repeat(1_000) })));
    valueOf(await store.undo());
    expect((await ask(store, companies.all())).map(({ name }) => name)).toEqual(['Cantine']);
  });

  it('S74 remembers no step of a host that erases a row, and no other step with that row', async () => {
    const store = await openBook();
    const brama = valueOf(await store.run(companies.create({ name: 'Brama' })));
    const cantine = valueOf(await store.run(companies.create({ name: 'Cantine' })));
    const away = command('host/away', undefined, async (work) => {
      work.purge(companies.collection, cantine.id);
      const found = await work.require(companies.collection, brama.id);
      return found.ok ? work.put(companies.collection, { ...found.value, name: 'Brama S.A.' }) : found;
    });
    valueOf(await store.run(away));
    expect((await ask(store, companies.all())).map(({ name }) => name)).toEqual(['Brama S.A.']);
    expect((await firstValueFrom(store.history$)).undo?.input).toMatchObject({ name: 'Brama' });
    expect(problemOf(await store.undo())).toBe('store/changed-since');
    await store.close();
  });
});
