import 'fake-indexeddb/auto';
import { memoryAdapter } from '@kith/adapters';
import { dexieAdapter } from '@kith/adapters/dexie';
import type { Id } from '@kith/core';
import type { Role } from '@kith/core/permissions';
import type { StageRules } from '@kith/core/pipelines';
import { deals, pipelines, type Store, type StoreOptions, users } from '@kith/store';
import { rolesPolicy } from '@kith/store/permissions';
import {
  approvalsOf,
  approve,
  openApprovals,
  pipelineCollections,
  reject,
  requestApproval,
} from '@kith/store/pipelines';
import { describe, expect, it } from 'vitest';
import { ask, HANNA, openBook, problemOf, stageId, valueOf } from '../../../support/book.js';
import { aDeal, IDA, withPeople, withRules } from '../offices.js';

const offer = stageId('offer');
const OLGA = 'user_olga' as Id<'user'>;
type Approvers = NonNullable<StageRules['approvers']>;

/** A book in which an offer needs these approvals, with a deal for which Hanna has asked for them; acted in by turns. */
async function office(approvers: Approvers, asker = HANNA) {
  const adapter = memoryAdapter();
  const open = (actor: Id<'user'>, more: Partial<StoreOptions> = {}) =>
    openBook({ adapter, actor, collections: pipelineCollections, random: Math.random, ...more });
  let current = await open(HANNA);
  const as = async (actor: Id<'user'>, more?: Partial<StoreOptions>): Promise<Store> => {
    await current.close();
    current = await open(actor, more);
    return current;
  };
  await withPeople(current);
  const pipeline = await withRules(current, { Offer: { approvers } });
  const deal = await aDeal(current, pipeline);
  const { id } = valueOf(await (await as(asker)).run(requestApproval({ id: deal.id, stageId: offer })));
  const stage = async (): Promise<string | undefined> => (await ask(current, deals.byId(deal.id)))?.stageId;
  return { as, deal, id, pipeline, stage };
}

