import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { type Deal, type Id, type Instant, makeId, rankSequence } from '@kith/core';
import type { Role } from '@kith/core/permissions';
import { deals, openStore, type Query, type Store } from '@kith/store';
import { rolesPolicy } from '@kith/store/permissions';
import { firstValueFrom } from 'rxjs';

const PEOPLE = 50;
const PIPELINE = 'pipeline_bench' as Id<'pipeline'>;
const STAGES = ['lead', 'talk', 'offer', 'deal'].map((name, index) => ({
  id: `stage_${name}` as Id<'stage'>,
  name,
  type: 'open' as const,
  probability: 10 + 20 * index,
}));
const AT = '2026-11-22T08:30:00.000Z' as Instant;
const ME = 'user_0' as Id<'user'>;

/** Somebody who sees the deals of a team of five, and the amounts of their own only. */
const ROLES: readonly Role[] = [
  { key: 'admin', name: 'Administrator', administers: true, grants: [] },
  {
    key: 'rep',
    name: 'Rep',
    grants: [
      { collection: 'pipelines', actions: ['read'], scope: 'all' },
      { collection: 'deals', actions: ['read', 'update'], scope: 'team', fields: { except: ['source'] } },
    ],
  },
];

/** So many deals of fifty people, opened without a policy or with one. */
export async function openBook(count: number, as: 'free' | 'scoped'): Promise<Store> {
  const adapter = kept(memoryAdapter());
  const policy = rolesPolicy({ roles: ROLES });
  let seed = 11;
  const random = (): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const options = { adapter, collections: policy.collections, clock: () => Date.parse(AT), timeZone: 'UTC', random };
  const free = await openStore({ ...options, actor: 'user_1' as Id<'user'> });
  const stamps = { createdAt: AT, modifiedAt: AT };
  const put = (c: string, row: { readonly id: string }) =>
    ({ op: 'put', c, id: row.id, expect: 'absent', data: row as never }) as const;
  const ranks = rankSequence();
  const rows = [
    put('pipelines', { id: PIPELINE, name: 'Sales', stages: STAGES, ...stamps } as never),
    ...Array.from({ length: PEOPLE }, (_, index) =>
      put('users', {
        id: `user_${index}`,
        name: `P ${index}`,
        roles: ['rep'],
        teamId: `team_${Math.floor(index / 5)}`,
        ...stamps,
      } as never),
    ),
    ...Array.from({ length: count }, (_, index) =>
      put('deals', {
        id: makeId('deal', AT, random),
        name: `Deal ${index}`,
        pipelineId: PIPELINE,
        stageId: STAGES[index % 4]?.id,
        status: 'open',
        rank: ranks.next().value,
        ownerId: `user_${(index * 7) % PEOPLE}`,
        amount: { minor: Math.round(random() * 5_000) * 100, currency: 'EUR' },
        source: 'fair',
        openedDay: '2026-01-01',
        stageEnteredAt: AT,
        stageHistory: [{ stageId: STAGES[index % 4]?.id, enteredAt: AT }],
        ...stamps,
      } as never),
    ),
  ];
  for (let from = 0; from < rows.length; from += 10_000) await adapter.write({ ops: rows.slice(from, from + 10_000) });
  if (as === 'free') return free;
  await free.close();
  const { collections: _, ...rest } = options;
  return openStore({ ...rest, actor: ME, policy });
}

/** The first page of a list by rank. */
export const page = (store: Store): Promise<unknown> =>
  ask(store, { ask: 'rows', collection: deals.collection, order: [['rank', 'asc']], limit: 50 });

/** The totals of a board. */
export const totals = (store: Store): Promise<unknown> => ask(store, { ...deals.totals(PIPELINE), by: ['stageId'] });

/** How many are open, with a sum: what no counter keeps for somebody with a scope. */
export const count = (store: Store): Promise<unknown> =>
  ask(store, { ask: 'tally', collection: deals.collection, by: ['status'], sum: ['amount.minor'] });

/** A search in the names. */
export const search = (store: Store): Promise<unknown> =>
  ask(store, { ask: 'search', collection: deals.collection, text: 'deal 4', limit: 20 });

/** Deals to move: some that both may. */
export const mine = async (store: Store): Promise<readonly Deal[]> =>
  (await firstValueFrom(
    store.watch({
      ask: 'rows',
      collection: deals.collection,
      where: { field: 'ownerId', is: 'eq', value: ME },
      limit: 400,
    }),
  )) as readonly Deal[];

/** Moves a deal to the next stage. */
export async function move(store: Store, deal: Deal): Promise<void> {
  const at = STAGES.findIndex(({ id }) => id === deal.stageId);
  const moved = await store.run(deals.move({ id: deal.id, stageId: STAGES[(at + 1) % 4]?.id as Id<'stage'> }));
  if (!moved.ok) throw new Error(moved.problem.message);
}

/** Watches a board's totals and a list, so that a move has somebody to tell. */
export const watchBoard = (store: Store): void => {
  store.watch(deals.totals(PIPELINE)).subscribe();
  for (const { id } of STAGES) store.watch({ ...deals.inStage(PIPELINE, id), limit: 50 }).subscribe();
};

const ask = (store: Store, query: Query): Promise<unknown> => firstValueFrom(store.watch(query));

function kept(adapter: StorageAdapter): StorageAdapter {
  let opened: Promise<void> | undefined;
  const { open } = adapter;
  return Object.assign(Object.create(adapter) as StorageAdapter, {
    open: (options: Parameters<StorageAdapter['open']>[0]) => (opened ??= open(options)),
    close: async () => undefined,
  });
}
