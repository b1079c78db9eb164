import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { type Deal, type Id, type Instant, instantOf, type Pipeline, type Rank, type Result } from '@kith/core';
import { stageFigures } from '@kith/core/pipelines';
import { deals, openStore, type Store } from '@kith/store';
import { change, pipelineCollections, settle } from '@kith/store/pipelines';

const NOW = '2026-11-22T08:30:00.000Z' as Instant;
const HANNA = 'user_hanna' as Id<'user'>;
const STAGES = ['lead', 'talks', 'offer', 'contract', 'won', 'lost'] as const;

const stageId = (name: string): Id<'stage'> => `stage_${name}` as Id<'stage'>;

/** A pipeline in which every sort of rule stands in the way of a move, or none. */
const pipelineWith = (isRuled: boolean): Pipeline => ({
  id: 'pipeline_sales' as Id<'pipeline'>,
  name: 'Sales',
  stages: STAGES.map((name, index) => ({
    id: stageId(name),
    name,
    type: name === 'won' || name === 'lost' ? name : 'open',
    probability: index * 20,
    ...(isRuled && {
      rules: {
        requires: ['source', 'customFields.budget'],
        enter: {
          and: [
            { field: 'amount.minor', is: 'gte', value: 1 },
            { field: 'expectedCloseDay', is: 'gte', value: { day: -9_999 } },
          ],
        },
        leave: { field: 'name', is: 'exists', value: true },
        next: STAGES.map(stageId),
        movers: { users: [HANNA], roles: ['seller'] },
        limit: { most: 1_000_000, hard: true },
      },
    }),
  })),
  createdAt: NOW,
  modifiedAt: NOW,
});

const dealAt = (index: number): Deal => {
  const stage = STAGES[index % 4] ?? 'lead';
  return {
    id: `deal_${String(index).padStart(26, '0')}` as Id<'deal'>,
    name: `Deal ${index}`,
    amount: { minor: 1_000_00 + index, currency: index % 3 === 0 ? 'USD' : 'EUR' },
    pipelineId: 'pipeline_sales' as Id<'pipeline'>,
    stageId: stageId(stage),
    status: 'open',
    rank: (10_000_000 + index).toString(36).padStart(12, '0') as Rank,
    source: 'fair',
    ownerId: HANNA,
    expectedCloseDay: '2026-12-24' as NonNullable<Deal['expectedCloseDay']>,
    customFields: { budget: 5 },
    stageEnteredAt: NOW,
    stageHistory: [{ stageId: stageId(stage), enteredAt: NOW }],
    createdAt: NOW,
    modifiedAt: NOW,
  };
};

/** A store with so many deals, and an adapter that counts what is read and written. */
export async function openBook(count: number, isRuled: boolean) {
  const adapter = memoryAdapter();
  const touched = { read: 0, written: 0 };
  const counting: StorageAdapter = {
    ...adapter,
    async get(c, ids) {
      touched.read += ids.length;
      return adapter.get(c, ids);
    },
    async query(query) {
      const page = await adapter.query(query);
      touched.read += page.rows.length;
      return page;
    },
    async write(batch) {
      const commit = await adapter.write(batch);
      touched.written += commit.rows.length;
      return commit;
    },
  };
  const store = await openStore({ adapter: counting, collections: pipelineCollections, actor: HANNA, timeZone: 'UTC' });
  for (let from = 0; from < count; from += 5_000)
    await adapter.write({
      ops: Array.from({ length: Math.min(5_000, count - from) }, (_, index) => {
        const data = dealAt(from + index);
        return { op: 'put', c: 'deals', id: data.id, expect: 'absent', data: data as never } as const;
      }),
    });
  const pipeline = pipelineWith(isRuled);
  await adapter.write({
    ops: [{ op: 'put', c: 'pipelines', id: pipeline.id, expect: 'absent', data: pipeline as never }],
  });
  return { store, touched, pipeline };
}

/** Moves deals from stage to stage, one by one: with each round (from 1 on) to the next one. */
export async function moveSome(store: Store, count: number, round: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const { id } = dealAt(index * 7);
    const to = stageId(STAGES[(index * 7 + round) % 4] ?? 'lead');
    const moved = must(await store.run(deals.move({ id, stageId: to })));
    if (moved.stageHistory.length !== round + 1) throw new Error(`The deal has not moved in round ${round}.`);
  }
}

/** Asks before each drop where a deal may go. */
export async function askSome(store: Store, count: number): Promise<void> {
  for (let index = 0; index < count; index++)
    must(await store.can(deals.move({ id: dealAt(index * 11).id, stageId: stageId('contract') })));
}

/** Removes a stage, and answers how to move a slice of its deals on. */
export async function beginChange(store: Store, { id, stages }: Pipeline): Promise<() => Promise<boolean>> {
  const gone = stageId('talks');
  const left = stages.filter((stage) => stage.id !== gone);
  const rules = left.map(({ rules: _, ...stage }) => stage);
  must(await store.run(change({ id, stages: rules, targets: { [gone]: stageId('offer') } })));
  return async () => must(await store.run(settle({ pipelineId: id }))).isDone;
}

/** The figures of a pipeline's history, taken in by slices: each answers whether there is more. */
export function readHistory(count: number): () => boolean {
  const rows = Array.from({ length: count }, (_, index): Deal => {
    const deal = dealAt(index);
    const entered = Date.parse(NOW) - (index % 4_000) * 3_600_000;
    const stay = {
      stageId: stageId('lead'),
      enteredAt: instantOf(entered),
      leftAt: instantOf(entered + (index % 977) * 60_000),
    };
    return { ...deal, stageHistory: [stay, ...deal.stageHistory] };
  });
  const figures = stageFigures([], pipelineWith(false), NOW);
  const open = STAGES.slice(0, 4).map(stageId);
  let at = 0;
  return () => {
    const stage = at < count ? undefined : open.shift();
    if (at === count) return stage !== undefined && figures.conversion(stage).stays > 0;
    for (const end = Math.min(count, at + 5_000); at < end; at++) figures.take(rows[at] as Deal);
    return true;
  };
}

function must<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.problem.message);
  return result.value;
}