describe('approvals of several', () => {
  it('PL69 moves with the last of all, and keeps who has approved', async () => {
    const { as, deal, id, stage } = await office({ users: [OLGA], roles: ['lead'], need: 'all' });
    const ida = await as(IDA);
    const first = valueOf(await ida.run(approve({ id, reason: 'Fine' })));
    expect(first).toMatchObject({ state: 'asked', given: [{ by: IDA, reason: 'Fine' }] });
    expect(first.decidedBy).toBe(undefined);
    expect(await stage()).toBe(stageId('lead'));
    expect(await ask(ida, openApprovals())).toEqual([first]);
    expect(await ida.run(approve({ id }))).toMatchObject({
      problem: { code: 'pipelines/already-approved', params: { still: OLGA }, fix: { by: { users: [OLGA] } } },
    });
    const olga = await as(OLGA);
    const last = valueOf(await olga.run(approve({ id })));
    expect(last).toMatchObject({ state: 'approved', decidedBy: OLGA, given: [{ by: IDA }, { by: OLGA }] });
    expect(await stage()).toBe(offer);
    expect(await ask(olga, approvalsOf(deal.id))).toEqual([last]);
  });

  it('PL69 ends with one no, of whoever is named, also after their yes', async () => {
    for (const who of [IDA, OLGA]) {
      const { as, id, stage } = await office({ users: [OLGA], roles: ['lead'], need: 'inOrder' });
      valueOf(await (await as(OLGA)).run(approve({ id })));
      const store = await as(who);
      expect(valueOf(await store.run(reject({ id, reason: 'No' })))).toMatchObject({
        state: 'rejected',
        decidedBy: who,
      });
      expect(await stage()).toBe(stageId('lead'));
      expect(problemOf(await store.run(approve({ id })))).toBe('pipelines/already-decided');
    }
  });

  it('PL69 does not wait for somebody who is named and asks', async () => {
    const { as, id, stage } = await office({ users: [HANNA, OLGA], need: 'all' });
    expect(problemOf(await (await as(HANNA)).run(approve({ id })))).toBe('pipelines/own-approval');
    valueOf(await (await as(OLGA)).run(approve({ id })));
    expect(await stage()).toBe(offer);
  });

  it('PL70 lets nobody approve before their turn', async () => {
    const { as, id, stage } = await office({ users: [OLGA, IDA], need: 'inOrder' });
    const early = await as(IDA);
    expect(await early.can(approve({ id }))).toMatchObject({
      problem: {
        code: 'pipelines/not-your-turn',
        params: { still: OLGA },
        fix: { kind: 'people', by: { users: [OLGA] } },
      },
    });
    valueOf(await (await as(OLGA)).run(approve({ id })));
    valueOf(await (await as(IDA)).run(approve({ id })));
    expect(await stage()).toBe(offer);
  });

  it('PL71 says in a refused move, and in a second request, who is still to approve', async () => {
    const { as, deal, id } = await office({ users: [OLGA, HANNA], roles: ['lead'], need: 'all' });
    const hanna = await as(HANNA);
    const refused = await hanna.run(deals.move({ id: deal.id, stageId: offer }));
    expect(refused).toMatchObject({
      problem: { code: 'pipelines/approval-needed', fix: { kind: 'approval', by: { users: [OLGA], roles: ['lead'] } } },
    });
    valueOf(await (await as(OLGA)).run(approve({ id })));
    const again = await as(HANNA);
    const by = { roles: ['lead'] };
    expect(await again.run(deals.move({ id: deal.id, stageId: offer }))).toMatchObject({
      problem: {
        message: 'A move to "Offer" has to be approved. Ask for it. Still to approve: lead.',
        params: { still: 'lead' },
        fix: { kind: 'approval', stageId: offer, by },
      },
    });
    expect(await again.run(requestApproval({ id: deal.id, stageId: offer }))).toMatchObject({
      problem: { code: 'pipelines/already-asked', params: { still: 'lead' }, fix: { kind: 'people', by } },
    });
  });

  it('PL72 counts by the rights of the moment, and asks for no more than the stage needs by now', async () => {
    const { as, id, pipeline, stage } = await office({ users: [OLGA], roles: ['lead'], need: 'all' });
    const ida = await as(IDA);
    valueOf(await ida.run(approve({ id })));
    valueOf(await ida.run(users.edit({ id: IDA, changes: { roles: [] } })));
    const olga = await as(OLGA);
    expect(valueOf(await olga.run(approve({ id }))).state).toBe('asked');
    expect(await stage()).toBe(stageId('lead'));
    const stages = pipeline.stages.map((each) =>
      each.id === offer ? { ...each, rules: { approvers: { users: [OLGA], need: 'all' as const } } } : each,
    );
    valueOf(await olga.run(pipelines.edit({ id: pipeline.id, changes: { stages } })));
    expect(valueOf(await olga.run(approve({ id }))).state).toBe('approved');
    expect(await stage()).toBe(offer);
  });

  it('PL72 takes back the last approval with its move, and one before it alone', async () => {
    const { as, id, stage } = await office({ users: [OLGA, IDA], need: 'all' });
    const olga = await as(OLGA);
    valueOf(await olga.run(approve({ id })));
    valueOf(await olga.undo());
    expect((await ask(olga, openApprovals()))[0]?.given).toBe(undefined);
    valueOf(await olga.redo());
    const ida = await as(IDA);
    valueOf(await ida.run(approve({ id })));
    valueOf(await ida.undo());
    expect(await stage()).toBe(stageId('lead'));
    expect((await ask(ida, openApprovals()))[0]?.given?.map(({ by }) => by)).toEqual([OLGA]);
  });

  it('PL72 loses no approval of two that come at once, and tells the first what the last would be refused', async () => {
    const name = 'approvals of two tabs';
    const tab = (actor: Id<'user'>) =>
      openBook({ adapter: dexieAdapter({ name }), actor, collections: pipelineCollections, random: Math.random });
    const [hanna, ida, olga] = [await tab(HANNA), await tab(IDA), await tab(OLGA)] as const;
    await withPeople(hanna);
    const pipeline = await withRules(hanna, { Offer: { approvers: { users: [OLGA, IDA], need: 'all' } } });
    const deal = await aDeal(hanna, pipeline);
    const { id } = valueOf(await hanna.run(requestApproval({ id: deal.id, stageId: offer })));
    const results = await Promise.all([ida.run(approve({ id })), olga.run(approve({ id }))]);
    expect(results.map((result) => valueOf(result).state).sort()).toEqual(['approved', 'asked']);
    await expect.poll(async () => (await ask(hanna, deals.byId(deal.id)))?.stageId).toBe(offer);
    const [decided] = await ask(hanna, approvalsOf(deal.id));
    expect(decided?.given?.map(({ by }) => by).sort()).toEqual([IDA, OLGA]);
    for (const store of [hanna, ida, olga]) await store.close();

    const other = await office({ users: [OLGA, IDA], need: 'all' });
    const first = await other.as(OLGA);
    valueOf(await first.run(deals.move({ id: other.deal.id, stageId: stageId('talks') })));
    expect(problemOf(await first.run(approve({ id: other.id })))).toBe('pipelines/request-outdated');
  });

  it('PL32 takes no approval of somebody who may not write requests, whoever the stage names', async () => {
    const { as, id } = await office({ users: [OLGA], roles: ['lead'], need: 'all' });
    const house: Role = {
      key: 'office',
      name: 'Office',
      administers: true,
      grants: [{ collection: '*', actions: ['*'], scope: 'all' }],
    };
    const lead: Role = {
      key: 'lead',
      name: 'Lead',
      grants: [
        { collection: '*', actions: ['read'], scope: 'all' },
        { collection: 'deals', actions: ['update'], scope: 'all' },
      ],
    };
    const ida = await as(IDA, { policy: rolesPolicy({ roles: [house, lead] }) });
    expect(problemOf(await ida.run(approve({ id })))).toBe('permissions/not-allowed');
    expect((await ask(ida, openApprovals()))[0]?.given).toBe(undefined);
  });
});
