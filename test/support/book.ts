import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { type Deal, type Id, type Pipeline, type Result } from '@kith/core';
import { deals, openStore, pipelines, type Query, type Store, type StoreOptions } from '@kith/store';
import { firstValueFrom } from 'rxjs';

/** 22 November 2026, 09:30 in Vienna. */
export const NOW = Date.parse('2026-11-22T08:30:00.000Z');
export const HANNA = 'user_hanna' as Id<'user'>;

/** The value of a result that must be there. */
export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(`${result.problem.code}: ${result.problem.message}`);
  return result.value;
}

/** The code of a refusal that must be there. */
export function problemOf(result: Result<unknown>): string {
  if (result.ok) throw new Error('expected a refusal, got a value');
  return result.problem.code;
}

/** A store with a clock that a test can move, and numbers that are the same in every run. */
export async function openBook(options: Partial<StoreOptions> = {}): Promise<Store> {
  let seed = 1;
  return openStore({
    adapter: memoryAdapter(),
    actor: HANNA,
    timeZone: 'Europe/Vienna',
    clock: () => NOW,
    wait: async () => undefined,
    random: () => {
      seed = (seed * 16_807) % 2_147_483_647;
      return seed / 2_147_483_647;
    },
    ...options,
  });
}

export const stageId = (name: string): Id<'stage'> => `stage_${name}` as Id<'stage'>;

/** A pipeline with two open stages, a won one and a lost one. */
export async function withPipeline(store: Store): Promise<Pipeline> {
  return valueOf(
    await store.run(
      pipelines.create({
        name: 'New business',
        stages: [
          { id: stageId('lead'), name: 'Lead', type: 'open', probability: 10, rottingDays: 14 },
          { id: stageId('proposal'), name: 'Proposal', type: 'open', probability: 50 },
          { id: stageId('won'), name: 'Won', type: 'won', probability: 100 },
          { id: stageId('lost'), name: 'Lost', type: 'lost', probability: 0 },
        ],
      }),
    ),
  );
}

export const euros = (amount: number): { readonly minor: number; readonly currency: string } => ({
  minor: amount * 100,
  currency: 'EUR',
});

/** Opens deals of these names in the first stage, in this order. */
export async function withDeals(
  store: Store,
  pipeline: Pipeline,
  ...names: readonly string[]
): Promise<readonly Deal[]> {
  const made: Deal[] = [];
  for (const name of names)
    made.push(valueOf(await store.run(deals.create({ name, pipelineId: pipeline.id, amount: euros(1_000) }))));
  return made;
}

/** What a question answers now. */
export const ask = <Q extends Query>(store: Store, query: Q): Promise<import('@kith/store').Answer<Q>> =>
  firstValueFrom(store.watch(query));

/** The names of a column in their order. */
export const namesIn = async (store: Store, pipeline: Pipeline, stage: string): Promise<readonly string[]> =>
  (await ask(store, deals.inStage(pipeline.id, stageId(stage)))).map((deal) => deal.name);

/** What goes along with the commits, and is none of the book's rows. */
const ALONG: readonly string[] = ['historySteps', 'auditEntries', 'auditValues'];

/** Every row of a store's book, to compare whole states. */
export async function dumpOf(adapter: StorageAdapter): Promise<Readonly<Record<string, unknown>>> {
  const rows: Record<string, unknown> = {};
  for await (const { c, row } of adapter.dump())
    if (!row.deleted && !ALONG.includes(c)) rows[`${c}/${row.id}`] = row.data;
  return rows;
}
