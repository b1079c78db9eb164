import 'fake-indexeddb/auto';
import { memoryAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import type { Day, Deal, Stage } from '@kith/core';
import { deals, pipelines, type Store } from '@kith/store';
import { each } from '@kith/store/bulk';
import { customFields } from '@kith/store/fields';
import { change, pipelineCollections } from '@kith/store/pipelines';
import { describe, expect, it } from 'vitest';
import { ask, dumpOf, namesIn, openBook, problemOf, stageId, valueOf, withPipeline } from '../../support/book.js';
import { aDeal, IDA, withPeople, withRules } from './offices.js';

const offer = stageId('offer');
const ONE_PLACE = { Offer: { limit: { most: 1, hard: true } } };

describe('moving deals by the rules of their pipeline', () => {
  it('PL7 checks rules when a pipeline is made or edited, and keeps them', async () => {
    const store = await openBook();
    const pipeline = await withRules(store, { Offer: { requires: ['source'] } });
    expect(pipeline.stages[1]?.rules).toEqual({ requires: ['source'] });
    expect((await ask(store, pipelines.byId(pipeline.id)))?.stages[1]?.rules).toEqual({ requires: ['source'] });
    const [lead, middle, ...rest] = pipeline.stages;
    if (!lead || !middle) throw new Error('There are stages.');
    const bad = [lead, { ...middle, rules: { limit: { most: 0, hard: true } } }, ...rest];
    const edit = (stages: readonly (typeof lead)[]) =>
      store.run(pipelines.edit({ id: pipeline.id, changes: { stages } }));
    expect(problemOf(await edit(bad))).toBe('pipelines/no-room');
    valueOf(await edit([lead, { ...middle, name: 'Quote' }, ...rest]));
    expect((await ask(store, pipelines.byId(pipeline.id)))?.stages[1]?.name).toBe('Quote');
  });

  it('PL8 takes no stage from under the deals in it by a plain edit', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    await aDeal(store, pipeline);
    const edit = (stages: typeof pipeline.stages) =>
      store.run(pipelines.edit({ id: pipeline.id, changes: { stages } }));
    expect(problemOf(await edit(pipeline.stages.slice(1)))).toBe('pipelines/stage-in-use');
    const closed = pipeline.stages.map((stage) => ({ ...stage, type: 'won' as const }));
    expect(problemOf(await edit(closed))).toBe('pipelines/stage-in-use');
    valueOf(await edit(pipeline.stages.filter(({ name }) => name !== 'Proposal')));
    expect(problemOf(await store.run(pipelines.edit({ id: pipeline.id, changes: { past: {} } as object })))).toBe(
      'store/not-editable',
    );
  });

  it('PL12 takes the missing fields along with the move, those that are asked for and no others', async () => {
    const store = await openBook();
    const pipeline = await withRules(store, { Offer: { requires: ['source', 'customFields.budget'] } });
    const { id } = await aDeal(store, pipeline);
    const refused = await store.run(deals.move({ id, stageId: offer }));
    expect(refused).toMatchObject({ problem: { fix: { kind: 'fields', fields: ['source', 'customFields.budget'] } } });
    const fields = { source: 'fair', 'customFields.budget': 500, name: 'Smuggled', status: 'won' };
    const moved = valueOf(await store.run(deals.move({ id, stageId: offer, fields })));
    expect(moved).toMatchObject({ name: 'Acme', status: 'open', source: 'fair', customFields: { budget: 500 } });
    const wrong = { source: 5, 'customFields.budget': 500 };
    const other = await aDeal(store, pipeline);
    expect(problemOf(await store.run(deals.move({ id: other.id, stageId: offer, fields: wrong })))).toBe(
      'store/invalid',
    );
  });

  for (const [what, fields] of [
    [
      'with custom fields',
      customFields({ fields: [{ on: 'deal', name: 'budget', type: 'number', labels: { en: 'Yearly budget' } }] }),
    ],
    ['without', undefined],
  ] as const)
    it(`PL65 calls fields by their labels, ${what}`, async () => {
      const store = await openBook({ ...(fields && { fields }) });
      const requires = ['expectedCloseDay', 'nextStep.subject', 'customFields.budget', 'customFields.odd'];
      const enter = { field: 'amount.minor', is: 'gt', value: 500_000 } as const;
      const pipeline = await withRules(store, {
        Offer: { requires },
        Talks: { enter },
      });
      const { id } = await aDeal(store, pipeline, { source: 'fair' });
      const budget = fields ? 'Yearly budget' : 'customFields.budget';
      expect(await store.can(deals.move({ id, stageId: offer }))).toMatchObject({
        problem: {
          message: `"Offer" needs Expected close, Next step, ${budget}, customFields.odd. Fill that in.`,
          fix: { fields: requires },
        },
      });
      expect(await store.run(deals.move({ id, stageId: stageId('talks') }))).toMatchObject({
        problem: {
          message: 'It does not meet what it takes to enter "Talks". Look at Amount.',
          fix: { fields: ['amount.minor'] },
        },
      });
      const answers = {
        expectedCloseDay: '2026-12-24',
        'customFields.budget': 5,
        'customFields.odd': 'x',
      };
      valueOf(await store.run(deals.edit({ id, changes: { nextStep: { kind: 'call', subject: 'Call' } as never } })));
      valueOf(await store.run(deals.move({ id, stageId: offer, fields: answers })));
      expect(await store.run(deals.edit({ id, changes: { expectedCloseDay: null } }))).toMatchObject({
        problem: { message: '"Offer" needs Expected close. Fill that in.' },
      });
    });

  it('PL17 says what nobody can mend before it asks for a reason or a value', async () => {
    const store = await openBook();
    const pipeline = await withRules(store, {
      Lead: { next: [offer, stageId('won')] },
      Lost: { requires: ['source'] },
    });
    const { id } = await aDeal(store, pipeline);
    expect(problemOf(await store.run(deals.lose({ id })))).toBe('pipelines/not-allowed-next');
    valueOf(await store.run(deals.move({ id, stageId: offer })));
    expect(problemOf(await store.run(deals.lose({ id })))).toBe('deals/loss-reason-required');
    expect(problemOf(await store.run(deals.lose({ id, lossReason: 'Price' })))).toBe('pipelines/fields-required');
    valueOf(await store.run(deals.lose({ id, lossReason: 'Price', fields: { source: 'fair' } })));
  });

  it('PL18 says by can what run will say, and changes nothing', async () => {
    const adapter = memoryAdapter();
    const store = await openBook({ adapter });
    const pipeline = await withRules(store, {
      Offer: { movers: { users: [IDA] } },
      Talks: { enter: { field: 'amount.minor', is: 'gt', value: 5_000_00 } },
      Won: { limit: { most: 5, hard: true } },
      Lost: { requires: ['source'] },
    });
    const { id } = await aDeal(store, pipeline);
    const before = await dumpOf(adapter);
    for (const stage of pipeline.stages) {
      const move = deals.move({ id, stageId: stage.id, lossReason: 'Price' });
      const could = await store.can(move);
      expect(await dumpOf(adapter)).toEqual(before);
      const did = await store.run(move);
      expect(could).toEqual(did);
      if (did.ok && stage.name !== 'Lead') valueOf(await store.undo());
    }
    expect(await dumpOf(adapter)).toEqual(before);
  });

  it('PL19 asks the rules of the stage a deal is opened in', async () => {
    const store = await openBook();
    const pipeline = await withRules(store, { Lead: { start: true, requires: ['source'] } });
    const draft = { name: 'Acme', pipelineId: pipeline.id };
    expect(problemOf(await store.run(deals.create(draft)))).toBe('pipelines/fields-required');
    expect(problemOf(await store.run(deals.create({ ...draft, stageId: offer })))).toBe('pipelines/not-a-start-stage');
    valueOf(await store.run(deals.create({ ...draft, source: 'fair' })));
  });

  it('PL24 defect 7: a move writes one row of the book, and two where a hard limit counts', async () => {
    const store = await openBook();
    const written: string[][] = [];
    store.changes$.subscribe(({ changes }) => written.push(changes.map(({ collection }) => collection)));
    const pipeline = await withRules(store, { Talks: { limit: { most: 9, hard: true } } });
    const made: Deal[] = [];
    for (let index = 0; index < 5; index++) made.push(await aDeal(store, pipeline));
    written.length = 0;
    const [first, second] = made as [Deal, Deal];
    valueOf(await store.run(deals.move({ id: first.id, stageId: offer })));
    valueOf(await store.run(deals.move({ id: first.id, stageId: stageId('lead'), after: second.id })));
    valueOf(await store.run(deals.move({ id: first.id, stageId: stageId('talks') })));
    expect(written).toEqual([['deals'], ['deals'], ['stageCounters', 'deals']]);
  });

  it('PL58 keeps the days a deal was promised for before', async () => {
    const store = await openBook();
    const pipeline = await withPipeline(store);
    const { id } = await aDeal(store, pipeline, { expectedCloseDay: '2026-12-01' });
    const promise = (expectedCloseDay: string | null) =>
      store.run(deals.edit({ id, changes: { expectedCloseDay: expectedCloseDay as Day | null } }));
    valueOf(await promise('2027-01-15'));
    const edited = valueOf(await promise(null));
    expect(edited.closeDayHistory?.map(({ day }) => day)).toEqual(['2026-12-01', '2027-01-15']);
    expect(edited).not.toHaveProperty('expectedCloseDay');
    const forged = { closeDayHistory: [] } as object;
    expect(problemOf(await store.run(deals.edit({ id, changes: forged })))).toBe('store/not-editable');
  });
});

