import { memoryAdapter } from '@kith/adapters';
import { type Id, spreadRanks } from '@kith/core';
import { deals, openStore, pipelines, type Store, teams, users } from '@kith/store';
import { pipelineCollections } from '@kith/store/pipelines';
import { NOW, now } from './sales.js';
import { put, steadyRandom, valueOf } from './steady.js';

/** The stage of the book with a name. */
export const stageOf = (name: string): Id<'stage'> => `stage_${name}` as Id<'stage'>;

const PEOPLE = [
  ['user_HL', 'Hanna Lindqvist', 'lead'],
  ['user_ZG', 'Zofia Grabek', 'sales'],
  ['user_MS', 'Mehmet Sönmez', 'sales'],
  ['user_IB', 'Ida Brenner', 'finance'],
] as const;

/** Deals by the stage they are in: more of them than one slice moves in Discovery. */
const DEALS = [
  ['qualified', 9],
  ['discovery', 60],
  ['proposal', 4],
  ['negotiation', 3],
  ['won', 6],
] as const;

/** A store in memory with a pipeline that has rules of every kind, a second one, and deals in them; the same in every run. */
export async function openPipelineBook({ isEmpty = false }: { readonly isEmpty?: boolean } = {}): Promise<Store> {
  const store = await openStore({
    adapter: memoryAdapter(),
    actor: 'user_HL' as Id<'user'>,
    timeZone: 'Europe/Vienna',
    clock: () => NOW,
    collections: pipelineCollections,
    random: steadyRandom(),
  });
  const stamps = { createdAt: now(), modifiedAt: now() };
  for (const [id, name, role] of PEOPLE) await put(store, users.collection, { id, name, roles: [role], ...stamps });
  valueOf(await store.run(teams.create({ name: 'DACH' })));
  if (isEmpty) return store;
  const business = valueOf(
    await store.run(
      pipelines.create({
        name: 'New business',
        stages: [
          { id: stageOf('qualified'), name: 'Qualified', probability: 10, rottingDays: 14, rules: { start: true } },
          { id: stageOf('discovery'), name: 'Discovery', probability: 25, rottingDays: 21 },
          {
            id: stageOf('proposal'),
            name: 'Proposal',
            probability: 50,
            rottingDays: 14,
            rules: {
              requires: ['expectedCloseDay', 'companyId'],
              enter: { field: 'amount.minor', is: 'gte', value: 1_000_00 },
              limit: { most: 12 },
              category: 'bestCase',
            },
          },
          {
            id: stageOf('negotiation'),
            name: 'Negotiation',
            probability: 75,
            rottingDays: 14,
            rules: { category: 'commit', approvers: { roles: ['lead'] } },
          },
          {
            id: stageOf('won'),
            name: 'Won',
            type: 'won',
            rules: { movers: { roles: ['lead', 'sales'] }, next: [stageOf('lost'), stageOf('negotiation')] },
          },
          { id: stageOf('lost'), name: 'Lost', type: 'lost' },
        ],
      }),
    ),
  );
  valueOf(
    await store.run(
      pipelines.create({
        name: 'Renewals',
        stages: [
          { id: stageOf('due'), name: 'Due', probability: 60, rottingDays: 30 },
          { id: stageOf('renewed'), name: 'Renewed', type: 'won' },
          { id: stageOf('ended'), name: 'Ended', type: 'lost' },
        ],
      }),
    ),
  );
  for (const [stage, count] of DEALS)
    for (const [index, rank] of (spreadRanks(count) ?? []).entries())
      await put(store, deals.collection, {
        id: `deal_${stage}-${index}`,
        name: `Deal ${index + 1}`,
        pipelineId: business.id,
        stageId: stageOf(stage),
        status: stage === 'won' ? 'won' : 'open',
        amount: { minor: 12_000_00, currency: 'EUR' },
        rank,
        stageEnteredAt: now(),
        stageHistory: [{ stageId: stageOf(stage), enteredAt: now() }],
        ...stamps,
      });
  return store;
}
