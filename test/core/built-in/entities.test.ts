import { Company, Contact, Pipeline, Product, Team, User } from '@kith/core';
import { DetailedDeal, LossReason } from '@kith/core/deals';
import { builtInEntities, fieldRegistry } from '@kith/core/fields';
import { Lead, Pool } from '@kith/core/leads';
import { ListPrice, PriceBook } from '@kith/core/pricing';
import { ExchangeRate } from '@kith/core/rates';
import { Task } from '@kith/core/tasks';
import { describe, expect, it } from 'vitest';

const SCHEMAS = {
  contact: Contact,
  company: Company,
  deal: DetailedDeal,
  activity: Task,
  product: Product,
  pipeline: Pipeline,
  user: User,
  team: Team,
  lead: Lead,
  pool: Pool,
  lossReason: LossReason,
  priceBook: PriceBook,
  listPrice: ListPrice,
  exchangeRate: ExchangeRate,
} as const;

/** Parts of rows that nobody lists, filters or fills in as a field. */
const NO_FIELDS = [
  'id',
  'customFields',
  'externalIds',
  'rank',
  'stageHistory',
  'closeDayHistory',
  'stages',
  'past',
  'collection',
  'leadId',
  'parentId',
  'amountFrom',
  'campaignId',
  'submissionId',
  'answers',
  'duplicates',
  'ownerHistory',
  'assignment',
  'unassigned',
  'workingTime',
  'capacities',
  'replacedBy',
];
/** Parts that a row has by another feature's doing, and its schema does not name. */
const BESIDE = ['forecastCategory'];

describe('the fields that Kith itself brings', () => {
  it.each(Object.entries(SCHEMAS))('CF1 describes every part of a %s in English and Chinese', (kind, schema) => {
    const shape = Object.keys((schema as unknown as { def: { shape: object } }).def.shape);
    const registry = fieldRegistry();
    const described = new Set(registry.fieldsOf(kind).map(({ path }) => path.split('.')[0]));
    // A new part of a schema is described in packages/core/src/<folder>/fields.ts, or is none for people: see NO_FIELDS.
    expect(shape.filter((part) => !described.has(part) && !NO_FIELDS.includes(part))).toEqual([]);
    expect([...described].filter((part) => !shape.includes(part ?? '') && !BESIDE.includes(part ?? ''))).toEqual([]);
    for (const { labels, name } of registry.fieldsOf(kind))
      expect([name, Object.keys(labels), Object.values(labels).every(Boolean)]).toEqual([
        name,
        ['en', 'zh-Hans'],
        true,
      ]);
  });

  it('CF1 has kinds, collections and names that are there once', () => {
    const kinds = builtInEntities.flatMap(({ kind, collection }) => [kind, collection]);
    expect(new Set(kinds).size).toBe(kinds.length);
    for (const { fields } of builtInEntities) expect(new Set(fields.map(({ name }) => name)).size).toBe(fields.length);
    const registry = fieldRegistry();
    for (const { fields } of builtInEntities)
      for (const { to } of fields) if (to && to !== 'stage') expect(registry.entity(to)?.kind).toBe(to);
  });
});
