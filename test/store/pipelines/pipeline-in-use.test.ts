import 'fake-indexeddb/auto';
import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { deals, pipelines } from '@kith/store';
import { each, remove } from '@kith/store/bulk';
import { describe, expect, it } from 'vitest';
import { ask, dumpOf, openBook, valueOf, withPipeline } from '../../support/book.js';
import { ADMIN, dealOf, office } from '../permissions/office.js';
import { aDeal } from './offices.js';

describe('removing a pipeline', () => {
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
