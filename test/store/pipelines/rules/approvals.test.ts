import { memoryAdapter } from '@kith/adapters';
import type { Id } from '@kith/core';
import { deals, pipelines, type Store, users } from '@kith/store';
import {
  approvalsOf,
  approve,
  openApprovals,
  pipelineCollections,
  reject,
  requestApproval,
  withdraw,
} from '@kith/store/pipelines';
import { describe, expect, it } from 'vitest';
import { ask, HANNA, openBook, problemOf, stageId, valueOf } from '../../../support/book.js';
import { aDeal, IDA, withPeople, withRules } from '../offices.js';

const offer = stageId('offer');
const RULES = {
  Offer: { approvers: { roles: ['lead'] }, movers: { roles: ['seller', 'lead'] }, requires: ['source'] },
};

/** Hanna's and Ida's tabs over one book, and a deal that Hanna wants to move. */
async function office() {
  const adapter = memoryAdapter();
  const hanna = await openBook({ adapter, collections: pipelineCollections });
  await withPeople(hanna);
  const pipeline = await withRules(hanna, RULES);
  const deal = await aDeal(hanna, pipeline);
  const ida = await openBook({ adapter: memoryAdapter(), actor: IDA });
  await ida.close();
  // One adapter serves one store: whoever acts changes within it.
  const as = async (actor: Id<'user'>): Promise<Store> => {
    await current.close();
    current = await openBook({ adapter, actor, collections: pipelineCollections, random: Math.random });
    return current;
  };
  let current = hanna;
  return { hanna, deal, pipeline, as };
}

const request = (id: Id<'deal'>) =>
  requestApproval({ id, stageId: offer, fields: { source: 'fair' }, note: 'Big one' });

describe('approvals', () => {
  it('PL30 moves the row when somebody else approves, with what was filled in for it', async () => {
    const { hanna, deal, as } = await office();
    expect(problemOf(await hanna.run(deals.move({ id: deal.id, stageId: offer, fields: { source: 'fair' } })))).toBe(
      'pipelines/approval-needed',
    );
    const asked = valueOf(await hanna.run(request(deal.id)));
    expect(asked).toMatchObject({ state: 'asked', askedBy: HANNA, fromStageId: stageId('lead'), note: 'Big one' });
    expect(await ask(hanna, openApprovals())).toEqual([asked]);
    const ida = await as(IDA);
    valueOf(await ida.can(approve({ id: asked.id })));
    const approved = valueOf(await ida.run(approve({ id: asked.id, reason: 'Go' })));
    expect(approved).toMatchObject({ state: 'approved', decidedBy: IDA, reason: 'Go' });
    expect(await ask(ida, deals.byId(deal.id))).toMatchObject({ stageId: offer, source: 'fair' });
    expect(await ask(ida, openApprovals())).toEqual([]);
    expect(await ask(ida, approvalsOf(deal.id))).toEqual([approved]);
    expect(problemOf(await ida.run(approve({ id: asked.id })))).toBe('pipelines/already-decided');
    valueOf(await ida.undo());
    expect((await ask(ida, deals.byId(deal.id)))?.stageId).toBe(stageId('lead'));
    expect(await ask(ida, openApprovals())).toEqual([asked]);
  });

  it('PL31 asks for an approval only where one is needed and nothing else stands in the way', async () => {
    const { hanna, deal } = await office();
    expect(problemOf(await hanna.run(requestApproval({ id: deal.id, stageId: offer })))).toBe(
      'pipelines/fields-required',
    );
    expect(problemOf(await hanna.run(requestApproval({ id: deal.id, stageId: stageId('talks') })))).toBe(
      'pipelines/no-approval-needed',
    );
    valueOf(await hanna.run(request(deal.id)));
    expect(problemOf(await hanna.run(request(deal.id)))).toBe('pipelines/already-asked');
    expect((await ask(hanna, deals.byId(deal.id)))?.stageId).toBe(stageId('lead'));
  });

  it('PL32 lets nobody decide on what they asked for, nor anybody who may not', async () => {
    const { hanna, deal, as } = await office();
    const { id } = valueOf(await hanna.run(request(deal.id)));
    expect(await hanna.run(approve({ id }))).toMatchObject({
      problem: { code: 'pipelines/own-approval', fix: { kind: 'people', by: { roles: ['lead'] } } },
    });
    expect(problemOf(await hanna.run(reject({ id, reason: 'No' })))).toBe('pipelines/own-approval');
    const other = await as('user_olga' as Id<'user'>);
    expect(problemOf(await other.run(approve({ id })))).toBe('pipelines/may-not-approve');
    expect(problemOf(await other.run(withdraw({ id })))).toBe('pipelines/not-your-request');
  });

  it('PL33 holds to the rights and rules of the moment it is approved', async () => {
    const { hanna, deal, pipeline, as } = await office();
    const { id } = valueOf(await hanna.run(request(deal.id)));
    valueOf(await hanna.run(users.edit({ id: HANNA, changes: { roles: ['guest'] } })));
    let ida = await as(IDA);
    expect(problemOf(await ida.run(approve({ id })))).toBe('pipelines/asker-may-not');
    valueOf(await ida.run(users.edit({ id: HANNA, changes: { roles: ['seller'] } })));
    valueOf(await ida.run(users.edit({ id: IDA, changes: { roles: ['seller'] } })));
    expect(problemOf(await ida.run(approve({ id })))).toBe('pipelines/may-not-approve');
    valueOf(await ida.run(users.edit({ id: IDA, changes: { roles: ['lead'] } })));
    valueOf(await ida.run(deals.move({ id: deal.id, stageId: stageId('talks') })));
    expect(problemOf(await ida.run(approve({ id })))).toBe('pipelines/request-outdated');
    valueOf(await ida.run(deals.move({ id: deal.id, stageId: stageId('lead') })));
    const stages = pipeline.stages.map((stage) =>
      stage.id === offer ? { ...stage, rules: { requires: ['source'] } } : stage,
    );
    valueOf(await ida.run(pipelines.edit({ id: pipeline.id, changes: { stages } })));
    expect(problemOf(await ida.run(approve({ id })))).toBe('pipelines/no-approval-needed');
    valueOf(await ida.run(reject({ id, reason: 'Not needed any more' })));
    ida = await as(HANNA);
    valueOf(await ida.run(deals.move({ id: deal.id, stageId: offer, fields: { source: 'fair' } })));
  });

  it('PL34 keeps why it was rejected, and lets whoever asked withdraw', async () => {
    const { hanna, deal, as } = await office();
    const first = valueOf(await hanna.run(request(deal.id)));
    expect(valueOf(await hanna.run(withdraw({ id: first.id }))).state).toBe('withdrawn');
    const second = valueOf(await hanna.run(request(deal.id)));
    const ida = await as(IDA);
    expect(problemOf(await ida.run(reject({ id: second.id, reason: ' ' })))).toBe('pipelines/reason-required');
    expect(valueOf(await ida.run(reject({ id: second.id, reason: ' Too early ' })))).toMatchObject({
      state: 'rejected',
      decidedBy: IDA,
      reason: 'Too early',
    });
    expect((await ask(ida, deals.byId(deal.id)))?.stageId).toBe(stageId('lead'));
    expect(problemOf(await ida.run(withdraw({ id: second.id })))).toBe('pipelines/already-decided');
  });
});
