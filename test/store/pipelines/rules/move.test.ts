import { type Id, ok, type Rank } from '@kith/core';
import type { Staged } from '@kith/core/pipelines';
import { type Collection, type Store } from '@kith/store';
import { approve, change, move, pipelineCollections, requestApproval, settlePipeline } from '@kith/store/pipelines';
import { describe, expect, it } from 'vitest';
import * as z from 'zod/mini';
import { ask, openBook, problemOf, stageId, valueOf } from '../../../support/book.js';
import { withPeople, withRules } from '../offices.js';

interface Grant extends Staged {
  readonly id: Id<'grant'>;
  readonly title: string;
}

/** What a host has made: anything with a stage. */
const grants: Collection<Grant> = {
  name: 'grants',
  kind: 'grant',
  schema: z.looseObject({ id: z.string(), title: z.string() }) as never,
  shape: { indexes: [['pipelineId', 'stageId', 'rank']] },
};

async function withGrants(store: Store, pipelineId: Id<'pipeline'>): Promise<readonly Grant[]> {
  const rows = ['a', 'b', 'c'].map(
    (title, index): Grant => ({
      id: `grant_${title}` as Id<'grant'>,
      title,
      pipelineId,
      stageId: stageId('lead'),
      status: 'open',
      rank: `m0000000000${index}` as Rank,
      stageEnteredAt: '2026-11-01T00:00:00.000Z' as Grant['stageEnteredAt'],
      stageHistory: [{ stageId: stageId('lead'), enteredAt: '2026-11-01T00:00:00.000Z' as Grant['stageEnteredAt'] }],
    }),
  );
  const carryOut = async (work: Parameters<Parameters<Store['run']>[0]['carryOut']>[0]) => {
    for (const row of rows) work.put(grants, row);
    return ok(undefined);
  };
  valueOf(await store.run({ type: 'grants/make', input: undefined, carryOut }));
  return rows;
}

describe('rows other than deals', () => {
  it('PL22 go through pipelines by the same rules: places, limits, fields, approvals, changes', async () => {
    const store = await openBook({ collections: [grants, ...pipelineCollections] });
    await withPeople(store);
    const pipeline = await withRules(store, {
      Offer: { limit: { most: 1, hard: true }, requires: ['customFields.budget'] },
      Talks: { approvers: { roles: ['lead'] } },
    });
    const [first, second, third] = (await withGrants(store, pipeline.id)) as [Grant, Grant, Grant];
    const to = (id: Grant['id'], name: string, more: object = {}) =>
      move(grants, { id, stageId: stageId(name), ...more });
    expect(problemOf(await store.run(to(first.id, 'offer')))).toBe('pipelines/fields-required');
    const moved = valueOf(await store.run(to(first.id, 'offer', { fields: { 'customFields.budget': 5 } })));
    expect(moved).toMatchObject({
      title: 'a',
      customFields: { budget: 5 },
      stageHistory: [{}, { stageId: stageId('offer') }],
    });
    expect(problemOf(await store.run(to(second.id, 'offer', { fields: { 'customFields.budget': 5 } })))).toBe(
      'pipelines/stage-full',
    );
    valueOf(await store.run(to(third.id, 'lead', { before: second.id })));
    const order = { ask: 'rows', collection: grants, order: [['rank', 'asc']] } as const;
    expect(
      (await ask(store, order)).filter(({ stageId: at }) => at === stageId('lead')).map(({ title }) => title),
    ).toEqual(['c', 'b']);
    const rows = grants as unknown as Collection<Staged>;
    const asked = valueOf(await store.run(requestApproval({ id: second.id, stageId: stageId('talks') }, rows)));
    expect(asked.collection).toBe('grants');
    expect(problemOf(await store.run(approve({ id: asked.id }, rows)))).toBe('pipelines/own-approval');
    await expect(store.run(approve({ id: asked.id }))).rejects.toThrow();
    const stages = pipeline.stages.filter(({ name }) => name !== 'Lead');
    valueOf(await store.run(change({ id: pipeline.id, stages, targets: { [stageId('lead')]: stageId('won') } }, rows)));
    valueOf(await settlePipeline(store, pipeline.id, { collection: rows }));
    expect((await ask(store, order)).map(({ title, status }) => `${title} ${status}`).sort()).toEqual([
      'a open',
      'b won',
      'c won',
    ]);
  });
});
