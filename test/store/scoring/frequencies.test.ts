import { memoryAdapter } from '@kith/adapters';
import type { Deal } from '@kith/core';
import { makeFrequencies } from '@kith/core/scoring';
import { deals, type Store } from '@kith/store';
import {
  dealFrequencies,
  explainFrequencies,
  followModel,
  frequencies,
  keepScores,
  ofRow,
  recount,
  rescoreAll,
  scores,
  scoringCollections,
  setByHand,
} from '@kith/store/scoring';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ask, euros, openBook, stageId, valueOf, withPipeline } from '../../support/book.js';
import { fuzz } from '../../support/fuzz.js';

const plan = dealFrequencies({
  table: 'odds',
  stages: [stageId('lead'), stageId('proposal'), stageId('won')],
  fields: ['source', 'tags'],
  tagFields: ['tags'],
  grades: { steps: [{ grade: 'likely', at: { total: 60 } }], hysteresis: 0 },
});

async function openOdds(keeps = true) {
  const adapter = memoryAdapter();
  const companions = keeps ? [keepScores([plan])] : [];
  const store = await openBook({ adapter, collections: scoringCollections, companions });
  const pipeline = await withPipeline(store);
  const make = async (changes: Partial<Deal> = {}) =>
    valueOf(await store.run(deals.create({ name: 'Deal', pipelineId: pipeline.id, amount: euros(100), ...changes })));
  return { store, adapter, make };
}

/** The table as it stands in the book, as core knows it. */
async function tableOf(store: Store) {
  const rows = await ask(store, { ask: 'rows', collection: frequencies });
  return new Map(rows.map(({ of, field, value, won, lost }) => [`${of} ${field} ${value}`, [won, lost]]));
}

/** The table of all deals that have ended, counted by core. */
async function countedAnew(store: Store) {
  const table = makeFrequencies(plan.setup);
  for (const deal of await ask(store, { ask: 'rows', collection: deals.collection })) {
    const outcome = plan.outcomeOf(deal);
    if (outcome) table.count(plan.caseOf(deal), outcome);
  }
  const { won, lost, stages, fields } = table.kept();
  return new Map([
    ...(won + lost > 0 ? [['all  ', [won, lost]] as const] : []),
    ...stages.map(([value, a, b]) => [`stage  ${value}`, [a, b]] as const),
    ...fields.flatMap(({ field, values }) =>
      values.map(([value, a, b]) => [`field ${field} ${value}`, [a, b]] as const),
    ),
  ]);
}

describe('outcomes counted as they come', () => {
  it('SC92 the table is that of all rows that have ended, after any closing, reopening, edit, undo and redo', async () => {
    const step = fc.tuple(
      fc.constantFrom('win', 'lose', 'reopen', 'edit', 'undo', 'redo', 'new', 'move'),
      fc.nat(9),
      fc.constantFrom('Web', 'Fair', 'Call'),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
        const { store, make } = await openOdds();
        for (const source of ['Web', 'Fair']) await make({ source, tags: [source, 'all'] });
        for (const [what, at, source] of steps) {
          const all = await ask(store, { ask: 'rows', collection: deals.collection, order: [['id', 'asc']] });
          const id = all[at % Math.max(1, all.length)]?.id ?? ('deal_gone' as Deal['id']);
          if (what === 'new') await make({ source, tags: ['all'] });
          if (what === 'win') await store.run(deals.win({ id }));
          if (what === 'lose') await store.run(deals.lose({ id, lossReason: 'Price' }));
          if (what === 'reopen') await store.run(deals.reopen({ id }));
          if (what === 'edit') await store.run(deals.edit({ id, changes: { source } }));
          if (what === 'move') await store.run(deals.move({ id, stageId: stageId('proposal') }));
          if (what === 'undo') await store.undo();
          if (what === 'redo') await store.redo();
        }
        expect(await tableOf(store)).toEqual(await countedAnew(store));
        await store.close();
      }),
      fuzz(30),
    );
  });

  it('SC92 tags count from 50 outcomes on, what is set by hand stays, and is graded at once', async () => {
    const { store, make } = await openOdds();
    const close = async (count: number, outcome: 'win' | 'lose', changes: Partial<Deal>) => {
      for (let index = 0; index < count; index++) {
        const { id } = await make(changes);
        valueOf(await store.run(outcome === 'win' ? deals.win({ id }) : deals.lose({ id, lossReason: 'Price' })));
      }
    };
    await close(20, 'win', { tags: ['vip'] });
    await close(20, 'lose', { source: 'Web' });
    const { id } = await make({ tags: ['vip'], source: 'Fair' });
    const factors = async () => (await explainFrequencies(store, plan, id))?.map(({ field }) => field);
    expect(await factors()).toEqual(['stage']);
    const before = (await ask(store, ofRow(plan, id)))!;
    await close(30, 'win', { tags: ['vip'] });
    expect(await factors()).toEqual(['tags', 'stage']);
    valueOf(await store.run(deals.edit({ id, changes: { description: 'Looked at' } })));
    const after = (await ask(store, ofRow(plan, id)))!;
    expect(after.points).toBeGreaterThan(before.points);

    expect(valueOf(await store.run(setByHand({ id: before.id, points: 10 }, plan))).grade).toBeUndefined();
    const byHand = valueOf(await store.run(setByHand({ id: before.id, points: 99 }, plan)));
    expect(byHand).toMatchObject({ points: 99, grade: 'likely', automatic: after.points });
    await close(1, 'lose', { source: 'Fair' });
    valueOf(await rescoreAll(store, plan));
    expect(await ask(store, ofRow(plan, id))).toMatchObject({ points: 99, grade: 'likely' });
    const follows = valueOf(await store.run(followModel({ id: before.id }, plan)));
    expect(follows.points).not.toBe(99);
    expect(follows.automatic).toBeUndefined();
  });

  it('SC92 a book that was there before is counted once, and what was never counted is not taken out', async () => {
    const { store, adapter, make } = await openOdds(false);
    const early = await make({ source: 'Web' });
    valueOf(await store.run(deals.win({ id: early.id })));
    const open = await make({ source: 'Web' });
    await store.close();
    const later = await openBook({
      adapter,
      collections: scoringCollections,
      companions: [keepScores([plan])],
      random: Math.random,
    });
    valueOf(await later.run(deals.reopen({ id: early.id })));
    expect(await tableOf(later)).toEqual(new Map());
    valueOf(await later.run(deals.win({ id: early.id })));
    expect(valueOf(await recount(later, plan))).toBe(1);
    expect(await tableOf(later)).toEqual(await countedAnew(later));
    valueOf(await rescoreAll(later, plan));
    expect((await ask(later, { ask: 'rows', collection: scores })).map(({ subjectId }) => subjectId)).toEqual([
      open.id,
    ]);
    await later.close();
  });
});
