import { memoryAdapter } from '@kith/adapters';
import type { Contact } from '@kith/core';
import type { Explanation, Score, TrainedModel } from '@kith/core/scoring';
import { contacts, type Store } from '@kith/store';
import {
  explainScore,
  followModel,
  keepScores,
  type ModelPlan,
  ofRow,
  rescoreAll,
  scoreId,
  scoringCollections,
  setByHand,
  trainScores,
  versions,
} from '@kith/store/scoring';
import { describe, expect, it } from 'vitest';
import { knownLeads } from '../../core/scoring/cases.js';
import { ask, NOW, openBook, problemOf, valueOf } from '../../support/book.js';

const plan: ModelPlan = { of: contacts.collection, model: 'conversion' };
const fields = ['source', 'customFields.visits', 'customFields.budget', 'description', 'lifecycleStage'];
const input = {
  name: 'conversion',
  of: contacts.collection,
  won: { field: 'lifecycleStage', is: 'eq', value: 'customer' },
  lost: { field: 'lifecycleStage', is: 'eq', value: 'former' },
  fields,
  closedAt: 'createdAt',
} as const;

async function bookOf(count: number): Promise<Store> {
  const store = await openBook({
    adapter: memoryAdapter(),
    collections: scoringCollections,
    companions: [keepScores([plan])],
  });
  const leads = knownLeads(count, 4);
  const rows = leads.map(({ row, won }, index): Contact => {
    const lead = row as { source: string; visits: string; budget?: number };
    const at = new Date(NOW - (count - index) * 3_600_000).toISOString() as Contact['createdAt'];
    const isOpen = index % 10 === 0;
    return {
      id: `contact_${String(index).padStart(6, '0')}` as Contact['id'],
      name: `Lead ${index}`,
      source: lead.source,
      customFields: { visits: lead.visits, ...(lead.budget !== undefined && { budget: lead.budget }) },
      lifecycleStage: isOpen ? 'lead' : won ? 'customer' : 'former',
      ...(!isOpen && !won && { description: 'Not interested any more' }),
      createdAt: at,
      modifiedAt: at,
    };
  });
  await store.run({
    type: 'test/fill',
    input: {},
    carryOut: async (work) => {
      for (const row of rows) {
        const put = work.put(contacts.collection, row);
        if (!put.ok) return put;
      }
      return { ok: true, value: undefined };
    },
  });
  return store;
}

describe('Models that are trained on the book', () => {
  it('SC80 trains, tests and warns, and keeps version by version what it has learned', async () => {
    const store = await bookOf(1_500);
    const seen: string[] = [];
    const first = valueOf(
      await trainScores(store, input, {
        leaveOut: ['predicts-alone', 'marks-outcome'],
        onProgress: (step) => seen.push(step),
      }),
    );
    expect(seen).toEqual(['read', 'leaks', 'backtest', 'train']);
    expect(first.warnings.map(({ field }) => field)).toEqual(expect.arrayContaining(['description', 'lifecycleStage']));
    expect(first.trained).toMatchObject({
      version: 1,
      of: 'contacts',
      createdBy: 'user_hanna',
      model: { kind: 'regression' },
    });
    expect(first.trained.model.fields.map(({ field }) => field)).toEqual([
      'source',
      'customFields.visits',
      'customFields.budget',
    ]);
    expect(first.trained.quality?.auc).toBeGreaterThan(0.7);
    expect(first.trained.quality?.brier).toBeLessThan(first.trained.quality?.baseBrier ?? 0);
    const second = valueOf(await trainScores(store, { ...input, kind: 'bayes', fields: ['source'] }));
    expect(second.trained.version).toBe(2);
    expect(
      ((await ask(store, versions('conversion'))) as readonly TrainedModel[]).map(({ version }) => version),
    ).toEqual([2, 1]);
  });

  it('SC80 keeps nothing when there is too little to learn from', async () => {
    const store = await bookOf(60);
    expect(problemOf(await trainScores(store, input))).toBe('scoring/too-few-outcomes');
    expect(await ask(store, versions('conversion'))).toEqual([]);
  });

  it('SC81 scores by the newest model from then on, and explains it', async () => {
    const store = await bookOf(800);
    const id = 'contact_000000';
    const score = async () => (await ask(store, ofRow(plan, id))) as Score | undefined;
    expect(await score()).toBeUndefined();
    valueOf(await trainScores(store, { ...input, fields: ['source', 'customFields.visits', 'customFields.budget'] }));
    expect(valueOf(await rescoreAll(store, plan)).looked).toBe(800);
    const before = await score();
    expect(before).toMatchObject({ version: 1, model: 'conversion' });
    await store.run(
      contacts.edit({
        id: id as Contact['id'],
        changes: { source: before && 'Referral', customFields: { visits: '40' } },
      }),
    );
    const after = await score();
    expect(after?.points).toBeGreaterThan(before?.points ?? 100);
    const explained = (await explainScore(store, plan, id)) as Explanation;
    expect(100 * explained.chance).toBeCloseTo(after?.points ?? 0, 1);
    expect(explained.contributions.find(({ field }) => field === 'customFields.visits')?.points).toBeGreaterThan(0);
  });

  it('SC82 keeps points that were set by hand until the model is followed again', async () => {
    const store = await bookOf(800);
    valueOf(await trainScores(store, { ...input, fields: ['source', 'customFields.visits'] }));
    await rescoreAll(store, plan);
    const id = scoreId(plan, 'contact_000000');
    valueOf(await store.run(setByHand({ id, points: 77 })));
    await store.run(
      contacts.edit({
        id: 'contact_000000' as Contact['id'],
        changes: { source: 'Cold call', customFields: { visits: '0' } },
      }),
    );
    const held = (await ask(store, ofRow(plan, 'contact_000000'))) as Score;
    expect(held.points).toBe(77);
    expect(held.automatic).toBeLessThan(50);
    const followed = valueOf(await store.run(followModel({ id })));
    expect(followed.points).toBe(held.automatic);
    expect(followed.automatic).toBeUndefined();
    expect(problemOf(await store.run(setByHand({ id: 'score_none' as Score['id'], points: 1 })))).toBe(
      'store/not-found',
    );
  });
});
