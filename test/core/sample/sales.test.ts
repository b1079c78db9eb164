import { Activity, Company, Contact, type Day, Pipeline, Product, Team, User } from '@kith/core';
import { Agent } from '@kith/core/assignment';
import { DetailedDeal } from '@kith/core/deals';
import { StoredQuota, StoredTeamPlace, StoredTeamStay } from '@kith/core/forecast';
import { Goal } from '@kith/core/goals';
import { Lead, leadTransitions, Pool } from '@kith/core/leads';
import { ListPrice, PriceBook, totalsOf } from '@kith/core/pricing';
import { type SalesRow, type SampleOptions, sample, sampleSales } from '@kith/core/sample';
import { checkScheme, type ScoringScheme, StoredScheme } from '@kith/core/scoring';
import { Segment } from '@kith/core/segments';
import { describe, expect, it } from 'vitest';

const until = '2026-11-20' as Day;
const book = (options: Partial<SampleOptions> = {}): readonly SalesRow[] => [
  ...sampleSales({ seed: 'book', size: 2_500, until, ...options }),
];
const usual = book();
const schemas = {
  teams: Team,
  users: User,
  products: Product,
  pipelines: Pipeline,
  companies: Company,
  contacts: Contact,
  deals: DetailedDeal,
  activities: Activity,
  agents: Agent,
  teamStays: StoredTeamStay,
  teamPlaces: StoredTeamPlace,
  quotas: StoredQuota,
  goals: Goal,
  pools: Pool,
  leads: Lead,
  priceBooks: PriceBook,
  listPrices: ListPrice,
  segments: Segment,
  scoringSchemes: StoredScheme,
} as const;
const of = <Name extends SalesRow['collection']>(
  collection: Name,
  rows = usual,
): readonly Extract<SalesRow, { collection: Name }>['entity'][] =>
  rows.filter((row) => row.collection === collection).map((row) => row.entity) as never;

describe('sampleSales', () => {
  it.each([50, 700])('SB15 has every row of the plain book of %i, and the same each time', (size) => {
    const rows = book({ size });
    expect(JSON.stringify(rows)).toBe(JSON.stringify(book({ size })));
    const byId = new Map(rows.map(({ entity }) => [entity.id as string, entity]));
    expect(byId.size).toBe(rows.length);
    for (const { entity } of sample({ seed: 'book', size, until }))
      for (const [field, value] of Object.entries(entity)) {
        if (field === 'dueDay') continue;
        const kept = Reflect.get(byId.get(entity.id) ?? {}, field);
        if (JSON.stringify(kept) !== JSON.stringify(value)) expect.fail(`${entity.id}: ${field} is another one`);
      }
  });

  it('SB16 fits its schemas, and what a row names comes before it', () => {
    const known = new Set<string>();
    const unknown: string[] = [];
    const named = (value: unknown, field: string): readonly string[] => {
      if (typeof value === 'string') return /(Id|By|holder)$/.test(field) || field === 'by' ? [value] : [];
      if (Array.isArray(value))
        return value.flatMap((item) => (/Ids$/.test(field) ? [item as string] : named(item, field)));
      return typeof value === 'object' && value !== null
        ? Object.entries(value).flatMap(([key, inner]) => named(inner, key))
        : [];
    };
    for (const { collection, entity } of usual) {
      const parsed = schemas[collection].safeParse(entity);
      if (!parsed.success) expect.fail(`${entity.id}: ${JSON.stringify(parsed.error.issues)}`);
      // What a schema does not know it leaves out: nothing may get lost.
      expect(parsed.data).toEqual(entity);
      if ('stages' in entity) for (const { id } of entity.stages) known.add(id);
      if (collection !== 'scoringSchemes' && collection !== 'segments')
        for (const each of named(entity, '')) if (!known.has(each)) unknown.push(`${entity.id} names ${each}`);
      known.add(entity.id);
    }
    expect(unknown).toEqual([]);
  });

  it('SB17 has something of everything a sales desk looks at', () => {
    const deals = of('deals');
    for (const detail of ['contacts', 'competitors', 'needs', 'budget', 'splits', 'items'] as const)
      expect(deals.filter((deal) => deal[detail]).length, detail).toBeGreaterThan(deals.length / 10);
    for (const { amount, items } of deals) {
      if (!items) continue;
      const totals = totalsOf(items.lines, items.terms);
      expect(totals).toMatchObject({ ok: true, value: { net: items.net.minor, total: items.total.minor } });
      expect(items.net).toEqual(amount);
    }
    const due = of('activities').flatMap(({ kind, status, dueDay }) =>
      kind === 'task' && status === 'planned' && dueDay ? [dueDay] : [],
    );
    for (const fits of [(day: Day) => day < until, (day: Day) => day === until, (day: Day) => day > until])
      expect(due.filter(fits).length).toBeGreaterThan(due.length / 20);

    const leads = of('leads');
    expect(new Set(leads.map(({ status }) => status))).toEqual(new Set(Object.keys(leadTransitions)));
    expect(leads.filter(({ utm }) => utm).length).toBeGreaterThan(leads.length / 4);
    expect(leads.filter(({ bant }) => bant).length).toBeGreaterThan(leads.length / 4);
    expect(leads.some(({ pooledAt, ownerId }) => pooledAt && !ownerId)).toBe(true);
    for (const { status, converted, createdAt, statusEnteredAt } of leads) {
      expect(converted !== undefined).toBe(status === 'converted');
      expect(createdAt <= statusEnteredAt && statusEnteredAt <= `${until}T23:59:59.999Z`).toBe(true);
    }
    const teams = of('teams');
    expect(teams.filter(({ parentId }) => parentId === teams[0]?.id)).toHaveLength(teams.length - 1);
    for (const user of of('users')) expect(user.territories?.length).toBeGreaterThan(0);
    expect(of('quotas')).toHaveLength(of('users').length + teams.length - 1);
    expect(checkScheme(of('scoringSchemes')[0]?.scheme as ScoringScheme)).toMatchObject({ ok: true });
    expect([of('goals').length, of('segments').length, of('listPrices').length]).toEqual([2, 3, of('products').length]);
  });
});
