import { memoryAdapter, type StorageAdapter } from '@kith/adapters';
import { type Deal, type Id, type Instant, rankSequence } from '@kith/core';
import { type FieldDefinition, fieldRegistry } from '@kith/core/fields';
import { deals, openStore, type Store } from '@kith/store';
import { customFields } from '@kith/store/fields';

const AT = '2026-11-22T08:30:00.000Z' as Instant;
const PIPELINE = 'pipeline_bench' as Id<'pipeline'>;
const STAGE = { id: 'stage_lead' as Id<'stage'>, name: 'Lead', type: 'open' as const, probability: 10 };
const COMPANIES = 1_000;

const field = (definition: Omit<FieldDefinition, 'labels' | 'on'> & { readonly on?: string }): FieldDefinition => ({
  on: 'deal',
  labels: { en: definition.name },
  ...definition,
});

/** Twenty fields of a deal: what people write, some of it bounded, two formulas, one unique. */
export const TWENTY: readonly FieldDefinition[] = [
  ...Array.from({ length: 6 }, (_, index) => field({ name: `text${index}`, type: 'text', most: 100 })),
  ...Array.from({ length: 4 }, (_, index) => field({ name: `number${index}`, type: 'number', least: 0, decimals: 2 })),
  ...Array.from({ length: 3 }, (_, index) => field({ name: `day${index}`, type: 'day' })),
  field({ name: 'budget', type: 'money', currency: 'EUR' }),
  field({ name: 'channel', type: 'choice', options: [{ value: 'fair' }, { value: 'web' }], default: 'web' }),
  field({ name: 'signed', type: 'boolean', required: { field: 'amount.minor', is: 'gt', value: 10 ** 12 } }),
  field({ name: 'contract', type: 'text', unique: true }),
  field({ name: 'mail', type: 'email' }),
  field({ name: 'rest', type: 'formula', formula: 'budget - amount' }),
  field({ name: 'large', type: 'formula', formula: 'coalesce(number0, 0) * 2 > 100 and amountOf(amount) > 1000' }),
];
/** Two roll-ups of a company over its deals. */
export const ROLLED: readonly FieldDefinition[] = [
  field({ on: 'company', name: 'dealCount', type: 'rollUp', rollUp: { of: 'deal', by: 'companyId', take: 'count' } }),
  field({
    on: 'company',
    name: 'worth',
    type: 'rollUp',
    rollUp: { of: 'deal', by: 'companyId', take: 'sum', field: 'amount' },
  }),
];

/** A book of so many deals of a thousand companies, and a few of them to change. */
export async function openBook(
  count: number,
  fields: readonly FieldDefinition[] | undefined,
): Promise<{ readonly store: Store; readonly some: readonly Deal[] }> {
  const adapter: StorageAdapter = memoryAdapter();
  const store = await openStore({
    adapter,
    clock: () => Date.parse(AT),
    timeZone: 'UTC',
    ...(fields && { fields: customFields({ fields, timeZone: 'UTC' }) }),
  });
  const stamps = { createdAt: AT, modifiedAt: AT };
  const put = (c: string, row: { readonly id: string }) =>
    ({ op: 'put', c, id: row.id, expect: 'absent', data: row as never }) as const;
  const ranks = rankSequence();
  const each = count / COMPANIES;
  const made = Array.from(
    { length: count },
    (_, index) =>
      ({
        id: `deal_${index}`,
        name: `Deal ${index}`,
        pipelineId: PIPELINE,
        stageId: STAGE.id,
        status: 'open',
        rank: ranks.next().value,
        companyId: `company_${index % COMPANIES}`,
        amount: { minor: 100_000, currency: 'EUR' },
        openedDay: '2026-01-01',
        stageEnteredAt: AT,
        stageHistory: [{ stageId: STAGE.id, enteredAt: AT }],
        customFields: {
          ...Object.fromEntries(Array.from({ length: 6 }, (_, at) => [`text${at}`, `text ${index} ${at}`])),
          ...Object.fromEntries(Array.from({ length: 4 }, (_, at) => [`number${at}`, (index % 100) + 0.25])),
          budget: { minor: 250_000, currency: 'EUR' },
          channel: 'fair',
          mail: 'lea@brama.example',
        },
        ...stamps,
      }) as unknown as Deal,
  );
  const rows = [
    put('pipelines', { id: PIPELINE, name: 'Sales', stages: [STAGE], ...stamps } as never),
    ...Array.from({ length: COMPANIES }, (_, index) =>
      put('companies', {
        id: `company_${index}`,
        name: `Company ${index}`,
        customFields: { dealCount: each, worth: [{ minor: each * 100_000, currency: 'EUR' }] },
        ...stamps,
      } as never),
    ),
    ...made.map((deal) => put('deals', deal)),
  ];
  for (let from = 0; from < rows.length; from += 10_000) await adapter.write({ ops: rows.slice(from, from + 10_000) });
  return { store, some: made.slice(0, 4_000) };
}

/** Changes a custom text of a deal, which nothing is computed from, and its amount, which formulas and sums are. */
export async function edit({ store, some }: Awaited<ReturnType<typeof openBook>>, turn: number): Promise<void> {
  const deal = some[turn % some.length] as Deal;
  const done = await store.run(
    deals.edit({
      id: deal.id,
      changes: {
        amount: { minor: 100_000 + turn, currency: 'EUR' },
        customFields: { ...deal.customFields, text0: `turn ${turn}` },
      },
    }),
  );
  if (!done.ok) throw new Error(done.problem.message);
}

/** Makes a registry of so many fields, each fifth of them a formula. */
export const build = (count: number): number =>
  fieldRegistry({
    host: Array.from({ length: count }, (_, index) =>
      index % 5 === 4
        ? field({ name: `formula${index}`, type: 'formula', formula: `coalesce(number${index - 1}, 0) * 2 + 1` })
        : field({ name: `number${index}`, type: 'number' }),
    ),
  }).fieldsOf('deal').length;
