import { memoryAdapter } from '@kith/adapters';
import { type Id, spreadRanks } from '@kith/core';
import type { FieldDefinition } from '@kith/core/fields';
import { companies, deals, openStore, pipelines, type Store } from '@kith/store';
import * as fields from '@kith/store/fields';
import { NOW } from './sales.js';
import { steadyRandom, valueOf } from './steady.js';

/** What a house of this kind wants to know about a deal. */
export const HOUSE_FIELDS: readonly FieldDefinition[] = [
  {
    on: 'deal',
    name: 'budget',
    type: 'money',
    labels: { en: 'Budget', 'zh-Hans': '预算', de: 'Budget' },
    currency: 'EUR',
    help: { en: 'What the customer has set aside for it.', 'zh-Hans': '客户为此预留的金额。' },
  },
  {
    on: 'deal',
    name: 'channel',
    type: 'choice',
    labels: { en: 'Channel', 'zh-Hans': '渠道' },
    options: [
      { value: 'fair', labels: { en: 'Trade fair', 'zh-Hans': '展会' }, color: '#2f6f4f' },
      { value: 'web', labels: { en: 'Website', 'zh-Hans': '网站' }, color: '#2b5fb4' },
      { value: 'partner', labels: { en: 'Partner', 'zh-Hans': '合作伙伴' }, color: '#8a4a9e' },
      { value: 'fax', labels: { en: 'Fax', 'zh-Hans': '传真' }, retired: true },
    ],
    default: 'web',
  },
  {
    on: 'deal',
    name: 'approver',
    type: 'text',
    labels: { en: 'Approved by', 'zh-Hans': '批准人' },
    required: { field: 'customFields.budget.minor', is: 'gte', value: 100_000_00 },
  },
  { on: 'deal', name: 'reference', type: 'text', labels: { en: 'Reference', 'zh-Hans': '参考号' }, unique: true },
  { on: 'deal', name: 'seats', type: 'text', labels: { en: 'Seats', 'zh-Hans': '席位' } },
  {
    on: 'deal',
    name: 'perSeat',
    type: 'formula',
    labels: { en: 'Share of the budget', 'zh-Hans': '预算占比' },
    formula: 'budget * 30 / 100',
    access: { view: ['finance', 'lead'] },
  },
];

/** The roll-up of a company over its deals. */
export const PIPELINE_VALUE: FieldDefinition = {
  on: 'company',
  name: 'pipelineValue',
  type: 'rollUp',
  labels: { en: 'In the pipeline', 'zh-Hans': '在管道中' },
  rollUp: {
    of: 'deal',
    by: 'companyId',
    take: 'sum',
    field: 'budget',
    where: { field: 'status', is: 'eq', value: 'open' },
  },
};

/** A store in memory with some fields of a house and rows that have values in them; the same in every run. */
export async function openFieldsBook({ isEmpty = false }: { readonly isEmpty?: boolean } = {}): Promise<Store> {
  const store = await openStore({
    adapter: memoryAdapter(),
    actor: 'user_HL' as Id<'user'>,
    timeZone: 'Europe/Vienna',
    clock: () => NOW,
    fields: fields.customFields({ timeZone: 'Europe/Vienna' }),
    random: steadyRandom(),
  });
  if (isEmpty) return store;
  const definitions = [...HOUSE_FIELDS, PIPELINE_VALUE];
  const ranks = spreadRanks(definitions.length) ?? [];
  for (const [index, definition] of definitions.entries())
    valueOf(await store.run(fields.define({ ...definition, ...(ranks[index] && { rank: ranks[index] }) })));
  const company = valueOf(await store.run(companies.create({ name: 'Brama Logistyka' })));
  const pipeline = valueOf(
    await store.run(pipelines.create({ name: 'New business', stages: [{ name: 'Qualified', probability: 10 }] })),
  );
  for (const [name, budget, seats] of [
    ['Fleet telematics pilot', 61_000, '40'],
    ['Service desk', 46_400, 'about 25'],
    ['Spare-parts shop', 12_800, '12'],
  ] as const)
    valueOf(
      await store.run(
        deals.create({
          name,
          pipelineId: pipeline.id,
          companyId: company.id,
          customFields: { budget: { minor: budget * 100, currency: 'EUR' }, seats, channel: 'fair' },
        }),
      ),
    );
  await fields.bringUpToDate(store);
  return store;
}
