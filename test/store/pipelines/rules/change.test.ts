import 'fake-indexeddb/auto';
import { memoryAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import { type Deal, type Id, instantOf, matches, type Pipeline, rottingDays, type Stage } from '@kith/core';
import { stageOf } from '@kith/core/pipelines';
import { deals, pipelines, type Store } from '@kith/store';
import { change, changesOf, pipelineCollections, revertChange, settle, settlePipeline } from '@kith/store/pipelines';
import { describe, expect, it } from 'vitest';
import { ask, NOW, openBook, problemOf, stageId, valueOf } from '../../../support/book.js';
import { aDeal, withRules } from '../offices.js';

const [lead, offer, talks] = [stageId('lead'), stageId('offer'), stageId('talks')];

/** A book with so many deals in each of the first three stages. */
async function book(each: number, store?: Store): Promise<{ store: Store; pipeline: Pipeline; made: readonly Deal[] }> {
  const opened = store ?? (await openBook({ collections: pipelineCollections }));
  const pipeline = await withRules(opened, {});
  const made: Deal[] = [];
  for (const stage of [lead, offer, talks])
    for (let index = 0; index < each; index++) made.push(await aDeal(opened, pipeline, { stageId: stage }));
  return { store: opened, pipeline, made };
}

const now = async (store: Store, { id }: Pipeline): Promise<Pipeline> => {
  const pipeline = await ask(store, pipelines.byId(id));
  if (!pipeline) throw new Error('The pipeline is there.');
  return pipeline;
};
const without = (pipeline: Pipeline, ...gone: readonly Id<'stage'>[]): readonly Stage[] =>
  pipeline.stages.filter(({ id }) => !gone.includes(id));
const byId = (left: Deal, right: Deal): number => (left.id < right.id ? -1 : 1);
const allDeals = (store: Store): Promise<readonly Deal[]> => ask(store, { ask: 'rows', collection: deals.collection });
const inStage = async (store: Store, stage: Id<'stage'>): Promise<number> =>
  (await allDeals(store)).filter(({ stageId: at }) => at === stage).length;

describe('changing a pipeline', () => {
  it('PL40 renames and reorders without touching a row', async () => {
    const { store, pipeline, made } = await book(1);
    const stages = [...pipeline.stages].reverse().map((stage) => ({ ...stage, name: `${stage.name}!` }));
    valueOf(await store.run(change({ id: pipeline.id, stages, name: 'Renamed' })));
    expect(valueOf(await settlePipeline(store, pipeline.id))).toMatchObject({ moved: 0, left: 0, isDone: true });
    expect(await allDeals(store)).toEqual([...made].sort(byId));
    expect(await now(store, pipeline)).toMatchObject({ name: 'Renamed', past: { version: 1 } });
  });

  it('PL61 refuses a definition that was made from one that is there no more', async () => {
    const { store, pipeline } = await book(0);
    const rename = (name: string, seen: Pipeline) =>
      store.run(change({ id: pipeline.id, name, stages: pipeline.stages, seen }));
    valueOf(await store.run(pipelines.edit({ id: pipeline.id, changes: { name: 'Theirs' } })));
    expect(problemOf(await rename('Mine', pipeline))).toBe('pipelines/changed-meanwhile');
    expect(await now(store, pipeline)).toMatchObject({ name: 'Theirs' });
    valueOf(await rename('Mine', await now(store, pipeline)));
    expect(await now(store, pipeline)).toMatchObject({ name: 'Mine' });
  });

  it('PL41 asks where the rows of a removed stage go, and for a stage that will be there', async () => {
    const { store, pipeline } = await book(1);
    const remove = (targets?: Record<Id<'stage'>, Id<'stage'>>) =>
      store.run(change({ id: pipeline.id, stages: without(pipeline, offer), targets }));
    expect(await remove()).toMatchObject({
      problem: { code: 'pipelines/target-required', params: { stage: 'Offer' }, fix: { kind: 'stages' } },
    });
    expect(problemOf(await remove({ [offer]: offer }))).toBe('pipelines/unknown-target');
    expect(await now(store, pipeline)).toEqual(pipeline);
  });

  it('PL42 moves every row of removed and merged stages on, in slices, and keeps every definition', async () => {
    const { store, pipeline, made } = await book(7);
    const targets = { [offer]: lead, [talks]: lead };
    const made1 = valueOf(
      await store.run(change({ id: pipeline.id, stages: without(pipeline, offer, talks), targets })),
    );
    expect(made1.before).toEqual(pipeline);
    expect(problemOf(await store.run(change({ id: pipeline.id, stages: pipeline.stages })))).toBe(
      'pipelines/change-under-way',
    );
    const first = valueOf(await store.run(settle({ pipelineId: pipeline.id, most: 5 })));
    expect(first).toMatchObject({ moved: 5, left: 9, isDone: false });
    const told: number[] = [];
    const onProgress = ({ left }: { left: number }): number => told.push(left);
    valueOf(await settlePipeline(store, pipeline.id, { onProgress }));
    expect(told).toEqual([0]);
    expect(await inStage(store, lead)).toBe(21);
    expect((await allDeals(store)).map(({ id }) => id).sort()).toEqual(made.map(({ id }) => id).sort());
    expect((await now(store, pipeline)).past).toEqual({ version: 1, successors: targets });
    expect((await ask(store, changesOf(pipeline.id))).map(({ before }) => before.stages.length)).toEqual([5]);
  });

  it('PL43 shows a row that has not followed yet in the stage that took its place, and moves it by its rules', async () => {
    const { store, pipeline, made } = await book(1);
    const deal = made[1] as Deal;
    valueOf(
      await store.run(change({ id: pipeline.id, stages: without(pipeline, offer), targets: { [offer]: talks } })),
    );
    expect(stageOf(await now(store, pipeline), deal.stageId)?.name).toBe('Talks');
    valueOf(await store.run(deals.move({ id: deal.id, stageId: stageId('won') })));
    valueOf(await settlePipeline(store, pipeline.id));
    expect((await ask(store, deals.byId(deal.id)))?.status).toBe('won');
    expect(problemOf(await store.run(deals.move({ id: made[0]?.id as Id<'deal'>, stageId: offer })))).toBe(
      'deals/unknown-stage',
    );
  });

  it('PL44 is no progress: a row goes on rotting, and the history tells both stages', async () => {
    let clock = NOW;
    const store = await openBook({ collections: pipelineCollections, clock: () => clock });
    const { pipeline, made } = await book(1, store);
    clock += 20 * 86_400_000;
    valueOf(
      await store.run(change({ id: pipeline.id, stages: without(pipeline, offer), targets: { [offer]: talks } })),
    );
    valueOf(await settlePipeline(store, pipeline.id));
    const moved = (await ask(store, deals.byId((made[1] as Deal).id))) as Deal;
    expect(moved.stageHistory.map(({ stageId: at }) => at)).toEqual([offer, talks]);
    expect(moved.stageHistory.at(-1)).not.toHaveProperty('enteredBy');
    expect(rottingDays(moved, { rottingDays: 14 }, instantOf(clock))).toBe(20);
  });

  it('PL45 makes the status of rows follow a stage of another type, or refuses before anything has changed', async () => {
    const { store, pipeline, made } = await book(2);
    const retype = (type: Stage['type'], lossReason?: string) =>
      change({
        id: pipeline.id,
        stages: pipeline.stages.map((stage) => (stage.id === talks ? { ...stage, type } : stage)),
        lossReason,
      });
    const last = made.at(-1) as Deal;
    valueOf(await store.run(deals.edit({ id: last.id, changes: { amount: null } })));
    expect(await store.run(retype('won'))).toMatchObject({
      problem: { code: 'pipelines/rows-cannot-follow', params: { stage: 'Talks', target: 'Talks' } },
    });
    expect(problemOf(await store.run(retype('lost')))).toBe('pipelines/reason-required');
    expect(await now(store, pipeline)).toEqual(pipeline);
    const { id } = valueOf(await store.run(retype('lost', 'Tidied up')));
    valueOf(await settlePipeline(store, pipeline.id));
    const lost = (await ask(store, deals.byId(last.id))) as Deal;
    expect(lost).toMatchObject({ status: 'lost', stageId: talks, lossReason: 'Tidied up' });
    expect(lost.stageHistory).toHaveLength(1);
    valueOf(await store.run(revertChange({ id })));
    valueOf(await settlePipeline(store, pipeline.id));
    const again = (await ask(store, deals.byId(last.id))) as Deal;
    expect(again).toMatchObject({ status: 'open', stageId: talks, stageHistory: last.stageHistory });
    for (const field of ['lossReason', 'actualCloseDay']) expect(again).not.toHaveProperty(field);
  });

  it('PL73 leaves rows of a stage that becomes one to be on hold in as they are, and lets lost ones go on', async () => {
    const { store, pipeline, made } = await book(2);
    const last = made.at(-1) as Deal;
    const retype = async (stage: Id<'stage'>, type: Stage['type']) => {
      const { stages } = await now(store, pipeline);
      valueOf(
        await store.run(
          change({ id: pipeline.id, stages: stages.map((each) => (each.id === stage ? { ...each, type } : each)) }),
        ),
      );
      return valueOf(await settlePipeline(store, pipeline.id));
    };
    expect(await retype(talks, 'hold')).toMatchObject({ moved: 0, left: 0, isDone: true });
    expect(await ask(store, deals.byId(last.id))).toEqual(last);
    valueOf(await store.run(deals.lose({ id: last.id, lossReason: 'Price' })));
    expect(await retype(stageId('lost'), 'hold')).toMatchObject({ moved: 1, left: 0, isDone: true });
    const again = (await ask(store, deals.byId(last.id))) as Deal;
    expect(again.status).toBe('open');
    for (const field of ['lossReason', 'actualCloseDay']) expect(again).not.toHaveProperty(field);
  });

  it('PL46 goes on where it was stopped, in another tab, and loses no move made meanwhile', async () => {
    const name = 'changing a pipeline';
    const tab = () =>
      openBook({ adapter: dexieAdapter({ name }), random: Math.random, collections: pipelineCollections });
    const one = await tab();
    const { pipeline, made } = await book(8, one);
    const two = await tab();
    valueOf(await one.run(change({ id: pipeline.id, stages: without(pipeline, offer), targets: { [offer]: talks } })));
    valueOf(await one.run(settle({ pipelineId: pipeline.id, most: 3 })));
    const atOffer = made.filter(({ stageId: at }) => at === offer);
    await Promise.all([
      settlePipeline(two, pipeline.id),
      ...atOffer.map(({ id }) => one.run(deals.move({ id, stageId: stageId('won') })).then(valueOf)),
    ]);
    const settled = valueOf(await settlePipeline(one, pipeline.id));
    expect(settled.isDone).toBe(true);
    const rows = await allDeals(one);
    expect(rows).toHaveLength(24);
    for (const { id } of atOffer) expect(rows.find((row) => row.id === id)?.status).toBe('won');
    expect((await now(one, pipeline)).past).not.toHaveProperty('changeId');
    await one.close();
    await two.close();
  });

  it('PL47 is taken back with its rows, but for those that have gone on since', async () => {
    const { store, pipeline, made } = await book(4);
    const extra: Stage = { id: stageId('review'), name: 'Review', type: 'open', probability: 50 };
    const stages = [...without(pipeline, offer), extra];
    const { id } = valueOf(await store.run(change({ id: pipeline.id, stages, targets: { [offer]: talks } })));
    valueOf(await settlePipeline(store, pipeline.id));
    const [gone, ...stayed] = made.filter(({ stageId: at }) => at === offer) as [Deal, ...Deal[]];
    valueOf(await store.run(deals.move({ id: gone.id, stageId: lead })));
    valueOf(await store.run(deals.move({ id: (made[0] as Deal).id, stageId: extra.id })));
    expect(await store.run(revertChange({ id }))).toMatchObject({
      problem: { code: 'pipelines/target-required', params: { stage: 'Review' } },
    });
    valueOf(await store.run(revertChange({ id, targets: { [extra.id]: talks } })));
    valueOf(await settlePipeline(store, pipeline.id));
    const after = await now(store, pipeline);
    expect(after.stages).toEqual(pipeline.stages);
    expect(after.past).toEqual({ version: 2, successors: { [extra.id]: talks } });
    for (const deal of stayed) expect(await ask(store, deals.byId(deal.id))).toEqual(deal);
    expect((await ask(store, deals.byId(gone.id)))?.stageId).toBe(lead);
    expect((await ask(store, deals.byId((made[0] as Deal).id)))?.stageId).toBe(talks);
    expect(problemOf(await store.run(revertChange({ id })))).toBe('pipelines/changed-again');
  });

  it('PL48 finds what undo has put into a stage that is gone', async () => {
    const store = await openBook({ adapter: memoryAdapter(), collections: pipelineCollections });
    const { pipeline, made } = await book(1, store);
    const deal = made[1] as Deal;
    valueOf(await store.run(deals.move({ id: deal.id, stageId: talks })));
    valueOf(await store.run(change({ id: pipeline.id, stages: without(pipeline, offer), targets: { [offer]: lead } })));
    valueOf(await settlePipeline(store, pipeline.id));
    valueOf(await store.undo());
    expect((await ask(store, deals.byId(deal.id)))?.stageId).toBe(offer);
    expect(valueOf(await settlePipeline(store, pipeline.id))).toMatchObject({ moved: 1, isDone: true });
    expect((await ask(store, deals.byId(deal.id)))?.stageId).toBe(lead);
  });

  it('PL49 names the rows that cannot follow, and leaves them where they count for the stage that took their place', async () => {
    const { store, pipeline, made } = await book(2);
    valueOf(
      await store.run(
        change({ id: pipeline.id, stages: without(pipeline, offer), targets: { [offer]: stageId('won') } }),
      ),
    );
    const poor = made.find(({ stageId: at }) => at === offer) as Deal;
    valueOf(await store.run(deals.edit({ id: poor.id, changes: { amount: null } })));
    const settled = valueOf(await settlePipeline(store, pipeline.id));
    expect(settled).toMatchObject({ moved: 1, left: 1, isDone: false, stuck: [{ id: poor.id }] });
    expect(settled.stuck[0]?.problem.code).toBe('deals/value-required');
    valueOf(await store.run(deals.edit({ id: poor.id, changes: { amount: { minor: 5, currency: 'EUR' } } })));
    expect(valueOf(await settlePipeline(store, pipeline.id))).toMatchObject({ left: 0, isDone: true });
    const filter = { field: 'status', is: 'eq', value: 'won' } as const;
    const won = (await allDeals(store)).filter((row) => matches(filter, row, { now: row.createdAt, timeZone: 'UTC' }));
    expect(won).toHaveLength(2);
  });
});
