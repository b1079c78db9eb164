import 'fake-indexeddb/auto';
import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { type Deal, ok, type Result } from '@kith/core';
import type { Mapping } from '@kith/core/imports';
import { type Collection, type Command, command, deals, pipelines, type Work } from '@kith/store';
import { each, remove } from '@kith/store/bulk';
import { importCsv, revertImport } from '@kith/store/imports';
import { describe, expect, it } from 'vitest';
import { ask, dumpOf, openBook, problemOf, valueOf, withPipeline } from '../../support/book.js';
import { all, dump } from '../imports/shop.js';
import { ADMIN, dealOf, office } from '../permissions/office.js';
import { aDeal } from './offices.js';

describe('removing a pipeline', () => {
  let names = 0;

  for (const [what, adapterOf] of [
    ['in memory', () => memoryAdapter()],
    ['in IndexedDB', () => dexieAdapter({ name: 'a pipeline in use' })],
  ] as const)
    it(`PL66 is refused while it has deals, at the cost of one count, ${what}`, async () => {
      const adapter = adapterOf();
      const asked: unknown[] = [];
      const listening: StorageAdapter = {
        ...adapter,
        count: (collection, where) => {
          asked.push(['count', collection, where]);
          return adapter.count(collection, where);
        },
        query: (query) => {
          asked.push(['query', query]);
          return adapter.query(query);
        },
      };
      const store = await openBook({ adapter: listening });
      const pipeline = await withPipeline(store);
      const made = [await aDeal(store, pipeline), await aDeal(store, pipeline)];
      const before = await dumpOf(adapter);
      asked.length = 0;
      expect(await store.run(remove(pipelines.collection, pipeline.id))).toMatchObject({
        problem: { code: 'pipelines/in-use', params: { pipeline: pipeline.name, count: 2 } },
      });
      // The field is the first one of an index of deals.
      expect(asked).toEqual([['count', 'deals', { f: 'pipelineId', is: 'eq', v: pipeline.id }]]);
      expect(deals.collection.shape.indexes.map(([first]) => first)).toContain('pipelineId');
      const many = valueOf(await store.run(each([remove(pipelines.collection, pipeline.id)])));
      expect([many.done, many.refused[0]?.problem.code]).toEqual([0, 'pipelines/in-use']);
      expect(await dumpOf(adapter)).toEqual(before);
      valueOf(await store.run(each(made.map(({ id }) => remove(deals.collection, id)))));
      valueOf(await store.run(remove(pipelines.collection, pipeline.id)));
      expect(await ask(store, pipelines.byId(pipeline.id))).toBeUndefined();
      await store.close();
    });

  it('PL66 does not tell how many deals there are to somebody who does not see them all', async () => {
    const keeper = {
      key: 'rep',
      name: 'Keeper of pipelines',
      grants: [
        { collection: 'pipelines', actions: ['read', 'delete'], scope: 'all' },
        { collection: 'deals', actions: ['read'], scope: 'own' },
      ],
    } as const;
    const { host, ann, bo, cy, pipeline, as } = await office([ADMIN, keeper]);
    for (const name of ['One', 'Two']) await dealOf(host, pipeline.id, cy, name);
    const removal = remove(pipelines.collection, pipeline.id);
    const refused = await (await as(bo)).run(removal);
    expect(refused).toMatchObject({ problem: { code: 'pipelines/in-use' } });
    expect(JSON.stringify(refused)).not.toContain('2');
    expect(await (await as(ann)).run(removal)).toMatchObject({ problem: { params: { count: 2 } } });
  });

  it('PL66 is refused to undo, too, where somebody else has put a deal into a new pipeline', async () => {
    const keeper = {
      key: 'rep',
      name: 'Keeper of pipelines',
      grants: [
        { collection: 'pipelines', actions: ['read', 'create', 'delete'], scope: 'all' },
        { collection: 'deals', actions: ['read'], scope: 'own' },
      ],
    } as const;
    const { host, bo, cy, as } = await office([ADMIN, keeper]);
    const store = await as(bo);
    const stages = [{ name: 'Lead', probability: 20 }];
    const pipeline = valueOf(await store.run(pipelines.create({ name: 'Partners', stages })));
    const deal = await dealOf(host, pipeline.id, cy, 'One');
    const refused = await store.undo();
    expect(refused).toMatchObject({ problem: { code: 'pipelines/in-use', params: { pipeline: 'Partners' } } });
    expect(JSON.stringify(refused)).not.toContain('1');
    expect(await ask(store, pipelines.byId(pipeline.id))).toEqual(pipeline);
    valueOf(await host.run(remove(deals.collection, deal.id)));
    valueOf(await store.undo());
    expect(await ask(store, pipelines.byId(pipeline.id))).toBeUndefined();
    expect((await store.redo()).ok).toBe(true);
  });

  for (const [what, adapterOf] of [
    ['in memory', () => memoryAdapter()],
    ['in IndexedDB', () => dexieAdapter({ name: `a pipeline away ${names++}` })],
  ] as const)
    for (const how of ['remove', 'purge'] as const)
      it(`PL66 is refused to a command of the host (${how}) that leaves deals behind, whatever its order, ${what}`, async () => {
        const adapter = adapterOf();
        const store = await openBook({ adapter });
        const pipeline = await withPipeline(store);
        const [one, other] = [await aDeal(store, pipeline), await aDeal(store, pipeline)];
        const pipelineItself = [pipelines.collection, pipeline.id] as const;
        const itsDeals = [one, other].map(({ id }) => [deals.collection, id] as const);
        /** Reads none of them before. */
        const away = (...rows: ReadonlyArray<readonly [Collection, string]>): Command<undefined> =>
          command(
            'host/away',
            rows.length,
            async (work) => {
              for (const [collection, id] of rows) work[how](collection, id);
              return ok(undefined);
            },
            { history: 'none' },
          );
        const before = await dumpOf(adapter);
        const inUse = (count: number) => ({ problem: { code: 'pipelines/in-use', params: { count } } });
        expect(await store.run(away(pipelineItself))).toMatchObject(inUse(2));
        expect(await store.run(away(pipelineItself, ...itsDeals.slice(1)))).toMatchObject(inUse(1));
        expect(await store.can(away(pipelineItself))).toMatchObject(inUse(2));
        expect(await dumpOf(adapter)).toEqual(before);
        expect(await store.can(away(...itsDeals, pipelineItself))).toMatchObject({ ok: true });
        valueOf(await store.run(away(pipelineItself, ...itsDeals)));
        expect(await ask(store, pipelines.byId(pipeline.id))).toBeUndefined();
        expect(await ask(store, deals.byId(one.id))).toBeUndefined();
        await store.close();
      });

  it('PL66 is refused to a command of the host that brings a deal along, or moves one in', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const stages = [{ name: 'Lead', probability: 20 }];
    const partners = valueOf(await store.run(pipelines.create({ name: 'Partners', stages })));
    const deal = await aDeal(store, pipeline);
    const removing = (then: (work: Work) => Promise<Result<unknown>>): Command<unknown> =>
      command('host/late', undefined, async (work) => {
        const late = await then(work);
        work.remove(pipelines.collection, partners.id);
        return late;
      });
    const inUse = { problem: { code: 'pipelines/in-use', params: { pipeline: 'Partners', count: 1 } } };
    const late = deals.create({ name: 'Late', pipelineId: partners.id });
    expect(await store.run(removing((work) => late.carryOut(work)))).toMatchObject(inUse);
    const [stage] = partners.stages;
    const move = async (work: Work): Promise<Result<unknown>> => {
      const found = await work.require(deals.collection, deal.id);
      return found.ok
        ? work.put(deals.collection, { ...found.value, pipelineId: partners.id, stageId: stage!.id })
        : found;
    };
    expect(await store.run(removing(move))).toMatchObject(inUse);
    const elsewhere = deals.create({ name: 'Late', pipelineId: pipeline.id });
    valueOf(await store.run(removing((work) => elsewhere.carryOut(work))));
  });

  it('PL66 lets a command of the host put a pipeline back that it removed, and remove one that is not there', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    await aDeal(store, pipeline);
    const back = command('host/back', undefined, async (work) => {
      const found = await work.require(pipelines.collection, pipeline.id);
      if (!found.ok) return found;
      work.remove(pipelines.collection, pipeline.id);
      work.remove(pipelines.collection, 'pipeline_none');
      return work.put(pipelines.collection, { ...found.value, name: 'Again' });
    });
    valueOf(await store.run(back));
    expect(await ask(store, pipelines.byId(pipeline.id))).toMatchObject({ name: 'Again' });
  });

  it('PL66 tells whoever may not delete pipelines that, and no number', async () => {
    const seller = {
      key: 'rep',
      name: 'Seller',
      grants: [
        { collection: 'pipelines', actions: ['read'], scope: 'all' },
        { collection: 'deals', actions: ['read'], scope: 'all' },
      ],
    } as const;
    const { host, bo, cy, pipeline, as } = await office([ADMIN, seller]);
    await dealOf(host, pipeline.id, cy, 'One');
    const away = command('host/away', undefined, async (work) => {
      work.remove(pipelines.collection, pipeline.id);
      return ok(undefined);
    });
    expect(problemOf(await (await as(bo)).run(away))).toBe('permissions/not-allowed');
  });

  it('PL66 is asked of undo and redo of a command of the host, too', async () => {
    const { host, bo, cy, as } = await office([ADMIN, { ...ADMIN, key: 'rep' }]);
    const store = await as(bo);
    const stages = [{ name: 'Lead', probability: 20 }];
    const pipeline = valueOf(await host.run(pipelines.create({ name: 'Partners', stages })));
    const first = await dealOf(host, pipeline.id, cy, 'One');
    const away = command('host/away', undefined, async (work) => {
      work.remove(pipelines.collection, pipeline.id);
      work.remove(deals.collection, first.id);
      return ok(undefined);
    });
    valueOf(await store.run(away));
    valueOf(await store.undo());
    expect(await ask(store, deals.byId(first.id))).toEqual(first);
    valueOf(await store.redo());
    valueOf(await store.undo());
    const second = await dealOf(host, pipeline.id, cy, 'Two');
    expect(problemOf(await store.redo())).toBe('pipelines/in-use');
    expect(await ask(store, pipelines.byId(pipeline.id))).toEqual(pipeline);
    valueOf(await host.run(remove(deals.collection, second.id)));
    valueOf(await store.redo());
    expect(await ask(store, pipelines.byId(pipeline.id))).toBeUndefined();
  });

  describe('by taking an import back that brought it', () => {
    const mapping: Mapping = {
      name: 'Sales',
      into: 'deals',
      system: 'sales',
      externalId: ['id'],
      pipeline: {
        externalId: 'sales',
        name: 'Sales',
        stages: [
          { name: 'Talks', type: 'open', probability: 40 },
          { name: 'Won', type: 'won', probability: 100 },
          { name: 'Lost', type: 'lost', probability: 0 },
        ],
        openedIn: 'Talks',
      },
      fields: [
        { field: 'name', from: [{ column: 'name' }], required: true },
        { field: 'stageId', from: [{ stage: 'stage' }], required: true },
      ],
    };
    const file = ['id,name,stage', '1,Ada,Talks', '2,Ben,Talks', '3,Cleo,Talks', '4,Dan,Talks'].join('\n');

    it('PL66 is no matter where its deals go along, in one commit or in several', async () => {
      const adapter = memoryAdapter();
      const store = await openBook({ adapter });
      const before = await dump(adapter);
      for (const chunkRows of [1_000, 3]) {
        const { importId } = valueOf(await importCsv(store, file, mapping, { chunkRows }));
        expect(valueOf(await revertImport(store, importId!))).toEqual({ removed: 5, restored: 0, skipped: [] });
        expect(await dump(adapter)).toEqual(before);
      }
    });

    it('PL66 is refused where a deal has come meanwhile, and goes on once that is gone', async () => {
      const store = await openBook();
      const { importId } = valueOf(await importCsv(store, file, mapping, { chunkRows: 3 }));
      const [sales] = await all(store, pipelines.collection);
      // The first of two commits is what they find out by that the import is being taken back.
      let adding: Promise<Deal> | undefined;
      const following = store.changes$.subscribe(() => (adding ??= aDeal(store, sales!)));
      expect(problemOf(await revertImport(store, importId!))).toBe('pipelines/in-use');
      following.unsubscribe();
      expect(await all(store, pipelines.collection)).toEqual([sales]);
      valueOf(await store.run(remove(deals.collection, (await adding)!.id)));
      valueOf(await revertImport(store, importId!));
      expect([await all(store, deals.collection), await all(store, pipelines.collection)]).toEqual([[], []]);
    });
  });

  it('PL66 counts the deals as they are going to be: those that go or come along with it', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const all = [
      ...[await aDeal(store, pipeline), await aDeal(store, pipeline)].map(({ id }) => remove(deals.collection, id)),
      remove(pipelines.collection, pipeline.id),
    ];
    expect(valueOf(await store.run(each(all)))).toEqual({ done: 3, refused: [] });
    // Back in one go, and away again in one.
    valueOf(await store.undo());
    expect(await ask(store, pipelines.byId(pipeline.id))).toBeDefined();
    valueOf(await store.redo());
    expect(await ask(store, pipelines.byId(pipeline.id))).toBeUndefined();
  });
});
