import { memoryAdapter } from '@kith/adapters';
import { type Deal, type Id, type Instant, makeId, rankSequence } from '@kith/core';
import { openStore, type Store } from '@kith/store';
import { NOW } from './book.js';

/** The pipeline of the big book. */
export const BIG_PIPELINE = 'pipeline_big' as Id<'pipeline'>;

/** Steps that are written at once. */
const BATCH = 25_000;

/** How 8,800 deals lie in the columns of a real sales pipeline, in shares of the whole. */
const STAGES = [
  { name: 'Prospecting', type: 'open', probability: 10, share: 500 / 8800 },
  { name: 'Engaging', type: 'open', probability: 40, share: 1589 / 8800 },
  { name: 'Won', type: 'won', probability: 100, share: 4238 / 8800 },
  { name: 'Lost', type: 'lost', probability: 0, share: 2473 / 8800 },
] as const;

/** A store with so many deals of 85 companies and 35 people, written in as few goes as can be. */
export async function openBigBook(count: number): Promise<Store> {
  const adapter = memoryAdapter();
  let seed = 11;
  const random = (): number => {
    seed = (seed * 16_807) % 2_147_483_647;
    return seed / 2_147_483_647;
  };
  const store = await openStore({ adapter, clock: () => NOW, random, timeZone: 'Europe/Vienna' });
  const at = new Date(NOW).toISOString() as Instant;
  const stamps = { createdAt: at, modifiedAt: at };
  const put = (c: string, row: { readonly id: string; readonly [field: string]: unknown }) =>
    ({ op: 'put', c, id: row.id, expect: 'absent', data: row as never }) as const;
  const stages = STAGES.map(({ name, type, probability }) => ({ id: `stage_${name}`, name, type, probability }));
  const rows = [
    put('pipelines', { id: BIG_PIPELINE, name: 'Sales', stages, ...stamps }),
    ...Array.from({ length: 85 }, (_, index) =>
      put('companies', { id: `company_${index}`, name: `Company number ${index}`, ...stamps }),
    ),
    ...Array.from({ length: 35 }, (_, index) =>
      put('users', { id: `user_${index}`, name: `Person ${index}`, ...stamps }),
    ),
  ];
  const ranks = rankSequence();
  for (const { name, type, share } of STAGES) {
    const inStage = Math.round(count * share);
    for (let index = 0; index < inStage; index++) {
      const deal: Omit<Deal, 'stageId' | 'companyId' | 'ownerId' | 'stageHistory'> & object = {
        id: makeId('deal', at, random),
        name: `${name} ${index + 1}`,
        pipelineId: BIG_PIPELINE,
        status: type,
        rank: ranks.next().value,
        amount: { minor: Math.round(random() * 5_000) * 100, currency: 'USD' },
        stageEnteredAt: at,
        ...stamps,
      };
      rows.push(
        put('deals', {
          ...deal,
          stageId: `stage_${name}`,
          companyId: `company_${index % 85}`,
          ownerId: `user_${index % 35}`,
          ...(type === 'won' ? { actualValue: deal.amount, actualCloseDay: '2026-11-02' } : {}),
          stageHistory: [{ stageId: `stage_${name}`, enteredAt: at }],
        }),
      );
    }
  }
  for (let from = 0; from < rows.length; from += BATCH) await adapter.write({ ops: rows.slice(from, from + BATCH) });
  return store;
}