describe('a hard limit', () => {
  let books = 0;
  const twoTabs = async (): Promise<readonly [Store, Store]> => {
    const name = `places ${books++}`;
    const tab = () => openBook({ adapter: dexieAdapter({ name }), random: Math.random });
    return [await tab(), await tab()];
  };

  it('PL20 holds when two tabs take the last place at once', async () => {
    const [one, two] = await twoTabs();
    const pipeline = await withRules(one, { Offer: { limit: { most: 3, hard: true } } });
    const made: Deal[] = [];
    for (let index = 0; index < 8; index++) made.push(await aDeal(one, pipeline, { name: `deal ${index}` }));
    await expect.poll(() => namesIn(two, pipeline, 'lead')).toHaveLength(8);
    const results = await Promise.all(
      made.map(({ id }, index) => (index % 2 === 0 ? one : two).run(deals.move({ id, stageId: offer }))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(3);
    for (const result of results) if (!result.ok) expect(result.problem.code).toBe('pipelines/stage-full');
    for (const store of [one, two]) await expect.poll(() => namesIn(store, pipeline, 'offer')).toHaveLength(3);
    await one.close();
    await two.close();
  });

  it('PL64 holds for rows that one command moves together', async () => {
    const store = await openBook();
    const pipeline = await withRules(store, { Offer: { limit: { most: 2, hard: true } } });
    const made: Deal[] = [];
    for (let index = 0; index < 4; index++) made.push(await aDeal(store, pipeline, { name: `deal ${index}` }));
    const done = valueOf(await store.run(each(made.map(({ id }) => deals.move({ id, stageId: offer })))));
    expect([done.done, done.refused.map(({ problem }) => problem.code)]).toEqual([
      2,
      ['pipelines/stage-full', 'pipelines/stage-full'],
    ]);
    expect(await namesIn(store, pipeline, 'offer')).toHaveLength(2);
    const swap = made
      .slice(1, 3)
      .map(({ id }, index) => deals.move({ id, stageId: index === 0 ? stageId('lead') : offer }));
    expect(valueOf(await store.run(each(swap))).done).toBe(2);
  });

  it('PL68 holds a limit of money for rows that come one by one, together and at once', async () => {
    const most = { minor: 2_500_00, currency: 'EUR' };
    const rules = { Offer: { amountLimit: { most, hard: true } } };
    const store = await openBook();
    const pipeline = await withRules(store, rules);
    const made: Deal[] = [];
    for (let index = 0; index < 4; index++) made.push(await aDeal(store, pipeline, { name: `deal ${index}` }));
    const done = valueOf(await store.run(each(made.map(({ id }) => deals.move({ id, stageId: offer })))));
    expect([done.done, done.refused.map(({ problem }) => problem.code)]).toEqual([
      2,
      ['pipelines/amount-full', 'pipelines/amount-full'],
    ]);
    const dollars = await aDeal(store, pipeline, { name: 'dollars', amount: { minor: 9_000_00, currency: 'USD' } });
    valueOf(await store.run(deals.move({ id: dollars.id, stageId: offer })));
    const [first, , third] = made;
    if (!first || !third) throw new Error('There are four.');
    const swap = [deals.move({ id: first.id, stageId: stageId('lead') }), deals.move({ id: third.id, stageId: offer })];
    expect(valueOf(await store.run(each(swap))).done).toBe(2);
    expect(problemOf(await store.run(deals.move({ id: first.id, stageId: offer })))).toBe('pipelines/amount-full');
    // It is asked at the door.
    valueOf(await store.run(deals.edit({ id: third.id, changes: { amount: { minor: 9_000_00, currency: 'EUR' } } })));

    const [one, two] = await twoTabs();
    const shared = await withRules(one, rules);
    const many: Deal[] = [];
    for (let index = 0; index < 6; index++) many.push(await aDeal(one, shared, { name: `deal ${index}` }));
    await expect.poll(() => namesIn(two, shared, 'lead')).toHaveLength(6);
    const results = await Promise.all(
      many.map(({ id }, index) => (index % 2 === 0 ? one : two).run(deals.move({ id, stageId: offer }))),
    );
    expect(results.filter(({ ok }) => ok)).toHaveLength(2);
    await one.close();
    await two.close();
  });

  it('PL68 counts what was filled in for the move', async () => {
    const store = await openBook();
    const most = { minor: 500_00, currency: 'EUR' };
    const pipeline = await withRules(store, { Offer: { requires: ['amount'], amountLimit: { most, hard: true } } });
    const { id } = await aDeal(store, pipeline, { amount: undefined });
    const move = (minor: number) =>
      store.run(deals.move({ id, stageId: offer, fields: { amount: { minor, currency: 'EUR' } } }));
    expect(problemOf(await move(500_01))).toBe('pipelines/amount-full');
    valueOf(await move(500_00));
  });

  it('PL20 counts what is really there, however it came or went', async () => {
    const store = await openBook();
    const pipeline = await withRules(store, ONE_PLACE);
    const [first, second] = [await aDeal(store, pipeline), await aDeal(store, pipeline)];
    valueOf(await store.run(deals.move({ id: first.id, stageId: offer })));
    expect(await store.can(deals.move({ id: second.id, stageId: offer }))).toMatchObject({
      problem: { code: 'pipelines/stage-full', params: { most: 1 } },
    });
    const gone = { type: 'test/remove', input: undefined };
    valueOf(
      await store.run({
        ...gone,
        async carryOut(work) {
          await work.get(deals.collection, first.id);
          work.remove(deals.collection, first.id);
          return { ok: true, value: undefined };
        },
      }),
    );
    valueOf(await store.run(deals.move({ id: second.id, stageId: offer })));
    expect(problemOf(await store.run(deals.create({ name: 'New', pipelineId: pipeline.id, stageId: offer })))).toBe(
      'pipelines/stage-full',
    );
  });

  it('PL21 is not passed by taking back a move when the place is taken', async () => {
    const store = await openBook({ actor: IDA });
    const pipeline = await withRules(store, ONE_PLACE);
    await withPeople(store);
    const [first, second] = [await aDeal(store, pipeline), await aDeal(store, pipeline)];
    valueOf(await store.run(deals.move({ id: first.id, stageId: offer })));
    valueOf(await store.run(deals.move({ id: first.id, stageId: stageId('talks') })));
    const enter = deals.move({ id: second.id, stageId: offer });
    valueOf(await store.run({ ...enter, history: 'none' as const }));
    expect(problemOf(await store.undo())).toBe('store/changed-since');
    expect(await namesIn(store, pipeline, 'offer')).toHaveLength(1);
  });

  it('PL73 puts a deal on hold and takes it up again by moves as any, and PL75 lets none begin there', async () => {
    const store = await openBook({ collections: pipelineCollections });
    const paused: Stage = { id: stageId('paused'), name: 'Paused', type: 'hold', probability: 20 };
    const asks = { ...paused, rules: { requires: ['nextStep'], next: [offer] } };
    const pipeline = await withRules(store, {}, asks);
    const deal = await aDeal(store, pipeline);
    const park = (fields?: Readonly<Record<string, unknown>>) =>
      deals.move({ id: deal.id, stageId: paused.id, ...(fields && { fields }) });
    expect(problemOf(await store.can(park()))).toBe('pipelines/fields-required');
    const nextStep = { kind: 'call', subject: 'Ask again in spring' };
    expect(valueOf(await store.run(park({ nextStep })))).toMatchObject({
      status: 'open',
      stageId: paused.id,
      nextStep,
    });
    expect(valueOf(await store.run(deals.reopen({ id: deal.id }))).stageId).toBe(paused.id);
    const talks = deals.move({ id: deal.id, stageId: stageId('talks') });
    expect(problemOf(await store.run(talks))).toBe('pipelines/not-allowed-next');
    expect(valueOf(await store.run(deals.move({ id: deal.id, stageId: offer }))).stageId).toBe(offer);
    const there = deals.create({ name: 'Acme', pipelineId: pipeline.id, stageId: paused.id });
    expect(problemOf(await store.run(there))).toBe('deals/not-an-open-stage');
    const first = valueOf(
      await store.run(
        pipelines.create({ name: 'Held', stages: [paused, { name: 'Lead', probability: 10 }] as readonly Stage[] }),
      ),
    );
    expect((await aDeal(store, first)).stageId).toBe(first.stages[1]?.id);
    const [only] = first.stages;
    const edit = pipelines.edit({ id: first.id, changes: { stages: only ? [only] : [] } });
    for (const refused of [
      await store.run(pipelines.create({ name: 'Stuck', stages: [{ name: 'Paused', type: 'hold', probability: 0 }] })),
      await store.run(change({ id: first.id, stages: [paused], targets: { [first.stages[1]?.id ?? '']: paused.id } })),
    ])
      expect(problemOf(refused)).toBe('pipelines/no-open-stage');
    expect(problemOf(await store.run(edit))).toBe('pipelines/stage-in-use');
  });

  it('PL73 takes what was lost for open on its way to a hold', async () => {
    const store = await openBook();
    const paused: Stage = { id: stageId('paused'), name: 'Paused', type: 'hold', probability: 20 };
    const enter = { field: 'status', is: 'eq', value: 'open' } as const;
    const pipeline = await withRules(store, {}, { ...paused, rules: { enter } });
    const deal = await aDeal(store, pipeline);
    valueOf(await store.run(deals.lose({ id: deal.id, lossReason: 'Price' })));
    const again = valueOf(await store.run(deals.move({ id: deal.id, stageId: paused.id })));
    expect(again.status).toBe('open');
    expect(again).not.toHaveProperty('lossReason');
  });
});
